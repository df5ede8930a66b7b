"""Distances, bearings and positions on the WGS84 ellipsoid (Karney 2013, through geographiclib).

A point is (latitude, longitude) in degrees.
"""

from __future__ import annotations

from geographiclib.geodesic import Geodesic

Point = tuple[float, float]

# Each point of the compass: its letters, and its words as they are put together in several ways.
POINTS = (
    ("N", "north"), ("NNE", "north north east"), ("NE", "north east"), ("ENE", "east north east"),
    ("E", "east"), ("ESE", "east south east"), ("SE", "south east"), ("SSE", "south south east"),
    ("S", "south"), ("SSW", "south south west"), ("SW", "south west"), ("WSW", "west south west"),
    ("W", "west"), ("WNW", "west north west"), ("NW", "north west"), ("NNW", "north north west"),
)  # fmt: skip
ENDINGS = ("", "ern", "erly", "ward", "wards")


def _spellings(letters: str, words: str) -> set[str]:
    """How a direction is written: "north-west", "northwestern", "north-northwest", "NNW"."""
    first, *others = words.split()
    last = "".join(others)
    joined = {words, words.replace(" ", "-"), words.replace(" ", ""), f"{first} {last}", f"{first}-{last}"}
    return {letters} | {form.strip("- ") + ending for form in joined for ending in ENDINGS}


COMPASS = {
    form: number * 360 / len(POINTS) for number, point in enumerate(POINTS) for form in sorted(_spellings(*point))
}


def distance_km(a: Point, b: Point) -> float:
    """The length of the shortest way from ``a`` to ``b``."""
    return float(Geodesic.WGS84.Inverse(*a, *b, Geodesic.DISTANCE)["s12"]) / 1000


def bearing_deg(a: Point, b: Point) -> float:
    """The direction in which the shortest way from ``a`` to ``b`` begins, clockwise from north, 0 to 360."""
    return float(Geodesic.WGS84.Inverse(*a, *b, Geodesic.AZIMUTH)["azi1"]) % 360


def destination(a: Point, bearing: float, km: float) -> Point:
    """Where one comes to from ``a``."""
    end = Geodesic.WGS84.Direct(*a, bearing, km * 1000)
    return end["lat2"], end["lon2"]


def point_of_compass(bearing: float) -> str:
    """The letters of the point of the compass that is nearest to a bearing: "WNW"."""
    return POINTS[round(bearing / 360 * len(POINTS)) % len(POINTS)][0]
