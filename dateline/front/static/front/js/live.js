// An open page hears what is new and says so quietly. It shows nothing by itself, and everything is there without this file.
const places = new Map([...document.querySelectorAll("[data-live]")].map((place) => [place.dataset.live, place]));
const AGAIN = 60_000; // milliseconds until we ask again where there was no room for us
let source;
let last = "";

function open() {
  if (source || document.visibilityState !== "visible" || !places.size) return;
  const asked = new URLSearchParams([...places.keys()].map((channel) => ["on", channel]));
  if (last) asked.set("last", last);
  source = new EventSource(`/live/?${asked}`);
  for (const [kind, show] of Object.entries(KINDS)) {
    source.addEventListener(kind, (event) => {
      last = event.lastEventId;
      const news = JSON.parse(event.data);
      const place = places.get(news.on);
      if (place?.isConnected) show(place, news, last, kind);
    });
  }
  source.addEventListener("resync", missed);
  source.addEventListener("error", () => {
    if (source?.readyState !== EventSource.CLOSED) return; // otherwise the browser comes back by itself
    close();
    setTimeout(open, AGAIN * (1 + Math.random()));
  });
}

function close() {
  source?.close();
  source = undefined;
}

// The server's page as it is now takes a place's content; whoever owns the place may carry something over.
async function renew(place, number) {
  const address = new URL(location);
  address.hash = "";
  address.searchParams.set("seen", number); // on whichever machine: wait until the page shows this change
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector(`[data-live="${place.dataset.live}"]`);
  if (!fresh) throw new Error("gone");
  keepingPlace(place, () => {
    place.dispatchEvent(new CustomEvent("renew", { detail: fresh }));
    place.replaceChildren(...fresh.childNodes);
    Object.assign(place.dataset, fresh.dataset);
    place.dispatchEvent(new CustomEvent("renewed"));
  });
}

// What is at the top of the window stays there, if it still exists.
function keepingPlace(place, change) {
  const isSeen = (one) => one.getBoundingClientRect().bottom > 0;
  const mark = [...place.querySelectorAll("[id]")].find(isSeen);
  const before = mark?.getBoundingClientRect().top ?? 0;
  const known = new Set([...place.querySelectorAll("[id]")].map((one) => one.id));
  change();
  const after = mark && document.getElementById(mark.id);
  if (after) scrollBy({ top: after.getBoundingClientRect().top - before, behavior: "instant" });
  const first = [...place.querySelectorAll("[id]")].find((one) => !known.has(one.id));
  first?.setAttribute("tabindex", "-1");
  first?.focus({ preventScroll: true });
}

function comments(place, { count }) {
  place.dataset.count = Math.min(place.dataset.count, count); // fewer: something was taken back
  const fresh = count - place.dataset.count;
  if (fresh) offer(place, ` (${fresh.toLocaleString(document.documentElement.lang, { numberingSystem: "latn" })})`);
  else place.querySelector(".thread__news").replaceChildren();
}

function offer(place, howMany = "") {
  const line = place.querySelector(".thread__news");
  const button = line.firstChild ?? document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet";
  button.textContent = line.dataset.show + howMany;
  button.onclick = () => renew(place, last).catch(() => {}); // the button stays, to be tried again
  if (!line.firstChild) line.append(button);
}

function note(place, { place: anchor, words }, number, kind) {
  const line = place.querySelector(".sheet__news");
  if (place.querySelector(anchor) || (kind === "update" && line.dataset.kind === "correction")) return;
  const link = document.createElement("a");
  link.href = anchor;
  link.textContent = `${line.dataset[kind]} ${words}`;
  link.onclick = (event) => {
    event.preventDefault();
    renew(place, number)
      .then(() => (location.hash = anchor))
      .catch(() => {});
  };
  line.dataset.kind = kind;
  line.replaceChildren(link);
}

function meter(place, news) {
  if (place.querySelector(".meter__month")?.getAttribute("href") !== news.drive) return; // another month's
  for (const raised of document.querySelectorAll(".meter__raised, .ask__raised")) raised.textContent = news.words;
  const label = place.querySelector(".bar").getAttribute("aria-label");
  for (const bar of document.querySelectorAll(".bar")) if (bar.getAttribute("aria-label") === label) draw(bar, news);
}

// Every bar of the drive alike: the ask below a report has one too, and the same words.
function draw(bar, news) {
  const facts = { "aria-valuemax": news.length, "aria-valuenow": news.shown, "aria-valuetext": news.words };
  for (const [name, value] of Object.entries(facts)) bar.setAttribute(name, value);
  set(bar.querySelector(".bar__raised"), "x", news.from);
  set(bar.querySelector(".bar__raised"), "width", news.filled);
  set(bar.querySelector(".bar__pace"), "x", news.pace);
  news.ticks.forEach((at, index) => {
    set(bar.querySelectorAll(".bar__tick")[index], "x", at);
    set(bar.querySelectorAll(".bar__label")[index], "x", at);
  });
}

function set(drawn, name, value) {
  drawn?.setAttribute(name, `${value}%`);
}

// So long away that nobody can say what was missed: the thread may be old, and is offered anew.
function missed(event) {
  last = event.lastEventId;
  for (const place of places.values()) if (place.matches(".thread")) offer(place);
}

const KINDS = { comments, meter, correction: note, update: note };
document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? open() : close()));
addEventListener("pagehide", close);
addEventListener("pageshow", open);
open();
