"""Lists of reports: by author, tag, month and words."""

from __future__ import annotations

from datetime import date

from django.core.paginator import Page as Leaf
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe
from taggit.models import Tag

from dateline.lib.clock import month_bounds

from ..models import Author, ReportPage
from ..models.report_reads import ReportQuerySet
from ..models.section import PER_PAGE
from ..searching import search_words


def leaf(request: HttpRequest, reports: ReportQuerySet) -> Leaf[ReportPage]:
    """The page of reports that the address asks for; a number out of range gives the nearest."""
    return Paginator(reports, PER_PAGE).get_page(request.GET.get("page", "1"))


@require_safe
def authors(request: HttpRequest) -> HttpResponse:
    """Everybody who has published here."""
    return render(request, "reports/authors.html", {"authors": Author.objects.published().by_name().for_list()})


@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponse:
    """One author and what they wrote."""
    person = get_object_or_404(Author.objects.published().for_list(), slug=slug)
    reports = ReportPage.objects.published().by_author(person).newest().for_cards()
    return render(request, "reports/author.html", {"author": person, "reports": leaf(request, reports)})


@require_safe
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """Reports on one matter; a tag that only drafts carry does not exist yet."""
    word = get_object_or_404(Tag, slug=slug)
    reports = leaf(request, ReportPage.objects.published().tagged(slug).newest().for_cards())
    if not reports.object_list:
        raise Http404
    return render(request, "reports/tag.html", {"tag": word, "reports": reports})


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """The months in which something came out."""
    zone = timezone.get_current_timezone()
    return render(request, "reports/archive.html", {"months": ReportPage.objects.published().months(zone)})


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """All that came out in one month of the newsroom's own calendar."""
    if not (1 <= month <= 12 and 1 < year < 9999):
        raise Http404
    zone = timezone.get_current_timezone()
    bounds = month_bounds(year, month, zone)
    reports = ReportPage.objects.published().between(*bounds).newest().for_cards()
    before, after = ReportPage.objects.published().neighbours(*bounds)
    context = {"month": date(year, month, 1), "before": before, "after": after, "reports": leaf(request, reports)}
    return render(request, "reports/month.html", context)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Reports in which all the words stand."""
    typed = request.GET.get("q", "").replace("\x00", "").strip()
    words = search_words(typed)
    found = ReportPage.objects.found_by(words) if words else ReportPage.objects.none()
    return render(request, "reports/search.html", {"typed": typed, "words": words, "reports": leaf(request, found)})
