"""A small map with one pin, for the claims desk. Drawn when its row comes into sight, and kept."""

from __future__ import annotations

from math import cos, radians

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from dateline.atlas.drawing.features import Feature
from dateline.atlas.drawing.palette import adaptive_stylesheet
from dateline.atlas.drawing.sheet import Plan, Size, draw
from dateline.atlas.scenery import Scenery
from dateline.atlas.views import DRAWING_POLICY

from ..models import Standing

PIN = Size(220, 10, height=150)
KEPT = 7 * 24 * 3600
AROUND_KM = 60.0
KM_PER_DEGREE = 111.2


@require_GET
def pin(request: HttpRequest) -> HttpResponse:
    """The map around ``lat`` and ``lon``, in degrees; with ``km``, a ring of that radius; ``is`` tells its standing."""
    try:
        latitude, longitude = float(request.GET["lat"]), float(request.GET["lon"])
        radius = min(2000.0, float(request.GET.get("km") or 0))
    except (KeyError, ValueError):
        return HttpResponseBadRequest(_("A pin needs lat and lon, in degrees."))
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180 and radius >= 0):
        return HttpResponseBadRequest(_("A pin needs lat and lon, in degrees."))
    kind = "ring" if radius else "confirmed" if request.GET.get("is") == Standing.CONFIRMED else "claimed"
    key = f"reports:pin:{latitude:.3f}:{longitude:.3f}:{radius:.1f}:{kind}"
    svg = cache.get(key)
    if svg is None:
        svg = drawn(latitude, longitude, radius, kind)
        cache.set(key, svg, KEPT)
    response = HttpResponse(svg, content_type="image/svg+xml; charset=utf-8")
    response["Content-Security-Policy"] = DRAWING_POLICY
    response["Cache-Control"] = "private, max-age=3600"
    return response


def drawn(latitude: float, longitude: float, radius: float, kind: str) -> str:
    """The drawing as a file of its own."""
    tall = max(AROUND_KM, radius * 1.6) / KM_PER_DEGREE
    wide = min(170.0, tall / max(0.05, cos(radians(latitude))) * 1.4)
    south, north = max(-90.0, latitude - tall), min(90.0, latitude + tall)
    properties = {"radius_km": radius} if radius else {}
    feature = Feature(kind, point=(longitude, latitude), properties=properties)
    plan = Plan("", (longitude - wide, south, longitude + wide, north), [feature], scenery=Scenery())
    return draw(plan, PIN, style=adaptive_stylesheet()).svg
