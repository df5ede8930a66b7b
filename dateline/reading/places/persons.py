"""Which words are parts of people's names, by titles, given names, initials and what a text has called somebody
before.
"""

from __future__ import annotations

from ..words import CAPITALS, LETTER, MIXED, TITLE, Words
from .lists import listed
from .vocabulary import ORGANISATIONS, TITLES

WRITTEN = frozenset((TITLE, MIXED, CAPITALS))
PARTICLES = frozenset(["de", "la", "van", "von", "der", "den", "bin", "al", "el", "ul", "da", "di", "du", "le", "st"])


class People:
    """What a text says of people: a role for each word ("given", "surname", "titled" or ""), and all surnames in it."""

    __slots__ = ("roles", "surnames")

    def __init__(self, words: Words):
        self.roles = [""] * len(words)
        self.surnames: set[str] = set()
        given = listed("first_names")
        for index in range(len(words)):
            if self.roles[index]:
                continue
            if words.lower[index] in TITLES and self._titled(words, index):
                continue
            article = words.lower[index] in PARTICLES and words.gaps[index + 1] == "-"  # Al-Bukamal is nobody called Al
            if words.lower[index] in given and words.shapes[index] in WRITTEN and not article:
                self._named(words, index)

    def _titled(self, words: Words, index: int) -> bool:
        first = index + 1
        if first >= len(words) or words.gaps[first] not in (" ", ". ") or words.shapes[first] not in WRITTEN:
            return False
        last = run(words, first)
        if words.lower[last] in ORGANISATIONS:
            return False
        for place in range(first, last + 1):
            self.roles[place] = "titled"
        self.surnames.add(words.lower[last])
        return True

    def _named(self, words: Words, index: int) -> None:
        last = run(words, index)
        if last == index or words.lower[last] in ORGANISATIONS or last - index > 4:
            return
        for place in range(index, last):
            self.roles[place] = "given"
        self.roles[last] = "surname"
        self.surnames.add(words.lower[last])


def run(words: Words, first: int) -> int:
    """The last of the capitalised words that follow each other from here, over initials and particles, three or four
    at most.
    """
    last = index = first
    while index + 1 < len(words) and index - first < 4:
        index += 1
        shape, gap = words.shapes[index], words.gaps[index]
        if gap not in (" ", "-", "'", "’") and not (gap == ". " and words.shapes[index - 1] == LETTER):
            break
        if shape in WRITTEN and not words.opens[index]:
            last = index
        elif shape != LETTER and words.lower[index] not in PARTICLES:
            break
    return last
