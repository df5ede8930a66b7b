"""A month by its days: the sum so far at the end of each day, drawn as a stepped line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from dateline.lib.money import Money

from .models import Drive

WIDTH, HEIGHT = 600, 160


@dataclass(frozen=True)
class Day:
    """One day's end: which, how much came in it, the sum so far, and where that is drawn."""

    number: int
    came: Money
    total: Money
    x: float
    y: float


@dataclass(frozen=True)
class Plot:
    """The drawing, in a box of ``width`` by ``height``."""

    days: list[Day]
    goal_y: float
    line: str
    width: int = WIDTH
    height: int = HEIGHT


def plot_of(drive: Drive, moments: Iterable[tuple[datetime, int]], now: datetime) -> Plot:
    """Draw ``moments`` (instant, minor units that came) of a drive up to ``now``, by days of the drive's own zone."""
    zone = ZoneInfo(drive.zone)
    days_in_month = (drive.ends_at - timedelta(seconds=1)).astimezone(zone).day
    last_day = days_in_month if drive.is_over(now) else now.astimezone(zone).day
    came = dict.fromkeys(range(1, days_in_month + 1), 0)
    for instant, amount in moments:
        # What went back after the month is drawn on its last day.
        day = days_in_month if instant >= drive.ends_at else instant.astimezone(zone).day
        came[day] += amount
    return _drawn(drive, came, last_day, days_in_month)


def _drawn(drive: Drive, came: dict[int, int], last_day: int, days_in_month: int) -> Plot:
    """Turn what came each day into a line."""
    top = max(drive.goal, sum(came.values()), 1)
    days, total = [], 0
    for number in range(1, last_day + 1):
        total += came[number]
        x, y = number * WIDTH / days_in_month, HEIGHT - max(total, 0) * HEIGHT / top
        days.append(
            Day(number, Money(came[number], drive.currency), Money(total, drive.currency), round(x, 1), round(y, 1))
        )
    line = f"M0 {HEIGHT}" + "".join(f"V{day.y}H{day.x}" for day in days)
    return Plot(days=days, goal_y=round(HEIGHT - drive.goal * HEIGHT / top, 1), line=line)
