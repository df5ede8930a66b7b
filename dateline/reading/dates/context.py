"""What a date is read against: the day of publication, what the text named before, and the tense around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from .calendar import weekday_after, weekday_before
from .mention import Basis, Precision, Timex
from .units import moved, value_of
from .values import bounds

# How many times as far a day, or a month, may lie that the tense or the day of the week speaks for.
DAY_WEIGHT, MONTH_WEIGHT, WEEKDAY_WEIGHT = 4.0, 15.0, 4.0
# How coarse a date is, and how coarse one may be from which a unit is counted: no day is counted from a year.
_COARSE: dict[Precision, int] = {"hour": 0, "day": 0, "week": 1, "month": 2, "quarter": 3, "season": 3, "year": 4}
_FROM = {"D": 0, "WE": 0, "W": 1, "2W": 1, "M": 2, "Q": 3}
_MONTHS = 2  # from months on, the day of publication is counted from where the text has named no date


class Named(NamedTuple):
    """A date that the text has named: at which token, its first day, its value."""

    position: int
    day: date
    value: str


@dataclass(slots=True)
class Context:
    """Where a reading stands. ``tense`` says whether a token tells of the past (-1), of what is to come (1) or neither.

    In a ``narrative`` dates hang on the one before them in the text; elsewhere on the day of publication.
    """

    published: date
    tense: Callable[[int], int]
    narrative: bool = False
    position: int = 0
    last: Named | None = None
    quarter: Named | None = None
    _named: dict[int, Named] = field(default_factory=dict)

    def note(self, timex: Timex) -> None:
        """Remember a date, for what comes after it in the text to hang on."""
        begins, _ends, precision = bounds(timex.value)
        if timex.kind not in ("DATE", "TIME") or begins is None:
            return
        named = Named(self.position, begins.date(), timex.value)
        if precision == "quarter" and timex.basis == "relative":
            self.quarter = named
        if precision in _COARSE:
            self.last = self._named[_COARSE[precision]] = named

    def then(self, unit: str) -> Named | None:
        """The date that was named last and is fine enough to count such a unit from."""
        allowed = _FROM.get(unit, 4)
        fine = [named for coarse, named in self._named.items() if coarse <= allowed]
        return max(fine, key=lambda named: named.position, default=None)

    def at(self, clock: str) -> Timex:
        """A time of the day that was named last, or of the publication's."""
        then = self.then("D")
        if then is None:
            return Timex("TIME", f"{self.published.isoformat()}T{clock}", "", "relative", self.published.isoformat())
        return Timex("TIME", f"{then.day.isoformat()}T{clock}", "", "inherited", then.value)

    def relative(self, value: str, mod: str = "") -> Timex:
        """A date counted from the day of publication."""
        return Timex("DATE", value, mod, "relative", self.published.isoformat())

    def from_now(self, unit: str, count: float) -> Timex:
        """The unit that lies so many of them from the day of publication; hours say no more than the day.

        Raises OverflowError or ValueError outside the calendar.
        """
        if unit.startswith("T"):
            return self.relative(self.published.isoformat())
        return self.relative(value_of(moved(self.published, unit, count), unit))

    def from_then(self, unit: str, count: float) -> Timex | None:
        """The same from the date before it in the text; None where that is too coarse, and for hours."""
        then = self.then(unit)
        if unit.startswith("T") or (then is None and _FROM.get(unit, 4) < _MONTHS):
            return None
        if then is None:
            return self.from_now(unit, count)
        return Timex("DATE", value_of(moved(then.day, unit, count), unit), "", "inherited", then.value)

    def year_of(self, month: int, day: int | None = None, weekday: int | None = None) -> tuple[int, Basis, str] | None:
        """The year that a month, or a day of it, is meant to be in; None where no year near has that day."""
        if self.narrative and self.last is not None:
            turned = self.last.day.month >= 10 and month <= 3 and len(self.last.value) > 4
            return self.last.day.year + turned, "inherited", self.last.value
        years = range(self.published.year - 4, self.published.year + 5)
        days = [date(year, month, day or 1) for year in years if dated(year, month, day or 1)]
        if not days:
            return None
        tense = self.tense(self.position) * (DAY_WEIGHT if day else MONTH_WEIGHT)
        nearest = min(days, key=lambda each: self._distance(each, tense, weekday))
        return nearest.year, "year-inferred", self.published.isoformat()

    def undated(self, month: int, day: int = 0, weekday: int | None = None) -> Timex | None:
        """A month, or a day of it, whose year is not said; None where no year near has that day."""
        found = self.year_of(month, day or None, weekday)
        if found is None:
            return None
        year, basis, anchor = found
        read = dated(year, month, day) if day else Timex("DATE", f"{year:04}-{month:02}")
        return replace(read, basis=basis, anchor=anchor) if read else None

    def _distance(self, day: date, tense: float, weekday: int | None) -> float:
        """How unlikely a day is meant: by how far off it is, more where the tense or the weekday speak against it.

        A wrong day of the week moves no date that is near: it is asked about.
        """
        days = (day - self.published).days
        against = WEEKDAY_WEIGHT if weekday not in (None, day.weekday()) else 1.0
        return abs(days) * against * (abs(tense) if days * tense < 0 else 1.0)

    def weekday(self, weekday: int) -> Timex:
        """The day of that name: the day of publication itself, or the last, or the next where it is still to come."""
        then = self.then("D") if self.narrative else None
        if then is not None:
            return Timex("DATE", weekday_after(then.day, weekday).isoformat(), "", "inherited", then.value)
        if weekday == self.published.weekday():
            return self.relative(self.published.isoformat())
        to_come = self.tense(self.position) > 0
        day = (weekday_after if to_come else weekday_before)(self.published, weekday)
        return self.relative(day.isoformat())


def dated(year: int, month: int, day: int) -> Timex | None:
    """A day of the calendar; None where it has no such day."""
    try:
        return Timex("DATE", date(year, month, day).isoformat())
    except ValueError:
        return None
