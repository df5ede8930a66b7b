"""Twelve months of comments as bars: what was published at once below, what waited for a moderator on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .public import YEAR, Month

WIDTH, HEIGHT, GAP = 600, 160, 14


@dataclass(frozen=True, slots=True)
class Bar:
    """A month's bar: from where it is drawn, how high, and so far from the other side where people read from there."""

    month: Month
    x: float
    mirrored: float
    at_once: float
    held: float

    @property
    def top(self) -> float:
        """Where what waited begins."""
        return round(HEIGHT - self.at_once - self.held, 1)

    @property
    def middle(self) -> float:
        """Where what was published at once begins."""
        return round(HEIGHT - self.at_once, 1)


@dataclass(frozen=True, slots=True)
class Plot:
    """The drawing, in a box of ``width`` by ``height``."""

    bars: list[Bar]
    bar_width: float = WIDTH / YEAR - GAP
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def half(self) -> float:
        """From a bar's edge to its middle, where its label stands."""
        return self.bar_width / 2


def plot_of(months: Sequence[Month]) -> Plot:
    """Draw up to twelve months, the highest as high as the box."""
    top = max((month.figures["received"] for month in months), default=0) or 1
    bars = []
    for place, month in enumerate(months):
        x = place * WIDTH / YEAR + GAP / 2
        heights = (round(month.figures[name] * HEIGHT / top, 1) for name in ("at_once", "held"))
        bars.append(Bar(month, round(x, 1), round(WIDTH - x - (WIDTH / YEAR - GAP), 1), *heights))
    return Plot(bars)
