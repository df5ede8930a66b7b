"""A count of what many places speak for together: countries, areas, and the cells of a fine and a wider grid."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from math import cos, radians
from typing import NamedTuple

from dateline.atlas.gazetteer import Place

FINE, WIDE = 0.7, 2.5  # degrees of latitude that a cell is high: some 80 and 280 km


class Cells(NamedTuple):
    """The cells that a place lies in, and the nine of the fine grid around it."""

    fine: tuple[int, int]
    wide: tuple[int, int]
    around: tuple[tuple[int, int], ...]


def cell(latitude: float, longitude: float, size: float, shift: int = 0) -> tuple[int, int]:
    """The cell of a grid whose cells are about as wide as high, or the one so many rows above at the same longitude."""
    row = int(latitude // size) + shift
    return row, int(longitude * cos(radians(row * size)) // size)


@lru_cache(maxsize=4096)
def cells_at(latitude: float, longitude: float) -> Cells:
    """The cells of a point."""
    around = []
    for shift in (-1, 0, 1):
        row, column = cell(latitude, longitude, FINE, shift)
        around += [(row, column - 1), (row, column), (row, column + 1)]
    return Cells(cell(latitude, longitude, FINE), cell(latitude, longitude, WIDE), tuple(around))


def cells(place: Place) -> Cells:
    """The cells of a place."""
    return cells_at(place.latitude, place.longitude)


class Votes:
    """Weights of places, added up."""

    __slots__ = ("areas", "countries", "fine", "total", "wide")

    def __init__(self) -> None:
        self.total = 0.0
        self.countries: dict[str, float] = defaultdict(float)
        self.areas: dict[str, float] = defaultdict(float)
        self.fine: dict[tuple[int, int], float] = defaultdict(float)
        self.wide: dict[tuple[int, int], float] = defaultdict(float)

    def count(self, place: Place, at: Cells, weight: float) -> None:
        """Add a place with a weight; a negative one takes it back."""
        self.total += weight
        self.countries[place.country] += weight
        if place.kind != "country":
            self.areas[place.area] += weight
            self.fine[at.fine] += weight
            self.wide[at.wide] += weight

    def told(self, place: Place, at: Cells) -> dict[str, float]:
        """How much speaks for a place: as shares of all that was counted, and as amounts that level off."""
        total = self.total + 0.5
        country = self.countries.get(place.country, 0.0) if place.country else 0.0
        if place.kind == "country":
            return {"country, of countries": country / total, "named country": country / (country + 1)}
        area = self.areas.get(place.area, 0.0) if place.area else 0.0
        fine = self.fine
        close = sum([fine[key] for key in at.around if key in fine])
        wide = self.wide.get(at.wide, 0.0)
        return {
            "country": country / total,
            "area": area / total,
            "near": close / total,
            "wider": wide / total,
            "some country": country / (country + 1),
            "some area": area / (area + 1),
            "some near": close / (close + 1),
        }
