"""Evidence as numbers, and the two models fitted to it: yes or no for a row, and which row of a group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from .descent import Array, least


class Table:
    """Rows of named values, most of them zero."""

    def __init__(self, rows: Sequence[Mapping[str, float]], least_often: int = 1):
        often = Counter(key for row in rows for key in row)
        self.keys = sorted(key for key, count in often.items() if count >= least_often)
        place = {key: index for index, key in enumerate(self.keys)}
        held = [
            (number, place[key], value) for number, row in enumerate(rows) for key, value in row.items() if key in place
        ]
        self.count = len(rows)
        self.rows, self.columns = (np.array([one[axis] for one in held], dtype=np.intp) for axis in (0, 1))
        self.values = np.array([one[2] for one in held], dtype=float)

    def times(self, weights: Array) -> Array:
        """A score for each row."""
        return np.bincount(self.rows, self.values * weights[self.columns], self.count)

    def back(self, rows: Array) -> Array:
        """A sum for each column."""
        return np.bincount(self.columns, self.values * rows[self.rows], len(self.keys))

    def named(self, weights: Array) -> dict[str, float]:
        """Weights by name, rounded; those that say nothing are left out."""
        return {
            key: round(float(weight), 3) for key, weight in zip(self.keys, weights, strict=True) if abs(weight) >= 0.005
        }


def yes_or_no(
    rows: Iterable[Iterable[str]], right: list[bool], penalty: float, least_often: int = 5
) -> dict[str, float]:
    """Logistic regression with a squared penalty on all weights but "always"."""
    table = Table([dict.fromkeys([*row, "always"], 1.0) for row in rows], least_often)
    signs = np.where(right, 1.0, -1.0)
    costs = np.array([0.0 if key == "always" else penalty for key in table.keys])

    def loss(weights: Array) -> tuple[float, Array]:
        margins = signs * table.times(weights)
        value = np.logaddexp(0.0, -margins).sum() + costs @ weights**2 / 2
        return float(value), table.back(-signs * np.exp(-np.logaddexp(0.0, margins))) + costs * weights

    return {"always": 0.0} | table.named(least(loss, len(table.keys)))


def weighted(rows: Sequence[Mapping[str, float]], right: list[bool], penalty: float) -> dict[str, float]:
    """The same for rows that hold their own values, "always" among them."""
    table = Table(rows)
    signs = np.where(right, 1.0, -1.0)

    def loss(weights: Array) -> tuple[float, Array]:
        margins = signs * table.times(weights)
        value = np.logaddexp(0.0, -margins).sum() + penalty * weights @ weights / 2
        return float(value), table.back(-signs * np.exp(-np.logaddexp(0.0, margins))) + penalty * weights

    return dict.fromkeys(table.keys, 0.0) | table.named(least(loss, len(table.keys)))


def one_of(
    groups: Sequence[Sequence[Mapping[str, float]]], right: list[list[bool]], counts: list[float], penalty: float
) -> dict[str, float]:
    """Softmax over each group's rows, of which one or more are right; groups count as often as ``counts`` says."""
    table = Table([row for group in groups for row in group])
    group = np.repeat(np.arange(len(groups)), [len(one) for one in groups])
    hits = np.array([hit for one in right for hit in one], dtype=float)
    often = np.array(counts)

    def loss(weights: Array) -> tuple[float, Array]:
        scores = table.times(weights)
        most = np.full(len(groups), -np.inf)
        np.maximum.at(most, group, scores)
        raised = np.exp(scores - most[group])
        every = np.bincount(group, raised, len(groups))
        good = np.maximum(np.bincount(group, raised * hits, len(groups)), 1e-300)
        value = (often * (np.log(every) - np.log(good))).sum() + penalty * weights @ weights / 2
        slope = often[group] * (raised / every[group] - raised * hits / good[group])
        return float(value), table.back(slope) + penalty * weights

    return table.named(least(loss, len(table.keys)))
