"""Days that have names of their own: "Christmas Eve", "Easter Monday", "Labor Day"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from dateline.reading.dates.calendar import easter, nth_weekday
from dateline.reading.dates.context import Context
from dateline.reading.dates.grammar import Part
from dateline.reading.dates.mention import Timex

from .words import GRAMMAR

HOLIDAYS: dict[str, Callable[[int], date]] = {
    "boxing": lambda year: date(year, 12, 26),
    "christmas": lambda year: date(year, 12, 25),
    "columbus": lambda year: nth_weekday(year, 10, 0, 2),
    "easter": easter,
    "eve": lambda year: date(year, 12, 31),
    "good": lambda year: easter(year) - timedelta(days=2),
    "halloween": lambda year: date(year, 10, 31),
    "independence": lambda year: date(year, 7, 4),
    "labor": lambda year: nth_weekday(year, 9, 0, 1),
    "labour": lambda year: nth_weekday(year, 9, 0, 1),
    "may": lambda year: date(year, 5, 1),
    "memorial": lambda year: nth_weekday(year, 5, 0, -1),
    "thanksgiving": lambda year: nth_weekday(year, 11, 3, 4),
    "valentine": lambda year: date(year, 2, 14),
    "veterans": lambda year: date(year, 11, 11),
    "year": lambda year: date(year, 1, 1),
}


@GRAMMAR.rule(
    "(?P<name>HOLIDAY) (?P<unit>UNIT)? (?:COMMA? (?P<year>YEAR))?",
    "(?P<name>OF_A_DAY|MAY) OWN? (?P<unit>UNIT) (?:COMMA? (?P<year>YEAR))?",
    "(?P<name>good) (?P<friday>WEEKDAY) (?:COMMA? (?P<year>YEAR))?",
    "new (?P<name>year) OWN (?P<unit>UNIT) (?:COMMA? (?P<year>YEAR))?",
    "new year OWN? (?P<name>eve) (?:COMMA? (?P<year>YEAR))?",
)
def holiday(part: Part, context: Context) -> Timex | None:
    """A day that goes by its name, of the year that is said or lies nearest."""
    name = part.words("name")[0]
    if part.fact("unit") not in (None, "D") or part.words("friday") not in ([], ["friday"]) or name not in HOLIDAYS:
        return None
    return _in_year(name, 0, part, context)


@GRAMMAR.rule(
    "(?P<name>HOLIDAY) eve (?:COMMA? (?P<year>YEAR))?",
    "(?P<name>HOLIDAY) (?P<monday>WEEKDAY) (?:COMMA? (?P<year>YEAR))?",
)
def beside_holiday(part: Part, context: Context) -> Timex | None:
    """The eve of a holiday; Easter Sunday and Monday."""
    if part.has("monday"):
        days = {0: 1, 6: 0}.get(part.integer("monday"))
        return None if days is None else _in_year("easter", days, part, context)
    return _in_year(part.words("name")[0], -1, part, context)


def _in_year(name: str, days: int, part: Part, context: Context) -> Timex | None:
    """A holiday, or a day beside it."""
    if part.has("year"):
        return Timex("DATE", (HOLIDAYS[name](part.integer("year")) + timedelta(days=days)).isoformat())
    usual = HOLIDAYS[name](context.published.year)
    found = context.year_of(usual.month, usual.day)
    if found is None:
        return None
    year, basis, anchor = found
    return Timex("DATE", (HOLIDAYS[name](year) + timedelta(days=days)).isoformat(), "", basis, anchor)
