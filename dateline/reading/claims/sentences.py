"""The sentences of a text. Headings, captions, buttons and figures that stand between them are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..words import LOWER, Words

OPENING = re.compile(r"[\"'“‘«(\[¿¡]+$")
CLOSING = re.compile(r"[ ]?[.!?…]+[\"'”’»)\]]*|[\"'”’»)\]]+[.!?…]*")
SHORTEST = 3  # words of a sentence with its full stop
UNSTOPPED = 8  # and of one without, of which most begin small


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words ``first`` to before ``after``, code points ``start`` to ``end``; ``paragraph`` counts from nought."""

    first: int
    after: int
    start: int
    end: int
    paragraph: int


def sentences(words: Words) -> Iterator[Sentence]:
    """Yield what reads as a sentence."""
    first, paragraph = 0, 0
    for index in range(1, len(words) + 1):
        if index == len(words) or (words.opens[index] and words.gaps[index] != "."):
            if reads(words, first, index):
                yield sentence(words, first, index, paragraph)
            first = index
            paragraph += index < len(words) and "\n" in words.gaps[index]


def reads(words: Words, first: int, after: int) -> bool:
    """Whether words make a sentence: they end as one does, or are many and mostly small."""
    count = after - first
    if CLOSING.match(words.gaps[after]):
        return count >= SHORTEST and LOWER in words.shapes[first:after]
    small = sum(shape == LOWER for shape in words.shapes[first:after])
    return count >= UNSTOPPED and small > 0.6 * count


def sentence(words: Words, first: int, after: int, paragraph: int) -> Sentence:
    """A sentence with the marks that belong to it."""
    opening = OPENING.search(words.gaps[first])
    closing = CLOSING.match(words.gaps[after])
    start = words.starts[first] - (len(opening.group()) if opening else 0)
    return Sentence(first, after, start, words.ends[after - 1] + (closing.end() if closing else 0), paragraph)
