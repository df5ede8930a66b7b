"""The same words again."""

from __future__ import annotations

from collections.abc import Iterator

from ..verdict import Reason, Submission
from ..view import View, view_of

SHINGLE = 5  # words that must stand together; a shared phrase is shorter, a copied comment longer
SHORTEST = 8  # words; "Thank you for this" may be said twice
ALIKE = 0.7
COMPARED = 20


def examine(submission: Submission, view: View) -> Iterator[Reason]:
    """Compare with the author's earlier texts by the share of five-word runs they have in common."""
    new = _shingles(view.text)
    if not new:
        return
    for earlier in submission.earlier[:COMPARED]:
        old = _shingles(view_of(earlier[: len(view.text) * 2]).text)
        if old and len(new & old) / len(new | old) >= ALIKE:
            yield Reason("repeat", "Nearly the same words as an earlier comment.", 1.0, "spam")
            return


def _shingles(text: str) -> set[tuple[str, ...]]:
    """Runs of five words; empty for short texts."""
    words = text.split()
    if len(words) < SHORTEST:
        return set()
    return {tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}
