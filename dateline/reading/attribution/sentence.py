"""Sentences by the numbers of their words, and which of those are quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..words import Words
from .grammar import CLOSING, OPENING

MARK = re.compile(r"[\"“”„«»]|''")


def sentences(words: Words) -> Iterator[tuple[int, int]]:
    """Yield each sentence as (first word, word after the last)."""
    first = 0
    for index in range(1, len(words)):
        if words.opens[index] and words.gaps[index] != ".":  # the S of "U.S." opens nothing
            yield first, index
            first = index
    if len(words):
        yield first, len(words)


def quoted(words: Words) -> list[bool]:
    """Say for each word whether it stands in quotation marks; a mark that is never closed ends with its paragraph."""
    inside, depth = [], False
    for index in range(len(words)):
        gap = words.gaps[index]
        if "\n" in gap:
            depth = False
        for mark in MARK.findall(gap) if gap != " " else ():
            if mark in OPENING:
                depth = True
            elif mark in CLOSING:
                depth = False
            else:
                depth = not depth
        inside.append(depth)
    return inside
