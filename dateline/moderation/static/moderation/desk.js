// Keys for the desk. Each presses a button that is there for everybody; nothing is decided here.
const cards = [...document.querySelectorAll("[data-card]")];
const writing = (target) => target.closest("input, textarea, select, [contenteditable]");
let at = Math.max(cards.findIndex((card) => `#${card.id}` === location.hash), 0);

function stand(index) {
  at = Math.min(Math.max(index, 0), cards.length - 1);
  cards[at].focus({ preventScroll: true });
  cards[at].scrollIntoView({ block: "nearest" });
}

function press(key) {
  const within = key === "z" ? document : cards[at];
  within?.querySelector(`[data-key="${key}"]`)?.click();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || writing(event.target)) return;
  if (event.key === "j" && cards.length) stand(at + 1);
  else if (event.key === "k" && cards.length) stand(at - 1);
  else if ("arshpz".includes(event.key)) press(event.key);
  else return;
  event.preventDefault();
});

document.addEventListener("focusin", (event) => {
  const card = event.target.closest("[data-card]");
  if (card) at = cards.indexOf(card);
});

if (cards.length) stand(at);
