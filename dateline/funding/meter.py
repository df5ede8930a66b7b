"""What a drive stands at, as a reader sees it. Every figure is a sum over the ledger at the moment it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from dateline.lib.money import Money, whole

from .mode import Mode, current_mode
from .models import Drive, Leg


@dataclass(frozen=True)
class Tick:
    """A mark on the bar: where (per cent of its length) and which figure."""

    at: float
    money: Money


@dataclass(frozen=True)
class Meter:
    """One drive's bar. Positions are per cent of its length, which is the goal, or more where more was raised."""

    drive: Drive
    raised: Money
    goal: Money
    pace: Money
    is_over: bool
    is_rehearsal: bool

    @property
    def length(self) -> int:
        """The bar's full length in minor units."""
        return max(self.goal.amount, self.raised.amount, 1)

    @property
    def filled(self) -> float:
        """Where the ink ends."""
        return self._at(self.raised.amount)

    @property
    def filled_from_right(self) -> float:
        """Where the ink begins on a bar that grows from the right."""
        return round(100 - self.filled, 2)

    @property
    def shown(self) -> int:
        """What was raised, never below the beginning of the bar."""
        return max(self.raised.amount, 0)

    @property
    def paced(self) -> float:
        """Where the bar would end if gifts came evenly."""
        return self._at(self.pace.amount)

    @property
    def per_cent(self) -> int:
        """Raised of the goal, rounded down, so that 100 is never said early."""
        return max(self.raised.amount, 0) * 100 // self.goal.amount

    @property
    def ticks(self) -> list[Tick]:
        """The marks, from nothing to the goal."""
        return [Tick(self._at(amount), Money(amount, self.goal.currency)) for amount in self.drive.scale]

    def _at(self, amount: int) -> float:
        """Return the position of ``amount`` on the bar."""
        return round(min(max(amount, 0) * 100 / self.length, 100), 2)


def meter_of(drive: Drive, now: datetime) -> Meter:
    """Return the meter of ``drive`` at ``now``; one query."""
    mode = current_mode()
    return Meter(
        drive=drive,
        raised=Money(Leg.objects.raised(drive, mode), drive.currency),
        goal=drive.goal_money,
        pace=Money(pace_at(drive, now), drive.currency),
        is_over=drive.is_over(now),
        is_rehearsal=mode == Mode.TEST,
    )


def pace_at(drive: Drive, now: datetime) -> int:
    """Return what an even month would have brought by the end of today, in minor units of whole currency units.

    By the day and without small change: a figure that moved every second would be a different page every second.
    """
    zone = ZoneInfo(drive.zone)
    begun, ended = (moment.astimezone(zone).date() for moment in (drive.starts_at, drive.ends_at))
    days = (ended - begun).days
    gone = min(max((now.astimezone(zone).date() - begun).days + 1, 0), days)
    unit = whole(1, drive.currency).amount
    return drive.goal * gone // days // unit * unit
