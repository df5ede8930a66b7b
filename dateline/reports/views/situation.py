"""A situation for readers: its page at any moment, and its claims as files."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dateline.atlas.views import DRAWING_POLICY
from dateline.lib.depends import depend

from ..addresses import absolute
from ..claim_files import FORMS
from ..claim_map import map_file
from ..models import SituationPage
from ..situations import claims_at, moment_asked, sheet_of, view_of

TAGS = ("claims", "reports", "maps")
SVG = "image/svg+xml; charset=utf-8"


def page(request: HttpRequest, situation: SituationPage) -> HttpResponse:
    """The map, the timeline and the ledger, now or as of a day."""
    depend(*TAGS)
    view = view_of(situation, request.GET.dict(), timezone.now())
    context = situation.get_context(request) | {"view": view}
    return TemplateResponse(request, situation.get_template(request), context)


@require_safe
def claims_file(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """The claims in one form; ``?at=`` gives them as of a day, as on the page."""
    situation = get_object_or_404(SituationPage.objects.published(), slug=slug)
    content_type, write = FORMS[form]
    now = timezone.now()
    at, fault = moment_asked(request.GET.get("at", ""), now)
    if fault:
        return HttpResponse(fault, status=400, content_type="text/plain; charset=utf-8")
    claims = claims_at(situation, at or now)
    base = absolute(situation.url or "/")
    response = HttpResponse(write(claims, base=base, title=situation.title, at=at or now), content_type=content_type)
    response["Access-Control-Allow-Origin"] = "*"
    if form == "csv":
        response["Content-Disposition"] = content_disposition_header(True, f"{situation.slug}.csv") or "attachment"
    return response


@require_safe
def claims_map(request: HttpRequest, slug: str, size: str) -> HttpResponse:
    """The map as it is now, as a file: for the front page, and for whoever has a place for a picture."""
    situation = get_object_or_404(SituationPage.objects.published(), slug=slug)
    depend(*TAGS)
    now = timezone.now()
    svg = map_file(claims_at(situation, now), sheet_of(situation, now), size)
    if not svg:
        raise Http404(_("None of the claims has a place that can be shown."))
    return HttpResponse(svg, content_type=SVG, headers={"Content-Security-Policy": DRAWING_POLICY})


@require_safe
def embedded(request: HttpRequest, slug: str, part: str) -> HttpResponse:
    """The map or the timeline, for a frame on a site that the newsroom has listed."""
    situation = get_object_or_404(SituationPage.objects.published(), slug=slug)
    depend(*TAGS)
    view = view_of(situation, {}, timezone.now())
    return render(request, "reports/situation_embed.html", {"page": situation, "view": view, "part": part})
