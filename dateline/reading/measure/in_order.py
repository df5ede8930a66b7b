"""Local papers in their order, with the names given: where they lie, without and with what was confirmed before.

Of a newsroom that keeps its subjects apart, a paper is one situation: what was confirmed in it comes first, and of the
other papers' placements the names are remembered, as at the claims desk.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.atlas.gazetteer import Gazetteer, Place

from ..places.containment import cue, links
from ..places.find import settled
from ..places.model import Model
from ..places.prior import Document as Earlier
from ..places.prior import Prior, Shadowed
from ..places.resolve import Hints, names, resolve
from ..places.spans import Span, spans
from ..words import Words
from .corpora import Document, Marked
from .past import with_past
from .scores import RIGHT_KM, away_km

Past = Callable[[Sequence[Earlier], Sequence[Earlier]], Prior]
PASTS: tuple[tuple[str, int, Past], ...] = (
    ("all before, as one", 0, lambda paper, others: Prior.of([*others, *paper])),
    ("all before, by paper", 0, Prior.of),
    ("by paper, of it 1+", 1, Prior.of),
    ("by paper, of it 3+", 3, Prior.of),
)
HEADINGS = f"{'names given':24}{'marked':>7}{'without':>9}{'with':>7}{'confirmed':>11}{'without':>9}{'with':>7}\n"


@dataclass(slots=True)
class Tally:
    """Names given, and how many were placed right."""

    given: int = 0
    without: int = 0
    after: int = 0

    def add(self, mark: Marked, without: Place | None, after: Place | None) -> None:
        """Count one name."""
        self.given += 1
        self.without += right(mark, without)
        self.after += right(mark, after)

    def told(self) -> str:
        """Accuracy without and with what was confirmed, of all that were given."""
        return f"{self.without / max(self.given, 1):9.3f}{self.after / max(self.given, 1):7.3f}"


def told(papers: list[Document], gazetteer: Gazetteer, model: Callable[[Document], Model]) -> str:
    """Acc@161 of all names given, and of those that were confirmed in an earlier document."""
    return HEADINGS + "".join(line(name, *scored(papers, gazetteer, model, least, past)) for name, least, past in PASTS)


def scored(
    papers: list[Document], gazetteer: Gazetteer, model: Callable[[Document], Model], least: int, past: Past
) -> tuple[Tally, Tally]:
    """Count all names of documents with so many of the same paper before them, and those that were confirmed."""
    every, known = Tally(), Tally()
    for document, paper, others in with_past(papers, gazetteer):
        if len(paper) < least:
            continue
        prior = past(paper, others)
        without, after = (
            given(document, gazetteer, None, model(document)),
            given(document, gazetteer, prior, model(document)),
        )
        for mark in document.places:
            at = mark.start, mark.end
            every.add(mark, without.get(at), after.get(at))
            if prior.knows(document.text[mark.start : mark.end]):
                known.add(mark, without.get(at), after.get(at))
    return every, known


def line(name: str, every: Tally, known: Tally) -> str:
    """One row of the table."""
    return f"{name:24}{every.given:7}{every.told()}{known.given:11}{known.told()}\n"


def right(mark: Marked, place: Place | None) -> bool:
    """Whether a name was placed, and near enough; one that was not placed is wrong."""
    return place is not None and away_km(place, mark) <= RIGHT_KM


def given(document: Document, gazetteer: Gazetteer, prior: Prior | None, model: Model) -> dict[tuple[int, int], Place]:
    """Where the marked names of a document lie, resolved as reading does once it has found them."""
    prior = prior if prior is not None and prior.placed else None
    known = Shadowed(gazetteer, prior) if prior is not None else gazetteer
    words = Words(document.text)
    chosen = sorted(marked(document, words, known), key=lambda span: span.first)
    of_chosen = names(chosen, [cue(words, span) for span in chosen], links(words, chosen))
    resolve(list(dict.fromkeys(of_chosen)), model.candidates_with(prior), Hints(prior=prior))
    places = settled(words, chosen, of_chosen)
    return {(span.start, span.end): place for span, place in zip(chosen, places, strict=True)}


def marked(document: Document, words: Words, gazetteer: Gazetteer | Shadowed) -> list[Span]:
    """The marked names that the gazetteer, or somebody who confirmed, knows; each as surely a name of a place."""
    found = {(span.start, span.end): span for span in spans(words, gazetteer)}
    of_marks = [
        found.get(at) or span_at(words, *at, gazetteer) for at in {(one.start, one.end) for one in document.places}
    ]
    for span in of_marks:
        span.chance = 1.0
    return [span for span in of_marks if span.places]


def span_at(words: Words, start: int, end: int, gazetteer: Gazetteer | Shadowed) -> Span:
    """The words that begin and end there, or that are cut there."""
    name = words.text[start:end]
    first, last = bisect_right(words.ends, start), bisect_left(words.starts, end) - 1
    return Span(first, max(first, last), start, end, name, gazetteer.named(name))
