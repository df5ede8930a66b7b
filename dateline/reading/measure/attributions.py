"""``python -m dateline.reading.measure.attributions FOLDER``: how well it is found who says what.

FOLDER holds ``text/`` and ``attributions/`` in brat's format. Each found attribution is paired with at most one marked
one whose cue it overlaps. A source or content is right by overlap, or exactly, only in such a pair, and counts against
all that is found (precision) and all that is marked (recall).
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.reading.attribution import Attribution, find_attributions
from dateline.reading.words import Words

from .brat import Document, Marked, Spans, documents

MEASURES = ("cue", "source", "source exact", "content", "content exact")


@dataclass(slots=True)
class Tally:
    """Counts over documents."""

    found: int = 0
    marked: int = 0
    words: int = 0
    seconds: float = 0.0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MEASURES, 0))

    def precision(self, what: str) -> float:
        """The share of the found that is right."""
        return self.right[what] / self.found if self.found else 0.0

    def recall(self, what: str) -> float:
        """The share of the marked that is found right."""
        return self.right[what] / self.marked if self.marked else 0.0

    def f(self, what: str) -> float:
        """The harmonic mean of both."""
        both = self.found + self.marked
        return 2 * self.right[what] / both if both else 0.0


def overlaps(one: tuple[int, int] | None, others: Spans) -> bool:
    """Whether a span shares a code point with any of the others."""
    return one is not None and any(one[0] < end and start < one[1] for start, end in others)


def outline(spans: Spans) -> tuple[int, int] | None:
    """From the first code point to the last."""
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else None


def pairs(found: Iterable[Attribution], marked: Iterable[Marked]) -> Iterator[tuple[Attribution, Marked]]:
    """Pair what is found with what is marked by cue, each at most once, in the order of the text."""
    left = sorted(marked, key=lambda one: one.cue)
    for attribution in found:
        partner = next((one for one in left if overlaps(attribution.cue, one.cue)), None)
        if partner:
            left.remove(partner)
            yield attribution, partner


def count(tally: Tally, found: Sequence[Attribution], marked: Sequence[Marked]) -> None:
    """Add one document to the tally."""
    tally.found += len(found)
    tally.marked += len(marked)
    for ours, theirs in pairs(found, marked):
        tally.right["cue"] += 1
        tally.right["source"] += overlaps(ours.source, theirs.source) or not (ours.source or theirs.source)
        tally.right["source exact"] += ours.source == outline(theirs.source)
        tally.right["content"] += overlaps(ours.content, theirs.content)
        tally.right["content exact"] += ours.content == outline(theirs.content)


def measure(texts: Iterable[Document]) -> Tally:
    """Read all documents and compare."""
    tally = Tally()
    for document in texts:
        started = time.process_time()
        words = Words(document.text)
        found = find_attributions(words)
        tally.seconds += time.process_time() - started
        tally.words += len(words)
        count(tally, found, document.marked)
    return tally


def table(tally: Tally) -> str:
    """The figures as a person reads them."""
    rows = [
        f"{tally.marked} marked, {tally.found} found, {1e6 * tally.seconds / (tally.words or 1):.2f} ms per 1,000 words"
    ]
    rows += [
        f"  {what:14} P {tally.precision(what):.3f}  R {tally.recall(what):.3f}  F {tally.f(what):.3f}"
        for what in MEASURES
    ]
    return "\n".join(rows)


def main(arguments: Sequence[str]) -> int:
    """Print the figures for odd, even and all documents: rules are tuned on the odd ones."""
    options = argparse.ArgumentParser(prog="measure.attributions", description=(__doc__ or "").split("\n")[0])
    options.add_argument("folder", type=Path)
    texts = list(documents(options.parse_args(arguments).folder))
    for name, some in (("odd", texts[::2]), ("even", texts[1::2]), ("all", texts)):
        sys.stdout.write(f"{name}: {table(measure(some))}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
