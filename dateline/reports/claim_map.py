"""Claims drawn: one map for a report or a situation, kept by what is on it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from django.core.cache import cache
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from dateline.atlas.drawing.features import read_features
from dateline.atlas.drawing.fitting import extent_around
from dateline.atlas.drawing.palette import LIGHT, png_stylesheet
from dateline.atlas.drawing.sheet import SHAPES, SIZES, Plan, draw
from dateline.atlas.models import MapSettings
from dateline.atlas.wording import wording
from dateline.atlas.world import credit, world
from dateline.lib.raster import png_of

from .claim_features import collection
from .shown import Shown

Extent = tuple[float, float, float, float]
KEPT = 7 * 24 * 3600
FOR = ("wide", "narrow")  # windows; the style sheet shows one of the two
DRAWN_AS = 2  # raise it when the same claims are drawn otherwise


def inline_map(claims: Sequence[Shown], *, title: str, ident: str, note: str, extent: Extent | None = None) -> str:
    """Return the map as part of a page, each marker a link to its entry; empty where nothing has a place.

    ``extent`` (west, south, east, north, degrees) is fitted to the claims where none is given.
    """
    features = collection(claims)
    if not features["features"]:
        return ""
    key = _key("inline", features, title, ident, note, extent)
    svg: str | None = cache.get(key)
    if svg is None:
        plan = _plan(features, title, note, extent)
        drawn = [draw(plan, SIZES[size], ident=f"{ident}-{size}", links=True).svg for size in FOR]
        svg = "".join(
            f'<div class="claims-map claims-map--{size}">{one}</div>' for size, one in zip(FOR, drawn, strict=True)
        )
        cache.set(key, svg, KEPT)
    return svg


def share_map(claims: Sequence[Shown], *, title: str, note: str, extent: Extent | None = None) -> bytes:
    """Return the map as a PNG of 1200 by 630 pixels for shares; empty where nothing has a place."""
    features = collection(claims)
    if not features["features"]:
        return b""
    key = _key("share", features, title, note, extent)
    png: bytes | None = cache.get(key)
    if png is None:
        plan = _plan(features, title, note, extent)
        png = png_of(draw(plan, SHAPES["og"], style=png_stylesheet(LIGHT), backed=True).svg)
        cache.set(key, png, KEPT)
    return png


def _key(*parts: Any) -> str:
    drawn = json.dumps([DRAWN_AS, get_language(), *parts], sort_keys=True, default=str)
    return f"reports:map:{hashlib.sha256(drawn.encode()).hexdigest()[:32]}"


def _plan(features: dict[str, Any], title: str, note: str, extent: Extent | None) -> Plan:
    read = read_features(features)
    around = extent or extent_around(read)
    assert around is not None  # noqa: S101 - there is a feature, so there is an extent around it
    return Plan(
        title=title,
        extent=around,
        features=read,
        description=_("The claims on this map are listed beside it, by the same numbers."),
        notes=" · ".join(part for part in (note, credit(around)) if part),
        rtl=get_language_bidi(),
        wording=wording(),
        scenery=world(MapSettings.policy(), get_language() or "en"),
    )
