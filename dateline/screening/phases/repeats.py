"""The same words again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..verdict import Reason, Submission
from ..view import View, view_of

SHINGLE = 5  # words that must stand together; a shared phrase is shorter, a copied comment longer
SHORTEST = 8  # words; "Thank you for this" may be said twice
ALIKE = 0.7
COMPARED = 20


def examine(submission: Submission, view: View) -> Iterator[Reason]:
    """Compare with the author's earlier texts by the share of five-word runs they have in common."""
    if not submission.earlier:
        return
    words = view.text.split()
    new = _shingles(words)
    if not new:
        return
    telling = _telling_words(words)
    for earlier in submission.earlier[:COMPARED]:
        text = view_of(earlier[: len(view.text) * 2]).text
        if _is_another(text, telling, len(new)):
            continue
        old = _shingles(text.split())
        if old and len(new & old) / len(new | old) >= ALIKE:
            yield Reason("repeat", "Nearly the same words as an earlier comment.", 1.0, "spam")
            return


def _shingles(words: list[str]) -> set[tuple[str, ...]]:
    """Runs of five words; empty for short texts."""
    if len(words) < SHORTEST:
        return set()
    return set(zip(*(words[start:] for start in range(SHINGLE)), strict=False))


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
