"""Every word of a sentence that may be a cue, with its group and whose word it would be."""

from __future__ import annotations

from collections.abc import Iterator

from . import grammar as g
from . import sources
from .cues import CUES, NOUN, SAY
from .evidence import Candidate, Place
from .forms import DONE, ING, PAST, THIRD
from .verbs import fitting, group_start

Phrase = tuple[int, int]  # first word, word after the last


def candidates(place: Place) -> Iterator[Candidate]:
    """Yield the candidates of one sentence, from left to right."""
    words, taken = place.words, place.opening
    subject: Phrase | None = None
    for at in range(place.opening, place.closing):
        cue = CUES.get(words.lower[at])
        if not cue:
            continue
        first = group_start(words, at, taken)
        forms = fitting(words, at, first, cue, place.opening)
        if not forms and NOUN not in cue.groups:
            continue
        candidate = Candidate(at, first, cue, forms, None, "none")
        candidate.source, candidate.way = who(candidate, place, subject)
        yield candidate
        if forms and candidate.way == "before":
            subject = candidate.source
        taken = at + 1


def who(candidate: Candidate, place: Place, subject: Phrase | None) -> tuple[Phrase | None, str]:
    """Whose word it would be, and where that was found."""
    words, first, at = place.words, candidate.first, candidate.at
    if not candidate.forms:
        return of_noun(at, place)
    inside = set(words.lower[first:at])
    if DONE in candidate.forms and inside & g.BE:
        by = next((i for i in range(at + 1, min(at + 4, place.closing)) if words.lower[i] == "by"), None)
        source = sources.behind(words, by, place.closing) if by else None
        return source, "by" if source else "none"
    if is_inverted(candidate, place):
        source = sources.behind(words, at, place.closing)
        if source:
            return source, "behind"
    if is_shared(candidate, place, inside):
        subject = subject or sources.opening_subject(place)
        return subject, "shared" if subject else "none"
    source = sources.before(words, first, place.opening)
    return source, "before" if source else "none"


def is_inverted(candidate: Candidate, place: Place) -> bool:
    """Whether the subject stands behind: after a quotation or a clause, ``said Ada Byron``."""
    words, first = place.words, candidate.first
    able = SAY in candidate.cue.groups and candidate.cue.verb not in g.TOLD and candidate.forms & {PAST, THIRD}
    return bool(able) and first == candidate.at and (first == place.opening or words.gaps[first] not in g.TOGETHER)


def is_shared(candidate: Candidate, place: Place, inside: set[str]) -> bool:
    """Whether the verb has no subject of its own: ", saying", "and said", "to say"."""
    words, first = place.words, candidate.first
    if first == place.opening:
        return True
    joined = words.lower[first - 1] in g.JOINING | g.PREPOSITIONS
    return (candidate.forms == {ING} and not inside & g.BE) or words.lower[first] == "to" or joined


def of_noun(at: int, place: Place) -> tuple[Phrase | None, str]:
    """Whose report, claim or statement it is: "the ministry's report", "a statement by the ministry"."""
    words = place.words
    if at + 1 < place.closing and words.lower[at + 1] in ("by", "from"):
        return sources.behind(words, at + 1, place.closing), "by"
    for index in range(at - 1, max(at - 4, place.opening), -1):
        if words.lower[index] in g.POSSESSIVE:
            return (index, index + 1), "owner"
        if words.lower[index] == "s" and words.gaps[index] in ("'", "’"):
            return sources.before(words, index, place.opening), "owner"
    return None, "none"
