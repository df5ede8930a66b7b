"""What readers gave: months that are over, the last one closed at 96 percent, and the one under way."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from dateline.funding.actions import close_drive, open_drive, record_expense, record_gift, refund
from dateline.funding.models import Drive, Gift
from dateline.funding.models.gift import Visibility
from dateline.lib.clock import month_of, previous_month
from dateline.lib.money import whole

from ..diary import Diary
from ..gifts import Given, spread
from .memory import Memory, Step

Month = tuple[int, int]


def steps(funds: dict[str, Any], givers: list[Given], currency: str, diary: Diary) -> list[Step]:
    """One step for each month, oldest first."""
    current = month_of(diary.now, diary.zone)
    month = previous_month(*current)
    todo = [
        Step(
            "drive:last",
            partial(run_last_month, month=month, funds=funds, givers=givers, currency=currency, diary=diary),
        )
    ]
    for back, total in enumerate(reversed(funds["history"]), 2):
        month = previous_month(*month)
        gifts = spread(total, givers, seed=back)
        make = partial(run_past_month, month=month, gifts=gifts, funds=funds, currency=currency, diary=diary)
        todo.insert(0, Step(f"drive:{back}", make))
    make = partial(run_month, month=current, gifts=givers, funds=funds, currency=currency, diary=diary)
    return [*todo, Step("drive:now", make)]


def run_month(
    memory: Memory, *, month: Month, gifts: list[Given], funds: dict[str, Any], currency: str, diary: Diary
) -> Drive:
    """A month with those gifts and expenses whose moment has come."""
    year, number = month
    goal = whole(funds["goal"], currency)
    drive = open_drive(year=year, month=number, goal=goal, purpose=funds["purpose"])
    for place, given in enumerate(gifts):
        if given.moment(year, number, diary.zone) <= diary.now:
            take(given, month, f"sample:{year}-{number:02}:{place}", currency, diary)
    for place, spent in enumerate(funds["expenses"]):
        spend(spent, month, f"sample:{year}-{number:02}:{place}", currency, diary)
    return drive


def spend(spent: dict[str, Any], month: Month, key: str, currency: str, diary: Diary) -> None:
    """One expense, once its day has come."""
    day = date(*month, spent["day"])
    evening = datetime.combine(day, time(18), diary.zone)
    if evening <= diary.now:
        money, told = whole(spent["amount"], currency), {name: spent[name] for name in ("purpose", "words")}
        record_expense(money=money, spent_on=day, now=evening, key=key, **told)


def take(given: Given, month: Month, key: str, currency: str, diary: Diary) -> Gift:
    """One gift. A message from before the flood cannot speak of it, so early ones are left without."""
    at = given.moment(*month, diary.zone)
    return record_gift(
        money=whole(given.amount, currency),
        occurred_at=at,
        now=at,
        key=key,
        provider="import",
        name=given.name,
        message=given.message if at > diary.moment("-15 12:00") else "",
        visibility=Visibility(given.visibility),
    )


def run_past_month(
    memory: Memory, *, month: Month, gifts: list[Given], funds: dict[str, Any], currency: str, diary: Diary
) -> Drive:
    """A month that is over, and its books closed."""
    drive = run_month(memory, month=month, gifts=gifts, funds=funds, currency=currency, diary=diary)
    close_drive(drive=drive, now=drive.ends_at)
    return drive


def run_last_month(
    memory: Memory, *, month: Month, funds: dict[str, Any], givers: list[Given], currency: str, diary: Diary
) -> Drive:
    """The month before this one, with a gift that went back to its giver before the books were closed."""
    drive = run_month(
        memory, month=month, gifts=spread(funds["last_month"], givers, 1), funds=funds, currency=currency, diary=diary
    )
    asked = funds["refund"]
    given = Given(11, "19:40", asked["amount"], "secret", asked["giver"], "")
    gift = take(given, month, "sample:refunded", currency, diary)
    back = given.moment(*month, diary.zone) + timedelta(days=asked["after_days"])
    refund(gift=gift, amount=gift.money, by=memory.thing("user:ada"), now=back, key="sample:refund")
    close_drive(drive=drive, now=drive.ends_at)
    return drive
