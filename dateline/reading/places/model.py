"""The learnt weights: what each piece of evidence is worth. Numbers only; `training/` makes them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from math import exp, log
from pathlib import Path
from typing import Any

from .prior import Prior
from .resolve import Told, Weights

CONFIRMED = ("confirmed", "confirmed often")
LEAST, MOST = 1e-4, 1 - 1e-4


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of the two looks at a span, of candidates ("alone", "together") and of a confidence.

    ``after`` and ``candidates_after`` are for a newsroom that confirmed placements before, ``candidates_known`` for one
    that did so for other subjects only: what a name meant there is evidence, and where those places lie is none.
    """

    first: Weights
    second: Weights
    candidates: dict[str, Weights]
    candidates_after: dict[str, Weights]
    candidates_known: dict[str, Weights]
    after: Weights
    sure: Weights

    @classmethod
    def of(cls, parts: dict[str, Any]) -> Model:
        """A model from what was written to JSON."""
        plain, after = parts["candidates"], parts["candidates after others"]
        return cls(
            parts["first"], parts["second"], plain, after, known(plain, after), parts["after others"], parts["sure"]
        )

    def candidates_with(self, prior: Prior | None) -> dict[str, Weights]:
        """The weights of candidates, given what was confirmed before."""
        if prior is None:
            return self.candidates
        return self.candidates_after if prior.has_votes else self.candidates_known


def known(plain: dict[str, Weights], after: dict[str, Weights]) -> dict[str, Weights]:
    """The weights of a text by itself, and of what was confirmed of a name."""
    return {part: plain[part] | {key: after[part][key] for key in CONFIRMED if key in after[part]} for part in plain}


@cache
def shipped() -> Model:
    """The weights that come with the program."""
    return read(shipped_path())


def shipped_path() -> Path:
    """Where they lie."""
    return Path(__file__).parent / "weights" / "places.json"


def read(path: Path) -> Model:
    """The weights of a file."""
    return Model.of(json.loads(path.read_text(encoding="utf-8")))


def chance(evidence: list[str], weights: Weights) -> float:
    """The chance that what has this evidence is so."""
    total = weights["always"] + sum([weights[key] for key in evidence if key in weights])
    return 1 / (1 + exp(-max(total, -30.0)))


def again(told: Told, weights: Weights) -> float:
    """A chance from values, each with its weight."""
    total = sum(weights.get(key, 0.0) * value for key, value in told.items())
    return 1 / (1 + exp(-max(total, -30.0)))


def right(shares: list[float], weights: Weights) -> float:
    """The chance that the likeliest of some candidates is the right one, by its share and its lead over the next."""
    if not shares:
        return 0.0
    best, *others = sorted(shares, reverse=True)
    return again(odds(best, others[0] if others else LEAST), weights)


def odds(best: float, next_best: float) -> dict[str, float]:
    """What a confidence is made of."""
    best = min(max(best, LEAST), MOST)
    return {"always": 1.0, "share": log(best / (1 - best)), "lead": log(best / max(next_best, LEAST)) / 4}
