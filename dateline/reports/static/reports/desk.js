// The claims desk by keyboard, and sentences chosen by selecting them. Without this file all of it is buttons.
const rows = () => [...document.querySelectorAll("[data-row]")];
const words = document.querySelector("[data-words]");
const choose = document.querySelector("[data-choose]");

function move(step) {
  const all = rows();
  const at = all.indexOf(document.activeElement?.closest("[data-row]"));
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=hidden]), textarea, select, [contenteditable=true]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j" || event.key === "k") return move(event.key === "j" ? 1 : -1);
  const key = `[data-key="${CSS.escape(event.key)}"]`;
  const step = document.activeElement?.closest("[data-row]")?.querySelector(key) ?? document.querySelector(`[data-anywhere] ${key}`);
  if (!step) return;
  event.preventDefault();
  step.click();
});

// How much of a stretch lies before a point of the selection, counted in code points as the server counts.
function before(stretch, node, offset) {
  const part = document.createRange();
  part.setStart(stretch, 0);
  part.setEnd(node, offset);
  return [...part.toString()].length;
}

// Three clicks end at the beginning of the next paragraph, so an end may lie in no stretch at all.
document.addEventListener("selectionchange", () => {
  const chosen = document.getSelection();
  if (!choose || !chosen || chosen.isCollapsed) return;
  const range = chosen.getRangeAt(0);
  const touched = [...words.querySelectorAll("[data-start]")].filter((one) => range.intersectsNode(one));
  if (!touched.length) return;
  const [first, last] = [touched[0], touched.at(-1)];
  const skipped = first.contains(range.startContainer) ? before(first, range.startContainer, range.startOffset) : 0;
  const taken = last.contains(range.endContainer) ? before(last, range.endContainer, range.endOffset) : [...last.textContent].length;
  choose.elements.start.value = Number(first.dataset.start) + skipped;
  choose.elements.end.value = Number(last.dataset.start) + taken;
  choose.querySelector("button").disabled = false;
});

const asked = /^#(claim|offer)-\w+$/.test(location.hash) && document.querySelector(location.hash);
(asked || rows()[0])?.focus({ preventScroll: !location.hash });
