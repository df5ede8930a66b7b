"""The head that was chosen, made ready for answering."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np

from ..model.features import BUCKETS
from ..model.heads import Head, quantised
from ..model.traits import NAMES
from .candidates import Candidate, candidate
from .decisions import Kind
from .head import SHIFT, LearnedHead, anchors_of, opinion, reads_quotations
from .learned import versioned
from .operating import LATEST, UNANCHORED, Points, operating, platt
from .table import HELD_BACK, OF_AUTHORS, SHIPPED, Table
from .trial import Trial, choice_of

LANGUAGE = 25  # decisions on comments in a language, from which on its words are known
PLACES = 6


def head_of(kind: Kind, table: Table, tried: Trial, heads: Mapping[str, Head], language: str) -> LearnedHead | None:
    """Return the head that was chosen; None where the shipped one goes on to speak."""
    choice = choice_of(tried)
    if choice == "shipped":
        return None
    taught = candidate(kind, choice, table)
    anchors = anchors_of(heads, kind)
    points, calibrated = measured(taught, table, tried, points_of(anchors.get("") or anchors.get(language)))
    signals = np.round(taught.weights.signals, PLACES)
    return versioned(
        LearnedHead(
            kind=kind,
            choice=choice,
            version="",
            own=_own(taught, table),
            authors=tuple(np.round(HELD_BACK[kind] * signals[OF_AUTHORS], PLACES).tolist()),
            trust=float(signals[SHIPPED]),
            anchors=anchors,
            language=language,
            languages=frozenset(name for name, count in Counter(table.languages).items() if count >= LANGUAGE),
            operating=points,
            slope=calibrated[0],
            offset=calibrated[1],
        )
    )


def measured(taught: Candidate, table: Table, tried: Trial, usual: Points) -> tuple[Points, tuple[float, float]]:
    """Return its operating points and its calibration, both from what it foretold; ``usual`` are the shipped head's."""
    opinions, last, clean = tried.opinions[taught.choice], slice(-LATEST, None), tried.labels < 0.5
    calibrated = platt(opinions[last], tried.labels[last], tried.weights[last])
    points = operating(
        opinions[clean],
        table.shipped[tried.first :][clean],
        tried.weights[clean],
        usual,
        calibrated=calibrated,
        shift=SHIFT[taught.kind],
    )
    return points, calibrated


def points_of(head: Head | None) -> Points:
    """Return at which logits a shipped head holds, on the scale that all share."""
    return tuple((rate, opinion(head, logit)) for rate, logit in head.operating) if head else UNANCHORED


def _own(taught: Candidate, table: Table) -> Head:
    """The newsroom's own words and signals, as a head."""
    dense = np.zeros(BUCKETS)
    dense[table.occurring] = taught.weights.buckets
    weights, unit = quantised(dense)
    signals = np.round(taught.weights.signals[: len(NAMES)], PLACES)
    return Head(
        name=f"newsroom-{taught.kind}",
        version="",
        weights=weights,
        unit=float(f"{unit:.9g}"),
        bias=round(taught.bias, PLACES),
        signals=signals,
        operating=(),
        reads_quotations=reads_quotations(taught.kind),
    )
