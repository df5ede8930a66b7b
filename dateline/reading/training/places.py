"""Learn the weights of ``places/weights/places.json`` from marked texts.

    python -m dateline.reading.training.places DATA_DIR [--half odd] [--out FILE]

Nothing of the texts is written: only what each kind of evidence is worth. In every step the chances that the next one
sees are those of a model that did not learn from the same document.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from typing import Any

from dateline.atlas.gazetteer import Gazetteer

from ..measure.corpora import Document, Marked, documents
from ..measure.past import with_past
from ..measure.scores import RIGHT_KM, away_km
from ..places.containment import cue, links
from ..places.context import Rest, context, past
from ..places.find import LIKELY, apart, gathered, hopeful, nameless
from ..places.model import chance, odds, shipped_path
from ..places.prior import Prior, Shadowed
from ..places.resolve import Hints, Name, count, names, prepare, resolve, together
from ..places.spans import Span
from ..words import Words
from . import sparse

FOLDS = 5
SPAN_PENALTY, PLACE_PENALTY = 4.0, 0.5
CONFIRMED = (
    3.0  # what an editor's word is worth at least: papers, that seldom write of two places of one name, cannot tell
)
TURNS = 3  # of learning the weights of candidates anew with the votes that the last ones gave
WITH_PAST = "lgl"  # the corpus whose documents follow each other by outlet

Weights = dict[str, float]


@dataclass(slots=True)
class Lesson:
    """A document, its spans, which of them are marked, and the names of those that have a vote."""

    document: Document
    words: Words
    spans: list[Span]
    marked: list[Marked | None]
    hints: Hints = field(default_factory=Hints)
    chosen: list[Span] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    placed: dict[int, Name] = field(default_factory=dict)


def lesson(document: Document, gazetteer: Gazetteer | Shadowed, hints: Hints) -> Lesson:
    """A document with its spans and their evidence."""
    words = Words(document.text)
    found = gathered(words, gazetteer)
    marks = {(one.start, one.end): one for one in document.places}
    return Lesson(document, words, found, [marks.get((span.start, span.end)) for span in found], hints)


def learn(plain: list[Lesson], continued: list[Lesson]) -> dict[str, Any]:
    """All weights: those of a text by itself, and those of one that a newsroom wrote after others."""
    first = crossed(plain)
    weights = placed(plain)
    second = crossed(plain)
    for one in continued:
        for span in one.spans:
            span.chance = chance(span.features, first)
    after = placed(continued)
    after["together"]["confirmed"] = max(after["together"].get("confirmed", 0.0), CONFIRMED)
    for one in continued:
        for span in one.spans:
            span.chance = chance(span.features, second)
    return {
        "first": first,
        "second": second,
        "candidates": weights,
        "candidates after others": after,
        "after others": told_by_past(continued),
        "sure": sureness(plain),
    }


def placed(lessons: list[Lesson]) -> dict[str, Weights]:
    """Weights of candidates; then every span is told what the rest of its document says of it."""
    for one in lessons:
        choose(one)
    weights = candidates(lessons)
    for one in lessons:
        look_again(one, weights)
    return weights


def told_by_past(lessons: list[Lesson]) -> Weights:
    """What the past adds to the chance of a span."""
    rows = [(past(span, one.placed[id(span)]), mark is not None)
            for one in lessons for span, mark in zip(one.spans, one.marked, strict=True)]  # fmt: skip
    return sparse.weighted([row for row, _ in rows], [right for _, right in rows], PLACE_PENALTY)


def crossed(lessons: list[Lesson]) -> Weights:
    """Weights from all spans; each span is given the chance that it has by weights from other documents."""
    rows = [(number % FOLDS, span, mark is not None) for number, one in enumerate(lessons)
            for span, mark in zip(one.spans, one.marked, strict=True)]  # fmt: skip
    for fold in range(FOLDS):
        others = [(span.features, right) for group, span, right in rows if group != fold]
        weights = sparse.yes_or_no([row for row, _ in others], [right for _, right in others], SPAN_PENALTY)
        for group, span, _right in rows:
            if group == fold:
                span.chance = chance(span.features, weights)
    return sparse.yes_or_no([span.features for _, span, _ in rows], [right for *_, right in rows], SPAN_PENALTY)


def choose(one: Lesson) -> None:
    """Keep the spans that are worth a second look, and give those that are likely their names."""
    worth = {id(span) for span in hopeful(one.spans)}
    kept = [(span, mark) for span, mark in zip(one.spans, one.marked, strict=True) if id(span) in worth]
    one.spans, one.marked = [span for span, _ in kept], [mark for _, mark in kept]
    one.chosen = apart(one.spans, LIKELY)
    of_chosen = names(one.chosen, [cue(one.words, span) for span in one.chosen], links(one.words, one.chosen))
    one.placed = {id(span): name for span, name in zip(one.chosen, of_chosen, strict=True)}
    one.names = list(dict.fromkeys(of_chosen))
    prepare(one.names, one.hints)


def candidates(lessons: list[Lesson]) -> dict[str, Weights]:
    """Weights of candidates, alone and with the votes of the rest."""
    weights = {"alone": fitted(lessons, lambda one: {id(name): name.told for name in one.names}), "together": {}}
    for one in lessons:
        for name in one.names:
            name.settle(name.told, weights["alone"])
    for _turn in range(TURNS):
        weights["together"] = fitted(lessons, with_votes)
        for one in lessons:
            resolve(one.names, weights, one.hints)
    return weights


def with_votes(one: Lesson) -> dict[int, list[dict[str, float]]]:
    """What is known of the candidates of each name, with the votes as they are."""
    votes = count(one.names)
    return {id(name): together(name, votes) for name in one.names}


def fitted(lessons: list[Lesson], told: Callable[[Lesson], dict[int, list[dict[str, float]]]]) -> Weights:
    """Weights under which the right candidates of marked names get the most."""
    groups, right, often = [], [], []
    for one in lessons:
        known = told(one)
        for name, (mark, times) in marked_names(one).items():
            hits = [away_km(place, mark) <= RIGHT_KM for place in name.places]
            if any(hits) and not all(hits):
                groups.append(known[id(name)])
                right.append(hits)
                often.append(sqrt(times))
    return sparse.one_of(groups, right, often, PLACE_PENALTY)


def marked_names(one: Lesson) -> dict[Name, tuple[Marked, int]]:
    """The names of marked spans, where they lie, and how many spans they are."""
    found: dict[Name, tuple[Marked, int]] = {}
    for span, mark in zip(one.spans, one.marked, strict=True):
        name = one.placed.get(id(span))
        if mark and name:
            known, times = found.get(name, (mark, 0))
            found[name] = known, times + 1
    return found


def look_again(one: Lesson, weights: dict[str, Weights]) -> None:
    """Add to each span what the rest of its document says of it."""
    votes, rest = count(one.names), Rest(one.words, one.spans, one.chosen)
    for span in one.spans:
        name = one.placed.get(id(span)) or nameless(span, one.hints)
        one.placed[id(span)] = name
        span.features += context(span, name, rest, votes, weights["together"])


def sureness(lessons: list[Lesson]) -> Weights:
    """How likely the best candidate of a marked name is right, from its share and its lead."""
    rows, right = [], []
    for one in lessons:
        for span, mark in zip(one.spans, one.marked, strict=True):
            name = one.placed[id(span)]
            if mark:
                best, *others = sorted(name.shares, reverse=True)
                rows.append(odds(best, others[0] if others else 0.0))
                right.append(away_km(name.place, mark) <= RIGHT_KM)
    return sparse.weighted(rows, right, PLACE_PENALTY)


def plain_lessons(marked: list[Document], gazetteer: Gazetteer) -> list[Lesson]:
    """Every document by itself."""
    return [lesson(one, gazetteer, Hints()) for one in marked]


def lessons_with_past(marked: list[Document], gazetteer: Gazetteer) -> list[Lesson]:
    """The documents that papers wrote one after another, with the marks of those before as what was confirmed."""
    found = []
    in_order = [one for one in marked if one.corpus == WITH_PAST]
    for one, paper, _others in with_past(in_order, gazetteer):
        before = Prior.of(paper)
        found.append(lesson(one, Shadowed(gazetteer, before), Hints(prior=before)))
    return found


def learnt(marked: list[Document], gazetteer: Gazetteer) -> dict[str, Any]:
    """All weights, from marked documents."""
    return learn(plain_lessons(marked, gazetteer), lessons_with_past(marked, gazetteer))


def main() -> None:
    """Read the arguments, learn, write."""
    parser = argparse.ArgumentParser(prog="python -m dateline.reading.training.places", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--half", choices=("all", "odd", "even"), default="all")
    parser.add_argument("--out", type=Path, default=shipped_path())
    asked = parser.parse_args()
    weights = learnt(documents(asked.data, asked.half), Gazetteer.open())
    asked.out.write_text(json.dumps(weights, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
