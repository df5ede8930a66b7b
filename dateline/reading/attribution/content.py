"""What is said: the clause or quotation that a cue points at."""

from __future__ import annotations

from ..lists import listed
from . import grammar as g
from .attribution import Span
from .evidence import Place

CONCESSIONS = listed("although though but while whereas adding saying which")
SKIPPED = listed("for on upon of about against")
FEWEST = 3  # words before a cue that can be what was said


def content(place: Place, first: int, at: int, source: tuple[int, int] | None) -> Span | None:
    """The code points of what is said, before the cue, behind it or on both sides."""
    start = min(first, source[0]) if source else first
    end = max(at + 1, source[1]) if source else at + 1
    ahead = said_ahead(place, start)
    behind = said_behind(place, end)
    if ahead and (not behind or is_terminal(place, end)):
        last = second_half(place, end)
        return (ahead[0], last) if last else ahead
    return behind


def second_half(place: Place, end: int) -> int | None:
    """Where a quotation ends that goes on after "he said", in the same sentence or the next."""
    if is_quotation(place, end):
        return closing_mark(place, closing_word(place, end))
    after = place.closing
    if not place.quotes[place.opening] or after >= len(place.words) or not place.quotes[after]:
        return None
    if "\n" in place.words.gaps[after]:
        return None
    while after + 1 < len(place.words) and place.quotes[after + 1]:
        after += 1
    return closing_mark(place, after)


def said_ahead(place: Place, start: int) -> Span | None:
    """What stands before ", he said": from the opening of its sentence, or of the quotation that runs over several."""
    words = place.words
    if start - place.opening < FEWEST or start >= len(words):
        return None
    gap = words.gaps[start]
    marked = [place_ for place_, mark in enumerate(gap) if mark in g.QUOTES]
    if "," not in gap and not marked and not any(mark in gap for mark in "—–?!"):
        return None
    first = place.opening
    while first > 0 and place.quotes[place.opening] and place.quotes[first - 1] and "\n" not in words.gaps[first]:
        first -= 1
    begin = words.starts[first]
    while begin > 0 and words.text[begin - 1] in g.QUOTES:
        begin -= 1
    end = words.ends[start - 1] + (marked[-1] + 1 if marked else 0)
    return begin, end


def said_behind(place: Place, end: int) -> Span | None:
    """What stands after the cue, to the end of its sentence or of the quotation that runs over several."""
    words = place.words
    if end >= place.closing:
        return next_quotation(place)
    start = clause_start(place, end)
    begin = words.starts[start]
    while begin > 0 and words.text[begin - 1] in g.QUOTES:
        begin -= 1
    return begin, closing_mark(place, closing_word(place, end))


def clause_start(place: Place, end: int) -> int:
    """The "that" after "on November 2," or "back then", where there is one; else what follows a preposition."""
    words = place.words
    if words.lower[end] in g.PREPOSITIONS | g.DAYS | {"back"} or g.is_adverb(words.lower[end]):
        for index in range(end + 1, min(end + 6, place.closing)):
            if words.lower[index] == "that":
                return index
    return end + (words.lower[end] in SKIPPED and end + 1 < place.closing)


def closing_word(place: Place, end: int) -> int:
    """The last word of what is said behind: a concession of the writer's own does not belong to it."""
    words, last = place.words, place.closing - 1
    for index in range(end + FEWEST, place.closing):
        if not place.quotes[index] and "," in words.gaps[index] and words.lower[index] in CONCESSIONS:
            return index - 1
    while place.quotes[last] and last + 1 < len(words) and place.quotes[last + 1] and "\n" not in words.gaps[last + 1]:
        last += 1
    return last


def closing_mark(place: Place, last: int) -> int:
    """The code point after the last word, its closing quotation mark and what that encloses included."""
    gap, end = place.words.gaps[last + 1], place.words.ends[last]
    marks = [number for number, mark in enumerate(gap[:4]) if mark in g.QUOTES]
    return end + marks[0] + 1 if place.quotes[last] and marks else end


def next_quotation(place: Place) -> Span | None:
    """A quotation that begins where the sentence ends: ``He said: "...``."""
    words, after = place.words, place.closing
    if after >= len(words) or not place.quotes[after] or place.quotes[after - 1]:
        return None
    last = after
    while last + 1 < len(words) and place.quotes[last + 1]:
        last += 1
    begin = words.starts[after] - 1
    return begin, closing_mark(place, last)


def is_terminal(place: Place, end: int) -> bool:
    """Whether what follows the cue is at most a place or time of saying so, or a second half of the quotation."""
    words = place.words
    if end >= place.closing or is_quotation(place, end):
        return True
    gap, word = words.gaps[end], words.lower[end]
    return "," in gap or word in g.PREPOSITIONS | g.DAYS | {"as", "when", "while", "and"} or gap not in g.TOGETHER


def is_quotation(place: Place, end: int) -> bool:
    """Whether a quotation begins with word ``end``."""
    gap = place.words.gaps[end] if end < len(place.words) else ""
    return end < place.closing and any(mark in gap for mark in g.QUOTES) and place.quotes[end]
