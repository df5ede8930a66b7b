"""Where the subject of a cue stands, and how far it reaches."""

from __future__ import annotations

from ..lists import listed
from ..words import Words
from . import grammar as g
from .cues import CUES
from .evidence import Place
from .forms import PAST, THIRD

MOST = 28  # words of a source
LEADING = listed("and but or so yet then meanwhile however to also still now although while as if when")
NO_SUBJECT = listed("him her them me us reporters later earlier so yes that whether why how what if when")
UNFIT = g.PREPOSITIONS | g.DAYS | NO_SUBJECT


def before(words: Words, first: int, opening: int) -> tuple[int, int] | None:
    """The noun phrase that ends just before word ``first``, as (first word, word after the last)."""
    last = first - 1
    if last < opening:
        return None
    if "," in words.gaps[first]:
        return apposition(words, last, opening)
    if words.gaps[first] not in g.TOGETHER and ")" not in words.gaps[first]:
        return None
    if words.lower[last] in g.SUBJECTS or words.lower[last] in g.RELATIVE:
        return last, first
    last = without_day(words, last, opening)
    start = phrase_start(words, last, opening)
    return (start, last + 1) if start is not None else None


def without_day(words: Words, last: int, opening: int) -> int:
    """The last word of "the minister on Tuesday" that is not about when."""
    if last - 1 > opening and words.lower[last] in g.DAYS:
        last -= 1
        if words.lower[last] == "on":
            last -= 1
    return last


def phrase_start(words: Words, last: int, opening: int) -> int | None:
    """Walk left to the first word of the noun phrase that ends with word ``last``."""
    index, enclosed = last, ")" in words.gaps[last + 1]
    while index > opening and last - index < MOST:
        if enclosed:
            enclosed = "(" not in words.gaps[index]
        elif ")" in words.gaps[index]:
            enclosed = True
        elif not stays(words, index):
            break
        index -= 1
    return trimmed(words, index, last)


def stays(words: Words, index: int) -> bool:
    """Whether the word before belongs to the same phrase as word ``index``."""
    gap, word = words.gaps[index], words.lower[index - 1]
    if gap not in g.TOGETHER:
        return False
    return word not in g.CONJUNCTIONS and word not in g.SUBJECTS - {"who"} and word != "which" and word not in g.FINITE


def trimmed(words: Words, start: int, last: int) -> int | None:
    """Leave out what opens a sentence before its subject: "and", "On Tuesday", "In an interview"."""
    while start <= last and words.lower[start] in LEADING:
        start += 1
    if start < last and words.lower[start] in g.PREPOSITIONS:
        start = after_adverbial(words, start, last)
    return start if start <= last else None


def after_adverbial(words: Words, start: int, last: int) -> int:
    """The first word of the subject in "In an interview the mayor": the name at the end, or the last article."""
    if words.shapes[last] not in ("lower", "figure"):
        while (
            last - 1 > start
            and words.shapes[last - 1] not in ("lower", "figure")
            and words.lower[last - 1] not in g.DAYS
        ):
            last -= 1
        return last
    return next((index for index in range(last, start, -1) if words.lower[index] in g.DETERMINERS), last)


def apposition(words: Words, last: int, opening: int) -> tuple[int, int] | None:
    """A name, what is said of it, and a comma: "Ada Byron, the ministry's spokeswoman, said"."""
    for index in range(last, max(opening, last - MOST), -1):
        gap = words.gaps[index]
        if ";" in gap or any(mark in gap for mark in g.QUOTES):
            return None
        if gap.endswith(", "):
            start = phrase_start(words, index - 1, opening)
            return (start, last + 1) if start is not None else None
    return None


def behind(words: Words, at: int, closing: int, *, to_comma: bool = False) -> tuple[int, int] | None:
    """The noun phrase after an inverted cue: ``said Ada Byron, the spokeswoman.``"""
    first = at + 1
    if first >= closing or words.gaps[first] not in g.TOGETHER or words.lower[first] in UNFIT:
        return None
    index = first
    while index + 1 < closing and index - first < MOST and continues(words, index + 1, closing, to_comma):
        index += 1
    return first, index + 1


def continues(words: Words, index: int, closing: int, to_comma: bool) -> bool:
    """Whether word ``index`` belongs to the phrase before it."""
    gap, word = words.gaps[index], words.lower[index]
    if any(mark in gap for mark in g.QUOTES) or any(mark in gap for mark in ";:\n—–?!"):
        return False
    if "," in gap and (
        to_comma or word in ("and", "but", "or", "which", "adding", "in", "after", "while", "as", "when", "with")
    ):
        return False
    if word in ("who", "and"):
        return index + 1 < closing and words.lower[index + 1] not in CUES
    if word in ("in", "on", "at", "during", "over", "by", "to"):
        ahead = words.lower[index + 1 : min(index + 5, closing)]
        return not any(near in g.OCCASIONS or near in g.DAYS for near in ahead)
    return (
        word not in ("when", "while", "as", "but", "referring", "before", "after", "adding", "that", "because")
        and word not in g.DAYS
    )


def opening_subject(place: Place) -> tuple[int, int] | None:
    """What stands before the first finite verb of a sentence."""
    words, start = place.words, place.opening
    for index in range(start + 1, min(start + MOST, place.closing)):
        gap = words.gaps[index]
        if "," in gap and words.lower[start] in g.PREPOSITIONS | g.CONJUNCTIONS:
            start = index
        elif is_finite(words, index) and index > start:
            begin = trimmed(words, start, index - 1)
            return (begin, index) if begin is not None and index - begin < MOST // 2 else None
    return None


def is_finite(words: Words, index: int) -> bool:
    """Whether a word is, or looks like, a verb with a subject before it."""
    word = words.lower[index]
    if word in g.FINITE or word in g.HAPPENED:
        return True
    if words.shapes[index] != "lower" or words.lower[index - 1] in g.DETERMINERS:
        return False
    known = CUES.get(word)
    return word.endswith("ed") or bool(known and known.forms & {PAST, THIRD})
