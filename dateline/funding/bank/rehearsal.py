"""A statement of a bank that does not exist, to practise with: right references, wrong ones, and none."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date

from dateline.lib.money import Money, whole

from .reference import DIGITS, written

HEADINGS = ("Date", "Name", "Details", "Amount", "Currency")
STRANGER = "Somebody Else"


def rehearsed_statement(awaited: Iterable[tuple[str, Money, str]], day: date, currency: str) -> bytes:
    """Return a CSV table: each transfer (reference, amount, name) has come, every third with a slip of its giver's.

    One stranger's gift without a reference, and one bill that was paid, stand among them, in the account's currency.
    """
    rows = [_row(number, *told, day) for number, told in enumerate(awaited)]
    gift, bill = whole(20, currency), whole(-48, currency)
    rows.append((day.isoformat(), STRANGER, "For your good work", gift.plain, currency))
    rows.append((day.isoformat(), "Power Company", "Invoice 4711", bill.plain, currency))
    table = io.StringIO()
    csv.writer(table, delimiter=";").writerows([HEADINGS, *rows])
    return table.getvalue().encode()


def _row(number: int, reference: str, money: Money, name: str, day: date) -> tuple[str, str, str, str, str]:
    """Return one line; in turns it is right, has a digit wrong, or another amount."""
    text, amount = written(reference), money
    if number % 3 == 1:
        place = -1
        other = DIGITS[(DIGITS.index(reference[place]) + 1) % len(DIGITS)]
        text = written(reference[:place] + other)
    if number % 3 == 2:
        amount = Money(money.amount + 500, money.currency)
    return day.isoformat(), name or "Dee Donor", text, amount.plain, money.currency
