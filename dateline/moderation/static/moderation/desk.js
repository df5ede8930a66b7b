// Keys for the desk. Each presses a button or opens a fold that is there for everybody; nothing is decided here.
const cards = [...document.querySelectorAll("[data-card]")];
const writing = (target) => target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
const free = (card) => card.dataset.card !== "others";
let at = Math.max(cards.findIndex((card) => `#${card.id}` === location.hash), 0);

function stand(index) {
  if (!cards[index]) return;
  at = index;
  cards[at].focus({ preventScroll: true });
  cards[at].scrollIntoView({ block: "nearest" });
}

// What somebody else looks at is passed over: it can be reached by a click.
function move(step) {
  let next = at + step;
  while (cards[next] && !free(cards[next])) next += step;
  stand(next);
}

// Whoever presses keys sees where they are, whatever they pointed at before.
function point(at) {
  at.focus({ focusVisible: true });
}

function press(key) {
  const found = (key === "z" ? document : (cards[at] ?? document)).querySelector(`[data-key="${key}"]`);
  const fold = found?.tagName === "SUMMARY" ? null : found?.closest("details:not([open])");
  if (fold) {
    fold.open = true;
    point(found);
  } else if (found) {
    point(found);
    found.click();
  }
}

function choose(number) {
  const reasons = cards[at]?.querySelector("[data-reasons]");
  if (!reasons || number >= reasons.options.length) return;
  reasons.selectedIndex = number;
  reasons.dispatchEvent(new Event("input", { bubbles: true }));
}

function help() {
  const keys = document.querySelector("[data-keys]");
  if (!keys) return;
  keys.open = !keys.open;
  if (keys.open) keys.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.key === "Escape" && writing(event.target)) return stand(at);
  if (writing(event.target)) return;
  if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "?") help();
  else if (/^[0-9]$/.test(event.key)) choose(Number(event.key));
  else if ("arshpzclnomw".includes(event.key)) press(event.key);
  else return;
  event.preventDefault();
});

document.addEventListener("focusin", (event) => {
  const card = event.target.closest("[data-card]");
  if (card) at = cards.indexOf(card);
});

// Whoever begins to work on a card has it: others see that, and are told when they were slower.
async function take(event) {
  const card = event.target.closest?.("[data-card]");
  const form = card?.querySelector("form[data-claim]");
  if (!form || !free(card) || form.dataset.sent) return;
  form.dataset.sent = "1";
  const sent = new FormData(form);
  sent.append("quietly", "1");
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(sent) });
  if (answer.status === 409) card.querySelector("[data-claimed]").textContent = await answer.text();
}
document.addEventListener("input", take);
document.addEventListener("toggle", (event) => event.target.open && take(event), true);

if (cards.length) stand(at);
