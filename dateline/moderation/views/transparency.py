"""The report to the public: the last twelve months, or one of them; as a page, and for programs."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..plot import plot_of
from ..public import TIMES, Report, as_json, months_counted, overturned

OPEN = {"Cache-Control": "public, max-age=300", "Access-Control-Allow-Origin": "*"}


@require_safe
def year(request: HttpRequest) -> HttpResponse:
    """The last twelve months."""
    months = months_counted()
    return _page(request, Report(months), plot=plot_of(months), each=[Report([month]) for month in reversed(months)])


@require_safe
def month(request: HttpRequest, key: str) -> HttpResponse:
    """One of them."""
    return _page(request, _month(key))


@require_safe
def year_json(request: HttpRequest) -> JsonResponse:
    """The same for programs."""
    return JsonResponse(as_json(Report(months_counted()), "12 months"), headers=OPEN)


@require_safe
def month_json(request: HttpRequest, key: str) -> JsonResponse:
    """The same for programs."""
    return JsonResponse(as_json(_month(key), key), headers=OPEN)


def _month(key: str) -> Report:
    """Return the report of a month. Raises Http404 for one of which no day was counted, or too long ago."""
    for found in months_counted():
        if found.key == key:
            return Report([found])
    raise Http404


def _page(request: HttpRequest, report: Report, **more: object) -> HttpResponse:
    context = {
        "report": report,
        "month": report.months[0] if report.months and not more else None,
        "tables": [table for table in report.tables() if table.lines],
        "times": {name: [report.time(name, share) for share in (0.5, 0.9)] for name in TIMES},
        "released": report.share("released", "released", "refused"),
        "overturned": overturned(report),
        "appealed": report.number("appealed"),
        "until": report.months[-1].until if report.months else None,
        **more,
    }
    return render(request, "moderation/transparency.html", context)
