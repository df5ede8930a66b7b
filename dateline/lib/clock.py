"""Calendar months of a place as half-open spans of instants: one month ends exactly where the next begins."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


def month_bounds(year: int, month: int, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the first instant of the month and the first instant after it, both in UTC."""
    return _month_start(year, month, zone), _month_start(*next_month(year, month), zone)


def month_of(instant: datetime, zone: ZoneInfo) -> tuple[int, int]:
    """Return (year, month) whose bounds hold ``instant``.

    This is the month on the wall, but for one case: where clocks go back over midnight of the first, the hour that runs
    a second time stays in the month that has begun (St. John's, 1 November 2009). A month never begins twice.
    """
    if instant.tzinfo is None:
        raise ValueError("An instant without a zone belongs to no month.")
    local = instant.astimezone(zone)
    year, month = local.year, local.month
    start, end = month_bounds(year, month, zone)
    if instant >= end:
        return next_month(year, month)
    return (year, month) if instant >= start else previous_month(year, month)


def next_month(year: int, month: int) -> tuple[int, int]:
    """Return the month after."""
    return (year + 1, 1) if month == 12 else (year, month + 1)


def previous_month(year: int, month: int) -> tuple[int, int]:
    """Return the month before."""
    return (year - 1, 12) if month == 1 else (year, month - 1)


def _month_start(year: int, month: int, zone: ZoneInfo) -> datetime:
    """Return the first instant on whose wall calendar it is the first of the month.

    Midnight may not exist (Asunción, 1 October 2023) or come twice; ``fold=0`` is the earlier one. Where a gap began
    before midnight, the month began when the gap was jumped, which is found by halving.
    """
    start = datetime(year, month, 1, tzinfo=zone).astimezone(UTC)
    earliest = start - timedelta(hours=3)
    if (start - timedelta(seconds=1)).astimezone(zone).month != month:
        return start
    while start - earliest > timedelta(seconds=1):
        middle = earliest + timedelta(seconds=int((start - earliest).total_seconds() // 2))
        if middle.astimezone(zone).month == month:
            start = middle
        else:
            earliest = middle
    return start


def years_after(instant: datetime, years: int) -> datetime:
    """Return the same day and time that many years later; of 29 February, the 28th where there is no 29th."""
    try:
        return instant.replace(year=instant.year + years)
    except ValueError:
        return instant.replace(year=instant.year + years, day=28)
