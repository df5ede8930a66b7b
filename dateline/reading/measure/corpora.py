"""Marked texts for the measuring of places: one JSON document a line, with its text and its toponyms."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

CORPORA = ("lgl", "geowebnews", "tr-news", "geovirus")


@dataclass(frozen=True, slots=True)
class Marked:
    """A place that a person marked, and where it lies."""

    start: int
    end: int
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Document:
    """A marked text; ``number`` counts those of its corpus from nought."""

    corpus: str
    number: int
    text: str
    places: tuple[Marked, ...]


def documents(folder: Path, half: str = "all") -> list[Document]:
    """The documents of all corpora that lie in a folder: all, or every second one ("even" begins with the first)."""
    found = []
    for corpus in CORPORA:
        for path in sorted(folder.glob(f"{corpus}*.jsonl")):
            with path.open(encoding="utf-8") as lines:
                found += [document(corpus, number, json.loads(line)) for number, line in enumerate(lines)]
    wanted = {"all": (0, 1), "even": (0,), "odd": (1,)}[half]
    return [one for one in found if one.number % 2 in wanted]


def document(corpus: str, number: int, row: dict) -> Document:
    """A document from a line; marks without a place are left out."""
    marks = [
        Marked(one["start"], one["end"], one["lat"], one["lon"]) for one in row["toponyms"] if one["lat"] is not None
    ]
    return Document(corpus, number, row["text"], tuple(marks))
