"""What the gazetteer answers with."""

from __future__ import annotations

from dataclasses import dataclass

Extent = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """A place with a name; degrees are WGS84.

    ``key``: "gn:174448" (GeoNames), "country:SY", "area:US-LA", "county:US-22009", "region:sahel", "water:tigris",
    "own:12" (a newsroom's).
    ``kind``: "country", "area" (first level), "county" (second level), "town", "region", "water" or "other" (a
    newsroom's: a station, a bridge, a pass).
    ``area``: the code of the first-level area, the country's ISO code with letters or GeoNames's number: "US-LA",
    "SY-07".
    ``extent``: west, south, east, north; west is greater than east across the 180th meridian.
    """

    key: str
    name: str
    kind: str
    country: str
    area: str
    latitude: float
    longitude: float
    population: int = 0
    extent: Extent | None = None
