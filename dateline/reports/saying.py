"""What readers may know of a claim, as plain values: the one place where the newsroom's row becomes public words.

Everything readers get, on pages, maps, feeds and in files, is made of what ``said`` returns. So rounding is done here
and nowhere else, and what is left out here cannot be found anywhere.
"""

from __future__ import annotations

import math
from datetime import datetime
from typing import Any

from .models.claim import Claim
from .models.claim_words import Basis, Modality, Spread
from .models.source import Source

KM_PER_DEGREE = 111.2  # of latitude; WGS84, mean
DECIMALS = {Spread.EXACT: 5, Spread.NEAR: 3, Spread.AREA: 2, Spread.REGION: 1, Spread.COUNTRY: 0}

Said = dict[str, Any]


def said(claim: Claim) -> Said:
    """Return the public content of ``claim``: JSON values only, the same for every reader."""
    return {
        "statement": claim.statement,
        "quote": "" if claim.stale_since or claim.rounding_km is not None else claim.quote,
        "when": _when(claim),
        "where": _where(claim),
        "actors": [{"name": str(each.get("name", "")), "role": str(each.get("role", ""))} for each in claim.actors],
        "source": _source(claim),
        "modality": claim.modality,
        "expected": claim.is_expected,
        "own": claim.source is not None and claim.source.kind == Source.Kind.OWN,
        "against_interest": claim.against_interest,
        "grade": claim.reliability + claim.credibility,
        "axis": claim.axis_id,
    }


def rounded(latitude: float, longitude: float, km: float) -> tuple[float, float]:
    """Return the middle of the cell of ``km`` by ``km`` in which a point lies.

    The grid is the same for all claims: many claims at one place give the same cell, so that no average of them tells
    more than one of them.
    """
    tall = km / KM_PER_DEGREE
    row = math.floor(latitude / tall)
    middle = max(-90.0, min(90.0, (row + 0.5) * tall))
    wide = min(360.0, tall / max(math.cos(math.radians(middle)), 0.01))
    column = math.floor(longitude / wide)
    return round(middle, 4), round(max(-180.0, min(180.0, (column + 0.5) * wide)), 4)


def _when(claim: Claim) -> Said:
    """The time, no finer than it is known."""
    return {
        "begins": _instant(claim.begins),
        "ends": _instant(claim.ends),
        "precision": claim.when_precision,
        "basis": claim.when_basis,
    }


def _instant(at: datetime | None) -> str | None:
    return at.isoformat(timespec="minutes") if at else None


def _where(claim: Claim) -> Said | None:
    """The place. What is rounded keeps neither its name nor the relation that it was reckoned from."""
    if claim.rounding_km is not None:
        if claim.point is None:
            return None
        latitude, longitude = rounded(*claim.point, claim.rounding_km)
        radius = round(claim.rounding_km * 0.75 + (claim.radius_km or 0), 1)
        return _placed("", latitude, longitude, Spread.AREA, Basis.EDITOR, radius) | {"rounded_km": claim.rounding_km}
    stated = {"relation": claim.relation} if claim.relation else {}
    if claim.point is None:
        return {"name": claim.place_name} | stated if claim.place_name else None
    decimals = DECIMALS[Spread(claim.where_precision)] or None
    latitude, longitude = (round(degrees, decimals or 1) for degrees in claim.point)
    placed = _placed(claim.place_name, latitude, longitude, claim.where_precision, claim.where_basis, claim.radius_km)
    return placed | stated


def _placed(name: str, latitude: float, longitude: float, precision: str, basis: str, radius: float | None) -> Said:
    return {
        "name": name,
        "latitude": latitude,
        "longitude": longitude,
        "precision": str(precision),
        "basis": str(basis),
        "radius_km": radius,
    }


def _source(claim: Claim) -> Said | None:
    if claim.source is None:
        return None
    source = claim.source
    return {"id": source.pk, "name": source.name, "kind": source.kind, "side": source.side, "url": claim.source_url}


def reader_word(standing: str, content: Said) -> str:
    """Return which of the readers' words a claim gets: confirmed, reported, claimed, disputed, expected ...

    From prose alone a party's word is "claimed", anybody else's "reported"; "confirmed by us" is our own reporting.
    What somebody denies has the words of what is denied, and is never on a map.
    """
    if standing != "confirmed":
        return standing
    if content["expected"]:
        return "expected"
    if content["modality"] == Modality.DENIED:
        return "denied"
    if content["own"] or content["source"] is None:
        return "confirmed" if content["own"] else "reported"
    party = content["source"]["kind"] == Source.Kind.PARTY or content["modality"] == Modality.CLAIMED
    return "claimed" if party else "reported"
