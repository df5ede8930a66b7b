// Comments by people whom this reader has muted are folded away. Only a browser that has muted somebody asks.
const HINT = /(?:^|; )dateline_mutes=1/;

export async function foldMuted(thread) {
  if (!HINT.test(document.cookie)) return;
  const answer = await fetch(`/threads/${thread.dataset.thread}/muted.json`);
  if (!answer.ok) return;
  for (const number of (await answer.json()).muted) {
    const words = document.querySelector(`#c${number} > .comment__words`);
    if (!words || words.parentElement.matches(".comment__muted")) continue;
    const fold = document.createElement("details");
    const line = document.createElement("summary");
    fold.className = "comment__muted";
    line.textContent = thread.dataset.mutedWords;
    words.replaceWith(fold);
    fold.append(line, words);
  }
}
