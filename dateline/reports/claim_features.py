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
    return {"type": "FeatureCollection", "features": features}


def _feature(claim: Shown) -> dict[str, Any]:
    latitude, longitude = claim.point or (0.0, 0.0)
    where = claim.said["where"]
    radius = where["radius_km"]
    properties: dict[str, Any] = {
        "kind": "ring" if radius else MARKERS[claim.word],
        "number": claim.number,
        "label": where["name"],
        "note": claim.said["statement"],
        "when": claim.when,
        "legend": "",
        "href": f"#{claim.anchor}",
        "from": claim.said["when"]["begins"] or "",
    }
    if radius:
        properties["radius_km"] = radius
    kept = {key: value for key, value in properties.items() if value != ""}
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [longitude, latitude]}, "properties": kept}
