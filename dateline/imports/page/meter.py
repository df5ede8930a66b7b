"""The meter above the page: amounts, the last of which was raised, and the month in words."""

from __future__ import annotations

import calendar
import re
from itertools import pairwise

from dateline.lib.money import SIGNS, BadAmount, Money, parse_money

from ..record import Meter
from .lines import Ledger, Line

MONTHS = [name.casefold() for name in calendar.month_name[1:]]
DOLLARS = {"USD", "CAD", "AUD"}
CODES = {sign.casefold(): code for code, sign in SIGNS.items()} | {code.casefold(): code for code in SIGNS}
SIGN = "|".join(re.escape(sign) for sign in CODES)
AMOUNT = re.compile(rf"(?P<before>{SIGN})?\s*(?P<number>\d[\d.,'’\s]*)\s*(?P<after>{SIGN})?", re.IGNORECASE)
MONTH = re.compile(rf"(?P<month>{'|'.join(MONTHS)})\s+(?P<year>\d{{4}})", re.IGNORECASE)
SHOWN = 12  # more amounts than any meter shows


def read_meter(lines: list[Line], ledger: Ledger, doubts: list[tuple[int, str]], own: str) -> tuple[Meter | None, int]:
    """Return the meter at the head of ``lines``, if there is a whole one, and how many lines it takes.

    ``own`` is the newsroom's currency, in which amounts without a sign are read.
    """
    head = leading(lines)
    amounts = [value for line in head if (value := amount_in(line, own))]
    months = [match for line in head if (match := MONTH.fullmatch(line.words))]
    taken = head[-1].number - lines[0].number + 1 if head else 0
    if len(amounts) < 2 or len(months) != 1:
        for line in head:
            ledger.unplaced(line, "part of a meter without at least two amounts and one month")
        return None, taken
    for line in head:
        ledger.place(line, "meter")
    currencies = {amount.currency for amount in amounts}
    ticks = tuple(amount.amount for amount in amounts[:-1])
    if any(earlier >= later for earlier, later in pairwise(ticks)):
        doubts.append(
            (head[0].number, "The amounts before the last should rise; they are kept as ticks in their order.")
        )
    if len(currencies) > 1:
        doubts.append((head[0].number, "The meter mixes currencies; that of the last amount is taken."))
    month = (int(months[0]["year"]), MONTHS.index(months[0]["month"].casefold()) + 1)
    return Meter(head[0].number, ticks, amounts[-1].amount, amounts[-1].currency, month), taken


def leading(lines: list[Line]) -> list[Line]:
    """Return the lines at the head that can belong to a meter; blank ones between them do not end it."""
    found: list[Line] = []
    for line in lines:
        if line.is_blank:
            continue
        if len(found) >= SHOWN or not (amount_in(line, "USD") or MONTH.fullmatch(line.words)):
            break
        found.append(line)
    return found


def amount_in(line: Line, own: str) -> Money | None:
    """Return the amount that a line is and nothing else. A dollar sign means ``own`` where that is a dollar."""
    match = AMOUNT.fullmatch(line.words)
    if not match:
        return None
    sign = (match["before"] or match["after"] or "").casefold()
    currency = own if not sign or (sign == "$" and own in DOLLARS) else CODES[sign]
    try:
        return parse_money(match["number"].strip(), currency)
    except BadAmount:
        return None
