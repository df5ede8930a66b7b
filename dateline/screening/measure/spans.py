"""Whether the right words are pointed at: the trial posts of SemEval-2021's task 5."""

from __future__ import annotations

import ast
import csv
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

from ..model.explain import explain
from ..model.pointing import places_in
from ..verdict import LONGEST
from .opinions import judged, submission

POSTS = "ipavlopoulos+toxic_spans/SemEval2021/data/tsd_trial.csv"


def posts(file: Path) -> Iterator[tuple[str, frozenset[int]]]:
    """Yield each post with the places of the letters that people marked."""
    with file.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            yield row["text"], frozenset(ast.literal_eval(row["spans"]))


def pointed_at(text: str) -> frozenset[int]:
    """Return the places of the letters to which the abuse head points, whether it holds the comment or not."""
    comment = judged(submission(text[:LONGEST]))
    if "abuse" not in comment.opinions:
        return frozenset()
    spans = places_in(explain(comment.opinions["abuse"].head, comment.reading))
    return frozenset(place for start, end in spans for place in range(start, end))


def agreement(pointed: frozenset[int], marked: frozenset[int]) -> float:
    """Return the F1 of two sets of places; 1 where both are empty, 0 where one is."""
    if not pointed and not marked:
        return 1.0
    return 2 * len(pointed & marked) / (len(pointed) + len(marked))


def span_figures(folder: Path) -> dict[str, float] | None:
    """Return the mean F1 over the trial posts; None where they are not there."""
    if not (folder / POSTS).is_file():
        return None
    each = [agreement(pointed_at(text), marked) for text, marked in posts(folder / POSTS)]
    return {"posts": len(each), "f1": round(fmean(each), 4)}
