// Shows a report's pictures over the page. Without it the same links open each picture on a page of its own.
let links = [];

function largest(image) {
  const sizes = (image.srcset || "").split(",").map((part) => part.trim().split(/\s+/));
  sizes.sort((one, other) => parseInt(other[1] ?? 0, 10) - parseInt(one[1] ?? 0, 10));
  return sizes[0][0] || image.currentSrc || image.src;
}

function element(name, className, parent) {
  const made = document.createElement(name);
  made.className = className;
  parent.append(made);
  return made;
}

function build() {
  const dialog = element("dialog", "lightbox", document.body);
  const picture = element("img", "lightbox__picture", dialog);
  const foot = element("div", "lightbox__foot", dialog);
  const caption = element("p", "lightbox__caption", foot);
  const buttons = element("div", "lightbox__buttons", foot);
  let at = 0;

  const show = (index) => {
    at = (index + links.length) % links.length;
    const image = links[at].querySelector("img");
    picture.src = largest(image);
    picture.alt = image.alt;
    caption.textContent = links[at].parentElement.querySelector("figcaption")?.textContent ?? "";
    dialog.setAttribute("aria-label", links[at].getAttribute("aria-label") ?? image.alt);
  };
  const button = (sign, label, act) => {
    const made = element("button", "", buttons);
    made.type = "button";
    made.textContent = sign;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
  };
  const words = document.querySelector("[data-lightbox-words]")?.dataset ?? {};
  if (links.length > 1) {
    button("‹", words.before, () => show(at - 1));
    button("›", words.next, () => show(at + 1));
  }
  button("✕", words.close, () => dialog.close());

  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step) show(at + (document.dir === "rtl" ? -step : step));
  });
  dialog.addEventListener("click", (event) => event.target === picture && dialog.close());
  dialog.addEventListener("close", () => links[at].focus());
  return (index) => {
    show(index);
    dialog.showModal();
  };
}

let open;
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-lightbox]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  links = [...document.querySelectorAll("a[data-lightbox]")]; // anew: a correction may have changed the report
  open ??= build();
  open(links.indexOf(link));
});
