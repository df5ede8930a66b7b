"""What the other parts found in a text, and what a proposal is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from ..attribution import Attribution
from ..dates import Mention
from ..distances import Distance
from ..places.find import Toponym
from ..words import Words
from .sentences import Sentence


@dataclass(frozen=True, slots=True)
class Read:
    """A text with its names, times, sources and distances, each in the order of the text."""

    words: Words
    published: datetime
    toponyms: tuple[Toponym, ...]
    dates: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    distances: tuple[Distance, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What was found in one sentence. Toponyms are numbers, as distances name them."""

    sentence: Sentence
    text: str
    toponyms: list[int] = field(default_factory=list)
    dates: list[Mention] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    distances: list[Distance] = field(default_factory=list)


def parts(read: Read, sentences: Iterable[Sentence]) -> list[Part]:
    """Give each sentence its own: all of it is in the order of the text."""
    found = [Part(one, read.words.text[one.start : one.end]) for one in sentences]
    share([(name.start, number) for number, name in enumerate(read.toponyms)], found, "toponyms")
    share([(one.start, one) for one in read.dates], found, "dates")
    share([(one.cue[0], one) for one in read.attributions], found, "attributions")
    share([(one.start, one) for one in read.distances], found, "distances")
    return found


def share(things: Iterable[tuple[int, object]], found: list[Part], kind: str) -> None:
    """Put each thing with the sentence that it stands in, if any."""
    index = 0
    for start, thing in things:
        while index < len(found) and found[index].sentence.end <= start:
            index += 1
        if index < len(found) and found[index].sentence.start <= start:
            getattr(found[index], kind).append(thing)
