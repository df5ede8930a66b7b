"""All attributions of a text."""

from __future__ import annotations

from collections.abc import Iterator

from ..words import Words
from . import sources
from .attribution import Attribution, Span
from .candidates import candidates
from .content import content, said_ahead, said_behind
from .cues import CLAUSE, NOUN, SAY
from .evidence import Candidate, Place, evidence
from .grammar import BE
from .judge import confidence
from .kinds import kind_of, side_of
from .modality import is_against_interest, modality
from .sentence import quoted, sentences
from .speakers import Speakers

RIGHT = frozenset(("correct", "right", "accurate"))
LEAST = 0.45  # confidence; four in five found are right then
CERTAIN = 0.92  # "according to": 37 of 40 were marked as one


def find_attributions(words: Words) -> list[Attribution]:
    """Find who says what, in the order of the text."""
    speakers = Speakers(words)
    found: list[Attribution] = []
    for place in places(words):
        here = [*according(place, speakers), *spoken(place, speakers), *trusted(place, speakers)]
        found += sorted(here, key=lambda one: one.cue)
    return found


def places(words: Words) -> Iterator[Place]:
    """Yield the sentences."""
    quotes = quoted(words)
    for opening, closing in sentences(words):
        yield Place(words, quotes, opening, closing)


def judged(place: Place) -> Iterator[tuple[Candidate, list[str]]]:
    """Yield each candidate with what speaks for and against it."""
    for number, candidate in enumerate(candidates(place)):
        yield candidate, list(evidence(candidate, place, number))


def spoken(place: Place, speakers: Speakers) -> Iterator[Attribution]:
    """Yield what a verb or noun attributes."""
    for candidate, names in judged(place):
        sure = confidence(names)
        if sure > LEAST:
            cue = span(place.words, candidate.first, candidate.at + 1)
            said = content(place, candidate.first, candidate.at, candidate.source)
            yield completed(place, speakers, cue, candidate.source, said, (manner(candidate), candidate.cue.verb, sure))


def manner(candidate: Candidate) -> str:
    """Whether it is an act of speech, a noun for one, or a stance."""
    if not candidate.forms and NOUN in candidate.cue.groups:
        return "noun"
    return "say" if candidate.cue.groups & {SAY, CLAUSE} else "stance"


def according(place: Place, speakers: Speakers) -> Iterator[Attribution]:
    """Yield what stands "according to" somebody."""
    words = place.words
    for at in range(place.opening, place.closing - 1):
        if words.lower[at] == "according" and words.lower[at + 1] == "to":
            source = sources.behind(words, at + 1, place.closing, to_comma=at - place.opening < 2)
            said = said_ahead(place, at) or (said_behind(place, source[1]) if source else None)
            yield completed(place, speakers, span(words, at, at + 2), source, said, ("according", "accord", CERTAIN))


def trusted(place: Place, speakers: Speakers) -> Iterator[Attribution]:
    """Yield whose word a sentence hangs on: "If the drivers are correct"."""
    words = place.words
    if words.lower[place.opening] != "if":
        return
    for at in range(place.opening + 2, min(place.opening + sources.MOST, place.closing)):
        if words.lower[at] in RIGHT and words.lower[at - 1] in BE and at - 1 > place.opening + 1:
            said = words.starts[place.opening], words.ends[place.closing - 1]
            phrase = place.opening + 1, at - 1
            cue = span(words, at - 1, at + 1)
            yield completed(place, speakers, cue, phrase, said, ("condition", "be", CERTAIN))
            return


def completed(
    place: Place,
    speakers: Speakers,
    cue: Span,
    phrase: tuple[int, int] | None,
    said: Span | None,
    how: tuple[str, str, float],
) -> Attribution:
    """Add who that is and how sure it is said."""
    text, (way, verb, sure) = place.words.text, how
    source = span(place.words, *phrase) if phrase else None
    name = speakers.name(*source) if source else ""
    kind = kind_of(name or (text[slice(*source)] if source else ""))
    side = side_of(name, kind)
    words = text[slice(*said)] if said else ""
    sureness = modality(words, verb, text[slice(*cue)])
    against = is_against_interest(kind, side, verb, words)
    return Attribution(cue, source, said, way, verb, sure, name, kind, side, sureness, against)


def span(words: Words, first: int, after: int) -> Span:
    """The code points from word ``first`` to before word ``after``."""
    return words.starts[first], words.ends[after - 1]
