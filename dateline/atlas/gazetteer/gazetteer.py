"""Reading the file of places."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from math import ceil, cos, floor, radians
from pathlib import Path
from typing import Any

from dateline.atlas.geodesy import distance_km

from . import file, keys, written
from .place import Extent, Place

DEGREE_KM = 110.5  # of latitude, at least
COLUMNS = "id, key, name, kind, country, area, latitude, longitude, population, west, south, east, north"
NAMED = f"select {COLUMNS} from name join place on place.id = name.place where folded = ? order by population desc, id"  # noqa: S608
BY_KEY = f"select {COLUMNS} from place where key = ?"  # noqa: S608
BY_NUMBER = f"select {COLUMNS} from place where id = ?"  # noqa: S608
IN_CELLS = f"select {COLUMNS} from place where kind = 'town' and cell between ? and ?"  # noqa: S608
OPENING = "select words from opening where word = ?"
SPELLED = "select names from spelling where country = ?"
BEGUN = f"""
    select distinct {COLUMNS} from name join place on place.id = name.place
    where folded >= ? and folded < ? order by population desc, id limit ?
"""  # noqa: S608
BEGINNING = "select folded, place from name where folded >= ? and folded < ?"


class NotBuilt(Exception):
    """There is no file of places yet. ``dateline places build`` makes it; until then nothing is found."""


class Gazetteer:
    """Places by name, by code and by distance. May be used by several threads at once; opening takes a millisecond."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database

    @classmethod
    def open(cls, path: Path | None = None) -> Gazetteer:
        """Open the file that was made at install, or another. Raises NotBuilt where there is none."""
        where = path or file.path()
        if not where.is_file():
            raise NotBuilt(f"There is no gazetteer at {where}. `dateline places build` makes it, in half a minute.")
        address = f"{where.resolve().as_uri()}?mode=ro&immutable=1"
        return cls(sqlite3.connect(address, uri=True, check_same_thread=False))

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    def named(self, name: str) -> list[Place]:
        """Every place of this name, most people first; case, accents, spaces, hyphens and articles do not count."""
        found = self._rows(NAMED, keys.key(name))
        if not found and (bare := keys.without_article(name)):
            found = self._rows(NAMED, bare)
        return found

    def has_prefix(self, first_word: str) -> int:
        """How many words the longest name has that begins with this one, parted at spaces and hyphens; 0 if none."""
        parts = keys.words(first_word)
        if not parts:
            return 0
        row = self.database.execute(OPENING, (parts[0],)).fetchone()
        if row:
            return int(row[0])
        return int(bool(self.database.execute("select 1 from name where folded = ?", ("".join(parts),)).fetchone()))

    def near(self, latitude: float, longitude: float, km: float) -> list[Place]:
        """Towns within ``km``, the nearest first."""
        found = [
            (distance_km((latitude, longitude), (place.latitude, place.longitude)), place)
            for low, high in _cells(latitude, longitude, km)
            for place in self._rows(IN_CELLS, low, high)
        ]
        return [place for away, place in sorted(found, key=lambda pair: pair[0]) if away <= km]

    def area(self, code: str) -> Place | None:
        """The first-level area of a code: "US-LA"."""
        return self.keyed(f"area:{code}")

    def country(self, code: str) -> Place | None:
        """The country of an ISO 3166-1 alpha-2 code."""
        return self.keyed(f"country:{code}")

    def keyed(self, key: str) -> Place | None:
        """The place of a key, as ``Place.key`` holds it."""
        kind, _, number = key.partition(":")
        rows = self._rows(BY_NUMBER, int(number)) if kind == "gn" and number.isdecimal() else self._rows(BY_KEY, key)
        return rows[0] if rows else None

    @cached_property
    def adjectives(self) -> dict[str, str]:
        """Words for people and things of a country, as ``keys.key`` makes them, and its ISO code: "syrian", "SY"."""
        return dict(self.database.execute("select folded, country from adjective"))

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """Short forms of provinces, as written with their capitals and points, and the codes they stand for."""
        return written.abbreviations()

    def spelled(self, country: str) -> Iterator[tuple[int, str, str]]:
        """(number of a place, key, name as written) of every name in a country."""
        row = self.database.execute(SPELLED, (country,)).fetchone()
        for line in zlib.decompress(row[0]).decode().split("\n") if row else ():
            number, folded, name = line.split("\t")
            yield int(number), folded, name

    def beginning(self, folded: str) -> Iterable[tuple[str, int]]:
        """(key, number of a place) of every name in the world that begins so."""
        return self.database.execute(BEGINNING, (folded, f"{folded}\U0010ffff"))

    def begun(self, typed: str, limit: int) -> list[Place]:
        """Places whose name begins with what was typed, most people first; nothing for less than three letters."""
        folded = keys.key(typed)
        return self._rows(BEGUN, folded, f"{folded}\U0010ffff", limit) if len(folded) > 2 else []

    def numbered(self, numbers: Iterable[int]) -> list[Place]:
        """The places of some numbers, in that order."""
        return [place for number in numbers for place in self._rows(BY_NUMBER, number)]

    def _rows(self, query: str, *values: object) -> list[Place]:
        """The places that a query finds."""
        return [_place(row) for row in self.database.execute(query, values)]


def _place(row: tuple[Any, ...]) -> Place:
    """A place from a row."""
    number, key, name, kind, country, area, latitude, longitude, population, *edges = row
    extent: Extent | None = None if edges[0] is None else (edges[0], edges[1], edges[2], edges[3])
    return Place(key or f"gn:{number}", name, kind, country, area, latitude, longitude, population, extent)


@lru_cache(maxsize=256)
def _cells(latitude: float, longitude: float, km: float) -> list[tuple[int, int]]:
    """Runs of cells that a circle touches, as (first, last); two for each row across the 180th meridian."""
    reach = km / DEGREE_KM
    south, north = max(-90, floor(latitude - reach)), min(89, floor(latitude + reach))
    nearest_pole = min(89.0, max(abs(latitude - reach), abs(latitude + reach)))
    wide = min(180, ceil(reach / cos(radians(nearest_pole))))
    west, east = floor(longitude) - wide, floor(longitude) + wide
    runs = [(west, east)] if west >= -180 and east < 180 else _around(west, east)
    return [(file.cell(row, left), file.cell(row, right)) for row in range(south, north + 1) for left, right in runs]


def _around(west: int, east: int) -> list[tuple[int, int]]:
    """The same run cut where the counting of longitudes begins again."""
    if east - west >= file.CELLS - 1:
        return [(-180, 179)]
    return [(west + 360, 179), (-180, east)] if west < -180 else [(west, 179), (-180, east - 360)]
