"""Towns in a box, and how they are called in other letters: what a map asks of the gazetteer."""

from __future__ import annotations

from functools import lru_cache
from math import floor

from . import file
from .gazetteer import Gazetteer
from .place import Extent, Place

CELLS = """
    select id from place
    where kind = 'town' and name not like '%(historical)%'
    and cell between ? and ? and latitude between ? and ? and longitude between ? and ?
    order by population desc, id limit ?
"""


def towns_in(gazetteer: Gazetteer, extent: Extent, limit: int) -> list[Place]:
    """The towns in an extent with most people first. Longitudes of the extent may run on past 180."""
    west, south, east, north = extent
    found: list[int] = []
    for shift in (-360, 0, 360):
        left, right = max(west - shift, -180.0), min(east - shift, 180.0)
        if left > right:
            continue
        for row in range(max(-90, floor(south)), min(89, floor(north)) + 1):
            cells = file.cell(row, left), file.cell(row, min(right, 179.999))
            rows = gazetteer.database.execute(CELLS, (*cells, south, north, left, right, limit))
            found += [number for (number,) in rows]
    places = gazetteer.numbered(found)
    return sorted(places, key=lambda place: (-place.population, place.key))[:limit]


@lru_cache(maxsize=64)
def names_in_letters(gazetteer: Gazetteer, country: str, letters: str) -> dict[str, str]:
    """Keys of places in a country and the first name of each that has only these letters, large or small."""
    allowed = set(letters)
    found: dict[str, str] = {}
    for number, _, name in gazetteer.spelled(country):
        if number > 0 and allowed.issuperset(name.lower()):
            found.setdefault(f"gn:{number}", name)
    return found
