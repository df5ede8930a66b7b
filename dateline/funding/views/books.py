"""The books for readers: money in and out by month, what for, and the same as files. Nothing here names a giver."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dateline.funding.actions import drive_at
from dateline.funding.became import became
from dateline.funding.books import books_of
from dateline.funding.downloads import csv_lines
from dateline.funding.mode import Mode, current_mode
from dateline.funding.models import Expense
from dateline.funding.months_plot import months_plot
from dateline.funding.open_books import BOOK_COLUMNS, SCHEMA, lines_of, told_of
from dateline.people.models import Newsroom

LATEST = 12  # expenses in words; the file has all
KEPT = 60  # seconds that the figures for programs may be old


@require_safe
def books(request: HttpRequest) -> HttpResponse:
    """Show the books of the installation's present mode, in each currency."""
    now, mode = timezone.now(), current_mode()
    drive_at(now=now)
    shown = [
        {"books": one, "plot": months_plot(one.months), "became": became(one.latest)}
        for one in books_of(mode=mode, now=now)
    ]
    expenses = list(Expense.objects.in_mode(mode)[: LATEST + 1])
    return render(
        request,
        "funding/books.html",
        {
            "all_books": shown,
            "expenses": expenses[:LATEST],
            "has_more": len(expenses) > LATEST,
            "is_rehearsal": mode == Mode.TEST,
        },
    )


@require_safe
def books_csv(request: HttpRequest) -> HttpResponse:
    """The same figures as a table: a row a figure. Kept ready as the page is, and remade with it."""
    rows = lines_of(books_of(mode=current_mode(), now=timezone.now()))
    return HttpResponse("".join(csv_lines(BOOK_COLUMNS, rows)), content_type="text/csv; charset=utf-8")


@require_safe
def books_json(request: HttpRequest) -> HttpResponse:
    """The same figures for programs, at most a minute old. Amounts are minor units of their currency."""
    mode = current_mode()
    said = cache.get_or_set(f"funding-books-{mode}", lambda: _told(request, mode, timezone.now()), KEPT)
    headers = {"Cache-Control": f"public, max-age={KEPT}", "Access-Control-Allow-Origin": "*"}
    return JsonResponse(said, headers=headers, json_dumps_params={"ensure_ascii": False})


def _told(request: HttpRequest, mode: Mode, now: datetime) -> dict[str, Any]:
    expenses = Expense.objects.in_mode(mode).iterator(chunk_size=500)
    return {
        "schema": SCHEMA,
        "newsroom": Newsroom.load(request).name,
        "rehearsal": mode == Mode.TEST,
        "books": [told_of(one) for one in books_of(mode=mode, now=now)],
        "expenses": [
            {
                "spent_on": expense.spent_on.isoformat(),
                "purpose": expense.purpose,
                "words": expense.words,
                "amount": expense.amount,
                "currency": expense.currency,
            }
            for expense in expenses
        ],
    }
