"""A small invented country to draw in tests: the river Orva, its lake, towns, a flood and what people claim."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]


def feature(kind: str, form: str, coordinates: Any, **properties: Any) -> Row:
    """One GeoJSON feature."""
    return {
        "type": "Feature",
        "properties": {"kind": kind, **properties},
        "geometry": {"type": form, "coordinates": coordinates},
    }


def point(kind: str, longitude: float, latitude: float, **properties: Any) -> Row:
    """A feature at a point."""
    return feature(kind, "Point", [longitude, latitude], **properties)


def line(kind: str, *positions: tuple[float, float], **properties: Any) -> Row:
    """A feature along a line."""
    return feature(kind, "LineString", [list(position) for position in positions], **properties)


def ground(kind: str, *positions: tuple[float, float], **properties: Any) -> Row:
    """A feature that covers ground; the ring closes itself."""
    ring = [list(position) for position in (*positions, positions[0])]
    return feature(kind, "Polygon", [ring], **properties)


def collection(*rows: Row) -> Row:
    """A FeatureCollection."""
    return {"type": "FeatureCollection", "features": list(rows)}


ORVA_EXTENT = (14.0, 50.0, 15.2, 50.7)
ORVA = collection(
    ground("area", (14.62, 50.2), (14.95, 50.18), (15.0, 50.36), (14.66, 50.38), label="Evacuation zone",
           legend="Evacuation ordered", smooth=True),
    ground("lake", (14.9, 50.5), (15.05, 50.47), (15.18, 50.52), (15.16, 50.6), (15.0, 50.64), (14.9, 50.58),
           label="Lake Merre", smooth=True),
    line("river", (13.4, 50.05), (13.8, 50.16), (14.1, 50.2), (14.3, 50.32), (14.5, 50.3), (14.7, 50.42),
         (14.92, 50.53), importance=1, label="Orva", smooth=True),
    line("river", (14.34, 49.7), (14.38, 50.05), (14.46, 50.16), (14.42, 50.24), (14.5, 50.3), importance=3,
         label="Little Sill", smooth=True),
    line("river", (14.1, 50.9), (14.2, 50.6), (14.35, 50.5), (14.6, 50.46), (14.7, 50.42), importance=2, label="Tamm",
         smooth=True),
    ground("flood", (14.22, 50.25), (14.33, 50.36), (14.5, 50.35), (14.68, 50.45), (14.74, 50.4), (14.62, 50.32),
           (14.5, 50.25), (14.32, 50.26), legend="Flooded on 3 March", smooth=True),
    line("road", (13.5, 50.4), (14.25, 50.36), (14.46, 50.42), (14.9, 50.3), (15.8, 50.24), importance=1, label="A 7"),
    line("road", (14.46, 50.42), (14.5, 50.7), (14.52, 51.0), importance=3),
    line("rail", (13.5, 50.12), (14.2, 50.12), (14.47, 50.19), (14.95, 50.12), (15.7, 50.14)),
    line("border", (13.5, 50.62), (14.0, 50.66), (14.4, 50.61), (14.8, 50.68), (15.0, 50.9)),
    line("disputed-border", (14.8, 50.68), (15.1, 50.66), (15.6, 50.7)),
    point("place", 14.46, 50.42, label="Halm", importance=1),
    point("place", 14.2, 50.12, label="Sillgate", importance=2),
    point("place", 14.93, 50.47, label="Merre Harbour", importance=2),
    point("place", 14.95, 50.12, label="Ostrow", importance=3),
    point("place", 14.1, 50.22, label="Upper Orva", importance=3),
    point("place", 14.66, 50.55, label="Tammen", importance=3),
    point("place", 14.7, 50.24, label="Grell", importance=4),
    point("place", 14.78, 50.3, label="Little Grell", importance=4),
    point("place", 14.6, 50.08, label="Nine Elms", importance=4),
    point("point", 14.31, 50.325, symbol="cross", label="Mill Bridge", legend="Bridge closed",
          note="Closed since Tuesday."),
    point("point", 14.56, 50.335, symbol="bar", label="Ferry", legend="Ferry running"),
    point("point", 14.3, 50.48, symbol="plus", label="Relief centre", legend="Relief centre"),
    point("confirmed", 14.52, 50.31, note="The levee broke at kilometre 41.", when="3 March, 05:20", href="#levee"),
    point("claimed", 14.66, 50.41, note="A second breach, according to the water board.", href="#second"),
    point("disputed", 14.4, 50.3, note="Gates opened late; the operator denies it."),
    point("ring", 14.9, 50.3, radius_km=7, note="Two missing hikers, within 7 km of Grell."),
    point("sector", 14.46, 50.42, bearing=300, distance_km=22, spread=40, note="Smoke, 22 km north-west of Halm."),
    ground("locator", (8, 47), (12, 46.5), (16, 47.5), (19, 49), (18.5, 52), (15, 54), (10, 53.5), (7.5, 50),
           smooth=True),
)  # fmt: skip
