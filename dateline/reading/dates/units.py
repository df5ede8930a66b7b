"""Days, weeks, months and so on as values: the one a day lies in, so many earlier or later."""

from __future__ import annotations

from datetime import date, timedelta

from .calendar import add_months, quarter_of, week_of

_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}
_DAYS = {"D": 1, "W": 7, "2W": 14, "WE": 7}


def moved(day: date, unit: str, count: float) -> date:
    """A day, so many units later; parts of a month are thirty days. Raises OverflowError outside the calendar."""
    if unit in _MONTHS:
        months = count * _MONTHS[unit]
        if abs(months) > 120_000:
            raise OverflowError("no calendar has that year")
        return add_months(day, int(months)) + timedelta(days=round(months % 1 * 30))
    return day + timedelta(days=round(count * _DAYS[unit]))


def value_of(day: date, unit: str) -> str:
    """The value of the unit that a day lies in."""
    return {
        "D": day.isoformat(),
        "W": week_of(day),
        "2W": week_of(day),
        "WE": f"{week_of(day)}-WE",
        "M": f"{day.year:04}-{day.month:02}",
        "Q": quarter_of(day),
        "H": f"{day.year:04}-H{1 + (day.month > 6)}",
        "Y": f"{day.year:04}",
        "DE": f"{day.year // 10:03}",
        "CE": f"{day.year // 100:02}",
    }[unit]


def length_of(unit: str, count: str) -> str:
    """The value of a duration; a count that is not said is an X."""
    if unit == "2W":
        return f"P{2 * int(count) if count.isdecimal() else count}W"
    if unit.startswith("T"):
        return f"PT{count}{unit[1:]}"
    return f"P{count}{unit}"
