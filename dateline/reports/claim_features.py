"""Claims as features for the atlas: which marker, where, and the sentence that stands for it in the map's list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .shown import HELD, Shown

MARKERS = {"confirmed": "confirmed", "reported": "claimed", "claimed": "claimed", "disputed": "disputed"}


def collection(claims: Iterable[Shown]) -> dict[str, Any]:
    """Return a GeoJSON FeatureCollection in the atlas's vocabulary: what holds and has a place.

    What is expected or taken back stands on the timeline only.
    """
    features = [_feature(claim) for claim in claims if claim.word in HELD and claim.point]
    named: set[tuple[str, int, int]] = set()
    for feature in features:
        _name_once(feature, named)
    return {"type": "FeatureCollection", "features": features}


def _name_once(feature: dict[str, Any], named: set[tuple[str, int, int]]) -> None:
    """Take the name off a marker that stands where another one is called the same: to about a tenth of a degree."""
    longitude, latitude = feature["geometry"]["coordinates"]
    place = (feature["properties"].get("label", ""), round(latitude * 10), round(longitude * 10))
    if place in named:
        feature["properties"].pop("label", None)
    named.add(place)


def _feature(claim: Shown) -> dict[str, Any]:
    latitude, longitude = claim.point or (0.0, 0.0)
    where = claim.said["where"]
    radius = where["radius_km"]
    properties: dict[str, Any] = {
        "kind": MARKERS[claim.word],
        "number": claim.number,
        "label": where["name"],
        "note": claim.said["statement"],
        "when": claim.when,
        "legend": "",
        "href": f"#{claim.anchor}",
        "from": claim.said["when"]["begins"] or "",
    }
    if radius:
        properties["within_km"] = radius
    kept = {key: value for key, value in properties.items() if value != ""}
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [longitude, latitude]}, "properties": kept}
