"""The text as a screening phase reads it: plain letters, each of which knows where it stood in the original.

Tricks that hide a word from a filter but not from a reader are undone here, once, for all phases: zero-width
characters, fancy letters (NFKC, Unicode Annex 15), and letters borrowed from another alphabet. Borrowed letters are
folded only inside words that mix alphabets, because Russian and Greek are not tricks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.lib.skeleton import LOOKALIKES, PLAIN

from .verdict import Span

WORD = re.compile(r"[^\W_]+")
LATIN_WORD = re.compile(r"[a-z]+")
BORROWED = re.compile(f"[{''.join(map(chr, LOOKALIKES))}]")
BLANKED = {code: " " for code in range(128) if not "a" <= chr(code) <= "z"}
DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class View:
    """``text`` is for matching, ``original`` is what its places are in. The rest is worked out where a phase asks."""

    text: str
    original: str

    @cached_property
    def places(self) -> Sequence[int]:
        """Where each character of ``text`` stood in the original."""
        if self.original.isascii():
            return range(len(self.text))
        return [place for place, character in enumerate(self.original) for _letter in PLAIN[ord(character)]]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every run of plain Latin letters, each once."""
        if self.text.isascii():  # a third of the time that the pattern takes
            return frozenset(self.text.translate(BLANKED).split())
        return frozenset(LATIN_WORD.findall(self.text))

    @cached_property
    def has_digits(self) -> bool:
        """Whether there is a digit of any script."""
        return DIGIT.search(self.text) is not None

    def span(self, start: int, end: int) -> Span:
        """Offsets in the original of what matched between ``start`` and ``end`` here."""
        return self.places[start], self.places[end - 1] + 1


def view_of(original: str) -> View:
    """Return the plain view of ``original``, in time linear in its length."""
    if original.isascii():
        return View(original.lower(), original)
    return View(_fold_mixed_words(original.translate(PLAIN)), original)


def _fold_mixed_words(text: str) -> str:
    """Fold lookalikes in words that hold both plain Latin letters and lookalikes."""
    if BORROWED.search(text) and LATIN_WORD.search(text):
        return WORD.sub(_fold_if_mixed, text)
    return text


def _fold_if_mixed(word: re.Match[str]) -> str:
    letters = word.group()
    return letters.translate(LOOKALIKES) if LATIN_WORD.search(letters) else letters
