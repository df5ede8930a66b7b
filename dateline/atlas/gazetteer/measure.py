"""How well misspelled names are found, measured on the gazetteer itself.

A place that has several names is asked for by one of them, which is taken out of the scope for that moment; a name gets
one slip of the finger; names of other parts of the world are asked for that should not be found. Right is any place
that bears the name that was taken out, and it is first if no other is liker: of two villages of one name nobody could
say which is meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random
from time import perf_counter

from rapidfuzz import fuzz

from . import keys
from .find import Found, find
from .gazetteer import Gazetteer
from .scope import of_countries

GROUPS = (("IQ", "SY"), ("LB", "LY", "PS", "SD", "YE"), ("UA",))
ELSEWHERE = ("GH", "PE", "VN")
RESPELLED = 50  # of 100: letters that a name shares with another of the same place, to be that one in other letters
SHORTEST = 6  # letters of a name that gets a slip
FIRST, FEW, LIMIT = 1, 5, 50  # ranks; answers that are asked for, so that those of one name are all there
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Question:
    """A name, and the places that bear it, by their keys."""

    name: str
    places: frozenset[str]
    is_respelled: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares between 0 and 1, milliseconds, and how many questions there were."""

    questions: int
    first: float
    among_five: float
    respelled_first: float
    slips_first: float
    unrelated: float
    milliseconds: float


def measured(gazetteer: Gazetteer, countries: Sequence[str], most: int, seed: int) -> Figures:
    """Ask, and count."""
    random = Random(seed)  # noqa: S311
    asked = questions(gazetteer, countries, most, random)
    of_countries(gazetteer, tuple(sorted(countries)), True)  # read once, before the clock runs
    start = perf_counter()
    answers = [without(gazetteer, each, countries) for each in asked]
    took = perf_counter() - start
    first = [_rank(found, each) <= FIRST for found, each in zip(answers, asked, strict=True)]
    respelled = [right for right, each in zip(first, asked, strict=True) if each.is_respelled]
    slips = [each for each in asked if len(keys.key(each.name)) >= SHORTEST]
    strange = strangers(gazetteer, countries, most, random)
    return Figures(
        questions=len(asked),
        first=_share(first),
        among_five=_share([_rank(found, each) <= FEW for found, each in zip(answers, asked, strict=True)]),
        respelled_first=_share(respelled),
        slips_first=_share([_rank(find(gazetteer, slip(e.name, random), countries, LIMIT), e) <= FIRST for e in slips]),
        unrelated=_share([any(f.is_match for f in find(gazetteer, name, countries, 1)) for name in strange]),
        milliseconds=took * 1000 / max(1, len(asked)),
    )


def questions(gazetteer: Gazetteer, countries: Sequence[str], most: int, random: Random) -> list[Question]:
    """One of the Latin names of each town that has more than one."""
    called: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for country in sorted(countries):
        for number, key, name in gazetteer.spelled(country):
            if number > 0 and key.isascii():
                called[number][key] = name
    here = of_countries(gazetteer, tuple(sorted(countries)), True).called
    asked = []
    for names in called.values():
        if len(names) > 1:
            key = random.choice(sorted(names))
            nearest = max(fuzz.ratio(key, other) for other in names if other != key)
            bearers = gazetteer.numbered(number for number, _name in here[key] if isinstance(number, int))
            asked.append(Question(names[key], frozenset(place.key for place in bearers), nearest >= RESPELLED))
    return random.sample(asked, min(most, len(asked)))


def strangers(gazetteer: Gazetteer, countries: Sequence[str], most: int, random: Random) -> list[str]:
    """Names of five letters and more from other continents, none of which is a name here too."""
    here = of_countries(gazetteer, tuple(sorted(countries)), True).called
    found = {
        key: name
        for country in ELSEWHERE
        for number, key, name in gazetteer.spelled(country)
        if number > 0 and len(key) > 4
    }
    names = [name for key, name in sorted(found.items()) if key not in here and key.isascii()]
    return random.sample(names, min(most, len(names)))


def slip(name: str, random: Random) -> str:
    """A name with one letter left out, put in, changed, or swapped with the next; the first one stays."""
    at = random.randrange(1, len(name) - 1)
    letter = random.choice(LETTERS)
    forms = (
        name[:at] + name[at + 1 :],
        name[:at] + letter + name[at:],
        name[:at] + letter + name[at + 1 :],
        name[:at] + name[at + 1] + name[at] + name[at + 2 :],
    )
    return random.choice(forms)


def without(gazetteer: Gazetteer, question: Question, countries: Sequence[str]) -> list[Found]:
    """What is found where the name that is asked for is not known as one of its place."""
    with _forgotten(gazetteer, question, countries):
        return find(gazetteer, question.name, countries, LIMIT)


@contextmanager
def _forgotten(gazetteer: Gazetteer, question: Question, countries: Sequence[str]) -> Iterator[None]:
    """Let nobody be called so for a moment."""
    called = of_countries(gazetteer, tuple(sorted(countries)), True).called
    key = keys.key(question.name)
    before = called[key]
    called[key] = []
    try:
        yield
    finally:
        called[key] = before


def _rank(found: list[Found], question: Question) -> int:
    """The best rank of a right place, where equally like ones share it; beyond the last where none is found."""
    own = max((each.score for each in found if each.place.key in question.places), default=None)
    return LIMIT + 1 if own is None else 1 + sum(each.score > own for each in found)


def _share(right: list[bool]) -> float:
    """How many of them, 0 where there are none."""
    return sum(right) / max(1, len(right))
