"""One text, looked at once, for all of its spans: its people, its headings, its small words, and how often it names
what.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..words import CAPITALS, CASED, LOWER, Words
from .persons import People
from .spans import Span

LOUD = 0.3  # the share of words in capitals from which a text shouts
HEADING = 0.7  # the share of capitalised words from which a line is a heading,
WORDS_OF_HEADING = 5  # if it has so many words


class Surroundings:
    """What a text tells of each of its words."""

    __slots__ = ("counts", "headings", "lower", "people", "shouts", "words")

    def __init__(self, words: Words, found: list[Span]):
        self.words = words
        self.people = People(words)
        self.lower = {words.lower[index] for index, shape in enumerate(words.shapes) if shape == LOWER}
        self.counts = Counter(span.name for span in found)
        self.shouts = sum(shape == CAPITALS for shape in words.shapes) > LOUD * len(words)
        self.headings = headings(words)

    def cased(self, index: int) -> bool:
        """Whether a capital letter says something here: neither at the beginning of a sentence nor in a heading."""
        return self.words.shapes[index] in CASED and not self.words.opens[index] and index not in self.headings


def headings(words: Words) -> set[int]:
    """The words of lines that capitalise nearly every word."""
    found: set[int] = set()
    for first, end in sentences(words):
        cased = sum(words.shapes[index] in CASED for index in range(first, end))
        if end - first >= WORDS_OF_HEADING and cased >= HEADING * (end - first):
            found.update(range(first, end))
    return found


def sentences(words: Words) -> Iterator[tuple[int, int]]:
    """The first word of each sentence or line, and the one behind its last."""
    first = 0
    for index in range(1, len(words)):
        if words.opens[index]:
            yield first, index
            first = index
    if len(words):
        yield first, len(words)
