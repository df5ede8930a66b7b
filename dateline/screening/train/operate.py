"""At which logit how many of a thousand clean comments are held, and what a logit is as a probability."""

from __future__ import annotations

from math import sqrt

import numpy as np

from ..model.fit import Numbers, Rows, fit

RATES = (1.0, 2.0, 3.0, 5.0, 7.5, 10.0, 15.0, 20.0, 30.0, 50.0, 100.0)  # of a thousand
SURE = 2.33  # standard deviations: what is promised is kept in 99 cases of 100
USUAL = 0.05  # what share of a newsroom's comments is what a head looks for, for probabilities
MARGIN = 0.25  # log-odds
PLACES = 4


def operating(clean: Numbers) -> list[list[float]]:
    """Return (rate, logit) pairs, the strictest first, for the logits of clean comments.

    A logit is chosen so that the rate among all clean comments, of which these are a sample, is most likely below what
    is promised (the upper end of Wilson's interval): half-way from the first that may not be held to the last that
    may, and never further above it than ``MARGIN``, as one comment with a wrong label may lie far above all others.
    """
    ranked = np.sort(clean)[::-1]
    pairs = []
    for rate in RATES:
        allowed = max((k for k in range(len(ranked)) if _upper(k, len(ranked)) <= rate / 1000), default=0)
        nearest = ranked[allowed - 1] - ranked[allowed] if allowed else np.inf
        pairs.append([rate, round(float(ranked[allowed] + min(nearest / 2, MARGIN)), PLACES)])
    return pairs


def _upper(count: int, number: int) -> float:
    """The upper end of Wilson's score interval for ``count`` of ``number``."""
    share, square = count / number, SURE**2
    middle = share + square / (2 * number)
    return (middle + SURE * sqrt(share * (1 - share) / number + square / (4 * number**2))) / (1 + square / number)


def calibration(logits: Numbers, truth: Numbers) -> tuple[float, float]:
    """Return slope and offset of the probability (Platt), as if ``USUAL`` of the comments were positive."""
    positive = truth.mean()
    importance = np.where(truth > 0.5, USUAL / positive, (1 - USUAL) / (1 - positive))
    rows = Rows(np.zeros(0, np.uint32), np.zeros(len(logits), np.int64), logits[:, None])
    weights = fit(rows, truth, importance, strength=1e6, tolerance=1e-8)
    return round(float(weights.signals[0]), PLACES), round(weights.bias, PLACES)
