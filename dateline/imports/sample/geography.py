"""The valley of the Vess: invented ground, laid out in kilometres east and north of a corner in the open Atlantic.

Everything is drawn in kilometres because the reports speak in kilometres: what a report calls “2.4 kilometres upstream”
can be read off here. Only the last step turns it into degrees.
"""

from __future__ import annotations

import math
from typing import Any

Km = tuple[float, float]
Feature = dict[str, Any]

CORNER = (-57.90, 44.80)  # longitude and latitude of (0, 0)
KM_PER_DEGREE = 111.2
NARROWING = math.cos(math.radians(45.0))

TOWNS: dict[str, tuple[Km, int]] = {
    "Vessmouth": ((56.6, 7.9), 1),
    "Kirrin Bridge": ((28.0, 23.0), 2),
    "Aldermarsh": ((39.0, 17.3), 2),
    "Tamsin": ((17.0, 29.0), 3),
    "Holm Quay": ((50.0, 12.0), 3),
    "Upper Sallow": ((6.0, 34.0), 3),
    "Corran Mills": ((25.0, 34.0), 4),
    "Ottery Cross": ((37.6, 24.4), 4),
    "Grayling": ((33.4, 17.2), 4),
    "Pell's Ferry": ((45.2, 12.9), 4),
    "Little Marsh": ((43.0, 17.0), 4),
    "Nether Sallow": ((11.0, 30.4), 4),
    "Sandholm": ((49.6, 1.6), 4),
    "Birk": ((31.5, 11.0), 4),
}
VESS: tuple[Km, ...] = (
    *((-1.0, 36.6), (2.2, 36.2), (4.0, 34.4), (6.0, 33.7), (8.2, 34.1), (9.6, 32.4), (11.6, 31.2), (13.6, 31.9)),
    *((15.2, 29.8), (17.0, 28.7), (19.0, 29.4), (20.6, 27.2), (23.0, 26.6), (24.4, 24.6), (26.4, 24.6), (28.0, 22.7)),
    *((29.8, 22.6), (31.0, 20.4), (33.0, 20.4), (34.2, 18.6), (35.8, 18.9), (36.9, 17.8), (38.0, 17.5), (39.0, 16.8)),
    *((40.6, 16.9), (41.6, 15.2), (43.6, 15.5), (44.6, 13.4), (46.4, 13.6), (47.6, 12.0), (50.0, 11.6), (51.8, 12.0)),
    *((53.2, 9.8), (55.0, 9.6), (56.6, 7.4), (58.4, 6.9)),
)
CORRAN: tuple[Km, ...] = (
    *((20.0, 58.0), (21.4, 50.0), (20.6, 44.0), (23.0, 40.0), (22.4, 37.0), (24.6, 34.0), (24.0, 31.0), (26.4, 28.0)),
    *((26.0, 25.8), (27.2, 24.0)),
)
BIRK_WATER: tuple[Km, ...] = ((27.0, -8.0), (29.0, 2.0), (31.0, 10.5), (34.0, 12.6), (38.0, 13.0), (41.6, 15.2))
COAST: tuple[Km, ...] = (
    *((92.0, 90.0), (86.0, 66.0), (79.0, 52.0), (80.0, 45.0), (74.0, 39.0), (70.0, 30.0), (71.4, 25.0), (66.0, 19.0)),
    *((65.2, 14.0), (61.6, 11.6), (60.4, 8.6), (58.2, 7.4), (57.9, 6.4), (59.8, 5.6), (60.2, 2.4), (56.4, 0.4)),
    *((54.6, -4.0), (55.6, -10.0), (50.0, -18.0), (51.0, -30.0), (44.0, -60.0)),
)
LAKE: tuple[Km, ...] = (
    *((-1.0, 36.4), (-3.0, 35.2), (-7.0, 35.8), (-9.6, 38.0), (-9.0, 40.2), (-6.0, 39.8), (-3.6, 41.2), (-0.6, 39.4)),
)
HOLM: tuple[Km, ...] = ((66.0, 8.8), (68.0, 9.6), (69.4, 7.6), (68.2, 4.6), (66.4, 5.4), (65.4, 7.2))
ROUTE_9: tuple[Km, ...] = (
    *((-30.0, 27.0), (-10.0, 30.0), (6.2, 33.2), (11.0, 29.8), (17.0, 28.2), (22.0, 25.0), (28.0, 22.4), (36.0, 21.4)),
    *((46.0, 17.0), (52.0, 13.6), (56.6, 8.4)),
)
RIDGE_ROAD: tuple[Km, ...] = (
    (17.2, 29.4),
    (20.6, 32.4),
    (25.0, 33.6),
    (31.0, 29.6),
    (37.6, 24.4),
    (38.8, 20.6),
    (39.4, 18.4),
)
RIVER_ROAD: tuple[Km, ...] = (
    (28.2, 22.2),
    (30.0, 19.8),
    (33.4, 17.0),
    (36.4, 16.6),
    (38.6, 15.4),
    (39.2, 16.4),
    (39.2, 17.6),
)
SOUTH_ROAD: tuple[Km, ...] = ((38.6, 15.4), (42.0, 12.6), (47.0, 10.4), (50.0, 11.0), (50.2, 12.4), (51.4, 14.0))
RAILWAY: tuple[Km, ...] = (
    (28.6, 24.0),
    (33.0, 22.6),
    (37.4, 18.6),
    (40.0, 18.0),
    (45.0, 16.2),
    (50.6, 13.0),
    (56.8, 8.6),
)
COUNTY: tuple[Km, ...] = (
    *(
        (-30.0, -20.0),
        (-20.0, 2.0),
        (-14.0, 22.0),
        (-16.0, 40.0),
        (2.0, 48.0),
        (24.0, 45.0),
        (44.0, 49.0),
        (78.6, 47.0),
    ),
)
LONG_BANK: tuple[Km, ...] = ((34.0, 19.0), (35.8, 19.3), (36.9, 18.2), (38.0, 17.9), (39.2, 17.25), (40.2, 17.2))
# How far the water stood from the river's middle, left (north) and right, along the lower course, in kilometres.
FLOOD_BEGINS = 15
FLOOD_WIDTHS: tuple[Km, ...] = (
    *((0.2, 0.2), (0.4, 0.7), (0.5, 0.8), (0.5, 1.2), (0.3, 1.0), (0.3, 1.1), (1.2, 0.9), (1.6, 0.8)),
    *((1.3, 1.0), (1.0, 1.1), (0.6, 1.1), (1.0, 0.8), (0.7, 1.2), (1.1, 0.6), (0.6, 1.0), (0.4, 0.5)),
    (0.25, 0.25),
)


