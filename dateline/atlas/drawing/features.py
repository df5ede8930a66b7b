"""GeoJSON as plain rows: what is to be drawn, without the nesting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..vocabulary import CLAIMS

Position = tuple[float, float]
Line = list[Position]


@dataclass(frozen=True)
class Feature:
    """One thing on the map. ``shapes`` holds polygons, each a list of rings; a line is a polygon's only ring."""

    kind: str
    shapes: tuple[tuple[Line, ...], ...] = ()
    point: Position = (0.0, 0.0)
    closed: bool = False
    label: str = ""
    importance: int = 2
    number: int | None = None
    properties: Mapping[str, Any] = field(default_factory=dict)

    @property
    def ring_km(self) -> float:
        """How far from its point it may lie: a ring's radius, or that of a claim ``within_km``; 0 where neither."""
        return self.amount("radius_km", 1) if self.kind == "ring" else self.amount("within_km", 0)

    def words(self, key: str) -> str:
        """A property as text, empty when there is none."""
        return str(self.properties.get(key) or "")

    @property
    def times(self) -> dict[str, str | None]:
        """From when until when it is so, as attributes by which a page shows and hides what belongs to it."""
        return {"data_from": self.words("from") or None, "data_until": self.words("until") or None}

    def amount(self, key: str, default: float) -> float:
        """A property as a number."""
        value = self.properties.get(key)
        return float(value) if isinstance(value, (int, float)) else default


def read_features(collection: Mapping[str, Any]) -> list[Feature]:
    """Read what can be read. Faults are the editor's form's business; here a broken feature is left out."""
    features = [read for row in collection.get("features") or [] if (read := read_feature(row))]
    return numbered(features)


def read_feature(row: Mapping[str, Any]) -> Feature | None:
    """One GeoJSON feature, or None when it has no kind or no coordinates."""
    properties, geometry = row.get("properties") or {}, row.get("geometry") or {}
    kind, form, coordinates = properties.get("kind"), geometry.get("type", ""), geometry.get("coordinates")
    if not kind or not coordinates:
        return None
    base = Feature(
        kind=kind,
        closed=form.endswith("Polygon"),
        label=str(properties.get("label") or ""),
        importance=min(4, max(1, int(properties.get("importance") or 2))),
        number=int(properties["number"]) if properties.get("number") else None,
        properties=properties,
    )
    if form == "Point":
        return replace(base, point=(float(coordinates[0]), float(coordinates[1])))
    nested = {
        "LineString": [[coordinates]],
        "MultiLineString": [[line] for line in coordinates],
        "Polygon": [coordinates],
        "MultiPolygon": coordinates,
    }.get(form)
    if nested is None:
        return None
    return replace(base, shapes=tuple(tuple(positions(line) for line in polygon) for polygon in nested))


def positions(line: Iterable[Iterable[float]]) -> Line:
    """Pairs of longitude and latitude; heights are dropped."""
    return [(float(first), float(second)) for first, second, *_ in line]


def numbered(features: list[Feature]) -> list[Feature]:
    """Number the claims in their order, unless somebody has numbered any of them by hand."""
    if any(feature.number for feature in features if feature.kind in CLAIMS):
        return features
    count = 0
    result = []
    for feature in features:
        if feature.kind in CLAIMS:
            count += 1
            feature = replace(feature, number=count)
        result.append(feature)
    return result
