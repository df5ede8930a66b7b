"""Lines in pixels: cut to the sheet, made simple, made round, written as a path."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from math import hypot, inf
from typing import Any

import numpy as np

from .features import Line, Position
from .svg import number

Bounds = tuple[float, float, float, float]
FEW = 48  # points up to which plain Python is the quicker way


def simplified(line: Line, tolerance: float) -> Line:
    """Douglas and Peucker (1973): what is dropped lies within ``tolerance`` of what stays."""
    return worth_more(*ranked(line, tolerance), tolerance)


def worth_more(line: Line, worth: list[float], pixels: float) -> Line:
    """The points of a ranked line that are worth more than so many pixels."""
    return [point for point, each in zip(line, worth, strict=True) if each > pixels]


def ranked(line: Line, least: float) -> tuple[Line, list[float]]:
    """The line without points that nobody would miss, and of each that is left, how many pixels it is worth.

    At every tolerance from ``least`` up, those that are worth more are what Douglas and Peucker would keep: the
    farthest from its chord first, none before the one that divides its stretch. The ends are worth infinity.
    """
    line = thinned(line, least / 2)
    if len(line) < 3:
        return line, [inf] * len(line)
    worth = [0.0] * len(line)
    worth[0] = worth[-1] = inf
    stack = [(0, len(line) - 1, inf)]
    numbers = np.array(line) if len(line) > FEW else None
    while stack:
        first, last, most = stack.pop()
        if numbers is not None and last - first > FEW:
            farthest, distance = farthest_of_many(numbers, first, last)
        else:
            farthest, distance = farthest_from_chord(line, first, last)
        if distance > least:
            worth[farthest] = distance = min(most, distance)
            if farthest - first > 1:
                stack.append((first, farthest, distance))
            if last - farthest > 1:
                stack.append((farthest, last, distance))
    return line, worth


def thinned(line: Line, least: float) -> Line:
    """The line without points that lie within ``least`` of the one before; its two ends always stay."""
    result = line[:1]
    for point in line[1:-1]:
        if abs(point[0] - result[-1][0]) > least or abs(point[1] - result[-1][1]) > least:
            result.append(point)
    return result + line[-1:] if len(line) > 1 else result


def farthest_from_chord(line: Line, first: int, last: int) -> tuple[int, float]:
    """Which point between two lies farthest from the straight line through them, and how far."""
    (x1, y1), (x2, y2) = line[first], line[last]
    across, down = x2 - x1, y2 - y1
    length, between = hypot(across, down), line[first + 1 : last]
    if length > 1e-9:
        away = [abs(across * (y1 - y) - (x1 - x) * down) for x, y in between]
    else:
        away, length = [hypot(x - x1, y - y1) for x, y in between], 1.0
    farthest = max(away)
    return first + 1 + away.index(farthest), farthest / length


def farthest_of_many(line: np.ndarray[Any, Any], first: int, last: int) -> tuple[int, float]:
    """The same for long stretches, all points at once."""
    (x1, y1), (x2, y2) = line[first].tolist(), line[last].tolist()
    x, y = line[first + 1 : last, 0], line[first + 1 : last, 1]
    across, down = x2 - x1, y2 - y1
    length = hypot(across, down)
    away = np.abs(across * (y1 - y) - (x1 - x) * down) / length if length > 1e-9 else np.hypot(x - x1, y - y1)
    best = int(np.argmax(away))
    return first + 1 + best, float(away[best])


def rounded(line: Line, closed: bool, times: int = 3) -> Line:
    """Chaikin's corner cutting (1974): sketched corners become curves, the ends of an open line stay."""
    for _ in range(times):
        if len(line) < 3:
            return line
        ring = line[:-1] if closed and line[0] == line[-1] else line
        pairs = list(zip(ring, ring[1:] + (ring[:1] if closed else []), strict=False))
        cut = [
            point
            for (x1, y1), (x2, y2) in pairs
            for point in (
                (0.75 * x1 + 0.25 * x2, 0.75 * y1 + 0.25 * y2),
                (0.25 * x1 + 0.75 * x2, 0.25 * y1 + 0.75 * y2),
            )
        ]
        line = [*cut, cut[0]] if closed else [line[0], *cut, line[-1]]
    return line


def cut_ring(ring: Line, bounds: Bounds) -> Line:
    """The part of a ring inside a rectangle (Sutherland and Hodgman, 1974)."""
    for axis, limit, sign in ((0, bounds[0], 1), (0, bounds[2], -1), (1, bounds[1], 1), (1, bounds[3], -1)):
        gaps = [(point[axis] - limit) * sign for point in ring]
        if not ring or min(gaps) >= 0:
            continue
        if max(gaps) < 0:
            return []
        ring = cut_side(ring, gaps, limit, axis)
    return ring


