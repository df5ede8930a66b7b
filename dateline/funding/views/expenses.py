"""What was spent: written down, listed, searched, taken back."""

from __future__ import annotations

import uuid
from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from dateline.funding.actions import Doubt, currency_at, doubts_about_expense, record_expense, take_back
from dateline.funding.mode import current_mode
from dateline.funding.models import Expense
from dateline.funding.models.finding import searchable
from dateline.funding.treasury_forms import ExpenseForm
from dateline.lib.money import Money
from dateline.people.models import User

from .rights import may

A_PAGE = 50


@require_GET
@may("funding.view_expense")
def expenses(request: HttpRequest) -> HttpResponse:
    """List what was spent, the latest first, or what of it is looked for."""
    typed = searchable(request.GET.get("q", ""))
    found = Expense.objects.recorded(current_mode()).matching(typed)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("p"))
    may_record = request.user.has_perm("funding.add_expense")
    shown = {"page": page, "typed": typed, "may_record": may_record}
    return render(
        request,
        "funding/treasury_expenses.html",
        shown | {"may_take_back": request.user.has_perm("funding.change_expense")},
    )


@may("funding.add_expense")
def record(request: HttpRequest) -> HttpResponse:
    """Show the form, or book what it says. The form carries a key: sent twice, it is one expense.

    An amount that looks like a slip is asked about once; the answer names the amount, and holds for no other.
    """
    now = timezone.now()
    form = ExpenseForm(request.POST or None, currency=currency_at(now=now), initial={"key": uuid.uuid4()})
    doubts: list[str] = []
    if request.method == "POST" and form.is_valid():
        money = form.cleaned_data["money"]
        doubts = [] if request.POST.get("sure") == money.plain else _doubts(money)
        if not doubts:
            expense = record_expense(**form.cleaned_data, now=now, by=cast("User", request.user))
            messages.success(request, _booked(expense))
            return redirect("funding_expenses")
    found = {"form": form, "purposes": Expense.objects.purposes(current_mode()), "doubts": doubts}
    return render(request, "funding/treasury_expense.html", found)


@may("funding.change_expense")
def take_expense_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once, then book the same money the other way about. The row stays in the list, struck through."""
    expense = get_object_or_404(Expense.objects.recorded(current_mode()), pk=pk)
    if request.method == "POST":
        take_back(expense=expense, now=timezone.now(), by=cast("User", request.user))
        messages.success(request, _("%(expense)s was taken back. It no longer counts.") % {"expense": expense})
        return redirect("funding_expenses")
    return render(request, "funding/treasury_take_back.html", {"expense": expense})


def _doubts(money: Money) -> list[str]:
    """Say what makes an amount look like a slip."""
    words = {
        Doubt.FAR_ABOVE: _("%(money)s is more than ten times the largest expense so far, %(other)s."),
        Doubt.NOT_THERE: _("%(money)s is more than is there: by the books that is %(other)s."),
    }
    return [
        words[doubt] % {"money": money, "other": other} for doubt, other in doubts_about_expense(money=money).items()
    ]


def _booked(expense: Expense) -> str:
    """Say in whose books it stands, where that is not its own month's."""
    words = {"money": expense.money, "month": expense.posting.book_month}
    if expense.posting.book_month == f"{expense.spent_on:%Y-%m}":
        return _("%(money)s is in the books of %(month)s.") % words
    return _("Its own month is closed, so %(money)s is in the books of %(month)s.") % words
