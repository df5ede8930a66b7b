"""The figures of a folder in tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .printing import few_words_lines, latency_lines, number, percent


def lines_of(result: dict[str, Any]) -> Iterator[str]:
    """Yield all tables."""
    yield f"{result['path']}: comments that no head has learned from, model {result['model']}"
    yield ""
    yield from _sets(result["sets"])
    yield ""
    if result["spans"]:
        yield f"Places pointed at, F1 by letters over {result['spans']['posts']:,} posts: {result['spans']['f1']:.4f}"
        yield ""
    yield from _mentions(result["mentions"])
    yield from _disguises(result["disguises"])
    yield ""
    yield from latency_lines(result["latency_ms"])
    yield ""
    yield from (f"Left out: {name}: {why}." for name, why in result["skipped"].items())
    if result["unknown"]:
        yield f"Not known here: {', '.join(result['unknown'])}."


def _sets(sets: list[dict[str, Any]]) -> Iterator[str]:
    names = ("rows", "positive", "ROC-AUC", "av. prec.", "R at 1 %")
    yield f"{'':25}{''.join(f'{name:>10}' for name in names)}{'the head alone':>18}{'all checks':>18}{'calibr.':>9}"
    shares = f"{'recall':>9}{'wrong':>9}"
    yield f"{'':25}{'':>50}{shares}{shares}{'error':>9}"
    for each in sets:
        ranked = "".join(
            f"{number(each[name]):>10}" for name in ("roc_auc", "average_precision", "recall_at_1_percent")
        )
        spoke = "".join(
            f"{percent(each[who]['holds'][what]):>9}"
            for who in ("head", "policy")
            for what in ("recall", "false_positive_rate")
        )
        error = number(each.get("calibration_error"))
        name = f"{each['set']} {each['measured']}"
        yield f"{name:25}{each['rows']:>10,}{each['positives']:>10,}{ranked}{spoke}{error:>9}"
    yield from few_words_lines(sets)


def _mentions(mentions: dict[str, dict[str, Any]]) -> Iterator[str]:
    for name, found in mentions.items():
        what = "are written as a dialect is" if "dialect" in name else "name a group of people"
        counts = f"{found['with_a_term']:,} {what}, {found['without']:,} do not"
        yield f"Clean comments of “{name}”: {counts}."
        for rate, words in (("default", "at what ships"), ("5_percent", "where 5 % are held")):
            shares = found[rate]
            ratio = "–" if shares["ratio"] is None else f"{shares['ratio']:.2f}"
            there, absent = percent(shares["held_with_a_term"]), percent(shares["held_without"])
            yield f"  held {words}: {there} of those that do, {absent} of the others, ratio {ratio}"
        if found["worst_terms"]:
            worst = (f"{term} {each['held']} of {each['clean']}" for term, each in found["worst_terms"].items())
            yield f"  held most with: {', '.join(worst)}"
        yield ""


def _disguises(found: dict[str, Any]) -> Iterator[str]:
    texts = ", ".join(f"{count} {kind}" for kind, count in found["texts"].items())
    yield f"Of texts that are held as they are ({texts}), still held in disguise (* a disguise that was learned from):"
    for name, row in sorted(found["kinds"].items(), key=lambda each: min(_shares(each[1]).values(), default=0)):
        shares = "".join(f"{kind:>8}{percent(share):>9}" for kind, share in _shares(row).items())
        yield f"  {name + ('*' if row['learned'] else ''):24}{shares}"
    yield f"  all that were learned from {found['held_learned']:.1%}, all others {found['held_unseen']:.1%}"


def _shares(row: dict[str, Any]) -> dict[str, float]:
    return {kind: share for kind, share in row.items() if kind != "learned"}
