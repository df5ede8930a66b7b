"""From examples to weights."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..model.features import BUCKETS
from ..model.fit import Numbers, Rows, Weights, fit, logarithm
from ..model.reading import read
from ..model.traits import NAMES
from ..view import view_of
from .disguise import TRAINED, disguise
from .examples import Example
from .linking import linked
from .manifest import Plan

Told = Callable[[str], None]
Half = tuple[NDArray[np.uint32], list[int]]  # features, each once, and signals
STEPS = 60
PRECISION = 3e-3
DISGUISED = {"spam": 0.34, "abuse": 0.3, "german": 0.2, "hate": 0.0}
LONGEST_DISGUISED = 400
LINKED = {"clean": 0.3, "insults": 0.15, "toxic-spans": 0.06}  # the share of clean texts that get a link as well
LINK_WEIGHT = 0.7


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one head learns from one text."""

    read: Half
    label: float
    weight: float


class Read(NamedTuple):
    """A text as it goes into rows: all of it, and without what it quotes."""

    whole: Half
    own: Half

    def judged(self, *, with_quotations: bool) -> Half:
        """What a head reads."""
        return self.whole if with_quotations else self.own


def reading_of(text: str) -> Read:
    """Return features and signals of a text."""
    reading = read(view_of(text))
    return Read((reading.buckets, reading.signals), (reading.own.buckets, reading.own.signals))


def readings_of(texts: Sequence[str]) -> list[Read]:
    """Return those of many, on all cores; the order is that of ``texts``."""
    with ProcessPoolExecutor() as pool:
        return list(pool.map(reading_of, texts, chunksize=500))


def rows_of(reads: Sequence[Half]) -> Rows:
    """Return readings as rows to fit."""
    signals = np.zeros((len(reads), len(NAMES)))
    for row, (_buckets, places) in enumerate(reads):
        signals[row, places] = 1.0
    ends = np.cumsum([len(buckets) for buckets, _places in reads], dtype=np.int64)
    return Rows(np.concatenate([buckets for buckets, _places in reads]), ends, signals)


def learn(
    lessons: Sequence[Lesson], strength: float, floor: float, told: Callable[[int, float], None] | None = None
) -> Weights:
    """Return the weights of one head."""
    rows = rows_of([lesson.read for lesson in lessons])
    labels = np.array([lesson.label for lesson in lessons])
    weights = np.array([lesson.weight for lesson in lessons])
    return fit(
        rows,
        labels,
        weights,
        prior=contrast(rows, labels, weights, floor),
        strength=strength,
        steps=STEPS,
        tolerance=PRECISION,
        told=told,
    )


def contrast(rows: Rows, labels: Numbers, weights: Numbers, floor: float) -> Numbers:
    """Return how freely each weight may move: by how much oftener its feature stands in one class than in the other.

    After the log-count ratio of Wang and Manning, Baselines and Bigrams (2012), here as the width of a prior. One is
    the mean; ``floor`` is how freely a feature may move that tells nothing.
    """
    counts = rows.ends - rows.starts
    bad = np.bincount(rows.buckets, np.repeat(weights * labels, counts), BUCKETS)
    good = np.bincount(rows.buckets, np.repeat(weights * (1 - labels), counts), BUCKETS)
    odds = ((bad + 1) / ((weights * labels).sum() + 1)) / ((good + 1) / ((weights * (1 - labels)).sum() + 1))
    free = floor + np.abs(logarithm(odds))
    return free / free[bad + good > 2].mean()


def lessons_for(plan: Plan, examples: Sequence[Example], reads: Sequence[Read]) -> list[Lesson]:
    """Return what a head learns from: each example that says something about it, some changed as people change them."""
    head, quotes = plan.learns, plan.reads_quotations
    known = [(e, read) for e, read in zip(examples, reads, strict=True) if head in e.lessons and not e.held]
    plain = [Lesson(read.judged(with_quotations=quotes), *example.lessons[head]) for example, read in known]
    changed = list(_changed(head, [example for example, _read in known]))
    read = readings_of([text for text, _label, _weight in changed])
    return plain + [
        Lesson(each.judged(with_quotations=quotes), label, weight)
        for each, (_text, label, weight) in zip(read, changed, strict=True)
    ]


def _changed(head: str, examples: Sequence[Example]) -> Iterator[tuple[str, float, float]]:
    """Yield disguised texts, and for the head of advertising clean ones with a link, with label and half the weight."""
    dice = random.Random(f"{head}-disguises")  # noqa: S311 - the same each time
    kinds = sorted(TRAINED)
    for number, example in enumerate(examples):
        label, weight = example.lessons[head]
        share = DISGUISED[head] * (2 if label > 0.5 else 0.5)
        if len(example.text) <= LONGEST_DISGUISED and dice.random() < share:
            yield disguise(example.text, dice.choice(kinds), number), label, weight / 2
        if head == "spam" and label < 0.5 and example.source in LINKED and dice.random() < LINKED[example.source]:
            yield linked(example.text, dice), label, LINK_WEIGHT
