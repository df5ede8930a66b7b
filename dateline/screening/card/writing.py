"""How figures are written in the card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from ..measure.figures import Figure, Scores, Truth, average_precision, interval, recall_at, roc_auc
from ..measure.folder import ROUNDS

RANKED: tuple[Figure, ...] = (roc_auc, average_precision, recall_at)  # as the columns stand
LEAST = -1e6  # the score of what no head reads: the least suspicious of all


def table(headings: Sequence[str], rows: Iterable[Iterable[str]], sides: str = "") -> str:
    """Return a table in Markdown; ``sides`` says of each column whether it is flush left or right (``lrr``)."""
    rule = "|".join({"l": "---", "r": "---:"}[side] for side in sides or "l" * len(headings))
    first, *others = [f"| {' | '.join(cells)} |" for cells in (headings, *rows)]
    return "\n".join((first, f"|{rule}|", *others))


def ranked(truth: Truth, scores: Scores, places: int = 2) -> list[str]:
    """Return each figure of a ranking with the middle 95 % of 100 samples, its ends to so many ``places``."""
    judged = np.maximum(scores, LEAST)
    told = []
    for figure in RANKED:
        low, high = interval(figure, truth, judged, ROUNDS)
        told.append(f"{decimal(figure(truth, judged))} [{decimal(low, places)}–{decimal(high, places)}]")
    return told


def decimal(number: float, places: int = 3) -> str:
    """Return a number below one without its zero."""
    return f"{number:.{places}f}".removeprefix("0")


def percent(share: float, places: int = 0) -> str:
    """Return a share of a hundred."""
    return f"{100 * share:.{places}f} %"
