"""The report to the public: figures of a month or of a year, in readers' words, and none that could tell of a person.

Numbers from 1 to 4 are not told, apart from how many comments came and waited. Nor is a year's sum told exactly where
it would give away the one month that is not: then it is said to be at least what it must be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from .models import Day
from .public_words import GROUPS, OTHER, Group
from .spans import classes_in, within

FEWER_THAN = 5
YEAR = 12  # months
TIMES = ("waited", "looked", "replied")


@dataclass(frozen=True, slots=True)
class Number:
    """A count as it may be told: itself, ``at_least`` so many, or (None) from 1 to 4."""

    value: int | None
    at_least: bool = False

    def __str__(self) -> str:
        if self.value is None:
            return _("fewer than %(number)s") % {"number": FEWER_THAN}
        told = number_format(self.value, use_l10n=True, force_grouping=True)
        return _("at least %(number)s") % {"number": told} if self.at_least else told

    def as_json(self) -> int | dict[str, int]:
        """For programs."""
        if self.value is None:
            return {"from": 1, "to": FEWER_THAN - 1}
        return {"from": self.value} if self.at_least else self.value


@dataclass(frozen=True, slots=True)
class Line:
    """One count of a group: its name for programs, in words, and how many."""

    key: str
    words: str
    number: Number


@dataclass(frozen=True, slots=True)
class Table:
    """A group of counts with what is said about it; ``lines`` that are nought throughout are left out."""

    group: Group
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Month:
    """A month's main figures. ``until`` is its last counted day."""

    first: date
    until: date
    figures: Counter[str]

    @property
    def label(self) -> str:
        """Such as “November 2026”."""
        return date_format(self.first, "YEAR_MONTH_FORMAT")

    @property
    def short(self) -> str:
        """Such as “Nov”."""
        return date_format(self.first, "M")

    @property
    def key(self) -> str:
        """Such as “2026-11”."""
        return f"{self.first:%Y-%m}"


@dataclass(frozen=True, slots=True)
class Report:
    """A month, or up to twelve of them."""

    months: list[Month]

    @property
    def figures(self) -> Counter[str]:
        """All months added up; for what is told exactly, and for spans and shares."""
        return sum((month.figures for month in self.months), Counter())

    def number(self, name: str) -> Number:
        """How many, as it may be told."""
        return told_sum([month.figures[name] for month in self.months])

    def tables(self) -> list[Table]:
        """Return the groups in their order, each with its lines, the larger first."""
        return [Table(group, self._lines(group)) for group in GROUPS]

    def _lines(self, group: Group) -> list[Line]:
        keys = {group.key_of(name) for month in self.months for name in month.figures if group.holds(name)}
        counts = {key: [sum_of(group, key, month.figures) for month in self.months] for key in keys}
        ordered = sorted(counts, key=lambda key: (key == OTHER, -sum(counts[key]), key))
        return [Line(key, group.words_of(key), told_sum(counts[key])) for key in ordered]

    def time(self, name: str, share: float) -> timedelta | None:
        """Within what time a share of what was waited for was done; None where that were fewer than five."""
        classes = classes_in(self.figures, name)
        return within(classes, share) if sum(classes.values()) >= FEWER_THAN else None

    def share(self, part: str, *whole: str) -> int | None:
        """Return a percentage; None where it could tell of a person."""
        some, all_of_it = self.figures[part], sum(self.figures[name] for name in whole)
        return round(100 * some / all_of_it) if min(some, all_of_it - some) >= FEWER_THAN else None


def sum_of(group: Group, key: str, figures: Mapping[str, int]) -> int:
    """Return how many of ``figures`` are of that line."""
    return sum(number for name, number in figures.items() if group.holds(name) and group.key_of(name) == key)


def told_sum(parts: Sequence[int]) -> Number:
    """Return the sum of months as it may be told beside them."""
    whole, hidden = sum(parts), [part for part in parts if 0 < part < FEWER_THAN]
    if 0 < whole < FEWER_THAN:
        return Number(None)
    gives_away = bool(hidden) and len(parts) > 1 and not len(hidden) < sum(hidden) < len(hidden) * (FEWER_THAN - 1)
    if len(hidden) == 1 < len(parts) or gives_away:
        return Number(whole - sum(hidden) + len(hidden), at_least=True)
    return Number(whole)


def months_counted() -> list[Month]:
    """Return the last twelve months in which days were counted, the oldest first. Two queries."""
    latest = Day.objects.latest_first().values_list("day", flat=True).first()
    if latest is None:
        return []
    number = latest.year * YEAR + latest.month - YEAR  # of the month eleven before, counted from the year 0
    first = date(number // YEAR, number % YEAR + 1, 1)
    months: dict[date, Month] = {}
    for day, figures in Day.objects.between(first, latest).values_list("day", "figures"):
        begins = day.replace(day=1)
        known = months.get(begins)
        sums = known.figures if known else Counter[str]()
        sums.update(figures)
        months[begins] = Month(begins, day, sums)
    return list(months.values())


def as_json(report: Report, label: str) -> dict[str, Any]:
    """Return the report for programs. Times are whole seconds; null is told of too few cases."""
    figures = report.figures
    main = {name: figures[name] for name in ("received", "at_once", "held")}
    groups = {table.group.name: {line.key: line.number.as_json() for line in table.lines} for table in report.tables()}
    times = {name: {f"{share:.0%}": _seconds(report.time(name, share)) for share in (0.5, 0.9)} for name in TIMES}
    return {
        "period": label,
        "until": report.months[-1].until.isoformat() if report.months else None,
        **main,
        "counts": groups,
        "appeals": report.number("appealed").as_json(),
        "seconds_within": times,
        "percent": {"released": report.share("released", "released", "refused"), "overturned": overturned(report)},
        "months": [month.key for month in report.months],
    }


def overturned(report: Report) -> int | None:
    """Return how many per cent of the answered appeals were agreed with."""
    return report.share("answered:overturned", "answered:overturned", "answered:upheld")


def _seconds(span: timedelta | None) -> int | None:
    return round(span.total_seconds()) if span else None
