"""Months side by side: what was raised and what was spent as a pair of bars, the goal as a line across the pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import get_language

from dateline.lib.money import Money, exponent

from .books import Month

WIDTH, HEIGHT, MOST = 600, 180, 60
LETTER = 11.5  # width of a character on the smallest screen, in units of the drawing
STEPS = (10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100)  # tenths of a power of ten that a scale may end at


@dataclass(frozen=True)
class Pair:
    """A month's two bars. ``x`` is the left edge of its place, as is ``mirrored`` where people read from the right."""

    month: Month
    x: float
    mirrored: float
    raised: float
    spent: float
    goal: float | None
    bar: float

    @property
    def raised_y(self) -> float:
        """Where the bar of what was raised begins."""
        return round(HEIGHT - self.raised, 1)

    @property
    def spent_y(self) -> float:
        """Where the bar of what was spent begins."""
        return round(HEIGHT - self.spent, 1)

    @property
    def goal_y(self) -> float:
        """Where the line of the goal is drawn."""
        return round(HEIGHT - (self.goal or 0), 1)

    @property
    def second(self) -> float:
        """From the edge to the second bar."""
        return round(self.bar + 1, 2)

    @property
    def across(self) -> float:
        """How wide both bars are together."""
        return round(2 * self.bar + 1, 2)


@dataclass(frozen=True)
class Label:
    """Words below a month: in the middle of its place, from either side."""

    words: str
    x: float
    mirrored: float


@dataclass(frozen=True)
class Level:
    """A line across with its amount, that stands beside it."""

    money: Money
    y: float


@dataclass(frozen=True)
class MonthsPlot:
    """The drawing: bars from ``gutter`` to ``width``, amounts in the gutter. ``is_short`` where months are left out."""

    pairs: list[Pair]
    labels: list[Label]
    levels: list[Level]
    gutter: float
    is_short: bool
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def inner(self) -> float:
        """How wide the place of the bars is."""
        return round(self.width - self.gutter, 1)


def months_plot(months: Sequence[Month]) -> MonthsPlot:
    """Draw the latest months up to ``MOST``, oldest first. ``months`` are of one currency and at least one."""
    shown = list(months[-MOST:])
    goals = [month.drive.goal for month in shown if month.drive]
    highest = max([1, *goals, *(max(month.came.amount, month.spent.amount) for month in shown)])
    top = Money(scale_end(highest, months[-1].currency), months[-1].currency)
    levels = [Level(top, 0), Level(Money(top.amount // 2, top.currency), HEIGHT / 2)]
    language = get_language() or "en"
    gutter = round(max(len(level.money.text(language)) for level in levels) * LETTER + 8, 1)
    place = (WIDTH - gutter) / max(len(shown), 6)  # a month alone is no wall
    pairs = [_pair(month, gutter + number * place, place, top.amount) for number, month in enumerate(shown)]
    return MonthsPlot(pairs, _labels(shown, gutter, place), levels, gutter, is_short=len(months) > len(shown))


def scale_end(highest: int, currency: str) -> int:
    """Return a round amount of whole units, minor units, that is at least ``highest`` and whose half is whole too."""
    unit = 10 ** exponent(currency)
    units, power = -(-highest // unit), 1
    while power * 10 < units:
        power *= 10
    ends = [step * power // 10 for step in STEPS if step * power % 10 == 0]
    return (next((end for end in ends if end >= units and end % 2 == 0), units + units % 2)) * unit


def _pair(month: Month, x: float, place: float, top: int) -> Pair:
    """Place a month's bars; what is below nothing is drawn as nothing."""
    gap = min(place * 0.3, 14)
    bar = (place - gap - 1) / 2
    raised, spent = (round(max(amount, 0) * HEIGHT / top, 1) for amount in (month.came.amount, month.spent.amount))
    goal = round(month.drive.goal * HEIGHT / top, 1) if month.drive else None
    left = x + gap / 2
    across = 2 * bar + 1
    return Pair(month, round(left, 1), round(WIDTH - left - across, 1), raised, spent, goal, round(bar, 2))


def _labels(months: Sequence[Month], gutter: float, place: float) -> list[Label]:
    """Name as many months as there is room for: each, or each second, third, sixth; the first of a year is the year."""
    days = [month.first_day for month in months]
    names = [str(day.year) if day.month == 1 else date_format(day, "M") for day in days]
    longest = max(map(len, names)) * LETTER + 4
    every = next((every for every in (1, 2, 3, 6) if every * place >= longest), 12)
    words = [name if (day.month - 1) % every == 0 else "" for name, day in zip(names, days, strict=True)]
    if not any(words):
        words[0] = str(days[0].year)
    placed = [(word, gutter + (number + 0.5) * place) for number, word in enumerate(words) if word]
    return [Label(word, round(x, 1), round(WIDTH - x, 1)) for word, x in _apart(placed)]


def _apart(placed: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """Leave out each that would touch the one before."""
    found: list[tuple[str, float]] = []
    for word, x in placed:
        half = len(word) * LETTER / 2 + 2
        if x + half <= WIDTH and (not found or x - half >= found[-1][1] + len(found[-1][0]) * LETTER / 2):
            found.append((word, x))
    return found
