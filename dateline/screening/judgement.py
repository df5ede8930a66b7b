"""What a model says, as a reason: in words for everybody, in numbers and places for moderators."""

from __future__ import annotations

from typing import Any, Protocol

from .model.explain import Explanation
from .model.pointing import places_in, told_signals, told_words
from .verdict import FLAG_WEIGHT, Kind, Reason

OFTEN = 3  # times as many clean comments may be flagged as may be held


class Judge(Protocol):
    """A head, shipped or learned here."""

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def slope(self) -> float: ...
    @property
    def offset(self) -> float: ...
    def probability(self, logit: float) -> float: ...


def reason_of(
    judge: Judge, logit: float, explanation: Explanation, *, code: str, kind: Kind, sure: str, unsure: str, holds: bool
) -> Reason:
    """Return the reason why ``judge`` holds a comment, or only has its doubts."""
    words, weight = (sure, 1.0) if holds else (unsure, FLAG_WEIGHT)
    return Reason(code, words, weight, kind, places_in(explanation), model=said(judge, logit, explanation))


def said(judge: Judge, logit: float, explanation: Explanation) -> dict[str, Any]:
    """What is kept of a judgement: the head and its version, how sure it is, and what moved it most."""
    return {
        "head": judge.name,
        "version": judge.version,
        "logit": round(logit, 3),
        "probability": round(judge.probability(logit), 3),
        "bias": round(explanation.bias, 3),
        "slope": round(judge.slope, 4),
        "offset": round(judge.offset, 4),
        "words": told_words(explanation),
        "signals": told_signals(explanation),
    }
