// A thread, smoother: votes without leaving the page, replies where they belong, what is new since last time.
// Everything works without this file.
import { foldMuted } from "./muted.js";
import { markNew } from "./unread.js";
import { rememberName, recallName } from "./name.js";
import { check, noteOpening } from "./sending.js";

const thread = document.querySelector("[data-thread]");

async function vote(form, button) {
  const body = new FormData(form);
  body.set(button.name, button.value);
  const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(answer.statusText);
  const count = await answer.json();
  form.querySelector(".comment__ups").textContent = count.up;
  form.querySelector(".comment__downs").textContent = count.down;
}

// The form that replies is the one at the top of the thread, moved and pointed elsewhere; the server's page stays the truth.
function replyHere(link) {
  const form = document.querySelector("#comments .compose");
  if (!form) return false;
  const comment = link.closest(".comment");
  const copy = comment.parentElement.querySelector(":scope > .compose") ?? form.cloneNode(true);
  copy.action = link.href;
  for (const field of copy.querySelectorAll("[id]")) {
    const label = copy.querySelector(`[for="${field.id}"]`);
    field.id = `${field.id}-${comment.id}`;
    if (label) label.htmlFor = field.id;
  }
  for (const field of copy.querySelectorAll("[aria-describedby]")) field.removeAttribute("aria-describedby");
  comment.after(copy);
  recallName(copy);
  copy.querySelector("textarea").focus();
  return true;
}

// A vote that was not counted: the comment's own page is the place to try again.
function link(form) {
  return form.closest(".comment").querySelector(".comment__time").href;
}

function onClick(event) {
  const link = event.target.closest(".comment__reply");
  const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (link && plain && replyHere(link)) event.preventDefault();
}

function onSubmit(event) {
  const form = event.target;
  if (form.matches(".comment__vote") && event.submitter) {
    event.preventDefault();
    vote(form, event.submitter).catch(() => (location.href = link(form)));
  } else if (form.matches(".compose")) {
    rememberName(form);
    check(event);
  }
}

// A link to a comment in a folded branch opens the branch.
function unfold() {
  let place = document.getElementById(location.hash.slice(1))?.closest("details");
  for (; place; place = place.parentElement.closest("details")) place.open = true;
}

// Before new words of the server take the place of the old: what was half written stays, and so does what was folded.
function carryOver(fresh) {
  const again = (old) => old && fresh.querySelector(`#${old.id}`);
  for (const form of thread.querySelectorAll(".compose")) {
    const answered = form.parentElement.querySelector(":scope > .comment");
    const head = fresh.querySelector(".thread__head");
    if (answered) (again(answered) ?? head).after(form);
    else if (fresh.querySelector(".compose")) fresh.querySelector(".compose").replaceWith(form);
    else head.after(form);
  }
  for (const fold of thread.querySelectorAll(".branch__fold:not([open])")) {
    const fresher = again(fold.parentElement.querySelector(":scope > .comment"));
    fresher?.parentElement.querySelector(":scope > .branch__fold")?.removeAttribute("open");
  }
}

if (thread) {
  thread.addEventListener("renew", (event) => carryOver(event.detail));
  thread.addEventListener("renewed", () => [markNew(thread), foldMuted(thread)]);
  thread.addEventListener("click", onClick);
  thread.addEventListener("submit", onSubmit);
  thread.addEventListener("focusin", (event) => noteOpening(event.target.closest(".compose")));
  addEventListener("hashchange", unfold);
  unfold();
  recallName(thread.querySelector(".compose"));
  markNew(thread);
  foldMuted(thread);
}
