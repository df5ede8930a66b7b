"""Marks that would lie on one another are moved apart, no farther than they must."""

from __future__ import annotations

from collections import defaultdict
from math import cos, hypot, sin

from .features import Position

ROUNDS = 60


class Near:
    """Points by the cells of a grid as wide as they shall stand apart: what is nearer lies in one of nine cells."""

    def __init__(self, points: list[Position], apart: float) -> None:
        self.points = list(points)
        self.apart = apart
        self.cells: dict[tuple[int, int], set[int]] = defaultdict(set)
        for number, point in enumerate(self.points):
            self.cells[self.cell(point)].add(number)

    def cell(self, point: Position) -> tuple[int, int]:
        """The cell of a point."""
        return int(point[0] // self.apart), int(point[1] // self.apart)

    def move(self, number: int, point: Position) -> None:
        """Put a point elsewhere."""
        self.cells[self.cell(self.points[number])].discard(number)
        self.cells[self.cell(point)].add(number)
        self.points[number] = point

    def before(self, number: int, after: int) -> list[int]:
        """The numbers between ``after`` and ``number`` of points that may be too near to this one, in their order."""
        column, row = self.cell(self.points[number])
        found = [
            other
            for across in (column - 1, column, column + 1)
            for down in (row - 1, row, row + 1)
            for other in self.cells.get((across, down), ())
            if after < other < number
        ]
        return sorted(found)


def spread(points: list[Position], apart: float) -> list[Position]:
    """The points with no two nearer than ``apart``, or as near to that as a few dozen rounds bring them."""
    near = Near(points, apart)
    for _ in range(ROUNDS):
        moved = [parted(near, number) for number in range(len(points))]
        if not any(moved):
            break
    return near.points


def parted(near: Near, one: int) -> bool:
    """Move a point and those before it apart, one after another; whether any was too near."""
    any_moved = False
    waiting = near.before(one, -1)
    while waiting:
        other = waiting.pop(0)
        (x1, y1), (x2, y2) = near.points[other], near.points[one]
        gap = hypot(x2 - x1, y2 - y1)
        if gap >= near.apart - 0.05:
            continue
        any_moved = True
        # Two marks on the very same place part in a direction of their own, so that three do not form a line.
        across, down = ((x2 - x1) / gap, (y2 - y1) / gap) if gap > 1e-6 else (cos(one * 2.4), sin(one * 2.4))
        push = (near.apart - gap) / 2
        near.move(other, (x1 - across * push, y1 - down * push))
        near.move(one, (x2 + across * push, y2 + down * push))
        waiting = near.before(one, other)
    return any_moved
