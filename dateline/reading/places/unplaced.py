"""Names that stand where a place's name stands and that no gazetteer knows: said to be unplaced, never guessed.

"The village of Humaymah", "the T-2 station". One that is a letter or two from a name that was placed in the same text
is most likely that name, misspelt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from dateline.atlas.gazetteer import keys

from ..words import CASED, FIGURE, LOWER, Words
from .lists import listed
from .persons import People
from .spans import ARTICLES, article, closes, joined
from .vocabulary import AFTER, BEFORE, CALENDAR, ORGANISATIONS, SITE_WORDS, TITLES, TOWN_WORDS

LONGEST = 4  # words, articles among them
SHORTEST = 5  # letters of a name that may be misspelt
LONG = 8  # and of one in which two may be wrong
AWAY = frozenset(
    ("in", "at", "near", "around", "towards", "toward", "outside", "from", "to", "into", "of", "reached", "entered")
)
ORDINARY = AFTER | BEFORE | ARTICLES
NEVER = (
    TITLES
    | ORGANISATIONS
    | CALENDAR
    | frozenset(("the", "this", "that", "i", "he", "she", "it", "we", "they", "a", "an", "new", "old"))
)


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Words ``first`` to ``last``; ``certain`` where the text calls it a village, a station or the like."""

    first: int
    last: int
    start: int
    end: int
    certain: bool


def unplaced(words: Words, taken: set[int]) -> list[Unplaced]:
    """Names in the syntax of places among the words that are not yet taken, in the order of the text."""
    found = []
    for first, last in runs(words, taken):
        certain = site(words, first, last)
        if (certain or words.lower[first - 1] in AWAY) and nameable(words, first, last):
            found.append(Unplaced(first, last, words.starts[first], words.ends[last], certain))
    people = People(words) if found else None
    return [one for one in found if people and not any(people.roles[one.first : one.last + 1])]


def runs(words: Words, taken: set[int]) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words, with their articles, that touch nothing taken."""
    index = 0
    while index < len(words):
        first = last = index
        if index not in taken and (words.shapes[index] in CASED or article(words, index)):
            last = extent(words, first, taken)
            if closes(words, first, last) or words.shapes[last] == FIGURE:
                yield first, last
        index = last + 1


def extent(words: Words, first: int, taken: set[int]) -> int:
    """The last word of the run that begins here."""
    last = first
    while last + 1 < len(words) and last + 1 not in taken and last - first < LONGEST - 1:
        after = last + 1
        numbered = words.gaps[after] == "-" and words.shapes[after] == FIGURE
        whole = (
            joined(words, after)
            and not words.opens[after]
            and (words.shapes[after] in CASED or closes(words, first, after))
        )
        if not numbered and not whole and not (joined(words, after) and article(words, after)):
            break
        last = after
    return last


def nameable(words: Words, first: int, last: int) -> bool:
    """Whether the words may be a name: none of them says what it is, and not all are ordinary."""
    lower = words.lower[first : last + 1]
    if lower[0] in NEVER or lower[-1] in NEVER:
        return False
    common = listed("common")
    return not all(word in common or word in ORDINARY for word in lower) and sum(map(len, lower)) > 1


def site(words: Words, first: int, last: int) -> bool:
    """Whether a word beside it says that it is a place: "Humaymah village", "the town of Kef"."""
    after = last + 1
    if (
        after < len(words)
        and words.gaps[after] == " "
        and words.lower[after] in SITE_WORDS
        and words.shapes[after] == LOWER
    ):
        return True
    return (
        first > 1
        and words.lower[first - 1] == "of"
        and words.lower[first - 2] in TOWN_WORDS
        and words.gaps[first] == " "
    )


def spelled_like(text: str, known: dict[str, str]) -> str:
    """The key in ``known`` (by key, how it is written) of which this may be a misspelling, or ""."""
    key = keys.key(text)
    bare = keys.without_article(text) or key
    if len(bare) < SHORTEST:
        return ""
    for other, written in known.items():
        most = 1 if len(key) < LONG else 2
        off = DamerauLevenshtein.distance(key, other, score_cutoff=most)
        if 0 < off <= most and key[0] == other[0] and not derived(key, other) and text[0].lower() == written[0].lower():
            return other
    return ""


def derived(one: str, other: str) -> bool:
    """Whether one is the other with an ending: Kenya and Kenyan are not misspelt."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or (len(short) > 4 and long[: len(short) - 1] == short[:-1] and long[-1] in "ns")
