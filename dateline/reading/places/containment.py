"""Which named place a text puts inside which: "Paris, Texas", "Al-Bukamal in the province of Deir ez-Zor", "Canada's
Alberta".
"""

from __future__ import annotations

from math import cos, hypot, radians
from typing import NamedTuple

from dateline.atlas.gazetteer import Place

from ..words import Words
from .spans import Span
from .vocabulary import AREA_WORDS, TOWN_WORDS

WIDE = frozenset(("country", "area", "county", "region", "other"))
SMALL = frozenset(("town", "water"))  # what nothing lies in
BETWEEN = frozenset(
    [
        "in",
        "the",
        "of",
        "a",
        "an",
        "and",
        "is",
        "city",
        "town",
        "village",
        "province",
        "state",
        "county",
        "parish",
        "district",
        "region",
        "governorate",
        "area",
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "located",
        "suburb",
        "suburban",
        "outside",
        "near",
        "rural",
    ]
)
REACH = 6  # words between a place and what it is said to lie in
KM_PER_DEGREE = 111.2  # of latitude


class Link(NamedTuple):
    """The span at ``inner`` is said to lie in that at ``outer``; ``how`` is "comma", "bracket", "in" or "owner"."""

    inner: int
    outer: int
    how: str


def links(words: Words, found: list[Span]) -> list[Link]:
    """What is said to lie in what, of spans in the order of the text that do not overlap."""
    said = []
    for index in range(1, len(found)):
        inner, outer = found[index - 1], found[index]
        how = link(words, inner, outer)
        if how:
            said.append(Link(index - 1, index, how))
            if how == "comma":
                said += listed_before(words, found, index - 1, index)
        elif owner(words, inner, outer):
            said.append(Link(index, index - 1, "owner"))
    return said


def link(words: Words, inner: Span, outer: Span) -> str:
    """How what stands between two neighbouring spans puts the first into the second, or ""."""
    if outer.adjective or not any(place.kind in WIDE for place in outer.places):
        return ""
    between = outer.first - inner.last - 1
    if between == 0:
        gap = words.text[inner.end : outer.start]
        return {", ": "comma", " (": "bracket", ",\n": "comma"}.get(gap, "")
    if between > REACH or words.opens[outer.first] or any(words.opens[i] for i in range(inner.last + 1, outer.first)):
        return ""
    middle = words.lower[inner.last + 1 : outer.first]
    if "in" in middle and all(word in BETWEEN for word in middle):
        return "in"
    return "in" if words.gaps[inner.last + 1] == ", " and middle[-1] in ("of", "in") and set(middle) <= BETWEEN else ""


def listed_before(words: Words, found: list[Span], inner: int, outer: int) -> list[Link]:
    """In "Homs and Palmyra, Syria" the first lies there, too."""
    said, index = [], inner
    while index > 0:
        left, right = found[index - 1], found[index]
        gap = words.text[left.end : right.start]
        if gap not in (" and ", ", and "):
            break
        index -= 1
        said.append(Link(index, outer, "list"))
    return said


def owner(words: Words, first: Span, second: Span) -> bool:
    """ "Canada's Alberta", "Russian Sochi": the first is what the second lies in."""
    if not any(place.kind in WIDE for place in first.places):
        return False
    gap = words.text[first.end : second.start]
    return gap in ("'s ", "’s ") or (
        first.adjective and gap in (" ", " city of ", " town of ", " village of ", " province of ")
    )


def contains(outer: Place, inner: Place) -> bool:
    """Whether a place lies in another, as far as the gazetteer tells."""
    if outer.key == inner.key:
        return False
    if outer.kind == "country":
        return outer.country == inner.country
    if outer.kind == "area":
        return outer.key == f"area:{inner.area}" or (
            inner.kind not in ("area", "country") and outer.area == inner.area != ""
        )
    if outer.kind == "county":
        return outer.area == inner.area and inner.kind == "town" and near(outer, inner, 60)
    return inside(outer, inner) if outer.extent else False


def inside(outer: Place, inner: Place) -> bool:
    """Whether a point lies in an extent."""
    if outer.extent is None or inner.kind == "country":
        return False
    west, south, east, north = outer.extent
    across = west <= inner.longitude <= east if west <= east else inner.longitude >= west or inner.longitude <= east
    return across and south <= inner.latitude <= north


def near(one: Place, other: Place, km: float) -> bool:
    """A rough test on a flat map, right enough where a mile more or less does not matter."""
    down = (one.latitude - other.latitude) * KM_PER_DEGREE
    across = (one.longitude - other.longitude) * KM_PER_DEGREE * cos(radians(one.latitude))
    return hypot(down, across) <= km


def cue(words: Words, span: Span) -> str:
    """Whether the text calls it an area or a settlement: "Homs province", "the city of Homs", or neither."""
    after, before = span.last + 1, span.first - 1
    if after < len(words) and words.gaps[after] == " ":
        if words.lower[after] in AREA_WORDS:
            return "area"
        if words.lower[after] in TOWN_WORDS:
            return "town"
    if before > 0 and words.lower[before] == "of" and words.gaps[span.first] == " ":
        kind = words.lower[before - 1]
        return "area" if kind in AREA_WORDS else "town" if kind in TOWN_WORDS else ""
    if before >= 0 and words.gaps[span.first] == " ":
        return (
            "area"
            if words.lower[before] in ("province", "governorate", "county")
            else "town"
            if words.lower[before] in ("city", "town", "village")
            else ""
        )
    return ""
