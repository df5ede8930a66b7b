"""A newsroom's past, made of marked documents: what people marked in one is confirmed before the next is read.

The corpus of local papers keeps the order of its papers and not their names. A run of documents that keep coming back
to one neighbourhood is taken for one paper: what is told of it is what a newsroom may expect that writes of its own
town.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.atlas.gazetteer import Gazetteer, Place

from ..places.containment import inside
from ..places.prior import Document as Earlier
from .corpora import Document, Marked
from .scores import RIGHT_KM, away_km

HOME_KM = 60.0
STRAYING = 2  # documents in a row that may be about somewhere else


def papers(documents: list[Document]) -> list[int]:
    """The number of the paper that each document is of."""
    found = list(range(len(documents)))
    for index in range(len(documents)):
        for before in range(index - 1, max(index - 2 - STRAYING, -1), -1):
            if neighbours(documents[before], documents[index]):
                found[before + 1 : index + 1] = [found[before]] * (index - before)
                break
    return found


def neighbours(one: Document, other: Document) -> bool:
    """Whether two documents name places near each other, at least two of them or half of the shorter's."""
    near = sum(any(away_km(mark, there) <= HOME_KM for there in one.places) for mark in other.places)
    return near >= max(1, min(2, len(other.places) // 2))


def with_past(
    documents: list[Document], gazetteer: Gazetteer
) -> Iterator[tuple[Document, list[Earlier], list[Earlier]]]:
    """Each document, and what was confirmed in those before it: of the same paper, and of others, the oldest first."""
    every = [confirmed(document, gazetteer) for document in documents]
    numbers = papers(documents)
    for index, (document, number) in enumerate(zip(documents, numbers, strict=True)):
        before = list(zip(every[:index], numbers[:index], strict=True))
        yield document, [one for one, of in before if of == number], [one for one, of in before if of != number]


def confirmed(document: Document, gazetteer: Gazetteer) -> Earlier:
    """The marks of a document as an editor would have confirmed them, each name once."""
    marks = {document.text[mark.start : mark.end]: mark for mark in document.places}
    return [(name, meant(name, mark, gazetteer)) for name, mark in marks.items()]


def meant(name: str, mark: Marked, gazetteer: Gazetteer) -> Place:
    """The place that an editor would have chosen: the nearest of this name, the land around it, or a pin of their
    own.
    """
    named = gazetteer.named(name)
    nearest = min(named, key=lambda place: away_km(place, mark), default=None)
    if nearest is not None and away_km(nearest, mark) <= RIGHT_KM:
        return nearest
    pin = Place(f"own:{name}", name, "other", "", "", mark.latitude, mark.longitude)
    return next((place for place in named if inside(place, pin)), pin)
