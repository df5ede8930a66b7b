"""What speaks for and against a word being a cue, by name: weights are learned for it, and a person can read why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..lists import listed
from ..words import Words
from . import grammar as g
from .cues import ACTS, Cue
from .forms import DONE

ASKING = listed("that whether why how what if where who there")


@dataclass(slots=True)
class Candidate:
    """A word that may be a cue, the group it stands in, the forms that fit, and who would be the source."""

    at: int
    first: int
    cue: Cue
    forms: set[str]
    source: tuple[int, int] | None
    way: str  # how the source was come by: before | behind | shared | none


@dataclass(frozen=True, slots=True)
class Place:
    """Where the candidates of one sentence stand."""

    words: Words
    quotes: list[bool]
    opening: int
    closing: int


def evidence(candidate: Candidate, place: Place, earlier: int) -> Iterator[str]:
    """Yield the names of all that holds; ``earlier`` counts the candidates before it in its sentence."""
    words, at, cue = place.words, candidate.at, candidate.cue
    after = behind(place, at)
    for group in cue.groups:
        yield f"{group}"
        yield f"{group}, then {after}"
        for form in candidate.forms or ("none",):
            yield f"{group} {form}"
    yield f"verb {cue.verb}"
    yield f"then {after}"
    if after == "preposition":
        fits = words.lower[at + 1] in cue.prepositions
        yield f"its preposition {fits}"
        yield f"{words.lower[at + 1]} follows"
    if any(word in ACTS for word in words.lower[at + 1 : at + 5]) and not cue.prepositions:
        yield "an act follows"
    yield f"clause {is_clause(place, at + 1)}"
    yield from of_group(candidate, place)
    yield from of_source(candidate, place)
    yield f"quoted {place.quotes[at]}"
    yield f"earlier {min(earlier, 3)}"
    yield f"quotation {any(place.quotes[place.opening : place.closing])} {place.quotes[at]}"


def behind(place: Place, at: int) -> str:
    """What kind of word or mark follows."""
    words, after = place.words, at + 1
    if after >= place.closing:
        return "end"
    gap, word = words.gaps[after], words.lower[after]
    if any(mark in gap for mark in g.QUOTES) and place.quotes[after] and not place.quotes[at]:
        return "quotation"
    if gap not in g.TOGETHER:
        return "colon" if ":" in gap else "comma" if "," in gap else "mark"
    if word in ASKING:
        return "that" if word == "that" else "question"
    if word == "to":
        return "to"
    if word in g.PREPOSITIONS:
        return "preposition"
    if word in g.SUBJECTS:
        return "pronoun"
    if word in g.DETERMINERS:
        return "determiner"
    if word in g.DAYS:
        return "day"
    if g.is_adverb(word):
        return "adverb"
    return "name" if words.shapes[after] not in ("lower", "figure") else words.shapes[after]


def ahead(place: Place, first: int) -> str:
    """What kind of word or mark stands before the group."""
    words = place.words
    if first <= place.opening:
        return "start"
    gap, word = words.gaps[first], words.lower[first - 1]
    if any(mark in gap for mark in g.QUOTES):
        return "quotation"
    if gap not in g.TOGETHER:
        return "comma" if "," in gap else "mark"
    for kind, known in (
        ("relative", g.RELATIVE),
        ("pronoun", g.SUBJECTS),
        ("possessive", g.POSSESSIVE),
        ("article", g.ARTICLES),
        ("preposition", g.PREPOSITIONS),
        ("and", g.JOINING),
    ):
        if word in known:
            return kind
    if word == "s":
        return "genitive"
    if words.shapes[first - 1] in ("lower", "figure"):
        return "plural" if word.endswith("s") else "lower"
    return "name"


def of_group(candidate: Candidate, place: Place) -> Iterator[str]:
    """Yield what stands between the source and the cue."""
    words = place.words
    inside = set(words.lower[candidate.first : candidate.at])
    before = ahead(place, candidate.first)
    yield f"after {before}"
    yield f"after {before}, {'/'.join(sorted(candidate.forms)) or 'no form'}"
    for kind, known in (
        ("modal", g.MODALS),
        ("have", g.HAVE),
        ("be", g.BE),
        ("do", g.DO),
        ("to", {"to"}),
        ("not", g.NEGATIONS),
    ):
        if inside & known:
            yield f"with {kind}"
    if inside & g.BE and DONE in candidate.forms:
        by = "by" in words.lower[candidate.at + 1 : candidate.at + 3]
        yield f"passive {by}"


def of_source(candidate: Candidate, place: Place) -> Iterator[str]:
    """Yield what the source looks like."""
    yield f"source {candidate.way}"
    if not candidate.source:
        return
    words = place.words
    start, after = candidate.source
    yield f"source {kind_of_phrase(words, start, after)}"
    yield f"source of {min(after - start, 8)} words"


def kind_of_phrase(words: Words, start: int, after: int) -> str:
    """What a phrase is by its writing."""
    if after - start == 1 and words.lower[start] in g.PRONOUNS | g.RELATIVE:
        return words.lower[start]
    if any(word in g.SOURCES for word in words.lower[start:after]):
        return "of people who speak"
    if words.shapes[after - 1] not in ("lower", "figure"):
        return "name"
    return "the thing" if words.lower[start] in g.DETERMINERS else "thing"


def is_clause(place: Place, after: int) -> bool:
    """Whether a clause without "that" begins here: a subject, and soon a finite verb."""
    words = place.words
    for index in range(after, min(after + 9, place.closing)):
        if index > after and words.gaps[index] not in g.TOGETHER:
            return False
        if words.lower[index] in g.FINITE and index > after:
            return True
    return False
