"""Attributions that people marked, as brat's standoff files keep them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """One marked attribution; an end is the code point after the last, and a part may lie in pieces."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Document:
    """A text and what people marked in it."""

    name: str
    text: str
    marked: tuple[Marked, ...]


def documents(folder: Path) -> Iterator[Document]:
    """Read each ``text/NAME.txt`` with its ``attributions/NAME_WHO.ann``; of several the first by name."""
    for path in sorted((folder / "text").glob("*.txt")):
        beside = sorted(
            file for file in (folder / "attributions").glob("*.ann") if file.name.startswith(path.stem + "_")
        )
        if beside:
            yield Document(path.stem, _read(path), tuple(marked(_read(beside[0]))))


def marked(annotations: str) -> Iterator[Marked]:
    """Parse one standoff file; an attribution without a cue is left out."""
    spans: dict[str, Spans] = {}
    events: list[str] = []
    for line in annotations.split("\n"):
        key, _tab, rest = line.partition("\t")
        if key.startswith("T"):
            spans[key] = _spans(rest.partition("\t")[0])
        elif key.startswith("E"):
            events.append(rest)
    for event in events:
        parts: dict[str, Spans] = {}
        for word in event.split():
            role, _colon, key = word.partition(":")
            role = role.rstrip("0123456789")
            parts[role] = parts.get(role, ()) + spans[key]
        if parts.get("Cue"):
            yield Marked(parts.get("Source", ()), parts["Cue"], parts.get("Content", ()))


def _spans(kind_and_places: str) -> Spans:
    places = kind_and_places.partition(" ")[2]
    pairs = (piece.split() for piece in places.split(";"))
    return tuple((int(start), int(end)) for start, end in pairs)


def _read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:  # line ends as they are: offsets count them
        return file.read()
