"""The same words again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dateline.lib.later import gettext_noop as _

from ..likeness import runs_of, shared
from ..verdict import Reason, Submission
from ..view import View, view_of

SHINGLE = 5  # words that must stand together; a shared phrase is shorter, a copied comment longer
ALIKE = 0.5  # of the runs: a word slipped in here and there breaks five of them each
COMPARED = 20


def examine(submission: Submission, view: View) -> Iterator[Reason]:
    """Compare with the author's earlier texts by the share of five-word runs they have in common."""
    if not submission.earlier:
        return
    words = view.text.split()
    new = runs_of(words, SHINGLE)
    if not new:
        return
    telling = _telling_words(words)
    for earlier in submission.earlier[:COMPARED]:
        text = view_of(earlier[: len(view.text) * 2]).text
        if _is_another(text, telling, len(new)):
            continue
        if shared(new, runs_of(text.split(), SHINGLE)) >= ALIKE:
            yield Reason("repeat", _("Nearly the same words as an earlier comment."), 1.0, "spam")
            return


def _telling_words(words: list[str]) -> list[str]:
    """Return words that stand only once, each in five runs of its own: where one is missing, so are its five runs."""
    times = Counter(words)
    telling: list[str] = []
    after = SHINGLE - 1
    for place in range(SHINGLE - 1, len(words) - SHINGLE + 1):
        if place >= after and times[words[place]] == 1:
            telling.append(words[place])
            after = place + SHINGLE
    return telling


def _is_another(text: str, telling: list[str], runs: int) -> bool:
    """Return True once so many telling words are missing in ``text`` that too few of the ``runs`` can be left."""
    missing = 0
    for word in telling:
        missing += word not in text
        if runs - missing * SHINGLE < ALIKE * runs:
            return True
    return False
