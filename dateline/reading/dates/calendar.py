"""Reckoning in days, weeks, months and years."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TypeVar

Day = TypeVar("Day", bound=date)


def add_months(day: Day, months: int) -> Day:
    """The same day of a month that many later, or the last of it where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError("no calendar has that year")
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))


def week_start(year: int, week: int) -> date:
    """The Monday of an ISO 8601 week. Raises ValueError where the year has no such week."""
    return date.fromisocalendar(year, week, 1)


def week_of(day: date) -> str:
    """The value of the ISO 8601 week that a day lies in."""
    year, week, _weekday = day.isocalendar()
    return f"{year:04}-W{week:02}"


def quarter_of(day: date) -> str:
    """The value of the quarter that a day lies in."""
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def weekday_before(day: date, weekday: int) -> date:
    """The last day of that name before a day, never the day itself; Monday is 0."""
    return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)


def weekday_after(day: date, weekday: int) -> date:
    """The next day of that name after a day, never the day itself; Monday is 0."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth day of that name in a month; -1 is the last."""
    if nth > 0:
        first = date(year, month, 1) - timedelta(days=1)
        return weekday_after(first, weekday) + timedelta(weeks=nth - 1)
    return weekday_before(date(year, month, monthrange(year, month)[1]) + timedelta(days=1), weekday)


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm, Nature, 20 April 1876)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    skipped, leap = divmod(century, 4)
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * leap + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
