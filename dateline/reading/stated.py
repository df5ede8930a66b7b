"""What a text states of distances, as the checks are given it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.atlas.gazetteer import Place

from .checks.given import Moved, Placed, Point, Stated, Told
from .distances import Distance
from .distances.numbers import value_of
from .places.find import Toponym
from .proposal import Proposal

POINTS = frozenset(("town", "other"))  # kinds of places that are where their point is
HOURS = {"hour": 1.0, "day": 24.0, "week": 168.0}
TOOK = re.compile(
    r"\s(?:in|within|over)\s(?:only |just |about |some |less than |under )?"
    r"(?P<number>\d{1,3}|[a-z]+)\s(?P<unit>hour|day|week)s?\b"
)
REACHED = re.compile(
    r"\b(?:captur|reach|t(?:ake|ook|aken)\b|seiz|enter|liberat|arriv|secur|overr[au]n|storm|g(?:ain|ot)\b|conquer)",
    re.IGNORECASE,
)

AIM = re.compile(
    r"\b(?:towards?|(?:left|bound|heading|headed|make|making|made|set (?:off|out)) for"
    r"|to (?:reach|take|capture|seize|enter|liberate|retake|recapture|storm)|advanc\w+ (?:on|to)"
    r"|(?:push|march|move|offensive|advance|drive|way|road) (?:on|to|against)|away from|close to|closer to)\s"
    r"(?P<aim>[^.;:\n]{1,120})"
)
# What spreads to several places at once, and goes back from none.
GROWS = re.compile(
    r"\b(?:\w*fires?|flames?|blazes?|smoke|flood\w*|storms?|waters?|lava|quakes?|earthquakes?)\b", re.IGNORECASE
)


def stated(distances: Sequence[Distance], toponyms: Sequence[Toponym]) -> Iterator[Stated]:
    """Yield statements about a distance or direction from a place that the text names."""
    for one in distances:
        if one.kind not in ("distance", "direction") or one.reference is None:
            continue
        reference = toponyms[one.reference]
        number = one.subject_toponym if one.subject_toponym is not None else one.beside
        subject = toponyms[number] if number is not None else None
        yield Stated(
            one.text,
            one.start,
            one.end,
            one.km,
            one.bearing,
            one.qualifier,
            name_of(reference),
            point(reference.place),
            name_of(subject) if subject else " ".join(one.subject.lower().split()),
            point(subject.place) if subject else None,
        )


def name_of(name: Toponym) -> str:
    """The name as the text writes it elsewhere, where this is a slip."""
    return name.spelled_like or name.text


def point(place: Place | None) -> Point | None:
    """Where a place is, if it is at one point."""
    return (place.latitude, place.longitude) if place and place.kind in POINTS else None


def told(proposals: Sequence[Proposal], text: str) -> Iterator[Told]:
    """Yield how far from a place somebody was, and when: as is said, or by having reached a site that lies so far."""
    for one in proposals:
        relation = one.relation
        if one.when is None or relation is None or not relation["km"] or not relation["of"]:
            continue
        sentence = text[one.start : one.end]
        if relation["text"] in sentence or REACHED.search(sentence):
            by_hour = one.when.precision == "hour"
            aimed = not GROWS.search(sentence) and aims_at(text, relation["of"])
            who = frozenset(actor.name.lower() for actor in one.actors if actor.role == "by")
            yield Told(relation["km"], relation["of"], one.when.begins, by_hour, one.start, one.end, who, aimed)


def aims_at(text: str, name: str) -> bool:
    """Whether a text says that somebody makes for a place."""
    return any(name in found["aim"] for found in AIM.finditer(text))


def moved(distances: Sequence[Distance], text: str) -> Iterator[Moved]:
    """Yield ways with the time that they took: "advanced 10 km in 48 hours"."""
    for one in distances:
        took = TOOK.match(text, one.end) if one.kind == "movement" and one.km else None
        number = number_of(took["number"]) if took else None
        if took and number and one.km:
            yield Moved(one.km, number * HOURS[took["unit"]], one.start, took.end())


def number_of(written: str) -> float | None:
    """A number, if it is one that is known."""
    try:
        return value_of(written)
    except KeyError:
        return None


def placed(toponyms: Sequence[Toponym]) -> Iterator[Placed]:
    """Yield the towns and sites of a text; a country is no point that could lie outside of something."""
    for name in toponyms:
        at = point(name.place)
        if at and not name.adjective:
            yield Placed(name.text, at, name.start, name.end)
