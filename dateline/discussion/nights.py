"""The hours of a night, in the newsroom's zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)


def night_ends(now: datetime, begins: time, ends: time, zone: ZoneInfo) -> datetime | None:
    """Return when the night that ``now`` lies in is over; None by day, and where both hours are the same.

    A night lasts from one hour to the next such other hour by the clocks of ``zone``. The night in which they are
    changed is an hour shorter or longer, and it is still one night: an hour that comes twice is meant the first time.
    """
    today = now.astimezone(zone).date()
    for evening in (today - DAY, today):
        morning = evening if begins < ends else evening + DAY
        over = _instant(morning, ends, zone)
        if begins != ends and _instant(evening, begins, zone) <= now < over:
            return over
    return None


def _instant(day: date, hour: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, hour, tzinfo=zone).astimezone(UTC)
