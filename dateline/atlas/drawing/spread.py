"""Marks that would lie on one another are moved apart, no farther than they must."""

from __future__ import annotations

from math import cos, hypot, sin

from .features import Position

ROUNDS = 60


def spread(points: list[Position], apart: float) -> list[Position]:
    """The points with no two nearer than ``apart``, or as near to that as a few dozen rounds bring them."""
    moved = list(points)
    for _ in range(ROUNDS):
        still = True
        for one in range(len(moved)):
            for other in range(one):
                (x1, y1), (x2, y2) = moved[other], moved[one]
                gap = hypot(x2 - x1, y2 - y1)
                if gap >= apart - 0.05:
                    continue
                still = False
                # Two marks on the very same place part in a direction of their own, so that three do not form a line.
                across, down = ((x2 - x1) / gap, (y2 - y1) / gap) if gap > 1e-6 else (cos(one * 2.4), sin(one * 2.4))
                push = (apart - gap) / 2
                moved[other] = (x1 - across * push, y1 - down * push)
                moved[one] = (x2 + across * push, y2 + down * push)
        if still:
            break
    return moved
