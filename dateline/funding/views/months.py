"""Months in the editor: side by side, one by one with what is still open, and their books to take away."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET
from wagtail.log_actions import log

from dateline.funding.actions import books_digest
from dateline.funding.books import books_of
from dateline.funding.downloads import csv_lines, download, json_lines
from dateline.funding.meter import meter_of
from dateline.funding.mode import current_mode
from dateline.funding.models import Closing, Drive, Leg, Posting
from dateline.funding.month_files import LEG_COLUMNS, legs_of_month
from dateline.funding.months_plot import months_plot
from dateline.funding.open_matters import open_matters
from dateline.funding.plot import plot_of
from dateline.funding.sums import sums_of
from dateline.people.models import Newsroom

from .rights import may

A_PAGE = 100


@require_GET
@may("funding.view_posting")
def months(request: HttpRequest) -> HttpResponse:
    """All months side by side, in each currency, and what is still open."""
    now = timezone.now()
    books = [(one, months_plot(one.months)) for one in books_of(mode=current_mode(), now=now)]
    return render(request, "funding/treasury_months.html", {"all_books": books, "open": open_matters()})


@require_GET
@may("funding.view_posting")
def month(request: HttpRequest, key: str) -> HttpResponse:
    """One month: its figures, its days, what lies where, and whether its seal still fits."""
    now, mode = timezone.now(), current_mode()
    found = [month for books in books_of(mode=mode, now=now) for month in books.months if month.key == key]
    if not found:
        raise Http404
    drive = next((month.drive for month in found if month.drive), None)
    closing = Closing.objects.of(drive, mode) if drive else None
    digest = books_digest(key, mode)
    shown: dict[str, Any] = {"months": found, "drive": drive, "closing": closing, "digest": digest}
    shown |= {"fits": closing is not None and closing.digest == digest, "open": open_matters()}
    if drive:
        shown["plot"] = plot_of(drive, Leg.objects.by_moment(drive, mode), now)
    return render(request, "funding/treasury_month.html", shown)


@require_GET
@may("funding.view_posting")
def drive_ledger(request: HttpRequest, pk: int) -> HttpResponse:
    """The postings that a meter is the sum of, with that sum."""
    drive, mode = get_object_or_404(Drive, pk=pk), current_mode()
    sums = sums_of(drive, Leg.objects.by_account(drive, mode))
    page = Paginator(Posting.objects.counting_for(drive, mode), A_PAGE).get_page(request.GET.get("p"))
    meter = meter_of(drive, timezone.now())
    return render(request, "funding/treasury_ledger.html", {"drive": drive, "meter": meter, "page": page, **sums})


@require_GET
@may("funding.view_posting")
def posting(request: HttpRequest, pk: int) -> HttpResponse:
    """One posting with its legs."""
    found = get_object_or_404(Posting.objects.with_legs(), pk=pk)
    return render(request, "funding/treasury_posting.html", {"posting": found})


@require_GET
@may("funding.view_posting")
def month_csv(request: HttpRequest, key: str) -> HttpResponseBase:
    """A month's books as CSV, a row a leg."""
    name = _name(request, key, "csv")
    return download(request, csv_lines(LEG_COLUMNS, legs_of_month(key, current_mode())), name=name)


@require_GET
@may("funding.view_posting")
def month_json(request: HttpRequest, key: str) -> HttpResponseBase:
    """A month's books as JSON, with the seal."""
    mode, name = current_mode(), _name(request, key, "json")
    head = {"schema": 1, "month": key, "mode": mode, "digest": books_digest(key, mode), "amounts": "minor units"}
    head["is_closed"] = Closing.objects.seals(key, mode)
    return download(request, json_lines(head, "legs", legs_of_month(key, mode)), name=name)


def _name(request: HttpRequest, key: str, kind: str) -> str:
    """Write down who takes the books away, and name the file. Raises Http404 where there are none."""
    if (key, current_mode()) not in Posting.objects.books():
        raise Http404
    name = f"books-{key}.{kind}"
    log(instance=Newsroom.load(request), action="funding.export", user=request.user, data={"file": name})
    return name
