"""At which logit a learned head holds how many clean comments of a thousand; its logits as probabilities.

What moderators decide about is no sample of what is written: mostly they see what was held. So each clean comment that
was decided counts for those of its like: the shipped head's own figures say how many of a thousand clean comments it
ranks as high as this one (strata, to which the decided ones are weighted). Within a stratum the decided ones are taken
for no less suspicious than the others, so what is promised is kept rather too well.
"""

from __future__ import annotations

import numpy as np

from ..model.fit import Numbers, Rows, fit
from .head import USUAL

Points = tuple[tuple[float, float], ...]

STRATA = (100.0, 20.0)  # of a thousand clean comments: where the shipped head's ranking is cut
RATES = (1.0, 2.0, 3.0, 5.0, 7.5, 10.0, 15.0, 20.0, 30.0, 50.0, 100.0)  # of a thousand
UNANCHORED: Points = tuple((rate, 0.0) for rate in RATES)  # where no shipped head reads the language: even odds
HEAVIEST = 0.001  # of all clean comments: what one decided one may stand for, or twice its share if that is more
SURE = 0.84  # standard errors: the rate is below what is promised in four cases of five
UNSURE = 0.5  # of how far the threshold may be lowered: so far while the comments are too few to be sure
LATEST = 300  # decisions that a calibration looks back on
LEAST = 25  # of each, for a calibration
SLOPES = (0.25, 4.0)
PLACES = 4


def operating(
    opinions: Numbers,
    shipped: Numbers,
    weights: Numbers,
    usual: Points,
    *,
    calibrated: tuple[float, float] = (1.0, 0.0),
    shift: float,
) -> Points:
    """Return (rate, logit) pairs, the strictest first, for foretold logits of clean comments.

    ``usual`` are the shipped head's on the same scale. Where the comments are too few to be sure of a rate, the logit
    is the one that means the same odds as the shipped head's, or the one that so many of them exceed, if it is higher.
    None is farther than ``shift`` from the shipped head's.
    """
    counts = counting(shipped, weights, usual)
    order = np.argsort(-opinions, kind="stable")
    ranked, tail = opinions[order], np.cumsum(counts[order])
    number = 1 / float((counts**2).sum()) if len(counts) else 0.0
    points: list[tuple[float, float]] = []
    for rate, anchor in usual:
        sure = _exceeded(ranked, _upper(tail, number), rate) if number and _upper(0.0, number) <= rate / 1000 else None
        slope, offset = calibrated
        if sure is None:
            sure = max((anchor - offset) / slope, _exceeded(ranked, tail, rate), anchor - UNSURE * shift)
        lowest = points[-1][1] if points else np.inf
        points.append((rate, round(float(min(np.clip(sure, anchor - shift, anchor + shift), lowest)), PLACES)))
    return tuple(points)


def counting(shipped: Numbers, weights: Numbers, usual: Points) -> Numbers:
    """Return for what share of all clean comments each of these stands; together one."""
    rates, logits = zip(*usual, strict=True)
    edges = [float(np.interp(rate, rates, logits)) for rate in STRATA]
    stratum = sum((shipped >= edge).astype(int) for edge in edges) if len(shipped) else np.zeros(0, int)
    shares = -np.diff([1000.0, *STRATA, 0.0]) / 1000
    counts = np.zeros(len(shipped))
    left = 0.0
    for place, share in enumerate(shares):
        here = (stratum == place) & (weights > 0)
        left += share
        if here.any():
            most = max(HEAVIEST, 2 / weights.sum())
            counts[here] = weights[here] * min(left / weights[here].sum(), most)
            left -= counts[here].sum()
    return counts / counts.sum() if counts.sum() else counts


def platt(opinions: Numbers, labels: Numbers, weights: Numbers) -> tuple[float, float]:
    """Return slope and offset of the probability (Platt), as if one comment in twenty were what is looked for."""
    if min(labels.sum(), (1 - labels).sum()) < LEAST:
        return 1.0, 0.0
    found, clean = float((labels * weights).sum()), float(((1 - labels) * weights).sum())
    usual = 1 / (1 + np.exp(-USUAL))
    importance = weights * np.where(labels > 0.5, usual / found, (1 - usual) / clean) * len(labels)
    rows = Rows(np.zeros(0, np.uint32), np.zeros(len(labels), np.int64), (opinions - USUAL)[:, None])
    fitted = fit(rows, labels, importance, strength=1e3, size=1, tolerance=1e-6)
    slope = float(np.clip(fitted.signals[0], *SLOPES))
    return round(slope, PLACES), round(fitted.bias - slope * USUAL, PLACES)


def _exceeded(ranked: Numbers, tail: Numbers, rate: float) -> float:
    """Return a logit just above all those down to which more than ``rate`` of a thousand are counted."""
    allowed = int(np.searchsorted(tail, rate / 1000, side="right"))  # so many may be held
    if allowed >= len(ranked):
        return float(ranked[-1]) if len(ranked) else -np.inf
    higher = float(ranked[allowed - 1]) if allowed else float(ranked[0]) + 0.5
    return (float(ranked[allowed]) + higher) / 2


def _upper(share, number: float):
    """The upper end of Wilson's score interval for a ``share`` of ``number``."""
    share, square = np.minimum(share, 1.0), SURE**2
    middle = share + square / (2 * number)
    spread = SURE * np.sqrt(np.maximum(share * (1 - share), 0) / number + square / (4 * number**2))
    return (middle + spread) / (1 + square / number)
