"""Figures of judged comments whose truth is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..judgement import OFTEN
from ..train.operate import USUAL
from .figures import Figure, Scores, Truth, average_precision, calibration_error, interval, recall_at, roc_auc
from .opinions import HELD, Judged

RANKED: dict[str, Figure] = {
    "roc_auc": roc_auc,
    "average_precision": average_precision,
    "recall_at_1_percent": recall_at,
}
LENGTHS = {"300": (0, 300), "3000": (301, 10**9)}
POLICY = "policy"


@dataclass(frozen=True, slots=True)
class Mark:
    """What is kept of a judged comment. ``score`` ranks it; there is no ``probability`` where the model abstained.

    ``truth`` is whether it is what the head looks for, ``wanted`` whether it should be held for whatever reason.
    ``head_holds`` is whether the head is sure enough to hold it, however short it is; ``too_few_words`` whether it is
    too short to be held for that. ``weight`` is that of all reasons.
    """

    truth: bool
    wanted: bool
    score: float
    probability: float | None
    head_holds: bool
    head_flags: bool
    too_few_words: bool
    weight: float
    held: bool
    flagged: bool
    length: int
    seconds: float
    work: float
    heads_work: float


def mark_of(comment: Judged, head: str, *, truth: bool, length: int, wanted: bool = False) -> Mark:
    """Return what is kept of a comment, for the figures of a head (or of the policy as a whole)."""
    opinion = comment.opinions.get(head)
    verdict = comment.verdict
    surest = max((each.probability for kind, each in comment.opinions.items() if kind != "hate"), default=0.0)
    return Mark(
        truth,
        wanted or truth,
        score=verdict.weight + surest if head == POLICY else opinion.logit if opinion else -np.inf,
        probability=opinion.probability if opinion else surest if head == POLICY and comment.opinions else None,
        head_holds=bool(opinion and opinion.is_sure),
        head_flags=bool(opinion and opinion.flags),
        too_few_words=bool(opinion and opinion.kind == "abuse" and opinion.is_sure and not opinion.holds),
        weight=verdict.weight,
        held=verdict.outcome == "hold",
        flagged=verdict.is_flagged,
        length=length,
        seconds=comment.seconds,
        work=comment.work,
        heads_work=comment.heads_work,
    )


def figures_of(marks: Sequence[Mark], head: str, rounds: int = 400) -> dict[str, Any]:
    """Return all figures; those of a ranking with their intervals (no ``rounds``: without)."""
    truth = np.array([mark.truth for mark in marks], dtype=bool)
    scores = np.array([mark.score for mark in marks], dtype=np.float64)
    judged = np.array([mark.probability is not None for mark in marks], dtype=bool)
    found: dict[str, Any] = {"rows": len(marks), "positives": int(truth.sum()), "abstained": int((~judged).sum())}
    found |= _ranking(truth, _finite(scores), rounds)
    if 0 < judged.sum() < len(marks):
        found["without_abstained"] = {"rows": int(judged.sum()), **_ranking(truth[judged], scores[judged], rounds)}
    if judged.any():
        probabilities = np.array([mark.probability for mark in marks if mark.probability is not None])
        found["calibration_error"] = rounded(calibration_error(truth[judged], probabilities))
        found["calibration_error_usual"] = rounded(calibration_error(truth[judged], probabilities, USUAL))
    if head != POLICY:
        found["head"] = {"held_per_thousand": HELD[head], "often": OFTEN} | {
            "holds": _shares(truth, np.array([mark.head_holds for mark in marks], dtype=bool)),
            "holds_or_doubts": _shares(truth, np.array([mark.head_flags for mark in marks], dtype=bool)),
            "too_few_words": sum(mark.too_few_words for mark in marks),
        }
    wanted = np.array([mark.wanted for mark in marks], dtype=bool)
    found["policy"] = {
        "holds": _shares(wanted, np.array([mark.held for mark in marks], dtype=bool)),
        "holds_or_doubts": _shares(wanted, np.array([mark.held or mark.flagged for mark in marks], dtype=bool)),
    }
    found["best_f1"] = rounded(best_f1(truth, scores))
    return found


def _ranking(truth: Truth, scores: Scores, rounds: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    both = bool(truth.any()) and not bool(truth.all())
    for name, figure in RANKED.items():
        found[name] = rounded(figure(truth, scores)) if both else None
        if both and rounds:
            found[f"{name}_interval"] = [rounded(end) for end in interval(figure, truth, scores, rounds)]
    return found


def _finite(scores: Scores) -> Scores:
    """What the model does not judge is the least suspicious."""
    known = scores[np.isfinite(scores)]
    return np.where(np.isfinite(scores), scores, (known.min() if len(known) else 0.0) - 1)


def _shares(truth: Truth, said: Truth) -> dict[str, Any]:
    """Of the positives and of the negatives, how many were spoken up at."""
    hits, wrong = int((said & truth).sum()), int((said & ~truth).sum())
    positives, negatives = int(truth.sum()), int((~truth).sum())
    return {
        "recall": rounded(hits / positives) if positives else None,
        "false_positives": wrong,
        "false_positive_rate": rounded(wrong / negatives) if negatives else None,
        "precision": rounded(hits / (hits + wrong)) if hits + wrong else None,
    }


def best_f1(truth: Truth, scores: Scores) -> float:
    """Return the highest F1 that some threshold would reach."""
    if not truth.any():
        return float("nan")
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(truth[order])
    ends = np.append(np.flatnonzero(scores[order][1:] != scores[order][:-1]), len(scores) - 1)
    return float((2 * hits[ends] / (ends + 1 + truth.sum())).max())


def latency_of(marks: Sequence[Mark]) -> dict[str, dict[str, Any]]:
    """Return milliseconds of a verdict by length: the median, what 99 of 100 stay below, and the longest."""
    found = {}
    for name, (least, most) in LENGTHS.items():
        of_it = [mark for mark in marks if least <= mark.length <= most]
        if of_it:
            found[name] = {
                "comments": len(of_it),
                **milliseconds([mark.seconds for mark in of_it]),
                "work": milliseconds([mark.work for mark in of_it]),
                "heads_work": milliseconds([mark.heads_work for mark in of_it]),
            }
    return found


def milliseconds(seconds: Sequence[float]) -> dict[str, float]:
    """Return p50, p99 and the longest of these times."""
    middle, late, last = np.percentile(np.array(seconds) * 1000, [50, 99, 100])
    return {"p50": round(float(middle), 3), "p99": round(float(late), 3), "max": round(float(last), 3)}


def rounded(number: float) -> float | None:
    """Return a figure as it is told; None where there is none."""
    return None if np.isnan(number) else round(float(number), 4)
