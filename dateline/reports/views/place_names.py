"""Names of places looked up while an editor types one into a claim's form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from dateline.atlas.gazetteer import CREDIT, NotBuilt
from dateline.atlas.gazetteer import Place as Known
from dateline.atlas.gazetteer.find import Found, find
from dateline.atlas.geodesy import distance_km
from dateline.atlas.models import Place

from ..assistant import gazetteer
from ..models import Claim
from .desk import claim_at

MOST = 6
LONGEST = 120
LOOKED_AT = 40  # before those that lie nearest are chosen


@require_GET
def place_names(request: HttpRequest, pk: int) -> JsonResponse:
    """The likeliest places for ``q``, the newsroom's own first, then those near to what the report has placed."""
    claim = claim_at(request, pk)
    asked = request.GET.get("q", "").strip()[:LONGEST]
    try:
        found = likeliest(asked, claim)
    except NotBuilt:
        return JsonResponse({"told": _("The gazetteer is missing. On the server: dateline places build"), "found": []})
    told = ngettext("%(n)s place", "%(n)s places", len(found)) if found else _("No place of that name is known.")
    return JsonResponse({"told": told % {"n": len(found)}, "found": found, "credit": CREDIT})


def likeliest(asked: str, claim: Claim) -> list[dict[str, Any]]:
    """Return up to ``MOST`` rows: names that are matched, then those that begin so, then those spelled alike."""
    countries = claim.report.situation.country_codes if claim.report.situation else []
    found = find(gazetteer(), asked, countries, LOOKED_AT, Place.objects.shadows())
    near = surroundings(claim)
    rows: dict[str, tuple[tuple[int, float], dict[str, Any]]] = {}
    for place, rank in ranked(asked, found):
        away = min((distance_km(point, (place.latitude, place.longitude)) for point in near), default=0.0)
        rows.setdefault(place.key, ((rank, away), row(place, is_match=rank < ALIKE)))
    return [each for _order, each in sorted(rows.values(), key=lambda one: one[0])[:MOST]]


OURS, MATCHED, BEGUN, ALIKE = range(4)


def ranked(asked: str, found: list[Found]) -> Iterator[tuple[Known, int]]:
    """Give each place and how it fits."""
    for each in found:
        if each.is_match:
            yield each.place, OURS if each.place.key.startswith("own:") else MATCHED
    for place in gazetteer().begun(asked, LOOKED_AT):
        yield place, BEGUN
    for each in found:
        yield each.place, ALIKE


def surroundings(claim: Claim) -> list[tuple[float, float]]:
    """Where the other claims of the report, and the situation's axes, lie."""
    points = [one.point for one in Claim.objects.of_report(claim.report_id) if one.point and one.pk != claim.pk]
    axes = claim.report.situation.axes.all() if claim.report.situation else ()
    return [*(point for point in points if point), *((axis.latitude, axis.longitude) for axis in axes)]


def row(place: Known, *, is_match: bool) -> dict[str, Any]:
    """One answer: what is put into the form, and the words on its button."""
    country = gazetteer().country(place.country)
    area = gazetteer().area(place.area) if place.area else None
    near = "" if is_match else _("only spelled alike")
    own = _("ours") if place.key.startswith("own:") else ""
    parts = (area.name if area else place.area, country.name if country else place.country, own, near)
    return {
        "name": place.name,
        "latitude": round(place.latitude, 5),
        "longitude": round(place.longitude, 5),
        "where": " · ".join(part for part in parts if part),
    }
