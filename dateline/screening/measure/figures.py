"""Figures of a ranking: scores of comments, and which of them are what was looked for."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Truth = NDArray[np.bool_]
Figure = Callable[[Truth, Scores], float]
BINS = 15


def roc_auc(truth: Truth, scores: Scores) -> float:
    """Return how often a positive outranks a negative, ties half (the area under the ROC curve); NaN without both."""
    positives, negatives = int(truth.sum()), int((~truth).sum())
    if not positives or not negatives:
        return float("nan")
    _, which, times = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(times) - (times - 1) / 2)[which]
    return float((ranks[truth].sum() - positives * (positives + 1) / 2) / (positives * negatives))


def average_precision(truth: Truth, scores: Scores) -> float:
    """Return the mean precision at each positive, ties taken together (the area under the precision-recall steps)."""
    if not truth.any():
        return float("nan")
    order = np.argsort(-scores, kind="stable")
    ranked, hits = scores[order], np.cumsum(truth[order])
    ends = np.append(np.flatnonzero(np.diff(ranked)), len(ranked) - 1)
    recall = np.diff(np.concatenate(([0], hits[ends]))) / hits[-1]
    return float((recall * hits[ends] / (ends + 1)).sum())


def recall_at(truth: Truth, scores: Scores, false_positives: float = 0.01) -> float:
    """Return the share of positives above the score that at most this share of negatives exceeds."""
    if not truth.any() or truth.all():
        return float("nan")
    return float((scores[truth] > threshold_at(scores[~truth], false_positives)).mean())


def threshold_at(negatives: Scores, rate: float) -> float:
    """Return the score that at most ``rate`` of the negatives exceed."""
    ranked = np.sort(negatives)[::-1]
    return float(ranked[min(int(rate * len(ranked)), len(ranked) - 1)])


def calibration_error(truth: Truth, probabilities: Scores, positive: float | None = None) -> float:
    """Return the expected calibration error: how far a probability is from what came true, over 15 equal bins.

    With ``positive`` comments are weighed as if that share of them were positive; NaN where none or all are.
    """
    share = float(truth.mean())
    if positive is not None and share in (0.0, 1.0):
        return float("nan")
    weights = np.ones(len(truth))
    if positive is not None:
        weights = np.where(truth, positive / share, (1 - positive) / (1 - share))
    bins = np.minimum((probabilities * BINS).astype(int), BINS - 1)
    gaps = np.abs(np.bincount(bins, probabilities * weights, BINS) - np.bincount(bins, truth * weights, BINS))
    return float(gaps.sum() / weights.sum())


def interval(figure: Figure, truth: Truth, scores: Scores, rounds: int = 400, seed: int = 1) -> tuple[float, float]:
    """Return the middle 95 % of ``figure`` over samples drawn with replacement (bootstrap)."""
    dice = np.random.default_rng(seed)
    drawn = [
        figure(truth[some], scores[some]) for some in (dice.integers(0, len(truth), len(truth)) for _ in range(rounds))
    ]
    known = [each for each in drawn if not np.isnan(each)] or [float("nan")]
    low, high = np.percentile(known, [2.5, 97.5])
    return float(low), float(high)
