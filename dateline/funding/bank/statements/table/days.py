"""Dates of a table: in which order day, month and year stand, as far as the dates themselves tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

from ...sentence import bank_says
from ..questions import Answers, Candidate, Question, settled
from ..statement import UnreadableStatement

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
PARTS = re.compile(r"(\d{1,4})\s?([./\-\u200f ])\s?(\d{1,2}|[A-Za-z]{3,9})\s?\2\s?(\d{1,4})(?:[T, ].*)?", re.ASCII)
PACKED = re.compile(r"(\d{8})(?:[T ].*)?", re.ASCII)
ORDERS = {
    "day month year": (bank_says("day first"), (2, 1, 0)),
    "month day year": (bank_says("month first"), (2, 0, 1)),
    "year month day": (bank_says("year first"), (0, 1, 2)),
}
CENTURY = 2000


def day_reader(cells: Iterable[str], answers: Answers) -> Callable[[str], date | None]:
    """Return the function that reads this table's dates (None for what is none). Raises Unsettled.

    Numbers above twelve settle the order, and four digits of a year in front (two are never a year in front). With dots
    the month is never first. Both are so in every locale of the six languages in Unicode's CLDR.
    """
    told = [cell for cell in dict.fromkeys(cells) if cell]
    readings = {order: [read_day(cell, order) for cell in told] for order in ORDERS}
    whole = {order: days for order, days in readings.items() if None not in days}
    if len(whole) > 1 and all("." in cell for cell in told):
        whole.pop("month day year", None)
    different = {tuple(map(str, days)): order for order, days in reversed(whole.items())}
    candidates = []
    for days, order in different.items():
        place = _telling([list(other) for other in different], list(days))
        candidates.append(Candidate(order, f"{told[place]} = {days[place]}" if told else "", ORDERS[order][0]))
    question = Question("date order", bank_says("How are the dates to be read?"), tuple(candidates))
    order = settled(question, answers) if candidates else "year month day"
    return lambda cell: read_day(cell, order)


@lru_cache(10_000)  # each is read in every order, and again in the right one
def read_day(cell: str, order: str) -> date | None:
    """Read one date in an order; a time behind it is not looked at. None for what is not a date in that order."""
    text = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in cell.replace("\u200f", ""))
    parts = _parts(text, order)
    if parts is None:
        return None
    _words, places = ORDERS[order]
    year, month, day = (parts[place] for place in places)
    if len(year) not in ({4} if places[0] == 0 else {2, 4}) or len(day) > 2:
        return None
    try:
        return date(int(year) + (CENTURY if len(year) == 2 else 0), _month(month), int(day))
    except ValueError:
        return None


def _parts(text: str, order: str) -> tuple[str, str, str] | None:
    """Split a date into three, by its marks or, of eight digits, by the order."""
    match = PARTS.fullmatch(text)
    if match:
        return match[1], match[3], match[4]
    packed = PACKED.fullmatch(text)
    if not packed:
        return None
    digits = packed[1]
    if order == "year month day":
        return digits[:4], digits[4:6], digits[6:]
    return digits[:2], digits[2:4], digits[4:]


def _month(text: str) -> int:
    """Read a month's number or its English name. Raises ValueError."""
    return MONTHS.index(text[:3].lower()) + 1 if text.isalpha() else int(text)


def _telling(readings: list[list[str]], days: list[str]) -> int:
    """Return the place of the first date that the readings tell differently."""
    return next((place for place in range(len(days)) if len({other[place] for other in readings}) > 1), 0)


def first_that_is_none(cells: Iterable[tuple[int, str]]) -> UnreadableStatement:
    """Return what to say where no order reads all dates: the first that is none in any, or that they disagree."""
    for line, cell in cells:
        if not any(read_day(cell, order) for order in ORDERS):
            return UnreadableStatement("Line %(line)s: “%(text)s” is not a date.", line=line, text=cell[:40])
    return UnreadableStatement("The dates are written in more than one order.")
