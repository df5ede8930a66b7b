"""Predict, then learn: after every so many decisions, how well each would rank all comments not yet decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..learning.building import head_of, points_of
from ..learning.candidates import candidate
from ..learning.decisions import Decision, Kind
from ..learning.head import USUAL, anchors_of
from ..learning.table import Table, readings_of, table_of
from ..learning.trial import CHOICES, choice_of, loss_of, trial
from ..measure.figures import roc_auc
from ..model.fit import Numbers
from ..model.heads import Head
from ..verdict import HELD_ABUSE, HELD_SPAM

STOPS = (25, 50, 100, 200, 400, 500, 750, 1_000, 1_500, 2_000, 2_500, 3_000, 3_500, 4_000)
BEARABLE: dict[Kind, float] = {"spam": HELD_SPAM, "abuse": HELD_ABUSE}
NAMES = (*CHOICES, "speaks")


@dataclass(frozen=True, slots=True)
class Stop:
    """How it stands after so many decisions: how well each ranks what comes (AUC) and, of who speaks, how many clean
    comments of a thousand are held and which share of the others is caught; who speaks. ``losses`` are of what is
    decided until the next stop."""

    decisions: int
    ranks: dict[str, float]
    losses: dict[str, float]
    held: float
    caught: float
    own_speaks: float


def curve(
    kind: Kind, decisions: Sequence[Decision], heads: Mapping[str, Head], told: Callable[[str], None]
) -> list[Stop]:
    """Return how it stands at each of ``STOPS``."""
    table = table_of(decisions, readings_of(decisions), kind, heads, "en")
    stops = []
    for place, count in enumerate(STOPS):
        if count < len(table):
            following = STOPS[place + 1] if place + 1 < len(STOPS) else len(table)
            stops.append(_stop(kind, table, count, min(following, len(table)), heads))
            told(f"{kind}: {count} decisions")
    return stops


def mean(curves: Sequence[Sequence[Stop]]) -> list[Stop]:
    """Return the mean of several orders."""
    return [_mean(stops) for stops in zip(*curves, strict=True)]


def _stop(kind: Kind, table: Table, count: int, following: int, heads: Mapping[str, Head]) -> Stop:
    past, rest = table.part(0, count), table.part(count, len(table))
    tried = trial(kind, past)
    head = head_of(kind, past, tried, heads, "en")
    opinions: dict[str, Numbers] = {}
    losses: dict[str, float] = {}
    for choice in CHOICES:
        learned = candidate(kind, choice, past)
        opinions[choice] = learned.opinions(rest)
        foretold = loss_of(opinions[choice] - USUAL + learned.rate, rest.labels)
        losses[choice] = float(foretold[: following - count].mean())
    opinions["speaks"] = opinions[choice_of(tried)] if head else rest.shipped
    losses["speaks"] = losses[choice_of(tried)]
    anchors = anchors_of(heads, kind)
    points = head.operating if head else points_of(anchors.get("") or anchors.get("en"))
    truth, holds = rest.labels > 0.5, opinions["speaks"] >= dict(points)[BEARABLE[kind]]
    return Stop(
        count,
        {name: roc_auc(truth, opinions[name]) for name in NAMES},
        losses,
        1000 * float(holds[~truth].mean()),
        float(holds[truth].mean()),
        float(head is not None),
    )


def _mean(stops: Sequence[Stop]) -> Stop:
    return Stop(
        stops[0].decisions,
        {name: float(np.mean([stop.ranks[name] for stop in stops])) for name in NAMES},
        {name: float(np.mean([stop.losses[name] for stop in stops])) for name in NAMES},
        float(np.mean([stop.held for stop in stops])),
        float(np.mean([stop.caught for stop in stops])),
        float(np.mean([stop.own_speaks for stop in stops])),
    )
