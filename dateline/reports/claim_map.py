"""Claims drawn: one map for a report or a situation, kept by what is on it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from dateline.atlas.drawing.features import Feature, read_features
from dateline.atlas.drawing.fitting import extent_around
from dateline.atlas.drawing.palette import LIGHT, adaptive_stylesheet, png_stylesheet
from dateline.atlas.drawing.sheet import SHAPES, SIZES, Plan, draw
from dateline.atlas.models import DrawnMap, MapSettings
from dateline.atlas.vocabulary import CLAIMS
from dateline.atlas.wording import wording
from dateline.atlas.world import credit, world
from dateline.lib.depends import depend
from dateline.lib.raster import png_of
from dateline.people import moments

from .claim_features import collection
from .shown import Shown

if TYPE_CHECKING:
    from .models import ReportPage

Drawn = TypeVar("Drawn", str, bytes)
Extent = tuple[float, float, float, float]
KEPT = 7 * 24 * 3600
FOR = ("wide", "narrow")  # windows; the style sheet shows one of the two
DRAWN_AS = 2  # raise it when the same claims are drawn otherwise


@dataclass(frozen=True)
class Sheet:
    """What claims are drawn on. ``extent`` is fitted to the claims where none is given.

    ``ground`` is a map of the newsroom's own whose land, water, roads and areas lie below the claims.
    """

    title: str
    note: str = ""
    extent: Extent | None = None
    ground: DrawnMap | None = None


def report_sheet(page: ReportPage) -> Sheet:
    """Return what a report's claims are drawn on: its situation's ground, once readers see that situation."""
    ground = page.situation.ground if page.situation and page.situation.live else None
    return Sheet(page.title, _("As of %(day)s") % {"day": moments.day(timezone.now())}, ground=ground)


def inline_map(claims: Sequence[Shown], sheet: Sheet, ident: str) -> str:
    """Return the map as part of a page, each marker a link to its entry; empty where nothing has a place."""

    def make(plan: Plan) -> str:
        drawn = [draw(plan, SIZES[size], ident=f"{ident}-{size}", links=True).svg for size in FOR]
        return "".join(
            f'<div class="claims-map claims-map--{size}">{one}</div>' for size, one in zip(FOR, drawn, strict=True)
        )

    return _kept(f"inline:{ident}", claims, sheet, make) or ""


def map_file(claims: Sequence[Shown], sheet: Sheet, size: str) -> str:
    """Return the map as an SVG that stands alone, coloured for light and dark; empty where nothing has a place."""
    return (
        _kept(f"file:{size}", claims, sheet, lambda plan: draw(plan, SIZES[size], style=adaptive_stylesheet()).svg)
        or ""
    )


def share_map(claims: Sequence[Shown], sheet: Sheet, shape: str) -> bytes:
    """Return the map as a PNG in one of the shapes of shares; empty where nothing has a place."""

    def make(plan: Plan) -> bytes:
        return png_of(draw(plan, SHAPES[shape], style=png_stylesheet(LIGHT), backed=True).svg)

    return _kept(f"share:{shape}", claims, sheet, make) or b""


def _kept(form: str, claims: Sequence[Shown], sheet: Sheet, make: Callable[[Plan], Drawn]) -> Drawn | None:
    """The drawing from the cache, or made and put there; None where nothing has a place."""
    features = collection(claims)
    if not features["features"]:
        return None
    depend("maps", *([f"map:{sheet.ground.pk}"] if sheet.ground else []))
    key = _key(form, features, sheet.title, sheet.note, sheet.extent, sheet.ground and sheet.ground.version)
    drawn: Drawn | None = cache.get(key)
    if drawn is None:
        drawn = make(_plan(read_features(features), sheet))
        cache.set(key, drawn, KEPT)
    return drawn


def _key(*parts: Any) -> str:
    drawn = json.dumps([DRAWN_AS, get_language(), *parts], sort_keys=True, default=str)
    return f"reports:map:{hashlib.sha256(drawn.encode()).hexdigest()[:32]}"


def _plan(claims: list[Feature], sheet: Sheet) -> Plan:
    own = sheet.ground
    around = sheet.extent or (own.extent if own else extent_around(claims))
    assert around is not None  # noqa: S101 - there is a claim, so there is an extent around it
    surveyed = own is None or own.ground
    credits = (own.credit if own else "", credit(around) if surveyed else "")
    return Plan(
        title=sheet.title,
        extent=around,
        features=[*(_ground_of(own) if own else []), *claims],
        description=_("The claims on this map are listed beside it, by the same numbers."),
        notes=" · ".join(part for part in (sheet.note, *credits) if part),
        rtl=get_language_bidi(),
        wording=wording() | {"claimed": _("Reported or claimed")},
        scenery=world(MapSettings.policy(), get_language() or "en") if surveyed else None,
    )


def _ground_of(own: DrawnMap) -> list[Feature]:
    """What of a drawn map is ground: all but its own claims and points, which would be taken for ours."""
    return [feature for feature in read_features(own.features) if feature.kind not in CLAIMS | {"point"}]
