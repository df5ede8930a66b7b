"""When a mail is due."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from dateline.people.models import Newsroom

from .models import Pace

MORNING = time(7)  # in the newsroom's zone, when what was gathered over a day is sent


def due_at(pace: str, now: datetime) -> datetime | None:
    """Return when something that happens ``now`` is mailed at ``pace``; None for not at all."""
    if pace == Pace.NOW:
        return now
    if pace == Pace.HOUR:
        return next_hour(now)
    return next_morning(now) if pace == Pace.DAY else None


def next_hour(now: datetime) -> datetime:
    """Return the next full hour."""
    return now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


def next_morning(now: datetime) -> datetime:
    """Return the next morning in the newsroom's zone."""
    zone = Newsroom.load().zone
    here = now.astimezone(zone)
    day = here.date() if here.time() < MORNING else here.date() + timedelta(days=1)
    return datetime.combine(day, MORNING, tzinfo=zone)
