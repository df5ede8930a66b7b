"""Claims in schema.org's vocabulary: a Claim with who says so, when, where, and what became of it.

``hasPart`` holds the claims of an article (Claim is a CreativeWork); ``firstAppearance`` is the sentence of the report,
``creator`` who says so, ``contentLocation`` where, ``temporalCoverage`` when (ISO 8601, as schema.org asks).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dateline.people.moments import local, stamp

from .addresses import absolute
from .shown import Shown

if TYPE_CHECKING:
    from .models import ReportPage

Node = dict[str, Any]
ISO = {"hour": "%Y-%m-%dT%H:%M%z", "day": "%Y-%m-%d", "week": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}
STATUS = {"superseded": "Superseded", "retracted": "Retracted"}  # what has no status is in force


def about_claims(page: ReportPage, claims: Sequence[Shown]) -> Node:
    """Return what an article's node says of its claims; nothing where it has none."""
    if not claims:
        return {}
    return {"hasPart": [claim_node(claim, page.canonical_url) for claim in claims]}


def claim_node(claim: Shown, article: str) -> Node:
    """One claim under its own address."""
    said, where = claim.said, claim.said["where"]
    node: Node = {
        "@type": "Claim",
        "@id": f"{article}#{claim.anchor}",
        "text": said["statement"],
        "datePublished": stamp(claim.at),
        "firstAppearance": {"@type": "WebPageElement", "url": f"{article}#{claim.anchor}"},
        "creator": source_node(said["source"]),
        "temporalCoverage": coverage(claim),
        "contentLocation": place_node(where) if where else None,
        "creativeWorkStatus": STATUS.get(claim.word),
        "abstract": claim.certainty,
    }
    return {key: value for key, value in node.items() if value}


def source_node(source: dict[str, Any] | None) -> Node | None:
    """Who says so."""
    if source is None:
        return None
    kind = "Person" if source["kind"] == "witness" else "Organization"
    return {"@type": kind, "name": source["name"]} | ({"url": source["url"]} if source["url"] else {})


def coverage(claim: Shown) -> str:
    """When it happened, no finer than it is known: ``2017-11-02``, ``2017-11``, ``2017-11-02/2017-11-05``."""
    form = ISO.get(claim.said["when"]["precision"])
    if form is None or claim.begins is None:
        return ""
    first = local(claim.begins).strftime(form)
    last = local(claim.ends).strftime(form) if claim.ends else ""
    return f"{first}/{last}" if last and last != first else first


def place_node(where: dict[str, Any]) -> Node:
    """Where: a point, or a circle where it is known to within some kilometres (GeoCircle, radius in metres)."""
    node: Node = {"@type": "Place"}
    if where.get("name"):
        node["name"] = where["name"]
    if "latitude" not in where:
        return node
    point = {"@type": "GeoCoordinates", "latitude": where["latitude"], "longitude": where["longitude"]}
    radius = where["radius_km"]
    circle = {"@type": "GeoCircle", "geoMidpoint": point, "geoRadius": round(radius * 1000) if radius else 0}
    return node | {"geo": circle if radius else point}


def situation_node(page: Any, claims: Sequence[Shown], newsroom: Any) -> Node:
    """A situation as a Dataset: what it holds and where it can be had as data."""
    url = absolute(page.url or "/")
    kinds = {"claims.json": "application/json", "claims.geojson": "application/geo+json", "claims.csv": "text/csv"}
    node: Node = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": page.title,
        "description": page.standfirst or page.title,
        "url": url,
        "isAccessibleForFree": True,
        "creator": {"@type": "NewsMediaOrganization", "name": newsroom.name, "url": absolute("/")},
        "distribution": [
            {"@type": "DataDownload", "contentUrl": f"{url}{name}", "encodingFormat": kind}
            for name, kind in kinds.items()
        ],
        "hasPart": [claim_node(claim, url) for claim in claims],
    }
    return {key: value for key, value in node.items() if value}
