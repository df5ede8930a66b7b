"""Where somebody is named who can act, within one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..words import CASED, FIGURE, Words
from . import vocabulary as v
from .actor import Mention

LONGEST = 7  # words to the left of a head
CLOSE = frozenset((" ", "-", "\xa0", "’", "'", "-"))
SHORT_FORM = re.compile(r"\s?\([A-Z]{2,7}\)")
ADJECTIVE = re.compile(r"(?:[a-z]+(?:ish|ian|ese|ite|ist|held|run))$")
ALLIES = "allies"


def mentions(words: Words, first: int, after: int, short: Mapping[str, str]) -> Iterator[Mention]:
    """Yield them from left to right; ``short`` are the short names that the text explains."""
    index = first
    while index < after:
        found = at(words, index, first, after, short)
        if found is None:
            index += 1
            continue
        yield found
        index = found.after


def at(words: Words, index: int, first: int, after: int, short: Mapping[str, str]) -> Mention | None:
    """The mention that has its head, its short name or its title at a word."""
    lower, cased = words.lower[index], words.shapes[index] in CASED
    if words.written[index] in short:
        return Mention(index, index + 1, short[words.written[index]])
    if cased and lower in v.GROUPS:
        return Mention(index, index + 1, words.written[index])
    if lower in v.HEADS:
        return headed(words, index, first, after)
    if lower == ALLIES and index > first and words.lower[index - 1] in v.MINE:
        return Mention(index - 1, index + 1, f"{words.lower[index - 1]} {ALLIES}")
    if cased and lower in v.TITLES:
        return titled(words, index, after)
    if cased and lower in v.FIRMS and index > first:
        return named(words, leftmost(words, index, first), index + 1)
    return None


def headed(words: Words, index: int, first: int, after: int) -> Mention | None:
    """A name with its head at a word: all that belongs to it before and behind."""
    last = index
    while last + 1 < after and words.gaps[last + 1] in CLOSE and words.lower[last + 1] in v.HEADS:
        last += 1
    start = leftmost(words, index, first)
    last = behind(words, last, after)
    if last == index and (start == index or words.gaps[index] == "-") and words.lower[index] not in v.ALONE:
        return None  # "pro-government" alone is nobody
    if last + 1 < after and words.gaps[last + 1] == " " and words.lower[last + 1] in ("spokesman", "spokeswoman"):
        return None
    return named(words, start, last + 1)


def leftmost(words: Words, index: int, first: int) -> int:
    """The first word of a name whose head is at ``index``."""
    start = index
    while start > first and index - start < LONGEST and words.gaps[start] in CLOSE and inside(words, start - 1):
        start -= 1
    return start


def inside(words: Words, index: int) -> bool:
    """Whether a word may stand in a name before its head."""
    lower, shape = words.lower[index], words.shapes[index]
    if shape in CASED:
        return not (words.opens[index] and lower in ("the", "a", "an", "on", "in", "after", "two", "some", "its", "as"))
    if shape == FIGURE:
        return False
    return lower in v.INSIDE or lower in v.LINKED or lower == "pro" or bool(ADJECTIVE.match(lower))


def behind(words: Words, last: int, after: int) -> int:
    """The last word of "Ministry of Defence" or "Army of the North"."""
    if last + 2 < after and words.lower[last + 1] in v.OF_WHAT and words.shapes[last] in CASED:
        index = last + 2
        while index < after and words.gaps[index] == " " and words.lower[index] == "the":
            index += 1
        while index < after and words.gaps[index] in CLOSE and words.shapes[index] in CASED:
            last = index
            index += 1
    return last


def titled(words: Words, index: int, after: int) -> Mention | None:
    """A title and a name: "General Ada Byron", "Gen. Byron"."""
    last = index
    while last + 1 < after and last - index < 4 and words.shapes[last + 1] in CASED:
        if words.gaps[last + 1] not in CLOSE and words.gaps[last + 1] != ". ":
            break
        last += 1
    return named(words, index, last + 1) if last > index else None


def named(words: Words, first: int, after: int) -> Mention:
    """A mention by the name as it is written, runs of space made one."""
    written = words.text[words.starts[first] : words.ends[after - 1]]
    return Mention(first, after, " ".join(SHORT_FORM.sub("", written).split()))
