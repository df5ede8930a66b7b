"""Maps over HTTP: the full-size page and the drawings themselves."""

from __future__ import annotations

import hashlib
from base64 import b64encode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from dateline.lib.depends import depend

from .drawing.palette import adaptive_stylesheet
from .drawing.sheet import SHAPES, SIZES
from .models import DrawnMap
from .renderings import picture_of, share_of

FOR_EVER = "public, max-age=31536000, immutable"
FOR_NOW = "public, max-age=300"
NOT_YET = "private, no-store"
STYLE_HASH = b64encode(hashlib.sha256(adaptive_stylesheet().encode()).digest()).decode()
# The one style sheet inside our drawings is named by its hash; nothing else in them may load or run anything.
DRAWING_POLICY = f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; frame-ancestors 'self'"


def map_for(request: HttpRequest, slug: str) -> tuple[DrawnMap, bool]:
    """The map, and whether readers may see it: until a published page shows it, only those who draw maps may."""
    published = DrawnMap.objects.published().named(slug).first()
    if published:
        depend(f"map:{published.pk}")
        return published, True
    if not request.user.has_perm("atlas.view_drawnmap"):
        raise Http404
    return get_object_or_404(DrawnMap, slug=slug), False


@require_safe
def map_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One map, as large as the window."""
    drawn, public = map_for(request, slug)
    response = render(request, "atlas/map.html", {"map": drawn})
    if not public:
        response["Cache-Control"] = NOT_YET
    return response


@require_safe
def drawing(request: HttpRequest, slug: str, size: str = "wide") -> HttpResponse:
    """The map as an SVG file: wide for a page, narrow for phones and cards, full for the whole window."""
    if size not in SIZES:
        raise Http404
    drawn, public = map_for(request, slug)
    response = HttpResponse(picture_of(drawn, size).svg, content_type="image/svg+xml; charset=utf-8")
    response["Content-Security-Policy"] = DRAWING_POLICY
    return kept(request, response, drawn, public)


@require_safe
def share(request: HttpRequest, slug: str, shape: str = "og") -> HttpResponse:
    """The map as a PNG for shares, mail and feeds: og is 1200 by 630 pixels."""
    if shape not in SHAPES:
        raise Http404
    drawn, public = map_for(request, slug)
    return kept(request, HttpResponse(share_of(drawn, shape), content_type="image/png"), drawn, public)


def kept(request: HttpRequest, response: HttpResponse, drawn: DrawnMap, public: bool) -> HttpResponse:
    """Say how long to keep a drawing: for ever under the address of its version. Answer 304 where that will do."""
    etag = quote_etag(hashlib.sha256(response.content).hexdigest()[:16])
    response["ETag"] = etag
    response["Cache-Control"] = (
        NOT_YET if not public else FOR_EVER if request.GET.get("v") == drawn.version else FOR_NOW
    )
    return get_conditional_response(request, etag=etag, response=response) or response