def cut_side(ring: Line, gaps: list[float], limit: float, axis: int) -> Line:
    """The part of a ring on the one side of a line; ``gaps`` says of each point how far inside it lies."""
    result: Line = []
    before, was_inside = ring[-1], gaps[-1] >= 0
    for point, gap in zip(ring, gaps, strict=True):
        inside = gap >= 0
        if inside != was_inside:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            result.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if inside:
            result.append(point)
        before, was_inside = point, inside
    return result


def cut_line(line: Line, bounds: Bounds) -> list[Line]:
    """The parts of a line inside a rectangle (Liang and Barsky, 1984, on each stretch)."""
    xs, ys = [x for x, _ in line], [y for _, y in line]
    if min(xs) > bounds[2] or max(xs) < bounds[0] or min(ys) > bounds[3] or max(ys) < bounds[1]:
        return []
    if min(xs) >= bounds[0] and max(xs) <= bounds[2] and min(ys) >= bounds[1] and max(ys) <= bounds[3]:
        return [line] if len(line) > 1 else []
    parts: list[Line] = []
    for start, end in pairwise(line):
        piece = cut_stretch(start, end, bounds)
        if piece is None:
            continue
        if parts and parts[-1][-1] == piece[0]:
            parts[-1].append(piece[1])
        else:
            parts.append(list(piece))
    return parts


def cut_stretch(start: Position, end: Position, bounds: Bounds) -> tuple[Position, Position] | None:
    """The part of one straight stretch inside a rectangle, or None."""
    (x, y), across, down = start, end[0] - start[0], end[1] - start[1]
    enter, leave = 0.0, 1.0
    for step, gap in ((-across, x - bounds[0]), (across, bounds[2] - x), (-down, y - bounds[1]), (down, bounds[3] - y)):
        if step == 0:
            if gap < 0:
                return None
            continue
        share = gap / step
        if step < 0:
            enter = max(enter, share)
        else:
            leave = min(leave, share)
    if enter > leave:
        return None
    first = start if enter == 0 else (x + enter * across, y + enter * down)
    return first, end if leave == 1 else (x + leave * across, y + leave * down)


def path_data(lines: Iterable[Line], closed: bool = False) -> str:
    """The ``d`` of a path: relative steps between points on a grid of a tenth of a pixel, so no rounding adds up."""
    parts: list[str] = []
    for line in lines:
        grid = [(round(10 * x), round(10 * y)) for x, y in line]
        if closed and len(grid) > 1 and grid[0] == grid[-1]:
            grid.pop()
        if len(grid) < (3 if closed else 2):
            continue
        parts.append("M" + pair(*grid[0]) + "l")
        steps = [pair(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(grid)]
        parts.append(packed(steps))
        if closed:
            parts.append("z")
    return "".join(parts)


def pair(x: int, y: int) -> str:
    """Two numbers of tenths with no more between them than needed."""
    second = tenths(y)
    return f"{tenths(x)}{second}" if y < 0 else f"{tenths(x)} {second}"


@lru_cache(maxsize=1 << 14)
def tenths(value: int) -> str:
    """So many tenths of a pixel; most steps are short, and the same again and again."""
    return number(value / 10)


def packed(steps: list[str]) -> str:
    """Pairs after one another; a minus sign parts as well as a space."""
    return "".join(step if step.startswith("-") or not index else f" {step}" for index, step in enumerate(steps))


def length_of(line: Line) -> float:
    """How long a line is."""
    return sum(hypot(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(line))


def area_of(ring: Line) -> float:
    """The area inside a ring, always positive (the shoelace formula)."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=False))) / 2


def held(ring: Line, points: Line) -> list[bool]:
    """Which of some points a ring holds (crossings of a ray to the right)."""
    (x, y), (x1, y1) = np.array(points).T[:, :, None], np.array(ring).T[:, None, :]
    x2, y2 = np.roll(x1, -1), np.roll(y1, -1)
    crosses = (y1 > y) != (y2 > y)
    rise = np.where(y2 == y1, 1.0, y2 - y1)
    left_of = x < (x2 - x1) * (y - y1) / rise + x1
    inside: list[bool] = (np.count_nonzero(crosses & left_of, axis=1) % 2 == 1).tolist()
    return inside
