"""``python -m dateline.reading.measure.dates FOLDER``: how well dates are found and read in TimeML documents.

As in TempEval-3 (UzZaman et al., 2013): a marked span is found strictly where both ends agree and relaxed where they
overlap; value and type F count what is found relaxed and has the right ``value`` or ``type`` as well. The publication
date is the document's ``DCT``; spans without text are left out.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from dateline.reading.dates import read_dates


class Span(NamedTuple):
    """One marked or found time; offsets are code points."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text, when it was published, and the times that people marked in it."""

    name: str
    text: str
    published: date
    marked: tuple[Span, ...]


@dataclass(slots=True)
class Tally:
    """Counts over documents."""

    marked: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    kind: int = 0

    def f(self, right: int) -> float:
        """F1: twice what is right over all that is marked or found."""
        return 2 * right / (self.marked + self.found) if self.marked + self.found else 0.0


def document_of(name: str, source: str) -> Document:
    """Parse one TimeML document: a file of the operator's own."""
    root = ElementTree.fromstring(source)  # noqa: S314
    created = root.find("DCT/TIMEX3")
    body = root.find("TEXT")
    if created is None or body is None:
        raise ValueError(f"{name} has no DCT or no TEXT")
    pieces: list[str] = []
    marked = tuple(_marked(body, pieces))
    return Document(name, "".join(pieces), date.fromisoformat(created.attrib["value"][:10]), marked)


def _marked(node: ElementTree.Element, pieces: list[str]) -> Iterator[Span]:
    """Yield the times below a node, while its text is added to ``pieces``."""
    start = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        yield from _marked(child, pieces)
        pieces.append(child.tail or "")
    end = sum(map(len, pieces))
    if node.tag == "TIMEX3" and end > start:
        yield Span(start, end, node.attrib["type"], node.attrib["value"])


def pairs(marked: Sequence[Span], found: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Each marked span with the first found one, not yet taken, that overlaps it."""
    left = list(found)
    for span in marked:
        other = next((each for each in left if each.start < span.end and span.start < each.end), None)
        if other is not None:
            left.remove(other)
            yield span, other


def add(tally: Tally, marked: Sequence[Span], found: Sequence[Span]) -> None:
    """Count one document."""
    tally.marked += len(marked)
    tally.found += len(found)
    for span, other in pairs(marked, found):
        tally.relaxed += 1
        tally.strict += span[:2] == other[:2]
        tally.value += span.value == other.value
        tally.kind += span.kind == other.kind


def found_in(document: Document) -> list[Span]:
    """What is read from a document, as spans."""
    mentions = read_dates(document.text, document.published)
    return [Span(each.start, each.end, each.kind, each.value) for each in mentions]


def documents_in(folder: Path) -> list[Document]:
    """Every TimeML document of a folder, by name."""
    return [document_of(path.name, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.tml"))]


def tally_of(documents: Iterable[Document]) -> Tally:
    """Read all documents and count."""
    tally = Tally()
    for document in documents:
        add(tally, document.marked, found_in(document))
    return tally


def line_of(name: str, tally: Tally) -> str:
    """One row of figures."""
    shares = [tally.f(right) for right in (tally.strict, tally.relaxed, tally.value, tally.kind)]
    return f"{name:12}{tally.marked:8}{tally.found:8}" + "".join(f"{share:9.3f}" for share in shares)


def lines_of(documents: Sequence[Document]) -> Iterator[str]:
    """Figures of every other document, of the rest, and of all; then how long reading takes."""
    yield f"{'documents':12}{'marked':>8}{'found':>8}{'strict':>9}{'relaxed':>9}{'value':>9}{'type':>9}"
    for name, part in (("odd", documents[0::2]), ("even", documents[1::2]), ("all", documents)):
        yield line_of(name, tally_of(part))
    words = sum(len(document.text.split()) for document in documents)
    began = time.process_time()
    for document in documents:
        read_dates(document.text, document.published)
    spent = time.process_time() - began
    yield f"{spent * 1_000_000 / words:.2f} ms of a processor for 1,000 words, over {words:,} words"


def mistakes_of(documents: Iterable[Document]) -> Iterator[str]:
    """What was missed, found for nothing, or read as another value, one a line with its surroundings."""
    for document in documents:
        found = found_in(document)
        matched = list(pairs(document.marked, found))
        for span, other in matched:
            if span.value != other.value or span[:2] != other[:2]:
                yield _told("read", document, other, span)
        for span in set(document.marked) - {span for span, _ in matched}:
            yield _told("missed", document, None, span)
        for other in set(found) - {other for _, other in matched}:
            yield _told("extra", document, other, None)


def _told(what: str, document: Document, found: Span | None, marked: Span | None) -> str:
    """A mistake with the words around it."""
    spans = [span for span in (found, marked) if span is not None]
    around = document.text[max(0, spans[0].start - 50) : spans[0].end + 50]
    told = [f"{document.text[span.start : span.end]!r} {span.kind} {span.value}" for span in spans]
    return " | ".join([what, document.name, str(document.published), *told, " ".join(around.split())])


def main(arguments: Sequence[str]) -> int:
    """Print the figures, or with ``--mistakes`` what is wrong in every other document."""
    parser = argparse.ArgumentParser("python -m dateline.reading.measure.dates")
    parser.add_argument("folder", type=Path, help="of .tml files")
    parser.add_argument("--mistakes", choices=("odd", "even"), help="list what is wrong in this half")
    wanted = parser.parse_args(arguments)
    documents = documents_in(wanted.folder)
    if not documents:
        sys.stderr.write(f"No .tml files lie in {wanted.folder}.\n")
        return 1
    half = documents[wanted.mistakes == "even" :: 2]
    lines = mistakes_of(half) if wanted.mistakes else lines_of(documents)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
