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
  const step = document.activeElement?.closest("[data-row]")?.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!step) return;
  event.preventDefault();
  step.click();
});

// Where a point of the selection lies in the text, counted in code points as the server counts.
function placeOf(node, offset) {
  const stretch = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!stretch) return null;
  const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, offset) : "";
  return Number(stretch.dataset.start) + [...before].length;
}

document.addEventListener("selectionchange", () => {
  const chosen = document.getSelection();
  if (!choose || !chosen || chosen.isCollapsed || !words.contains(chosen.anchorNode) || !words.contains(chosen.focusNode)) return;
  const range = chosen.getRangeAt(0);
  const ends = [placeOf(range.startContainer, range.startOffset), placeOf(range.endContainer, range.endOffset)];
  if (ends.includes(null)) return;
  choose.elements.start.value = Math.min(...ends);
  choose.elements.end.value = Math.max(...ends);
  choose.querySelector("button").disabled = false;
});

document.querySelector(location.hash.startsWith("#claim-") ? location.hash : "[data-row]")?.focus({ preventScroll: !location.hash });
