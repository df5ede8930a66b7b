"""How good it is: the table of rankings."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from ..measure.figures import Scores, Truth
from ..measure.known import NEWS
from ..measure.report import Mark
from ..measure.spans import span_figures
from .seen import Place, Seen, ranking_of
from .videos import VIDEOS, Video
from .writing import LEAST, RANKED, decimal, ranked, table

HEADINGS = ("measured on", "ROC-AUC", "average precision", "recall at 1 % false positives", "to reach")
NATURAL, DRAWS = 0.015, 5  # the share of attacks on talk pages, and how often as many are drawn
ATTACKS, CALM = ("jigsaw", "abuse"), ("talk-pages", "abuse")
SETS: tuple[tuple[Place, str, str], ...] = (
    ((NEWS, "abuse"), "news comments, antagonising or hostile", "AUC .70"),
    (ATTACKS, "Jigsaw, half of them attacks", ""),
    (CALM, "talk pages at their natural rate", ""),
    (("davidson", "abuse"), "Davidson, tweets", ""),
    (("toxic-spans", "abuse"), "Civil Comments, with the marked parts and without", ""),
    (("paradetox", "abuse"), "ParaDetox", ""),
    (("gab", "abuse"), "Gab", ""),
    (("edos", "abuse"), "EDOS, sexism", ""),
    (("hatemoji", "abuse"), "HatemojiBuild", ""),
    (("germeval-test", "abuse"), "**abuse-de**: GermEval's test", ""),
    (("gab", "hate"), "**hate-en**: Gab", ""),
    (("edos", "hate"), "EDOS", ""),
    (("hatemoji", "hate"), "HatemojiBuild", ""),
    (("sms", "spam"), "**spam**: SMS", ""),
    (("telegram", "spam"), "Telegram groups", ""),
)
Row = tuple[str, ...]


def ranking_table(found: Seen, videos: list[Video], folder: Path) -> str:
    """Return the table; sets that are not in the folder have no row."""
    rows = [*_wikipedia(found), *_sets(found), *_videos(videos), *_places(folder)]
    return table(HEADINGS, rows)


def _wikipedia(found: Seen) -> Iterator[Row]:
    """Attacks that are held back of Jigsaw's among the clean comments of both sets from Wikipedia."""
    if ATTACKS not in found.marks or CALM not in found.marks:
        return
    marks = [*found.marks[ATTACKS], *(mark for mark in found.marks[CALM] if not mark.truth)]
    truth, scores = ranking_of(marks)
    wholes = ranked(truth, scores, 3)
    cells = (f"{whole}; {span}" for whole, span in zip(wholes, _drawn(truth, scores), strict=True))
    name = f"**abuse-en**: Wikipedia, {truth.sum():,} attacks among {(~truth).sum():,} clean comments"
    yield f"{name}; at {100 * NATURAL:.1f} % of them, five draws", *cells, "AUC .96, recall .60"


def _drawn(truth: Truth, scores: Scores) -> list[str]:
    """The least and the most of each figure where only so many attacks are left as there are by nature."""
    attacks, clean = np.flatnonzero(truth), np.flatnonzero(~truth)
    number = min(max(round(NATURAL / (1 - NATURAL) * len(clean)), 1), len(attacks))
    draws = []
    for seed in range(DRAWS):
        some = random.Random(seed).sample(attacks.tolist(), number)  # noqa: S311 - the same each time
        kept = np.concatenate((some, clean)).astype(np.int64)
        draws.append([figure(truth[kept], np.maximum(scores[kept], LEAST)) for figure in RANKED])
    return [f"{decimal(min(figures))} to {decimal(max(figures))}" for figures in zip(*draws, strict=True)]


def _sets(found: Seen) -> Iterator[Row]:
    for place, name, goal in SETS:
        if marks := found.marks.get(place):
            yield f"{name} ({_counts(marks)})", *ranked(*ranking_of(marks)), goal


def _counts(marks: list[Mark]) -> str:
    return f"{sum(mark.truth for mark in marks):,} of {len(marks):,}"


def _videos(videos: list[Video]) -> Iterator[Row]:
    for video in videos:
        name = f"YouTube, the {VIDEOS[video.source]} video by a head that has not seen it ({len(video.truth)})"
        yield name, *ranked(video.truth, video.scores), "AUC .98"


def _places(folder: Path) -> Iterator[Row]:
    if spans := span_figures(folder):
        name = f"places pointed at, F1 by letters ({spans['posts']} posts of SemEval-2021's trial)"
        yield name, decimal(spans["f1"]), "", "", ".625"
