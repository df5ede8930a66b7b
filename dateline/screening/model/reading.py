"""One comment, read once for all heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from ..quoted import quotations
from ..view import Span, View
from .features import Features, features_of, once, times
from .language import language_of
from .traits import signals_of
from .words import spans_of, texts_of


@dataclass(frozen=True)
class Reading:
    """A view as words, features (each once) and signals. What is not asked for is not worked out."""

    view: View
    texts: list[str]
    part_of: Reading | None = None  # the whole, where this is without its quotations
    kept: Sequence[int] = ()  # which words of it

    @cached_property
    def features(self) -> Features:
        """Each feature as often as it occurs, and whose it is."""
        return features_of(self.texts)

    @cached_property
    def buckets(self) -> NDArray[np.uint32]:
        """Which features there are, each once."""
        return once(self.features.buckets)

    @cached_property
    def times(self) -> NDArray[np.int64]:
        """How often each of ``features`` occurs in the comment."""
        return times(self.features.buckets, self.buckets)

    @cached_property
    def places(self) -> list[Span]:
        """Where each word stands in the view's text."""
        return [self.part_of.places[place] for place in self.kept] if self.part_of else spans_of(self.view)

    @cached_property
    def spans(self) -> list[Span]:
        """Where each word stands in the original."""
        view = self.view
        if view.bare:
            return [view.span(start, end) for start, end in self.places]
        if view.original.isascii():
            return self.places
        places = view.places
        return [(places[start], places[end - 1] + 1) for start, end in self.places]

    @cached_property
    def language(self) -> str:
        """The language code, ``und`` for one that is not known, empty where there is too little to tell."""
        return language_of(self.view)

    @cached_property
    def signals(self) -> list[int]:
        """What it looks like, as places in ``signals.NAMES``."""
        return signals_of(self.view, self.texts)

    @cached_property
    def own(self) -> Reading:
        """What its author says: the same without what is quoted; itself where nothing is."""
        quoted = () if self.part_of else quotations(self.view)
        if not quoted:
            return self
        kept = outside(self.places, quoted)
        return Reading(self.view, [self.texts[place] for place in kept], self, kept)

    @property
    def scale(self) -> float:
        """What one feature counts, so that long comments do not weigh more than short ones."""
        return scale_of(self.buckets)


def scale_of(buckets: NDArray[np.uint32]) -> float:
    """What each of these features counts."""
    return 1 / sqrt(max(len(buckets), 1))


def outside(places: Sequence[Span], spans: Sequence[Span]) -> list[int]:
    """Return which of ``places`` begin in none of ``spans``, of which there is one at least, in order and apart."""
    begins, ends = np.array(spans).T
    starts = np.array(places, dtype=np.int64).reshape(-1, 2)[:, 0]
    nearest = np.searchsorted(begins, starts, side="right") - 1
    kept: list[int] = np.flatnonzero((nearest < 0) | (starts >= ends[nearest])).tolist()
    return kept


def reading_of(view: View) -> Reading:
    """Return the reading of a view, in time linear in its length."""
    return Reading(view, texts_of(view))


@lru_cache(1)
def read(view: View) -> Reading:
    """The same; the last one is kept for whoever asks next."""
    return reading_of(view)
