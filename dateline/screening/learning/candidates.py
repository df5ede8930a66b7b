"""The three that compete: the shipped head, the newsroom's own beside it, and the newsroom's own alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..model.fit import Numbers, Rows, Weights, fit, margins
from .decisions import Kind
from .head import REACH, USUAL, Choice
from .table import OF_AUTHORS, SHIPPED, Table

STRENGTH: dict[Kind, float] = {"spam": 8.0, "abuse": 0.5}  # how freely words may count: advertisers repeat themselves
OWN_SCALE = 8.0
STEPS = 60
PRECISION = 1e-3
LEAST_RATE = 0.002
BEARERS = 25 - 1e-6  # authors of whom it was known: what is rarer counts nothing, else one account would stand for all


@dataclass(frozen=True, slots=True)
class Candidate:
    """What one of them learned. ``rate`` is the log-odds of what is looked for among what it learned from."""

    kind: Kind
    choice: Choice
    weights: Weights
    rate: float

    @property
    def trust(self) -> float:
        """What the shipped opinion counts."""
        return float(self.weights.signals[SHIPPED])

    @property
    def bias(self) -> float:
        """The bias where one comment in twenty is what is looked for."""
        return self.weights.bias + USUAL - self.rate

    def opinions(self, table: Table) -> Numbers:
        """Return the log-odds of each row on the scale that all share, kept within reach of the shipped opinion."""
        learned = margins(table.rows, self.weights) + USUAL - self.rate
        return table.shipped + np.clip(learned - table.shipped, -REACH[self.kind], REACH[self.kind])


def candidate(kind: Kind, choice: Choice, table: Table) -> Candidate:
    """Return what ``choice`` learns from a table; where one class is missing it learns nothing."""
    nothing = np.zeros(len(table.occurring))
    signals = np.zeros(SHIPPED + 1)
    rate = rate_of(table)
    if not all(table.counts):
        signals[SHIPPED] = 1.0
        return Candidate(kind, choice, Weights(nothing, signals, 0.0), USUAL)
    if choice == "shipped":
        return Candidate(kind, choice, _scaled(table, nothing), rate)
    rows = table.rows if choice == "stacked" else _without(table.rows, np.array([SHIPPED]))
    return Candidate(kind, choice, _learned(kind, rows, table), rate)


def rate_of(table: Table) -> float:
    """Return the log-odds of what is looked for among all that count."""
    share = float((table.labels * table.weights).sum() / max(table.weights.sum(), 1e-9))
    share = min(max(share, LEAST_RATE), 1 - LEAST_RATE)
    return float(np.log(share / (1 - share)))


def _learned(kind: Kind, rows: Rows, table: Table) -> Weights:
    """Fit words, signals and what was known of enough authors, of which nothing may speak for a comment.

    People decide about most strangers, whatever they say, and about others mostly where something was amiss. That a
    stranger's comment is let stand more often than others that are looked at says nothing for strangers. What comes out
    below nought is left out, and all else fitted without it.
    """
    rows = _without(rows, np.flatnonzero(table.bearers < BEARERS) + OF_AUTHORS.start)
    learned = _fitted(kind, rows, table)
    while (favours := learned.signals[OF_AUTHORS] < 0).any():
        rows = _without(rows, np.flatnonzero(favours) + OF_AUTHORS.start)
        learned = _fitted(kind, rows, table)
    return learned


def _fitted(kind: Kind, rows: Rows, table: Table) -> Weights:
    return fit(
        rows,
        table.labels,
        table.weights,
        strength=STRENGTH[kind],
        size=len(table.occurring),
        steps=STEPS,
        tolerance=PRECISION,
    )


def _scaled(table: Table, nothing: Numbers) -> Weights:
    """The shipped opinion as it would be if only its scale were fitted to what was decided."""
    count = len(table)
    rows = Rows(np.zeros(0, np.uint32), np.zeros(count, np.int64), table.rows.signals[:, SHIPPED:])
    found = fit(rows, table.labels, table.weights, strength=OWN_SCALE, size=1, steps=STEPS, tolerance=PRECISION)
    signals = np.zeros(SHIPPED + 1)
    signals[SHIPPED] = found.signals[0]
    return Weights(nothing, signals, found.bias)


def _without(rows: Rows, columns: NDArray[np.intp]) -> Rows:
    """Return the rows as if these signals were nowhere: what is learned of them is exactly nothing."""
    signals = rows.signals.copy()
    signals[:, columns] = 0.0
    return Rows(rows.buckets, rows.ends, signals)
