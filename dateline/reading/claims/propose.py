"""The claims of a text: one for each sentence in which something happens, at a time, at a place or a distance."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from ..attribution import Attribution
from ..proposal import Proposal, When
from ..words import Words
from .events import EVENTS, PAST
from .read import Part, Read, parts
from .repeats import Repeats
from .said import said, speaker
from .sentences import sentence, sentences
from .when import Clock
from .where import Places, as_data
from .who import Cast

SURE = {"explicit": 1.0, "year-inferred": 0.95, "relative": 0.9, "inherited": 0.7}
UNDATED = 0.6


def proposals(read: Read, headline: str = "") -> list[Proposal]:
    """Return them in the order of the text; what stands there twice is proposed once."""
    repeats = Repeats(headline)
    told = parts(read, sentences(read.words))
    return [one for one in claims(read, told) if repeats.is_new(read.words.text[one.start : one.end])]


def claims(read: Read, told: list[Part]) -> Iterator[Proposal]:
    """Yield a proposal for each sentence that has all that a claim needs."""
    clock, places, cast = Clock(read.published), Places(read), Cast(read.words)
    by: Attribution | None = None
    paragraph = -1
    for part in told:
        by = speaker(part, by if part.sentence.paragraph == paragraph else None)
        paragraph = part.sentence.paragraph
        when = clock.of(part, read)
        if part.toponyms or part.distances:
            found = claim(read, part, (places, cast), (when, by))
            if found is not None:
                yield found


def claim(
    read: Read, part: Part, known: tuple[Places, Cast], told: tuple[When | None, Attribution | None]
) -> Proposal | None:
    """What a sentence claims, or None: no event, no time, or no place and no distance."""
    (places, cast), (when, by) = known, told
    standing = [one for one in part.distances if one.km is not None and one.reference is not None]
    site = any(one.subject_toponym is not None for one in standing)
    if site and (when is None or when.basis == "inherited"):
        when = None  # a site stays where it is
    elif when is None:
        return None
    if not standing and not happens(read.words, part, when):
        return None
    where, statement, sure = places.of(part)
    if where is None and statement is None:
        return None
    voice = said(part, by)
    return Proposal(
        part.sentence.start,
        part.sentence.end,
        when,
        where,
        as_data(statement, read),
        voice.source,
        cast.of(part),
        voice.modality,
        voice.against_interest,
        round(sure * (SURE[when.basis] if when else UNDATED), 2),
    )


def of_stretch(read: Read, start: int, end: int) -> Proposal | None:
    """Return what is read in a stretch that somebody chose, come what may; None where it has no word.

    What the sentences before leave behind (a day, a speaker) holds for it as for any other.
    """
    words = read.words
    first, after = bisect_left(words.starts, start), bisect_right(words.ends, end)
    if first >= after:
        return None
    clock, places, cast = Clock(read.published), Places(read), Cast(words)
    by: Attribution | None = None
    paragraph = 0
    for part in parts(read, sentences(words)):
        if part.sentence.end > start:
            paragraph = part.sentence.paragraph
            break
        by = speaker(part, by if part.sentence.paragraph == paragraph else None)
        paragraph = part.sentence.paragraph
        clock.of(part, read)
    (chosen,) = parts(read, [sentence(words, first, after, paragraph)])
    voice = said(chosen, speaker(chosen, by))
    when, (where, statement, sure) = clock.of(chosen, read), places.of(chosen)
    return Proposal(
        start,
        end,
        when,
        where,
        as_data(statement, read),
        voice.source,
        cast.of(chosen),
        voice.modality,
        voice.against_interest,
        round(sure * (SURE[when.basis] if when else UNDATED), 2),
    )


def happens(words: Words, part: Part, when: When | None) -> bool:
    """Whether the sentence has a word for something that happens; in the past, where its time is only carried along."""
    carried = when is not None and when.basis == "inherited" and when.text not in part.text
    told = words.lower[part.sentence.first : part.sentence.after]
    return not (PAST if carried else EVENTS).isdisjoint(told)
