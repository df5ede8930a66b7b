"""Finding the least of a smooth function: L-BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.5)."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

import numpy as np

Array = np.ndarray
Slope = Callable[[Array], tuple[float, Array]]
MEMORY = 10
ENOUGH = 1e-6  # of the value: what a step must gain to be worth the next


def least(function: Slope, size: int, steps: int = 500) -> Array:
    """Where a function, that returns its value and gradient, is least; from zero."""
    point = np.zeros(size)
    value, gradient = function(point)
    past: deque[tuple[Array, Array]] = deque(maxlen=MEMORY)
    for _step in range(steps):
        way = downhill(gradient, past)
        rate, slope = 1.0, float(gradient @ way)
        while True:
            there = point + rate * way
            value_there, gradient_there = function(there)
            if value_there <= value + 1e-4 * rate * slope or rate < 1e-10:
                break
            rate /= 2
        past.append((there - point, gradient_there - gradient))
        gained, point, value, gradient = value - value_there, there, value_there, gradient_there
        if gained < ENOUGH * abs(value):
            break
    return point


def downhill(gradient: Array, past: deque[tuple[Array, Array]]) -> Array:
    """The direction of the next step: the gradient, turned by what the last steps taught of the curvature."""
    way = -gradient
    turned = []
    for step, change in reversed(past):
        share = (step @ way) / (step @ change)
        way = way - share * change
        turned.append(share)
    if past:
        step, change = past[-1]
        way = way * ((step @ change) / (change @ change))
    for (step, change), share in zip(past, reversed(turned), strict=True):
        way = way + (share - (change @ way) / (step @ change)) * step
    return way
