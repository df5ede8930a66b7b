"""Why a head says what it says: what each word and signal adds to the logit. Nothing is left out, so it adds up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import fsum
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from ..view import Span
from .heads import Head, squared
from .reading import Reading
from .traits import NAMES


class Part(NamedTuple):
    """What a word adds, with its place in the original; a twin has the place of what it stands for."""

    word: str
    span: Span
    adds: float


@dataclass(frozen=True)
class Explanation:
    """The parts of a logit: what each word adds, with its place in the original, in their order; signals by name; and
    the bias that all comments share."""

    texts: Sequence[str]
    spans: Sequence[Span]
    adds: Sequence[float]
    signals: dict[str, float]
    bias: float

    @property
    def words(self) -> tuple[Part, ...]:
        """The words as parts."""
        return tuple(map(Part, self.texts, self.spans, self.adds))

    @property
    def logit(self) -> float:
        """The sum of all parts."""
        return fsum([*self.adds, *self.signals.values(), self.bias])

    @cached_property
    def places(self) -> list[Part]:
        """The places that add anything, twins together, the heaviest first."""
        sums: dict[Span, float] = {}
        for span, adds in zip(self.spans, self.adds, strict=True):
            sums[span] = sums.get(span, 0.0) + adds
        words = dict(zip(self.spans, self.texts, strict=True))
        ordered = sorted((each for each in sums.items() if each[1] > 0), key=itemgetter(1), reverse=True)
        return [Part(words[span], span, adds) for span, adds in ordered]

    def without(self, part: Part) -> float:
        """The logit if that word added nothing."""
        return self.logit - part.adds


def explain(head: Head, reading: Reading) -> Explanation:
    """Return what each word and signal adds to ``head.logit(reading)``.

    A run of letters that stands in several words counts once and is shared equally between its places; a pair of words
    is shared between both.
    """
    reading = head.judged(reading)
    features = reading.features
    each = squared(head.weights[features.buckets]) * (head.unit * reading.scale) / reading.times
    count = len(reading.texts)
    adds = np.bincount(features.owners, each / 2, count) + np.bincount(features.others, each / 2, count)
    return Explanation(
        reading.texts,
        reading.spans,
        adds.tolist(),
        {NAMES[place]: float(head.signals[place]) for place in reading.signals},
        head.bias,
    )
