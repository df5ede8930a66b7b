"""From outlines and towns to rows: which province is which, how it is called, where it lies."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import ceil, floor
from pathlib import Path

from dateline.atlas.gazetteer import keys, source, written

from . import shape
from .outlines import counties, unpacked
from .shape import Polygon

HEADINGS = ("key", "names", "area", "latitude", "longitude", "west", "south", "east", "north")
MOST = 0.7  # of a province's towns lie in one outline: then that outline is the province, not a part of it
NEARLY_ALL = 0.9  # the same where the province has a written name, so that its parts could be summed
STATES = """
    select iso_a2, coalesce(gu_a3, ''), name, coalesce(woe_name, ''), coalesce(gn_name, ''), geom from states_provinces
"""
NATIONS = {"ENG": "GB-ENG", "SCT": "GB-SCT", "WLS": "GB-WLS", "NIR": "GB-NIR"}


@dataclass(slots=True)
class Outline:
    """One province as Natural Earth draws it, and the provinces of the GeoNames towns that lie in it."""

    country: str
    unit: str
    names: list[str]
    polygons: list[Polygon]
    votes: Counter[str] = field(default_factory=Counter)

    @property
    def code(self) -> str:
        """The province that most of its towns say they are in."""
        if self.unit in NATIONS:
            return NATIONS[self.unit]
        return self.votes.most_common(1)[0][0] if self.votes else ""


def surveyed(sources: Path) -> Iterator[tuple[str, ...]]:
    """Every row of the table, in an order that a diff can be read in."""
    database = sqlite3.connect(f"file:{sources / 'world_map.gpkg'}?mode=ro", uri=True)
    try:
        yield from sorted(_countries(database))
        yield from _distinct(sorted(_provinces(_outlines(database))))
    finally:
        database.close()
    yield from sorted(_counties(sources / "counties-10m.json"))


def _countries(database: sqlite3.Connection) -> Iterator[tuple[str, ...]]:
    """Countries by their ISO code; the usual names are written by hand."""
    for code, blob in database.execute("select iso_a2, geom from countries where length(iso_a2) = 2"):
        if code.isalpha():
            yield _row(f"country:{code}", [], "", unpacked(blob))


def _outlines(database: sqlite3.Connection) -> list[Outline]:
    """Every province, with the votes of the towns in it."""
    found = [
        Outline(country, unit, usual_names(name, where, geonames), unpacked(blob))
        for country, unit, name, where, geonames, blob in database.execute(STATES)
        if len(country or "") == 2 and name
    ]
    by_country = defaultdict(list)
    for outline in found:
        by_country[outline.country].append((shape.bounds(outline.polygons), outline))
    for town in source.towns():
        code = written.province(town["countrycode"], town["admin1code"])
        latitude, longitude = town["latitude"], town["longitude"]
        for (west, south, east, north), outline in by_country[town["countrycode"]] if code else ():
            within = west <= longitude <= east and south <= latitude <= north
            if within and shape.holds(outline.polygons, latitude, longitude):
                outline.votes[code] += 1
                break
    return found


def _provinces(outlines: list[Outline]) -> Iterator[tuple[str, ...]]:
    """Each province; where its outlines are smaller than it, those as counties, and their sum if somebody named it."""
    called = {row["code"]: written.several(row["names"]) for row in written.provinces()}
    members = defaultdict(list)
    for outline in outlines:
        members[outline.code].append(outline)
    for code, parts in members.items():
        whole = _whole(code, parts, NEARLY_ALL if code in called else MOST)
        if whole is not None:
            names = [*called.get(code, []), *whole.names]
            yield _row(f"area:{code}", names, "", whole.polygons)
        elif code in called:
            polygons = [polygon for part in parts for polygon in part.polygons]
            yield _row(f"area:{code}", called[code], "", polygons, shape.FAR)
        yield from _smaller(code, [part for part in parts if part is not whole])


def _distinct(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Rows whose keys differ: Cork is a county and, beside it, a city."""
    seen: Counter[str] = Counter()
    for key, *others in rows:
        seen[key] += 1
        yield (key if seen[key] == 1 else f"{key}-{seen[key]}", *others)


def _whole(code: str, parts: list[Outline], share: float) -> Outline | None:
    """The outline that is the province itself, if one is."""
    first = max(parts, key=lambda part: part.votes[code])
    votes = sum(part.votes[code] for part in parts)
    return first if votes and first.votes[code] >= votes * share and first.unit not in NATIONS else None


def _smaller(code: str, parts: list[Outline]) -> Iterator[tuple[str, ...]]:
    """What Natural Earth draws below the provinces: departments, districts, boroughs."""
    for part in parts:
        key = f"county:{part.country}-{keys.key(part.names[0])}"
        yield _row(key, part.names, code, part.polygons)


def _counties(path: Path) -> Iterator[tuple[str, ...]]:
    """US counties by FIPS code."""
    names, states = source.county_names(), source.state_codes()
    for fips, short, polygons in counties(path):
        state = states.get(fips[:2])
        if state and polygons:
            yield _row(f"county:US-{fips}", [names.get(fips, short)], f"US-{state}", polygons)


BEFORE = (
    r"Muhafazat|Wilayat?|Departa?mento d[eo]l?|D[eé]partement (?:de la|de l'|des|du|de|d')?|Estado d[eo]|Ost[aā]n-e|"
    r"Provinc[ei]a? (?:di|de la|de|del|do|of)?|Regi[oó]n (?:de|del)?|Respublika|Gouvernorat d[eu]|Oblast|Region of|"
    r"Qarku i|Judetul|Județul|County of|Borough of|City of"
)
AFTER = (
    r"Province|Oblast'?|oblast'?|oblasty|Fylke|Governorate|County|District|Region|Shahrestan|Kray|Krai|Changwat|"
    r"Sheng|Shi|Prefecture|Ken|Department|Division|State|Kommun|Municipality|Il|L[aä]n|megye|Rayon|rayonu|"
    r"Voivodeship|Vilayeti|Oblysy"
)
GENERIC = re.compile(rf"^(?:{BEFORE})\s+|\s+(?:{AFTER})$")
MEANT = re.compile(r"^(.+?) \((.+?)\)$")


def usual_names(*given: str) -> list[str]:
    """How an area is called: what stands in brackets is another name, and the word for its kind is dropped."""
    found: dict[str, str] = {}
    for text in given:
        pair = MEANT.match(text.strip())
        for name in pair.groups() if pair else (text.strip(),):
            short = GENERIC.sub("", name).strip()
            if len(short) > 1:
                found.setdefault(keys.key(short), short)
    return list(found.values())


def _row(key: str, names: list[str], area: str, polygons: list[Polygon], near: float = shape.NEAR) -> tuple[str, ...]:
    """One line: points to a hundredth of a degree, about a kilometre; extents to a tenth, outwards."""
    latitude, longitude = shape.middle_of(polygons, near)
    west, south, east, north = shape.extent_of(polygons)
    edges = (floor(west * 10) / 10, floor(south * 10) / 10, ceil(east * 10) / 10, ceil(north * 10) / 10)
    distinct = list(dict.fromkeys(name.replace("|", " ") for name in names if name))
    numbers = [f"{number:.2f}" for number in (latitude, longitude)] + [f"{edge:g}" for edge in edges]
    return (key, "|".join(distinct), area, *numbers)
