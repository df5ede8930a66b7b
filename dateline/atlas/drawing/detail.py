"""How much detail of the ground is drawn, so that the whole of a map is light enough to be sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf

from .features import Line
from .geometry import ranked, worth_more
from .layers import Ground

FINEST, COARSEST = 0.3, 5.0  # pixels
STEP = 1.02  # times as coarse at least, each time that a drawing is too heavy


@dataclass(frozen=True)
class Detail:
    """The lines of the ground, with what each of their points is worth in pixels: see ``ranked``."""

    items: list[Ground]
    lines: list[list[tuple[Line, list[float]]]]

    @classmethod
    def of(cls, items: list[Ground]) -> Detail:
        """All detail that can be seen at all."""
        return cls(items, [[ranked(line, FINEST) for line in item.lines] for item in items])

    def at(self, tolerance: float) -> list[Ground]:
        """The ground with the points that are worth more than so many pixels."""
        return [
            replace(item, lines=tuple(worth_more(line, worth, tolerance) for line, worth in ranks))
            for item, ranks in zip(self.items, self.lines, strict=True)
        ]

    def tolerance_for(self, most: float) -> float:
        """The least tolerance with which no more than so many points are drawn, from ``FINEST`` to ``COARSEST``."""
        worth = [worth for line in self._drawn() for worth in line if worth > FINEST]
        inner = sorted((each for each in worth if each < inf), reverse=True)
        room = int(most) - (len(worth) - len(inner)) - sum(2 for _ in self._drawn())
        if len(inner) <= room:
            return FINEST
        return min(inner[room], COARSEST) if room > 0 else COARSEST

    def _drawn(self) -> Iterator[list[float]]:
        """The worths of each line that is drawn; of a country it is only the name."""
        for item, ranks in zip(self.items, self.lines, strict=True):
            if item.kind != "country":
                yield from (worth for _, worth in ranks)


def points_of(items: list[Ground]) -> int:
    """How many points are drawn of the ground, and two to begin each line; of a country it is only the name."""
    return sum(len(line) + 2 for item in items if item.kind != "country" for line in item.lines)
