// A map in its frame: drag to move, plus and minus (buttons, keys, or the wheel with Ctrl) to zoom.
// Without this script the frame scrolls, and the browser's own zoom works.
const STEP = 1.35;
const MOST = 6;

function zoomable(frame) {
  const map = frame.querySelector("svg");
  const least = map.getBoundingClientRect().width;
  let scale = 1;

  function zoom(factor, x = frame.clientWidth / 2, y = frame.clientHeight / 2) {
    const next = Math.min(MOST, Math.max(1, scale * factor));
    const across = (frame.scrollLeft + x) * (next / scale) - x;
    const down = (frame.scrollTop + y) * (next / scale) - y;
    scale = next;
    frame.classList.toggle("map-sheet__frame--near", scale > 1);
    map.style.inlineSize = `${least * scale}px`;
    map.style.maxInlineSize = "none";
    frame.scrollTo(across, down);
  }

  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = frame.getBoundingClientRect();
    zoom(event.deltaY < 0 ? 1.12 : 1 / 1.12, event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });

  frame.addEventListener("keydown", (event) => {
    if (event.key === "+" || event.key === "=") zoom(STEP);
    if (event.key === "-") zoom(1 / STEP);
  });

  frame.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.target.closest("a")) return;
    frame.setPointerCapture(event.pointerId);
  });
  frame.addEventListener("pointermove", (event) => {
    if (frame.hasPointerCapture(event.pointerId)) frame.scrollBy(-event.movementX, -event.movementY);
  });

  const tools = document.querySelector("[data-map-tools]");
  if (!tools) return;
  tools.hidden = false;
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) zoom(button.value === "in" ? STEP : 1 / STEP);
  });
}

document.querySelectorAll("[data-map-pan]").forEach(zoomable);
