"""Figures in columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..phases.heads import ENOUGH

RANKED = {
    "roc_auc": "ROC-AUC",
    "average_precision": "average precision",
    "recall_at_1_percent": "recall at 1 % false positives",
}


def figure_lines(found: dict[str, Any]) -> Iterator[str]:
    """Yield the figures of one set of comments."""
    yield f"{many(found['rows'], 'comment', 'comments')}, {found['positives']:,} of them positive."
    yield from _ranked(found)
    if "without_abstained" in found:
        inner = found["without_abstained"]
        share = found["abstained"] / found["rows"]
        yield f"{found['abstained']:,} ({share:.1%}) are in languages that the model does not read, ranked last. Else:"
        yield from _ranked(inner)
    yield f"{'calibration error (ECE)':34}{number(found.get('calibration_error'))}"
    yield f"{'the same as if 5 % were positive':34}{number(found.get('calibration_error_usual'))}"
    yield f"{'best F1 at any threshold':34}{number(found['best_f1'])}"
    yield ""
    yield f"{'At the shipped thresholds':34}{'recall':>8}{'precision':>11}{'false positives':>20}"
    for who in ("head", "policy"):
        for what, said in (("holds", "holds"), ("holds_or_doubts", "holds or doubts")):
            if who in found:
                yield _shares(f"{'the head alone' if who == 'head' else 'all checks'}, {said}", found[who][what])
    yield from few_words_lines([found])


def few_words_lines(sets: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield why a head alone may hold more than all checks: its figures leave a rule out."""
    if short := sum(found.get("head", {}).get("too_few_words", 0) for found in sets):
        comments = many(short, "comment that it is sure of is", "comments that it is sure of are")
        yield f"The head alone is shown without the rule that of fewer than {ENOUGH} words no head holds a comment;"
        yield f"{comments} so short, and not held for that."


def _ranked(found: dict[str, Any]) -> Iterator[str]:
    for name, words in RANKED.items():
        low, high = found.get(f"{name}_interval", (None, None))
        span = f"   ({number(low)} to {number(high)} in 95 of 100 samples)" if low is not None else ""
        yield f"{words:34}{number(found[name])}{span}"


def _shares(name: str, found: dict[str, Any]) -> str:
    wrong = f"{found['false_positives']:,} ({percent(found['false_positive_rate'])})"
    return f"{name:34}{percent(found['recall']):>8}{percent(found['precision']):>11}{wrong:>20}"


def latency_lines(found: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield how long a verdict takes, by the clock and of the processor; the latter tells more on a busy machine."""
    ends = f"{'p99':>8}{'max':>8}"
    yield f"{'Milliseconds a verdict':28}{'comments':>9}{'p50':>8}{ends}{'of work p50':>14}{ends}"
    for length, times in found.items():
        words = f"up to {int(length):,} characters" if length == "300" else "more than 300"
        clock = "".join(f"{times[name]:>8.2f}" for name in ("p50", "p99", "max"))
        work = "{p50:>14.2f}{p99:>8.2f}{max:>8.2f}".format(**times["work"])
        yield f"{words:28}{times['comments']:>9,}{clock}{work}"


def many(number: int, one: str, more: str) -> str:
    """A number with its word, and what agrees with it."""
    return f"{number:,} {one if number == 1 else more}"


def number(value: float | None) -> str:
    """A figure; a dash where there is none."""
    return "     –" if value is None else f"{value:6.4f}"


def percent(value: float | None) -> str:
    """A share; a dash where there is none."""
    return "–" if value is None else f"{value:.2%}"
