"""Who would have foretold the last decisions best, each learning only from what was decided before (prequential)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..model.fit import Numbers
from .candidates import candidate
from .decisions import Kind
from .head import USUAL, Choice
from .table import Table

WINDOW, FARTHEST = 500, 2_000  # decisions that are looked back on, and how far where one class is rare
RARE = 200  # of the rarer class, to find which it is looked back farther
FIRST = 25  # decisions from which somebody learns first
STEP, SPREAD = 250, 1_000  # from here on it is learned anew after twice as many
CHOICES: tuple[Choice, ...] = ("shipped", "stacked", "site")
LEAST: dict[Kind, int] = {"spam": 50, "abuse": 200}  # decisions, with which a newsroom may have a head of its own
EACH = 25  # of what is looked for, and of what is not
ERRORS, SHARE = 0.5, 0.005  # standard errors, and share of the loss, by which the shipped head must be beaten
CEILING = 1e-6  # no probability is taken for surer than that


@dataclass(frozen=True, slots=True)
class Trial:
    """``opinions`` and ``losses`` of each for the decisions from number ``first`` on, where an author has one vote."""

    first: int
    labels: Numbers
    weights: Numbers
    opinions: dict[Choice, Numbers]
    losses: dict[Choice, Numbers]

    def loss(self, choice: Choice) -> float:
        """The mean log-loss in nats; NaN where nothing could be tried."""
        return _mean(self.losses[choice], self.weights)

    @property
    def best(self) -> Choice:
        """Which of the newsroom's own foretold more."""
        return min(CHOICES[1:], key=self.loss)

    def beaten_by(self, choice: Choice) -> tuple[float, float]:
        """By how much the shipped head is beaten for each decision, and the standard error of that."""
        gain = self.losses["shipped"] - self.losses[choice]
        mean, count = _mean(gain, self.weights), float(self.weights.sum())
        spread = _mean((gain - mean) ** 2, self.weights)
        return mean, float(np.sqrt(spread * (self.weights**2).sum())) / max(count, 1e-9)


def trial(kind: Kind, table: Table) -> Trial:
    """Return how each would have done over the last decisions; nothing is tried while there are too few of them."""
    blocks = [] if is_few(kind, table) else blocks_of(len(table), window_of(table))
    first = blocks[0][0] if blocks else len(table)
    opinions: dict[Choice, list[Numbers]] = {choice: [np.zeros(0)] for choice in CHOICES}
    losses: dict[Choice, list[Numbers]] = {choice: [np.zeros(0)] for choice in CHOICES}
    for start, stop in blocks:
        before, after = table.part(0, start), table.part(start, stop)
        for choice in CHOICES:
            learned = candidate(kind, choice, before)
            opinions[choice].append(learned.opinions(after))
            losses[choice].append(loss_of(opinions[choice][-1] - USUAL + learned.rate, after.labels))
    rest = table.part(first, len(table))
    return Trial(
        first,
        rest.labels,
        rest.votes,
        {choice: np.concatenate(parts) for choice, parts in opinions.items()},
        {choice: np.concatenate(parts) for choice, parts in losses.items()},
    )


def is_few(kind: Kind, table: Table) -> bool:
    """Return whether there are too few decisions for a head of one's own, once nobody counts too much."""
    return table.weights.sum() < LEAST[kind] or min(table.weighed) < EACH


def window_of(table: Table) -> int:
    """Return how many decisions are looked back on: farther where what is looked for, or what is not, is rare."""
    rarer = np.flatnonzero((table.labels > 0.5) == (table.counts[0] <= table.counts[1]))[-RARE:]
    return int(np.clip(len(table) - rarer[0], WINDOW, FARTHEST))


def blocks_of(count: int, window: int) -> list[tuple[int, int]]:
    """Return from where to where each model foretells: it has learned from all before the block.

    Blocks begin at 25, 50, 100, 200, 400, 500, 750, 1,000, and then every 500; only those are kept that reach into
    the last ``window`` decisions.
    """
    starts, at = [], FIRST
    while at < count:
        starts.append(at)
        at = following(at)
    ends = [*starts[1:], count]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if end > count - window]


def following(at: int) -> int:
    """Return where the next block begins."""
    if at < 400:
        return 2 * at
    return 500 if at < 500 else at + (STEP if at < SPREAD else 2 * STEP)


def loss_of(odds: Numbers, labels: Numbers) -> Numbers:
    """Return the log-loss of each, in nats."""
    sure = np.clip(1 / (1 + np.exp(-np.clip(odds, -40, 40))), CEILING, 1 - CEILING)
    return -np.log(np.where(labels > 0.5, sure, 1 - sure))


def choice_of(tried: Trial) -> Choice:
    """Return who speaks: the shipped head, until another is better beyond doubt."""
    if not len(tried.labels):
        return "shipped"
    best = tried.best
    gain, error = tried.beaten_by(best)
    return best if gain > max(ERRORS * error, SHARE * tried.loss("shipped")) else "shipped"


def _mean(values: Numbers, weights: Numbers) -> float:
    return float((values * weights).sum() / weights.sum()) if len(values) else float("nan")
