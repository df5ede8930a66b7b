"""Where it happened: the place that the sentence says most directly, or the point to which its distances lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dateline.atlas.gazetteer import keys

from ..distances import Distance
from ..lists import listed
from ..places.find import Toponym
from ..places.vocabulary import SITE_WORDS
from ..proposal import Where
from .events import EVENTS
from .read import Part, Read

KINDS = {"town": 4.0, "other": 4.0, "": 4.0, "county": 3.0, "area": 2.0, "country": 1.0}
WORTH = {  # how directly a place is said, by the preposition before its name
    **dict.fromkeys(listed("in at inside within into throughout"), 2.0),
    **dict.fromkeys(listed("near around outside on over across along by off of"), 1.5),
    **dict.fromkeys(listed("to toward towards for from until with against between through via"), -1.0),
}
BEARING = re.compile(r"\b(?:north|south|east|west)(?:[ -]?(?:east|west))?(?:ern)?(?: of)?\s(?:the\s)?$", re.IGNORECASE)
ASIDE = re.compile(r"\b(?:after|before|since|following|while)\b[^,;]*$", re.IGNORECASE)
BEFORE, NEAREST = 60, 5  # letters and words before a name that are looked at
CLAUSES = 240  # letters in which what comes before it may make a name an aside
CLAUSE = re.compile(r"[,;:()–—]")
ACHIEVED, AIMED, ALONGSIDE, BARE, AN_ASIDE = 2.0, -0.5, 1.5, 1.0, -1.5
SPECIFIC = 4.0  # a town or site, or better
UNPLACED = 0.3  # how sure a name is that nobody can place


class Places:
    """The places of a text, and where its own statements put those that no gazetteer has."""

    def __init__(self, read: Read):
        self.read = read
        self.led_to: dict[str, Distance] = {}
        for one in read.distances:
            if one.subject_toponym is not None and points(one) and read.toponyms[one.subject_toponym].place is None:
                self.led_to.setdefault(keys.key(read.toponyms[one.subject_toponym].text), one)

    def of(self, part: Part) -> tuple[Where | None, Distance | None, float]:
        """The place of a sentence, the statement that is its relation, and how sure the place is."""
        ranked = sorted(self.ranked(part), key=lambda pair: (-pair[0], pair[1]))
        best = ranked[0][1] if ranked else None
        leading = self.leading(part, best)
        if leading is not None:
            return self.derived(leading), leading, self.sure(leading.reference)
        if best is None:
            return None, next(iter(part.distances), None), UNPLACED
        name = self.read.toponyms[best]
        led = self.led_to.get(keys.key(name.text)) if name.place is None else None
        where = self.derived(led, name.text) if led else placed(name)
        sure = self.sure(led.reference if led else best) * (1 if ranked[0][0] >= SPECIFIC else 0.8)
        own = self.relation(part, best)
        return where, own if own is not None and own.km is not None else led or own, sure

    def sure(self, number: int | None) -> float:
        """How sure it is what a name means."""
        name = self.read.toponyms[number] if number is not None else None
        return name.confidence if name is not None and name.place is not None else UNPLACED

    def ranked(self, part: Part) -> Iterator[tuple[float, int]]:
        """Each name that may be the place, with how directly it is said."""
        sources = [one.source for one in part.attributions if one.source]
        for number in part.toponyms:
            name = self.read.toponyms[number]
            if name.adjective or any(start <= name.start < end for start, end in sources):
                continue
            kind = name.place.kind if name.place else ""
            yield (
                KINDS.get(kind, 0.5)
                + lead(self.read.words.text[max(part.sentence.start, name.start - CLAUSES) : name.start]),
                number,
            )

    def leading(self, part: Part, best: int | None) -> Distance | None:
        """A statement with a number that tells where the subject is, unless the subject's own place is known better."""
        for one in part.distances:
            if one.derived is None or one.reference is None:
                continue
            subject = one.subject_toponym if one.subject_toponym is not None else self.beside(one, best)
            if subject is None or self.read.toponyms[subject].place is None:
                return one
        return None

    def beside(self, one: Distance, best: int | None) -> int | None:
        """The name to which a statement is added after a comma: "in Northam, 5 km west of Southam"."""
        if best is None or best == one.reference:
            return None
        between = self.read.words.text[self.read.toponyms[best].end : one.start]
        return best if re.fullmatch(r"(?:\s\w+)?\s?[,(–—-]\s?(?:which is |that is |a \w+ )?", between) else None

    def relation(self, part: Part, best: int) -> Distance | None:
        """The statement that is made about this place, or from it."""
        end = self.read.toponyms[best].end
        for one in part.distances:
            if (
                one.reference == best
                or one.subject_toponym == best
                or one.km is not None
                or 0 <= one.start - end < BEFORE
            ):
                return one
        return None

    def derived(self, one: Distance, name: str = "") -> Where:
        """Where a statement leads; without a direction, all around its reference."""
        subject = self.read.toponyms[one.subject_toponym].text if one.subject_toponym is not None else ""
        named = name or subject or trimmed(one.text)
        reference = self.read.toponyms[one.reference].place if one.reference is not None else None
        if one.derived is None or reference is None:
            return Where(named)
        if one.derived.latitude is None:
            latitude, longitude = reference.latitude, reference.longitude
            return Where(named, "", "other", latitude, longitude, round(one.derived.far_km, 1), True)
        point = one.derived.latitude, one.derived.longitude
        return Where(named, "", "other", *point, round(one.derived.radius_km, 1), True)


def points(one: Distance) -> bool:
    """Whether a statement leads to a point."""
    return one.derived is not None and one.derived.latitude is not None


def trimmed(text: str) -> str:
    """A statement without what only weighs it."""
    return re.sub(r"^(?:now\s)?(?:only|just|about|some|around|nearly)\s", "", text)


def placed(name: Toponym) -> Where:
    """A place as the text names it; without a point where nobody knows it."""
    place = name.place
    if place is None:
        return Where(name.text)
    return Where(name.spelled_like or name.text, place.key, place.kind, place.latitude, place.longitude)


def lead(before: str) -> float:
    """How directly a name is said to be the place, by the words before it."""
    worth = AN_ASIDE if ASIDE.search(before) else 0.0
    near = before[-BEFORE:]
    if BEARING.search(near):
        return worth + ALONGSIDE
    words = CLAUSE.split(near)[-1].lower().split()[-NEAREST:]
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        if word in EVENTS:
            return worth + (AIMED if words[index - 1 : index] == ["to"] else ACHIEVED)
        if word in WORTH and not (word == "of" and words[index - 1 : index] and words[index - 1] in SITE_WORDS):
            return worth + WORTH[word]
    return worth + BARE


def as_data(one: Distance | None, read: Read) -> dict[str, Any] | None:
    """A statement as plain values; ``of`` is the name that it is reckoned from."""
    if one is None:
        return None
    of = read.toponyms[one.reference].text if one.reference is not None else ""
    return {"km": one.km, "bearing": one.bearing, "of": of, "qualifier": one.qualifier, "text": one.text}
