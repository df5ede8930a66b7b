"""``python -m dateline.reading.measure.cues FOLDER [--write]``: learn by which evidence a word is a cue.

Logistic regression with an L2 penalty, by Newton's method, on texts where people marked attributions (brat). The
figures are of documents that were left out (six folds by document); with ``--write`` the weights of all are kept.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dateline.reading.attribution.find import judged, places
from dateline.reading.attribution.judge import BIAS, WEIGHTS
from dateline.reading.words import Words

from .attributions import overlaps
from .brat import Document, documents

PENALTY = 3.0
RAREST = 4  # evidence seen less often is left out
FOLDS = 6
ROUNDS = 12
LEAST_WEIGHT = 0.02
STEPS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)


@dataclass(frozen=True, slots=True)
class Example:
    """One candidate: in which document, what speaks for and against it, and whether people marked it."""

    document: int
    names: tuple[str, ...]
    marked: bool


def examples(texts: Sequence[Document]) -> list[Example]:
    """Every candidate of every document."""
    found = []
    for number, document in enumerate(texts):
        words = Words(document.text)
        for place in places(words):
            for candidate, names in judged(place):
                at = (words.starts[candidate.at], words.ends[candidate.at])
                found.append(Example(number, tuple(names), any(overlaps(at, one.cue) for one in document.marked)))
    return found


def learn(some: Sequence[Example]) -> dict[str, float]:
    """The weight of each piece of evidence."""
    counts = Counter(name for example in some for name in example.names)
    names = [BIAS, *sorted(name for name, count in counts.items() if count >= RAREST)]
    columns = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(some), len(names)))
    table[:, 0] = 1
    for row, example in enumerate(some):
        table[row, [columns[name] for name in example.names if name in columns]] = 1
    marked = np.array([example.marked for example in some], float)
    penalty = np.full(len(names), PENALTY)
    penalty[0] = 1e-3
    weights = np.zeros(len(names))
    for _round in range(ROUNDS):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (marked - likely) - penalty * weights
        curve = (table.T * (likely * (1 - likely))) @ table + np.diag(penalty)
        weights += np.linalg.solve(curve, slope)
    return dict(zip(names, weights.tolist(), strict=True))


def likelihood(weights: dict[str, float], example: Example) -> float:
    """How likely the example is a cue."""
    return float(1 / (1 + np.exp(-weights[BIAS] - sum(weights.get(name, 0.0) for name in example.names))))


def left_out(some: Sequence[Example]) -> list[tuple[float, bool]]:
    """What each example is judged to be by weights learned without its document, and what it is."""
    found = []
    for fold in range(FOLDS):
        weights = learn([example for example in some if example.document % FOLDS != fold])
        found += [(likelihood(weights, one), one.marked) for one in some if one.document % FOLDS == fold]
    return found


def figures(judgements: Sequence[tuple[float, bool]], marked: int) -> str:
    """Precision and recall by the confidence that is asked for; ``marked`` counts those that are no candidate, too."""
    rows = []
    for step in STEPS:
        taken = [right for likely, right in judgements if likely > step]
        precision, recall = sum(taken) / (len(taken) or 1), sum(taken) / (marked or 1)
        f = 2 * sum(taken) / ((len(taken) + marked) or 1)
        rows.append(f"confidence over {step:.2f}: P {precision:.3f}  R {recall:.3f}  F {f:.3f}")
    return "\n".join(rows)


def main(arguments: Sequence[str]) -> int:
    """Print the figures; keep the weights where that is asked for."""
    options = argparse.ArgumentParser(prog="measure.cues", description=(__doc__ or "").split("\n")[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--write", action="store_true")
    wanted = options.parse_args(arguments)
    texts = list(documents(wanted.folder))
    some = examples(texts)
    sys.stdout.write(figures(left_out(some), sum(len(text.marked) for text in texts)) + "\n")
    if wanted.write:
        kept = {name: round(weight, 2) for name, weight in learn(some).items() if abs(weight) >= LEAST_WEIGHT}
        WEIGHTS.write_text(json.dumps(kept, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
