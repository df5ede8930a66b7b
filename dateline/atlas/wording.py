"""The words on a map, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from .drawing.features import Feature, read_features
from .drawing.sheet import Plan
from .models import DrawnMap
from .vocabulary import CLAIMS
from .world import credit, world


def wording() -> dict[str, str]:
    """What the key and the furniture say."""
    return {
        "confirmed": _("Confirmed by us"),
        "claimed": _("Claimed, not confirmed"),
        "disputed": _("Disputed"),
        "ring": _("Somewhere within this ring"),
        "sector": _("Placed by stated distance and direction"),
        "route": _("Route"),
        "flood": _("Flooded"),
        "disputed-border": _("Disputed border"),
        "rail": _("Railway"),
        "km": _("km"),
        "mi": _("mi"),
        "north": _("N"),
    }


def notes(drawn: DrawnMap, credited: bool) -> str:
    """For what day the map is right, who drew it unless a caption below it says so, and whose ground it is."""
    day = _("As of %s") % date_format(drawn.as_of, "DATE_FORMAT") if drawn.as_of else ""
    parts = (day, drawn.credit if credited else "", credit(drawn.extent) if drawn.ground else "")
    return " · ".join(part for part in parts if part)


def plan_of(drawn: DrawnMap, credited: bool = True) -> Plan:
    """A map's row as a plan for the renderer. Under a picture in a page the caption has the credit."""
    return Plan(
        title=drawn.title,
        extent=drawn.extent,
        features=read_features(drawn.features),
        description=drawn.description,
        notes=notes(drawn, credited),
        miles=drawn.units == DrawnMap.Units.BOTH,
        rtl=get_language_bidi(),
        wording=wording(),
        scenery=world(drawn.disputed, get_language() or "en") if drawn.ground else None,
    )


@dataclass(frozen=True)
class Line:
    """One line of the list that says a map in words."""

    number: int | None
    status: str
    label: str
    note: str
    when: str
    href: str
    since: str
    until: str


def lines_of(features: Iterable[Feature]) -> list[Line]:
    """Every mark on the map in words: claims by their numbers, then the other points that have something to say."""
    known = wording()
    listed = [f for f in features if f.kind in CLAIMS or (f.kind == "point" and (f.label or f.words("note")))]
    listed.sort(key=lambda feature: (feature.number is None, feature.number or 0))
    return [
        Line(
            number=feature.number,
            status=feature.words("legend") or known.get(feature.kind, ""),
            label=feature.label,
            note=feature.words("note"),
            when=feature.words("when"),
            href=feature.words("href"),
            since=feature.words("from"),
            until=feature.words("until"),
        )
        for feature in listed
    ]
