"""The picture that other sites show for a page of ours: a map, a photograph, its claims on a map, or its headline."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.formats import date_format
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe
from wagtail.images.models import Filter
from wagtail.models import Page

from dateline.atlas.card import draw_card
from dateline.atlas.drawing.sheet import SHAPES
from dateline.atlas.renderings import share_of
from dateline.lib.depends import depend
from dateline.people.models import Newsroom
from dateline.reports.claim_map import report_sheet, share_map
from dateline.reports.darkroom import ready
from dateline.reports.models import Picture, ReportPage, SituationPage
from dateline.reports.shown import of_report
from dateline.reports.situations import claims_at, sheet_of

KEPT = 7 * 24 * 3600


class Shared(NamedTuple):
    """The bytes of a picture and what they are.

    Photographs are JPEG whatever the address says: as PNG they would be heavier than some sites accept.
    """

    content: bytes
    content_type: str


@require_safe
def share(request: HttpRequest, page_id: int, shape: str = "og") -> HttpResponse:
    """The picture of a page that readers can see; drafts and restricted pages have none."""
    if shape not in SHAPES:
        raise Http404
    page = get_object_or_404(Page.objects.live().public(), pk=page_id).specific
    picture = picture_of(page, Newsroom.load(request), shape)
    response = HttpResponse(picture.content, content_type=picture.content_type)
    etag = quote_etag(hashlib.sha256(picture.content).hexdigest()[:16])
    response["ETag"] = etag
    response["Cache-Control"] = "public, max-age=600"
    return get_conditional_response(request, etag=etag, response=response) or response


def picture_of(page: Page, newsroom: Newsroom, shape: str) -> Shared:
    """The first that the page has: its lead map, its photograph, its claims on a map, else a card."""
    lead_map, lead_picture = getattr(page, "lead_map", None), getattr(page, "lead_picture", None)
    if lead_map:
        depend(f"map:{lead_map.pk}")
        return Shared(share_of(lead_map, shape), "image/png")
    if lead_picture:
        try:
            return Shared(cropped(lead_picture, shape), "image/jpeg")
        except OSError:
            pass  # the file is gone or broken: the headline still says what the page is about
    if drawn := claims_drawn(page, shape):
        return Shared(drawn, "image/png")
    return Shared(card_of(page, newsroom, shape), "image/png")


def claims_drawn(page: Page, shape: str) -> bytes:
    """The claims of a report or a situation on their map; empty for other pages, and where nothing has a place."""
    now = timezone.now()
    if isinstance(page, SituationPage):
        depend("claims")
        return share_map(claims_at(page, now), sheet_of(page, now), shape)
    if isinstance(page, ReportPage):
        depend("claims")
        return share_map(of_report(page.pk, now), report_sheet(page), shape)
    return b""


def cropped(picture: Picture, shape: str) -> bytes:
    """A photograph cut to a shape around its focal point. Raises OSError when its file cannot be read."""
    size = SHAPES[shape]
    spec = f"fill-{size.width:.0f}x{size.height:.0f}|format-jpeg|jpegquality-82"
    made = next((rendition for rendition in ready(picture, "share") if rendition.filter_spec == spec), None)
    if made is not None:
        with made.file.storage.open(made.file.name) as file:
            return bytes(file.read())
    with picture.generate_rendition_file(Filter(spec)) as cut:  # an unusual shape, or asked for within the first second
        cut.seek(0)
        return bytes(cut.read())


def card_of(page: Page, newsroom: Newsroom, shape: str) -> bytes:
    """The headline in type, kept for as long as no word on it changes."""
    spoken = {
        "title": str(page.title),
        "kicker": str(getattr(page, "kicker", "")),
        "name": newsroom.name,
        "footer": place_and_day(page, newsroom),
        "accent": newsroom.accent,
        "size": shape,
    }
    key = "share:" + hashlib.sha256(repr(sorted(spoken.items())).encode()).hexdigest()
    content: bytes | None = cache.get(key)
    if content is None:
        content = draw_card(**spoken)
        cache.set(key, content, KEPT)
    return content


def place_and_day(page: Page, newsroom: Newsroom) -> str:
    """Where and on what day, as far as the page says so."""
    published = page.first_published_at
    day = date_format(timezone.localtime(published, newsroom.zone), "DATE_FORMAT") if published else ""
    return " · ".join(part for part in (str(getattr(page, "place", "")), day) if part)
