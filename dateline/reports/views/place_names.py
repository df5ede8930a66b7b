"""Names of places looked up while an editor types one into a claim's form."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from dateline.atlas.gazetteer import CREDIT, NotBuilt
from dateline.atlas.gazetteer.find import Found, find
from dateline.atlas.models import Place

from ..assistant import gazetteer
from .desk import claim_at

MOST = 6
LONGEST = 120


@require_GET
def place_names(request: HttpRequest, pk: int) -> JsonResponse:
    """The likeliest places for ``q``, the newsroom's own first, then those in the situation's countries."""
    claim = claim_at(request, pk)
    asked = request.GET.get("q", "").strip()[:LONGEST]
    countries = claim.report.situation.country_codes if claim.report.situation else []
    try:
        found = find(gazetteer(), asked, countries, MOST, Place.objects.shadows())
    except NotBuilt:
        return JsonResponse({"told": _("The gazetteer is missing. On the server: dateline places build"), "found": []})
    told = ngettext("%(n)s place", "%(n)s places", len(found)) if found else _("No place of that name is known.")
    return JsonResponse({"told": told % {"n": len(found)}, "found": [row(each) for each in found], "credit": CREDIT})


def row(found: Found) -> dict[str, Any]:
    """One answer: what is put into the form, and the words on its button."""
    place = found.place
    country = gazetteer().country(place.country)
    near = "" if found.is_match else _("only spelled alike")
    own = _("ours") if place.key.startswith("own:") else ""
    parts = (place.area, country.name if country else place.country, own, near)
    return {
        "name": place.name,
        "latitude": round(place.latitude, 5),
        "longitude": round(place.longitude, 5),
        "where": " · ".join(part for part in parts if part),
    }
