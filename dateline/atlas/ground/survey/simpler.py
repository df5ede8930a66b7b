"""Lines with fewer points: straightened within a measure, and joined where only two meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from math import cos, hypot, radians

from .sources import Line

LONGEST = 1.0  # degrees; longer steps are divided, so that a chunk of a line stays in a small box


def simpler(line: Line, tolerance: float) -> Line:
    """Douglas and Peucker (1973) in degrees, with those of longitude as long as they are there."""
    if len(line) < 3:
        return line
    shrink = cos(radians(sum(y for _, y in line) / len(line)))
    flat = [(x * shrink, y) for x, y in line]
    keep = bytearray(len(line))
    # A ring has one end: its farthest point is the other.
    apart = max(range(len(flat)), key=lambda i: hypot(flat[i][0] - flat[0][0], flat[i][1] - flat[0][1]))
    keep[0] = keep[apart] = keep[-1] = 1
    stack = [(0, apart), (apart, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        middle, away = farthest(flat, first, last)
        if away > tolerance:
            keep[middle] = 1
            stack += [(first, middle), (middle, last)]
    return [point for point, kept in zip(line, keep, strict=True) if kept]


def farthest(line: Line, first: int, last: int) -> tuple[int, float]:
    """Which point between two lies farthest from the chord through them, and how far."""
    (x1, y1), (x2, y2) = line[first], line[last]
    across, up = x2 - x1, y2 - y1
    length = hypot(across, up)
    best, away = first, 0.0
    for index in range(first + 1, last):
        x, y = line[index]
        gap = abs(across * (y1 - y) - (x1 - x) * up) / length if length > 1e-9 else hypot(x - x1, y - y1)
        if gap > away:
            best, away = index, gap
    return best, away


def divided(line: Line) -> Line:
    """The line with no step longer than ``LONGEST``."""
    result = line[:1]
    for (x1, y1), (x2, y2) in pairwise(line):
        count = int(max(abs(x2 - x1), abs(y2 - y1)) / LONGEST) + 1
        result += [(x1 + (x2 - x1) * i / count, y1 + (y2 - y1) * i / count) for i in range(1, count + 1)]
    return result


def joined(lines: Iterable[Line]) -> list[Line]:
    """The same lines, those that meet end to end made one where no third joins them."""
    rest = {number: line for number, line in enumerate(lines) if len(line) > 1}
    ends: defaultdict[tuple[float, float], list[int]] = defaultdict(list)
    for number, line in rest.items():
        ends[line[0]].append(number)
        ends[line[-1]].append(number)
    result = []
    while rest:
        number, line = rest.popitem()
        line = prolonged(number, line, rest, ends)
        result.append(prolonged(number, line[::-1], rest, ends))
    return sorted(result)


def prolonged(number: int, line: Line, rest: dict[int, Line], ends: dict[tuple[float, float], list[int]]) -> Line:
    """The line carried on from its last point as far as there is one way to go."""
    while True:
        here = ends[line[-1]]
        others = [other for other in here if other != number and other in rest]
        if len(here) != 2 or len(others) != 1:
            return line
        number = others[0]
        following = rest.pop(number)
        line = line + (following[1:] if following[0] == line[-1] else following[-2::-1])


def square_km(ring: Line) -> float:
    """The area in a ring, near enough to tell a pond from a lake."""
    shrink = cos(radians(sum(y for _, y in ring) / len(ring)))
    twice = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True))
    return abs(twice) / 2 * shrink * 111.2**2
