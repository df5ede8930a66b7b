"""Counting days that are over, for the public report."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from dateline.delivery.marks import mark
from dateline.people.models import Newsroom

from ..counting import began_at, figures_between
from ..models import Day

AT_ONCE = 20  # days in one call: the clock has other things to do, and comes back in ten seconds
KEPT_BACK = timedelta(days=400)  # what is older than the report reaches is not counted
DAY = timedelta(days=1)


def count_days(*, now: datetime) -> int:
    """Count days of the newsroom's zone that are over and not counted yet, the oldest first; return how many.

    Called every ten seconds: where nothing is to do, that is two queries. Two clocks may do the same at once.
    """
    zone = Newsroom.load().zone
    latest = Day.objects.latest_first().first()
    following, starts_at = _next(latest, zone, now)
    counted = 0
    while starts_at and counted < AT_ONCE and (ends_at := _midnight(following + DAY, zone)) <= now:
        _keep(following, starts_at, max(starts_at, ends_at))
        following, starts_at, counted = following + DAY, max(starts_at, ends_at), counted + 1
    return counted


def _next(latest: Day | None, zone: ZoneInfo, now: datetime) -> tuple[date, datetime | None]:
    """Return which day is to be counted next, and from when."""
    if latest:
        return latest.day + DAY, latest.ends_at
    if (began := began_at()) is None:
        return now.date(), None
    first = max(began, now - KEPT_BACK).astimezone(zone).date()
    return first, _midnight(first, zone)


def _keep(day: date, starts_at: datetime, ends_at: datetime) -> None:
    figures = figures_between(starts_at, ends_at)
    with transaction.atomic():
        Day.objects.bulk_create([Day(day=day, ends_at=ends_at, figures=figures)], ignore_conflicts=True)
        mark("transparency")


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    """When ``day`` begins."""
    return datetime.combine(day, time(), zone)
