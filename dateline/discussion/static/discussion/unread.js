// A small mark on comments written since this browser last read the thread. Kept in this browser only.
export function markNew(thread) {
  const key = `dateline.seen.${thread.dataset.thread}`;
  const comments = [...thread.querySelectorAll(".comment[data-at]")];
  const newest = Math.max(0, ...comments.map((comment) => Number(comment.dataset.at)));
  let seen = 0;
  try {
    seen = Number(localStorage.getItem(key));
    if (newest > seen) localStorage.setItem(key, String(newest));
  } catch {
    return; // storage is refused: nothing is new, nothing is lost
  }
  if (!seen) return;
  for (const comment of comments) {
    if (Number(comment.dataset.at) > seen) comment.querySelector(".comment__head").prepend(mark());
  }
}

function mark() {
  const dot = document.createElement("span");
  dot.className = "comment__new";
  dot.setAttribute("role", "img");
  dot.setAttribute("aria-label", document.querySelector("[data-new-words]")?.dataset.newWords ?? "New");
  return dot;
}
