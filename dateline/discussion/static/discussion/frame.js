// In a frame on another site: tells that page how high this one is, and who writes here where cookies are kept out.
const KEY = "dateline.device";
const root = document.documentElement;
const isFramed = parent !== window;
let host; // the origin of the page around us, once it has said something

function listed(origin) {
  const patterns = document.querySelector('meta[name="frame-ancestors"]').content.split(" ");
  return [location.origin, ...patterns].some((pattern) => {
    const [before, after] = pattern.split("*");
    if (after === undefined) return pattern === origin;
    return origin.startsWith(before) && origin.endsWith(after) && origin.length > pattern.length - 1;
  });
}

function tell(more) {
  if (host) parent.postMessage({ dateline: { height: Math.ceil(root.getBoundingClientRect().height), ...more } }, host);
}

// The page around us scrolls, so it has to be told where a comment is; one that is not here has a page of its own.
function arrive(isFirst) {
  const comment = /^#c(\d+)$/.exec(location.hash);
  const place = comment && document.getElementById(comment[0].slice(1));
  if (place) tell({ to: Math.max(1, place.getBoundingClientRect().top) });
  else if (comment && document.querySelector("[data-live]")) location.replace(`/embed/comments/${comment[1]}/#c${comment[1]}`);
  else tell(isFirst ? {} : { to: 0 });
}

function onMessage(event) {
  if (event.source !== parent || event.data?.dateline !== "hello" || !listed(event.origin)) return;
  host = event.origin;
  arrive(event.data.first);
}

// A guest is known by a signed number. A cookie would not come along from here, so it goes with each form.
function onSubmit(event) {
  const form = event.target;
  if (form.method !== "post" || form.querySelector('[name="device"]')?.value || form.dataset.asked) return;
  let device;
  try {
    device = localStorage.getItem(KEY);
  } catch {
    form.target = "_blank"; // nothing may be kept here: a tab of our own may keep a cookie
    event.stopImmediatePropagation();
    return;
  }
  if (device) return put(form, device);
  event.preventDefault();
  event.stopImmediatePropagation();
  ask()
    .then((asked) => asked && (localStorage.setItem(KEY, asked), put(form, asked)))
    .catch(() => {}) // it is sent all the same, as by a stranger
    .then(() => {
      form.dataset.asked = "1";
      form.requestSubmit(event.submitter);
    });
}

async function ask() {
  return (await (await fetch("/embed/device.json", { method: "POST" })).json()).device;
}

function put(form, device) {
  const field = form.querySelector('[name="device"]') ?? document.createElement("input");
  Object.assign(field, { type: "hidden", name: "device", value: device });
  form.append(field);
}

// Whatever is not of this discussion opens beside the page around us, not in our little frame.
function onClick(event) {
  const link = event.target.closest?.("a[href]");
  if (link && !(link.origin === location.origin && link.pathname.startsWith("/embed/"))) {
    link.target = "_blank";
    link.relList.add("noopener");
  }
}

const theme = /^dateline:(dark|light)$/.exec(window.name);
if (theme) root.dataset.theme = theme[1];
if (isFramed) {
  addEventListener("message", onMessage);
  addEventListener("submit", onSubmit, true);
  addEventListener("click", onClick, true);
  new ResizeObserver(() => tell()).observe(root);
}
