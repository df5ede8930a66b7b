"""What already stands on the sheet: boxes that nothing may cover, and lines that a label had better not cross."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from .features import Line, Position

Box = tuple[float, float, float, float]  # left, top, right, bottom
CELL = 6.0
SQUARE = 48.0  # pixels; boxes are looked for only in the squares that a new one touches


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share any ground."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def around(centre: Position, across: float, down: float) -> Box:
    """A box by its middle and its size."""
    x, y = centre
    return x - across / 2, y - down / 2, x + across / 2, y + down / 2


def squares(box: Box) -> list[tuple[int, int]]:
    """The squares of the sheet that a box touches."""
    left, top, right, bottom = (int(edge // SQUARE) for edge in box)
    return [(column, row) for column in range(left, right + 1) for row in range(top, bottom + 1)]


def cells_of(line: np.ndarray[Any, Any]) -> Iterator[tuple[int, int]]:
    """The cells that a line passes, with a look at least every cell's length."""
    start, step = line[:-1], np.diff(line, axis=0)
    counts = np.maximum(1, (np.hypot(step[:, 0], step[:, 1]) / CELL).astype(int))
    stretch = np.repeat(np.arange(len(counts)), counts)
    within = np.arange(len(stretch)) - np.repeat(np.cumsum(counts) - counts, counts)
    share = (within / counts[stretch])[:, None]
    looks = np.concatenate((start[stretch] + step[stretch] * share, line[-1:]))
    columns, rows = (looks // CELL).astype(int).T.tolist()
    return zip(columns, rows, strict=True)


@dataclass
class Crowd:
    """The sheet's bounds, taken boxes, and a coarse grid of what each cell would cost to cover."""

    width: float
    height: float
    boxes: dict[tuple[int, int], list[Box]] = field(default_factory=dict)
    cost: dict[tuple[int, int], float] = field(default_factory=dict)

    def take(self, *boxes: Box) -> None:
        """From now on nothing may cover these."""
        for box in boxes:
            for square in squares(box):
                self.boxes.setdefault(square, []).append(box)

    def avoid(self, lines: Iterable[Line], weight: float) -> None:
        """A label across one of these lines costs ``weight`` for each cell of it that it covers."""
        passed = {cell for line in lines if len(line) > 1 for cell in cells_of(np.array(line))}
        for cell in passed:
            self.cost[cell] = max(weight, self.cost.get(cell, 0.0))

    def free(self, *boxes: Box, margin: float = 3.0) -> bool:
        """Whether all boxes lie on the sheet and cover nothing that is taken."""
        for box in boxes:
            if box[0] < margin or box[1] < margin or box[2] > self.width - margin or box[3] > self.height - margin:
                return False
            if any(overlap(box, taken) for square in squares(box) for taken in self.boxes.get(square, ())):
                return False
        return True

    def price(self, *boxes: Box) -> float:
        """What covering these boxes costs."""
        return sum(
            self.cost.get((column, row), 0.0)
            for left, top, right, bottom in boxes
            for column in range(int(left // CELL), int(right // CELL) + 1)
            for row in range(int(top // CELL), int(bottom // CELL) + 1)
        )
