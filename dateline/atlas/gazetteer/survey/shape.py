"""What is asked of an outline: how large, where its middle is, how far it reaches, whether a point lies in it."""

from __future__ import annotations

import itertools
from math import cos, radians

Ring = list[tuple[float, float]]
Polygon = list[Ring]
Extent = tuple[float, float, float, float]

MATTERS = 0.02  # of the largest part: smaller islands do not stretch an extent
HALF_WAY = 180
NOTHING = 1e-12  # the size of what was simplified to a line: it still has a place
NEAR, FAR = 3, 20  # degrees of longitude: to Newfoundland, and to Alaska


def size_and_middle(ring: Ring) -> tuple[float, float, float]:
    """Area (in square degrees at the equator) and centroid of a ring, by the shoelace formula on scaled longitudes."""
    middle = sum(latitude for _longitude, latitude in ring) / len(ring)
    scale = cos(radians(middle))
    x_start, y_start = ring[0]
    doubled = x_sum = y_sum = 0.0
    for (x_1, y_1), (x_2, y_2) in itertools.pairwise(ring):
        a, b, c, d = x_1 - x_start, y_1 - y_start, x_2 - x_start, y_2 - y_start
        cross = a * d - c * b
        doubled += cross
        x_sum += (a + c) * cross
        y_sum += (b + d) * cross
    if not doubled:
        return NOTHING, x_start, y_start
    return abs(doubled) / 2 * scale, x_start + x_sum / (3 * doubled), y_start + y_sum / (3 * doubled)


def middle_of(polygons: list[Polygon], near: float) -> tuple[float, float]:
    """(latitude, longitude) of the centroid of the largest part and of those within ``near`` degrees of it.

    So an archipelago has its middle among its islands, and Alaska or French Guiana pulls at nothing.
    """
    parts = [size_and_middle(polygon[0]) for polygon in _near_the_largest(polygons, near)]
    total = sum(size for size, _longitude, _latitude in parts)
    _largest, start, _latitude = max(parts)
    longitude = start + sum(size * _turn(longitude - start) for size, longitude, _latitude in parts) / total
    latitude = sum(size * latitude for size, _longitude, latitude in parts) / total
    return latitude, _turn(longitude)


def _turn(degrees: float) -> float:
    """The same direction between -180 and 180."""
    return (degrees + HALF_WAY) % 360 - HALF_WAY


def bounds(polygons: list[Polygon]) -> Extent:
    """West, south, east, north of everything."""
    longitudes, latitudes = zip(*(point for polygon in polygons for point in polygon[0]), strict=True)
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def extent_of(polygons: list[Polygon]) -> Extent:
    """The bounds of every part that matters; west is greater than east where they cross the 180th meridian."""
    largest = max(size_of(polygon) for polygon in polygons)
    parts = [part for part in _near_the_largest(polygons, FAR) if size_of(part) >= largest * MATTERS]
    if bounds(parts)[2] - bounds(parts)[0] <= HALF_WAY:
        return bounds(parts)
    eastern = [part for part in parts if bounds([part])[0] > 0]
    western = [part for part in parts if part not in eastern]
    if not eastern or bounds(western)[2] > 0:
        return bounds(parts)
    (west, south, _, north), (_, other_south, east, other_north) = bounds(eastern), bounds(western)
    return west, min(south, other_south), east, max(north, other_north)


def _near_the_largest(polygons: list[Polygon], degrees: float) -> list[Polygon]:
    """The largest part, and what lies within so many degrees of longitude of it, either way around the world."""
    west, _south, east, _north = bounds([max(polygons, key=size_of)])
    kept = []
    for polygon in polygons:
        left, _bottom, right, _top = bounds([polygon])
        apart = max(west - right, left - east)
        if min(apart, 360 - max(east, right) + min(west, left)) <= degrees:
            kept.append(polygon)
    return kept


def size_of(polygon: Polygon) -> float:
    """How large a polygon is, holes and all."""
    return size_and_middle(polygon[0])[0]


def holds(polygons: list[Polygon], latitude: float, longitude: float) -> bool:
    """Whether a point lies inside, by the number of edges that a line to the east crosses."""
    return sum(_crossings(ring, latitude, longitude) for polygon in polygons for ring in polygon) % 2 == 1


def _crossings(ring: Ring, latitude: float, longitude: float) -> int:
    """How many edges of a ring lie east of a point."""
    found = 0
    for (x_1, y_1), (x_2, y_2) in itertools.pairwise(ring):
        if (y_1 > latitude) != (y_2 > latitude):
            found += longitude < (x_2 - x_1) * (latitude - y_1) / (y_2 - y_1) + x_1
    return found
