"""Progress along an axis: how far from a named place things stood, over time, and how fast they moved.

The rate is a weighted linear regression (weights 1/σ², σ from each claim's own uncertainty). Its interval is that of
the slope at 95 %, widened where the points lie farther apart than their uncertainties say, by the square root of the
reduced chi-squared (Bevington & Robinson, Data Reduction, chapter 6).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import sqrt

from dateline.atlas.geodesy import distance_km

from .models import Axis, Basis
from .shown import HELD, Shown

FEWEST = 3  # points of which a rate can be told
STEPS = HELD | {"superseded"}  # what a later step replaced was right when it was said
LEAST_KM = 0.5  # nobody knows a distance better than this
ROUNDED = 0.05  # of a stated distance: "45 km" is seldom exact
WIDTH, HEIGHT, LEFT, BOTTOM = 640, 220, 44, 26
Z95 = 1.96
DAY = 86_400.0


@dataclass(frozen=True)
class Step:
    """Where things stood: kilometres from the place, give or take ``sigma_km``, and where that is drawn."""

    claim: Shown
    at: datetime
    km: float
    sigma_km: float
    x: float = 0.0
    y: float = 0.0
    high: float = 0.0
    low: float = 0.0

    @property
    def give_or_take(self) -> float:
        """The uncertainty as it is printed."""
        return round(self.sigma_km, 1) if self.sigma_km < 10 else round(self.sigma_km)


@dataclass(frozen=True)
class Progress:
    """An axis with its steps in time. ``rate`` is in kilometres a day, negative towards the place."""

    axis: Axis
    steps: tuple[Step, ...]
    rate: float | None = None
    give_or_take: float | None = None
    ends: tuple[float, float] | None = None  # of the fitted line, as heights in the plot
    ticks: tuple[tuple[float, int], ...] = ()
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    base: int = HEIGHT - BOTTOM

    @property
    def dates(self) -> list[tuple[float, str, str]]:
        """Where the first and the last step stand, and when they were, and how the words are set."""
        first, last = self.steps[0], self.steps[-1]
        if first.x == last.x:
            return [(first.x, first.claim.when, "middle")]
        return [(first.x, first.claim.when, "start"), (last.x, last.claim.when, "end")]

    @property
    def speed(self) -> float:
        """How fast, whichever way."""
        return abs(self.rate or 0.0)

    @property
    def is_nearer(self) -> bool:
        """Whether it goes towards the place."""
        return (self.rate or 0.0) < 0

    @property
    def is_certain(self) -> bool:
        """Whether the direction can be told: the interval does not hold zero."""
        return self.rate is not None and self.give_or_take is not None and abs(self.rate) > self.give_or_take


def progress_of(axes: Iterable[Axis], claims: Sequence[Shown]) -> list[Progress]:
    """Return each axis that has a step."""
    found = [_drawn(axis, sorted(_steps(axis, claims), key=lambda step: step.at)) for axis in axes]
    return [progress for progress in found if progress.steps]


def _steps(axis: Axis, claims: Iterable[Shown]) -> Iterable[Step]:
    for claim in claims:
        if claim.said.get("axis") != axis.pk or claim.word not in STEPS or claim.begins is None:
            continue
        stated = _stated(axis, claim)
        if stated is not None:
            yield Step(claim, claim.begins, stated, max(LEAST_KM, stated * ROUNDED))
        elif claim.point is not None:
            km = distance_km(claim.point, (axis.latitude, axis.longitude))
            yield Step(claim, claim.begins, km, max(LEAST_KM, claim.said["where"]["radius_km"] or 0.0))


def _stated(axis: Axis, claim: Shown) -> float | None:
    """The distance as the report states it, where it is from the axis's own place and no editor set another point."""
    where = claim.said["where"] or {}
    relation = where.get("relation") or {}
    if "latitude" in where and where.get("basis") == Basis.EDITOR:
        return None
    same = str(relation.get("of", "")).casefold() == axis.place_name.casefold()
    return float(relation["km"]) if same and relation.get("km") is not None else None


def _drawn(axis: Axis, steps: Sequence[Step]) -> Progress:
    if not steps:
        return Progress(axis, ())
    top = max(step.km + step.sigma_km for step in steps) * 1.08
    first, last = steps[0].at, steps[-1].at
    span = max((last - first).total_seconds(), 1.0)

    def across(at: datetime) -> float:
        share = (at - first).total_seconds() / span if last > first else 0.5
        return round(LEFT + 12 + share * (WIDTH - LEFT - 24), 1)

    def up(km: float) -> float:
        return round((HEIGHT - BOTTOM) * (1 - max(0.0, km) / top) + 6 * max(0.0, km) / top, 1)

    drawn = tuple(
        Step(s.claim, s.at, s.km, s.sigma_km, across(s.at), up(s.km), up(s.km + s.sigma_km), up(s.km - s.sigma_km))
        for s in steps
    )
    fit = rate_of([((s.at - first).total_seconds() / DAY, s.km, s.sigma_km) for s in steps])
    ticks = tuple((up(km), km) for km in _round_steps(top))
    if fit is None:
        return Progress(axis, drawn, ticks=ticks)
    slope, half, start = fit
    return Progress(axis, drawn, slope, half, (up(start), up(start + slope * span / DAY)), ticks)


def rate_of(points: Sequence[tuple[float, float, float]]) -> tuple[float, float, float] | None:
    """Return slope (km a day), half of its 95 % interval, and the height at day 0, of (day, km, σ).

    None where there are fewer than three points, or all are of one moment.
    """
    if len(points) < FEWEST:
        return None
    weighed = [(1 / sigma**2, day, km) for day, km, sigma in points]
    total = sum(w for w, _day, _km in weighed)
    mean_day = sum(w * day for w, day, _km in weighed) / total
    mean_km = sum(w * km for w, _day, km in weighed) / total
    spread = sum(w * (day - mean_day) ** 2 for w, day, _km in weighed)
    if spread <= 0:
        return None
    slope = sum(w * (day - mean_day) * (km - mean_km) for w, day, km in weighed) / spread
    start = mean_km - slope * mean_day
    chi = sum(w * (km - start - slope * day) ** 2 for w, day, km in weighed)
    widened = max(1.0, sqrt(chi / (len(points) - 2)))
    return slope, Z95 * widened / sqrt(spread), start


def _round_steps(top: float) -> list[int]:
    """Two to five round numbers of kilometres up to ``top``."""
    for step in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000):
        if top / step <= 5:
            return [step * number for number in range(int(top // step) + 1)]
    return [0]
