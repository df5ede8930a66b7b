"""Logistic regression on counted features, to the last bit the same for the same rows, whatever processor it runs on.

Only steps whose result IEEE 754 fixes are taken: sums in a fixed order, products, quotients; no matrix library, no
vendor's ``exp``. So weights can be rebuilt and compared by checksum, and a decision that is dropped leaves no trace.
The minimum of a strictly convex function is looked for by L-BFGS (Nocedal and Wright, Numerical Optimization, 7.4); its
line search looks at slopes only, which is enough where the function is convex.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .features import BUCKETS

Numbers = NDArray[np.float64]
PORTION = 4_000_000  # features that are looked at together: a few dozen MB
MEMORY = 8  # steps that L-BFGS remembers
LN2_HIGH, LN2_LOW = 6.93147180369123816490e-01, 1.90821492927058770002e-10
FACTORIALS = np.cumprod([1.0, *range(1, 14)])


@dataclass(frozen=True, slots=True)
class Rows:
    """Comments as features: those of row ``i`` are ``buckets[ends[i-1]:ends[i]]``; each signal has a column."""

    buckets: NDArray[np.uint32]
    ends: NDArray[np.int64]
    signals: Numbers

    @property
    def starts(self) -> NDArray[np.int64]:
        """Where each row begins."""
        return np.concatenate(([0], self.ends[:-1]))

    @property
    def scales(self) -> Numbers:
        """What one occurrence counts in each row."""
        return 1 / np.sqrt(np.maximum(self.ends - self.starts, 1).astype(np.float64))


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned: a weight for each bucket and each signal, and the bias."""

    buckets: Numbers
    signals: Numbers
    bias: float


def sigmoid(values: Numbers) -> Numbers:
    """Return 1 / (1 + exp(-x)) by steps that every processor takes alike."""
    x = -np.clip(values, -40.0, 40.0)
    twos = np.rint(x * 1.4426950408889634)
    rest = (x - twos * LN2_HIGH) - twos * LN2_LOW
    power = np.zeros_like(rest)
    for factorial in FACTORIALS[::-1]:
        power = power * rest + 1 / factorial
    return 1 / (1 + np.ldexp(power, twos.astype(np.int64)))


def logarithm(values: Numbers) -> Numbers:
    """Return the natural logarithm by steps that every processor takes alike (the series of the area tangent)."""
    mantissa, exponent = np.frexp(values)
    low = mantissa < 0.7071067811865476
    mantissa, exponent = np.where(low, mantissa * 2, mantissa), exponent - low
    ratio = (mantissa - 1) / (mantissa + 1)
    square = ratio * ratio
    series = np.zeros_like(ratio)
    for odd in range(21, 0, -2):
        series = series * square + 1 / odd
    return 2 * ratio * series + exponent * 0.6931471805599453


def margins(rows: Rows, weights: Weights) -> Numbers:
    """Return the logit of each row."""
    sums = np.zeros(len(rows.ends))
    for first, last in _portions(rows):
        start = rows.starts[first]
        part = weights.buckets[rows.buckets[start : rows.ends[last - 1]]]
        sums[first:last] = np.add.reduceat(np.append(part, 0.0), rows.starts[first:last] - start)
    sums[rows.ends == rows.starts] = 0.0
    total = sums * rows.scales + weights.bias
    for column, weight in enumerate(weights.signals):
        total = total + rows.signals[:, column] * weight
    return total


def fit(
    rows: Rows,
    labels: Numbers,
    importance: Numbers,
    *,
    prior: Numbers | float = 1.0,
    strength: float = 8.0,
    size: int = BUCKETS,
    steps: int = 120,
    tolerance: float = 1e-4,
    told: Callable[[int, float], None] | None = None,
) -> Weights:
    """Return the weights that minimise the weighted log-loss plus |weights|² / (2 ``strength``); the bias is free.

    ``labels`` are 0 to 1; buckets are below ``size``. Ends when the slope is ``tolerance`` of what it was, or after
    ``steps`` steps.
    """
    wide = rows.signals.shape[1]

    def slope(at: Numbers) -> Numbers:
        weights = Weights(prior * at[:size], at[size:-1], at[-1])
        pull = (sigmoid(margins(rows, weights)) - labels) * importance
        found = np.concatenate(
            [
                prior * _spread(rows, pull * rows.scales, size),
                [(rows.signals[:, k] * pull).sum() for k in range(wide)],
                [pull.sum()],
            ]
        )
        found[:-1] += at[:-1] / strength
        return found

    at = minimum(slope, np.zeros(size + wide + 1), steps=steps, tolerance=tolerance, told=told)
    return Weights(prior * at[:size], at[size:-1], float(at[-1]))


def minimum(
    slope: Callable[[Numbers], Numbers],
    at: Numbers,
    *,
    steps: int,
    tolerance: float,
    told: Callable[[int, float], None] | None = None,
) -> Numbers:
    """Return where the slope of a strictly convex function vanishes, beginning ``at`` some place."""
    steep = slope(at)
    size = first = _length(steep)
    past: deque[tuple[Numbers, Numbers, float]] = deque(maxlen=MEMORY)
    for step in range(steps):
        if size <= tolerance * first:
            break
        way = _way_down(steep, past)
        stride, further = _stride(slope, at, way, steep, 1.0 if past else 1 / size)
        moved, bent = stride * way, further - steep
        at, steep, size = at + moved, further, _length(further)
        past.append((moved, bent, _product(moved, bent)))
        if told:
            told(step + 1, size / first)
    return at


def _stride(slope, at, way, steep, stride):
    """Walk until the slope along the way is less than nine tenths of what it was (the curvature condition)."""
    start = _product(steep, way)
    low, high = 0.0, 0.0
    for _ in range(20):
        further = slope(at + stride * way)
        along = _product(further, way)
        if along > -0.9 * start:
            high = stride
        elif along < 0.9 * start:
            low = stride
        else:
            break
        stride = (low + high) / 2 if high else stride * 4
    return stride, further


def _way_down(steep: Numbers, past) -> Numbers:
    """The two loops of L-BFGS."""
    way = -steep
    kept = []
    for moved, bent, curve in reversed(past):
        share = _product(moved, way) / curve
        way = way - share * bent
        kept.append(share)
    if past:
        moved, bent, curve = past[-1]
        way = way * (curve / _product(bent, bent))
    for (moved, bent, curve), share in zip(past, reversed(kept), strict=True):
        way = way + (share - _product(bent, way) / curve) * moved
    return way


def _product(one: Numbers, other: Numbers) -> float:
    """The inner product, summed in numpy's fixed order and by no matrix library."""
    return float((one * other).sum())


def _length(vector: Numbers) -> float:
    return float(np.sqrt(_product(vector, vector)))


def _portions(rows: Rows):
    """Cut the rows into runs of about ``PORTION`` features."""
    first, count = 0, len(rows.ends)
    while first < count:
        limit = (rows.ends[first - 1] if first else 0) + PORTION
        last = max(int(np.searchsorted(rows.ends, limit, side="right")), first + 1)
        yield first, last
        first = last


def _spread(rows: Rows, amounts: Numbers, size: int) -> Numbers:
    """Give each bucket the amounts of the rows in which it occurs."""
    total = np.zeros(size)
    counts = rows.ends - rows.starts
    for first, last in _portions(rows):
        part = rows.buckets[rows.starts[first] : rows.ends[last - 1]]
        total += np.bincount(part, weights=np.repeat(amounts[first:last], counts[first:last]), minlength=size)
    return total
