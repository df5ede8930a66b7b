"""What a feature on a map may be: the words that `kind` and `symbol` may take, and what geometry each needs.

Plain data, so that the drawing, the validation in the editor and docs/maps.md speak of the same things.
"""

from __future__ import annotations

POLYGON = ("Polygon", "MultiPolygon")
LINE = ("LineString", "MultiLineString")
POINT = ("Point",)

AREAS = {"land", "water", "lake", "flood", "area", "locator"}
LINES = {"border", "disputed-border", "road", "rail", "route"}
CLAIMS = {"confirmed", "claimed", "disputed", "ring", "sector"}
POINTS = CLAIMS | {"place", "point"}

GEOMETRIES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(AREAS, POLYGON),
    **dict.fromkeys(LINES, LINE),
    **dict.fromkeys(POINTS, POINT),
    "river": LINE + POLYGON,
}

SYMBOLS = ("dot", "square", "triangle", "diamond", "cross", "plus", "bar")
SIDES = ("n", "ne", "e", "se", "s", "sw", "w", "nw")

# Numbers that a feature may carry: the least and the greatest that can be drawn.
NUMBERS: dict[str, tuple[float, float]] = {
    "importance": (1, 4),
    "number": (1, 999),
    "radius_km": (0.01, 5000),
    "bearing": (0, 360),
    "spread": (1, 360),
    "distance_km": (0.01, 5000),
}
DATES = ("from", "until")  # since and until when a claim or a point is so
NEEDED: dict[str, tuple[str, ...]] = {
    "place": ("label",),
    "ring": ("radius_km",),
    "sector": ("bearing", "distance_km"),
}
