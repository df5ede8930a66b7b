"""Marks that would lie on one another stand apart, as many as there are."""

from __future__ import annotations

import random
from itertools import combinations
from math import dist

from dateline.atlas.drawing.spread import ROUNDS, spread

APART = 18.5


def test_marks_that_stand_apart_stay() -> None:
    points = [(20.0 * number, -20.0 * number) for number in range(5)]
    assert spread(points, APART) == points
    assert spread([], APART) == []


def test_marks_on_one_another_are_parted() -> None:
    moved = spread([(5.0, 5.0)] * 3 + [(8.0, 5.0)], APART)
    assert min(dist(one, other) for one, other in combinations(moved, 2)) > APART - 1


def test_only_who_is_near_is_looked_at_and_nobody_near_is_missed() -> None:
    chance = random.Random(3)
    points = [(chance.uniform(-60, 200), chance.uniform(0, 160)) for _ in range(60)]
    assert spread(points, APART) == by_all_pairs(points)


def by_all_pairs(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The same, with every mark held against every other."""
    moved = list(points)
    for _ in range(ROUNDS):
        for one in range(len(moved)):
            for other in range(one):
                (x1, y1), (x2, y2) = moved[other], moved[one]
                gap = dist(moved[one], moved[other])
                if 1e-6 < gap < APART - 0.05:
                    across, down, push = (x2 - x1) / gap, (y2 - y1) / gap, (APART - gap) / 2
                    moved[other] = x1 - across * push, y1 - down * push
                    moved[one] = x2 + across * push, y2 + down * push
    return moved
