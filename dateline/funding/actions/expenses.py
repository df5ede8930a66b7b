"""What gifts were spent on: booked with its purpose, and taken back by another posting where it was an error."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum

from django.db import transaction

from dateline.funding.mode import Mode, current_mode
from dateline.funding.models import Expense, Leg
from dateline.funding.models.ledger import Account, Kind
from dateline.lib.money import Money
from dateline.people.models import Newsroom, User

from .booking import Movement, book

BY_HAND = "offline"
TIMES = 10  # the largest so far, from which on an amount is asked about


class StillToCome(ValueError):
    """Money that is to go out on a later day. Trying again on that day helps."""


@transaction.atomic
def record_expense(
    *,
    money: Money,
    spent_on: date,
    purpose: str,
    now: datetime,
    key: str,
    words: str = "",
    note: str = "",
    account: str = Account.BANK,
    by: User | None = None,
) -> Expense:
    """Book what was spent and return it; ``key`` makes a form that is sent twice one expense.

    ``spent_on`` is a day of the newsroom's. Of a month that is closed it stands in the books of the present one. Raises
    StillToCome, and ValueError for what is not more than nothing or lies neither at the bank nor in the till.
    """
    if money.amount <= 0 or account not in {Account.BANK, Account.CASH}:
        raise ValueError("An expense is more than nothing, out of the bank or the till.")
    movement = Movement(
        provider=BY_HAND,
        mode=current_mode(),
        movement_id=f"expense:{key}",
        kind=Kind.EXPENSE,
        came=Money(-money.amount, money.currency),
        where=account,
        why=Account.EXPENSES,
        occurred_at=_moment_of(spent_on, now),
        note=note,
    )
    told = {"spent_on": spent_on, "purpose": purpose.strip(), "words": words, "note": note, "recorded_by": by}
    posting, _ = book(movement=movement, now=now, by=by)
    amount = {"amount": money.amount, "currency": money.currency}
    return Expense.objects.get_or_create(posting=posting, defaults=told | amount)[0]


class Doubt(StrEnum):
    """Why an amount may be a slip of the hand."""

    FAR_ABOVE = "far above"  # more than ten times the largest so far
    NOT_THERE = "not there"  # more than lies anywhere by the books, and more than was ever spent at once


def doubts_about_expense(*, money: Money) -> dict[Doubt, Money]:
    """Return what makes ``money`` look like a slip, each with the sum that it is held against; none in most cases."""
    mode = current_mode()
    largest = Money(Expense.objects.largest(mode, money.currency), money.currency)
    there = Money(Leg.objects.left(mode, money.currency), money.currency)
    found = {}
    if largest.amount and money.amount > TIMES * largest.amount:
        found[Doubt.FAR_ABOVE] = largest
    if money.amount > max(there.amount, largest.amount):
        found[Doubt.NOT_THERE] = there
    return found


@transaction.atomic
def take_back(*, expense: Expense, now: datetime, by: User | None = None) -> Expense:
    """Book the same money the other way about, now. The row stays, and says by which posting; done twice it is once."""
    expense = Expense.objects.select_for_update(of=("self",)).select_related("posting").get(pk=expense.pk)
    if expense.taken_back is not None:
        return expense
    movement = Movement(
        provider=BY_HAND,
        mode=Mode(expense.posting.mode),
        movement_id=f"{expense.posting.movement_id}:back",
        kind=Kind.EXPENSE,
        came=expense.money,
        where=expense.posting.legs.lying().get().account,
        why=Account.EXPENSES,
        occurred_at=now,
        note=expense.note,
    )
    expense.taken_back = book(movement=movement, now=now, by=by)[0]
    expense.save(update_fields=["taken_back"])
    return expense


def _moment_of(day: date, now: datetime) -> datetime:
    """Return noon of a day of the newsroom's, in its month wherever clocks are put back, and never later than now."""
    zone = Newsroom.load().zone
    if day > now.astimezone(zone).date():
        raise StillToCome("This day is still to come.")
    return min(datetime.combine(day, time(12), zone), now)
