"""Claims as open data: GeoJSON, CSV and JSON, of just what readers see."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from dateline.lib.cells import harmless
from dateline.people.moments import stamp

from .claims_ld import coverage
from .shown import Shown

COLUMNS = (
    "id", "statement", "standing", "word", "begins", "ends", "when_precision", "when", "place", "latitude", "longitude",
    "radius_km", "source", "source_kind", "modality", "known_since", "url",
)  # fmt: skip


def row_of(claim: Shown, base: str) -> dict[str, Any]:
    """One claim as plain values under the names that ``docs/situations.md`` explains."""
    when, where, source = claim.said["when"], claim.said["where"] or {}, claim.said["source"] or {}
    return {
        "id": claim.pk,
        "statement": claim.said["statement"],
        "standing": claim.standing,
        "word": claim.word,
        "begins": when["begins"],
        "ends": when["ends"],
        "when_precision": when["precision"],
        "when": coverage(claim),
        "place": where.get("name", ""),
        "latitude": where.get("latitude"),
        "longitude": where.get("longitude"),
        "radius_km": where.get("radius_km"),
        "source": source.get("name", ""),
        "source_kind": source.get("kind", ""),
        "modality": claim.said["modality"],
        "known_since": stamp(claim.at),
        "url": f"{base}#{claim.anchor}",
    }


def as_json(claims: Iterable[Shown], *, base: str, title: str, at: datetime) -> str:
    """Everything, with what it is and as of when."""
    rows = [row_of(claim, base) for claim in claims]
    told = {"title": title, "url": base, "as_of": stamp(at), "claims": rows}
    return json.dumps(told, ensure_ascii=False, indent=1)


def as_geojson(claims: Iterable[Shown], *, base: str, title: str, at: datetime) -> str:
    """What has a point, as a FeatureCollection (RFC 7946); the rest is in the JSON."""
    features = [
        {
            "type": "Feature",
            "id": claim.pk,
            "geometry": {"type": "Point", "coordinates": [claim.point[1], claim.point[0]]},
            "properties": {k: v for k, v in row_of(claim, base).items() if k not in {"latitude", "longitude"}},
        }
        for claim in claims
        if claim.point
    ]
    told = {"type": "FeatureCollection", "title": title, "url": base, "as_of": stamp(at), "features": features}
    return json.dumps(told, ensure_ascii=False, indent=1)


def as_csv(claims: Sequence[Shown], *, base: str, title: str, at: datetime) -> str:
    """A table, one claim a line; cells that a spreadsheet would reckon with are quoted with an apostrophe."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    writer.writerows({key: harmless(value) for key, value in row_of(claim, base).items()} for claim in claims)
    return out.getvalue()


FORMS = {
    "json": ("application/json; charset=utf-8", as_json),
    "geojson": ("application/geo+json; charset=utf-8", as_geojson),
    "csv": ("text/csv; charset=utf-8", as_csv),
}
