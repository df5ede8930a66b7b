"""The worst mistakes on labelled comments, each with what it was judged by, named."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from typing import Any

from .report import POLICY, Mark

EXCERPT = 160  # characters
Mistakes = dict[str, list[dict[str, Any]]]


def is_mistaken(mark: Mark, head: str) -> bool:
    """Whether it was spoken up at, held or doubted, at the shipped thresholds, and should not have been; or not, and
    should."""
    spoken_up = mark.held or mark.flagged if head == POLICY else mark.head_flags
    return spoken_up != mark.truth


class Worst:
    """The mistakes that are furthest on the wrong side."""

    def __init__(self, number: int, head: str) -> None:
        self.number = number
        self.head = head
        self.found: dict[bool, list[tuple[float, int, str, Mark]]] = {True: [], False: []}

    def see(self, mark: Mark, line: int, text: str) -> None:
        """Remember it where it is among the worst."""
        if not self.number or not is_mistaken(mark, self.head):
            return
        heap = self.found[mark.truth]
        heapq.heappush(heap, (-mark.score if mark.truth else mark.score, -line, text[:EXCERPT], mark))
        if len(heap) > self.number:
            heapq.heappop(heap)

    def told(self) -> Mistakes:
        """By side, the worst first."""
        sides = {"false_positives": False, "false_negatives": True}
        return {
            name: [
                {"line": -line, **_judged_by(mark, self.head), "text": text}
                for _score, line, text, mark in sorted(self.found[truth], reverse=True)
            ]
            for name, truth in sides.items()
        }


def _judged_by(mark: Mark, head: str) -> dict[str, float | None]:
    """By what it is ranked: the weight of all reasons, or a head's log-odds; and how probable that is.

    There are no log-odds where the head does not read the language. The probability beside a weight is that of the
    surest head.
    """
    probability = None if mark.probability is None else round(mark.probability, 4)
    if head == POLICY:
        return {"weight": round(mark.weight, 3), "probability": probability}
    return {"logit": None if probability is None else round(mark.score, 3), "probability": probability}


def mistake_lines(mistakes: Mistakes) -> Iterator[str]:
    """Yield them for people."""
    for side, cases in mistakes.items():
        yield f"\nWorst {side.replace('_', ' ')}:{'' if cases else ' none.'}"
        yield from (f"  line {case['line']}, {_named(case)}: {case['text']!r}" for case in cases)


def _named(case: dict[str, Any]) -> str:
    if "weight" in case:
        surest = "" if case["probability"] is None else f", the surest head's probability {case['probability']:.3f}"
        return f"weight {case['weight']:.2f}{surest}"
    if case["logit"] is None:
        return "in a language that the model does not read"
    return f"log-odds {case['logit']:.2f}, probability {case['probability']:.3f}"