def degrees(point: Km) -> list[float]:
    """``point`` as longitude and latitude."""
    east, north = point
    return [
        round(CORNER[0] + east / (KM_PER_DEGREE * NARROWING), 5),
        round(CORNER[1] + north / KM_PER_DEGREE, 5),
    ]


def spot(point: Km, **properties: Any) -> Feature:
    """A point feature."""
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Point", "coordinates": degrees(point)},
    }


def track(points: tuple[Km, ...] | list[Km], **properties: Any) -> Feature:
    """A line feature, rounded."""
    shape = {"type": "LineString", "coordinates": [degrees(point) for point in points]}
    return {"type": "Feature", "properties": {"smooth": True, **properties}, "geometry": shape}


def ground(points: tuple[Km, ...] | list[Km], **properties: Any) -> Feature:
    """A polygon feature."""
    ring = [degrees(point) for point in (*points, points[0])]
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def flooded() -> list[Km]:
    """The edge of the water at its widest, as a ring around the lower course."""
    north, south = [], []
    for at, (left, right) in enumerate(FLOOD_WIDTHS, start=FLOOD_BEGINS):
        (x, y), (before_x, before_y), (after_x, after_y) = VESS[at], VESS[at - 1], VESS[at + 1]
        run = math.hypot(after_x - before_x, after_y - before_y)
        out_x, out_y = -(after_y - before_y) / run, (after_x - before_x) / run
        north.append((x + out_x * left, y + out_y * left))
        south.append((x - out_x * right, y - out_y * right))
    return north + south[::-1]


def square_kilometres(ring: list[Km]) -> float:
    """The area of a ring (the shoelace formula)."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x * to_y - to_x * y for (x, y), (to_x, to_y) in pairs)) / 2


def base() -> list[Feature]:
    """What every map of the valley stands on."""
    land = [*COAST, (-90.0, -60.0), (-90.0, 90.0)]
    features = [
        ground(land, kind="land", smooth=True),
        ground(HOLM, kind="land", smooth=True),
        ground(LAKE, kind="lake", label="Lake Sallow", smooth=True),
        track(COUNTY, kind="border"),
        track(CORRAN, kind="river", importance=3, label="Corran"),
        track(BIRK_WATER, kind="river", importance=4, label="Birk Water"),
        track(VESS, kind="river", importance=1, label="Vess"),
        track(RIDGE_ROAD, kind="road", importance=3, label="Ridge Road"),
        track(RIVER_ROAD, kind="road", importance=3, label="River Road"),
        track(SOUTH_ROAD, kind="road", importance=4),
        track(ROUTE_9, kind="road", importance=2, label="Route 9"),
        track(RAILWAY, kind="rail"),
    ]
    return features + [
        spot(where, kind="place", label=name, importance=importance) for name, (where, importance) in TOWNS.items()
    ]
