"""Decisions as rows to fit: only the features that occur, each row's weight, and what the shipped head says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..model.fit import Numbers, Rows
from ..model.heads import Head
from ..model.reading import Reading, read
from ..model.traits import NAMES
from ..view import view_of
from .authors import AUTHORS, Known, places_of
from .decisions import VOTE, Decision, Kind, importance, in_order
from .head import USUAL, anchor_of, anchors_of, opinion, reads_quotations

LONGEST = 3_000  # characters, as everywhere in the screening
OF_AUTHORS = slice(len(NAMES), len(NAMES) + len(AUTHORS))  # the columns with what was known of authors
SHIPPED = OF_AUTHORS.stop  # the column with the shipped opinion, less what is usual

# What stands in such a column: for spam, where words may count freely, so little that one account whose comments are
# refused carries others of whom the same is known no farther than is promised (tests/test_poisoning.py).
HELD_BACK: dict[Kind, float] = {"spam": 0.125, "abuse": 1.0}


@dataclass(frozen=True, slots=True)
class Table:
    """``weights`` are what each row counts where it is learned from, ``votes`` where it is measured. ``occurring`` says
    which feature of a head each bucket of ``rows`` is."""

    rows: Rows
    labels: Numbers
    weights: Numbers
    votes: Numbers
    shipped: Numbers
    languages: tuple[str, ...]
    occurring: NDArray[np.uint32]

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def counts(self) -> tuple[int, int]:
        """How many are what is looked for, and how many are not."""
        found = int(self.labels.sum())
        return found, len(self) - found

    @property
    def weighed(self) -> tuple[float, float]:
        """What both weigh, once nobody counts too much."""
        found = float((self.labels * self.weights).sum())
        return found, float(self.weights.sum()) - found

    @property
    def bearers(self) -> Numbers:
        """Of how many authors each of ``AUTHORS`` was known."""
        return ((self.rows.signals[:, OF_AUTHORS] > 0) * self.votes[:, None]).sum(axis=0)

    def part(self, first: int, last: int) -> Table:
        """Return the rows from ``first`` to before ``last``, features numbered as before."""
        rows, start = self.rows, int(self.rows.starts[first]) if first < len(self) else len(self.rows.buckets)
        end = int(rows.ends[last - 1]) if last > first else start
        cut = slice(first, last)
        return Table(
            Rows(rows.buckets[start:end], rows.ends[cut] - start, rows.signals[cut]),
            self.labels[cut],
            self.weights[cut],
            self.votes[cut],
            self.shipped[cut],
            self.languages[cut],
            self.occurring,
        )


def table_of(
    decisions: Sequence[Decision], readings: Mapping[str, Reading], kind: Kind, heads: Mapping[str, Head], language: str
) -> Table:
    """Return what teaches ``kind``, the oldest first."""
    taught = in_order(decisions, kind)
    anchors = anchors_of(heads, kind)
    whole = [readings[each.text] for each in taught]
    judged = whole if reads_quotations(kind) else [each.own for each in whole]
    shipped = np.array([_opinion(anchors, each, language) for each in whole])
    buckets = np.concatenate([np.zeros(0, np.uint32), *(each.buckets for each in judged)])
    occurring, places = np.unique(buckets, return_inverse=True)
    signals = np.zeros((len(taught), SHIPPED + 1))
    for row, (decision, reading) in enumerate(zip(taught, judged, strict=True)):
        signals[row, reading.signals] = 1.0
        known = Known(decision.accepted, decision.seconds)
        signals[row, [OF_AUTHORS.start + place for place in places_of(known)]] = HELD_BACK[kind]
    signals[:, SHIPPED] = shipped - USUAL
    ends = np.cumsum([len(each.buckets) for each in judged], dtype=np.int64)
    return Table(
        Rows(places.astype(np.uint32), ends, signals),
        np.array([float(each.is_positive) for each in taught]),
        importance(taught),
        importance(taught, VOTE),
        shipped,
        tuple(each.language or language for each in whole),
        occurring.astype(np.uint32),
    )


def readings_of(decisions: Sequence[Decision]) -> dict[str, Reading]:
    """Return the reading of each text, once."""
    return {text: read(view_of(text[:LONGEST])) for text in {each.text: None for each in decisions}}


def _opinion(anchors: Mapping[str, Head], reading: Reading, language: str) -> float:
    head = anchor_of(anchors, reading, language)
    return opinion(head, head.logit(reading) if head else 0.0)
