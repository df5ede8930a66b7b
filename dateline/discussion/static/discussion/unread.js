// A small mark on comments written since this browser last read the thread, but not by whoever writes here. Kept in this
// browser only.
import { rememberedName } from "./name.js";

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
  const own = [rememberedName(), document.querySelector("[data-account-link]")?.textContent];
  for (const comment of comments) {
    const isOwn = own.includes(comment.querySelector(".comment__author").textContent);
    if (Number(comment.dataset.at) > seen && !isOwn) comment.querySelector(".comment__head").prepend(mark(thread.dataset.newWords));
  }
}

function mark(words) {
  const dot = document.createElement("span");
  dot.className = "comment__new";
  dot.setAttribute("role", "img");
  dot.setAttribute("aria-label", words);
  return dot;
}
