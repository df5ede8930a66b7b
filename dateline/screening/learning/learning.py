"""From decisions to a model. The same decisions give the same bytes: one that is dropped leaves no trace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ..model.heads import Head
from .building import head_of
from .decisions import KINDS, Decision, Kind
from .head import Choice, LearnedHead
from .learned import Learned, edition
from .report import Report
from .table import Table, readings_of, table_of
from .trial import CHOICES, EACH, LEAST, Trial, choice_of, is_few, trial

PLACES = 6
BINS = 10


def learn(decisions: Sequence[Decision], heads: Mapping[str, Head], language: str = "en") -> Learned:
    """Return what ``decisions`` teach beside the shipped ``heads``; ``language`` is what the site is written in.

    Their order does not matter, only their numbers' order. Nothing but the arguments goes in: not the clock, no chance.
    """
    readings = readings_of(decisions)
    learned: dict[Kind, LearnedHead] = {}
    reports: dict[Kind, Report] = {}
    for kind in KINDS:
        table = table_of(decisions, readings, kind, heads, language)
        tried = trial(kind, table)
        reports[kind] = report_of(kind, table, tried)
        head = head_of(kind, table, tried, heads, language)
        if head:
            learned[kind] = head
    return Learned(learned, reports, edition(heads))


def report_of(kind: Kind, table: Table, tried: Trial) -> Report:
    """Return how it stands with ``kind``."""
    choice = choice_of(tried)
    gain, error = tried.beaten_by(tried.best) if len(tried.labels) else (0.0, 0.0)
    return Report(
        kind=kind,
        choice=choice,
        why="few" if is_few(kind, table) else "close" if choice == "shipped" else choice,
        found=table.counts[0],
        clean=table.counts[1],
        counted=round(float(table.weights.sum()), 1),
        tried=len(tried.labels),
        losses={each: round(tried.loss(each), PLACES) for each in CHOICES} if len(tried.labels) else {},
        gain=round(gain, PLACES),
        error=round(error, PLACES),
        calibration_error=round(_misjudged(tried, choice), PLACES),
        least=LEAST[kind],
        each=EACH,
    )


def _misjudged(tried: Trial, choice: Choice) -> float:
    """How far what was foretold is from what came true (expected calibration error, ten equal bins)."""
    if not len(tried.labels):
        return 0.0
    foretold = np.where(tried.labels > 0.5, np.exp(-tried.losses[choice]), -np.expm1(-tried.losses[choice]))
    bins = np.minimum((foretold * BINS).astype(int), BINS - 1)
    gaps = np.bincount(bins, tried.weights * (foretold - tried.labels), BINS)
    return float(np.abs(gaps).sum() / tried.weights.sum())
