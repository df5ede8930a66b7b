"""What other programs read: feeds and sitemaps."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dateline.lib.feeds import Channel, writer_for
from dateline.people.models import Newsroom

from ..channel import channel_of
from ..claim_feed import situation_channel
from ..models import Author, ReportPage, SectionPage, SituationPage
from ..models.report_reads import ReportQuerySet
from ..sitemaps import news_sitemap_xml, sitemap_xml
from ..situations import claims_at

XML = "application/xml; charset=utf-8"


def feed_response(request: HttpRequest, form: str, title: str, home: str, reports: ReportQuerySet) -> HttpResponse:
    """Answer with the newest of ``reports`` in one of the three forms."""
    newsroom = Newsroom.load(request)
    return written(channel_of(newsroom=newsroom, title=title, home=home, itself=request.path, reports=reports), form)


def written(channel: Channel, form: str) -> HttpResponse:
    """Answer with a channel in one of the three forms, readable from any other site."""
    writer = writer_for(form)
    return HttpResponse(
        writer.write(channel), content_type=writer.CONTENT_TYPE, headers={"Access-Control-Allow-Origin": "*"}
    )


@require_safe
def site_feed(request: HttpRequest, form: str) -> HttpResponse:
    """The whole paper."""
    return feed_response(request, form, Newsroom.load(request).name, "/", ReportPage.objects.published())


@require_safe
def section_feed(request: HttpRequest, section: str, form: str) -> HttpResponse:
    """One section, or a situation's claims: both lie below the front page, so no two have the same address."""
    page = SectionPage.objects.published().named(section).first()
    if page is None:
        return situation_feed(request, section, form)
    return feed_response(request, form, page.title, page.url, ReportPage.objects.published().in_section(page))


def situation_feed(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """What is claimed in one situation."""
    page = get_object_or_404(SituationPage.objects.published(), slug=slug)
    claims = claims_at(page, timezone.now())
    return written(
        situation_channel(newsroom=Newsroom.load(request), page=page, itself=request.path, claims=claims), form
    )


@require_safe
def author_feed(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """One author."""
    person = get_object_or_404(Author.objects.published(), slug=slug)
    reports = ReportPage.objects.published().by_author(person)
    return feed_response(request, form, _("Reports by %(name)s") % {"name": person}, person.get_absolute_url(), reports)


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every page that readers can see."""
    return HttpResponse(sitemap_xml(), content_type=XML)


@require_safe
def news_sitemap(request: HttpRequest) -> HttpResponse:
    """What is news by Google's definition."""
    return HttpResponse(news_sitemap_xml(newsroom=Newsroom.load(request), now=timezone.now()), content_type=XML)
