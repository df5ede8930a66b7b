"""Which columns hold what payers wrote. Our references stand there, so a table without a known one is asked about."""

from __future__ import annotations

from collections.abc import Sequence

from ...sentence import bank_says
from ..questions import Answers, Candidate, Question, settled
from .headings import CALLED, COMES_IN, GOES_OUT, plain
from .layout import Layout, Row, columns_of

NONE = "none"
SHOWN = 80  # characters of a text, which are enough to tell one column from another


def text_columns(layout: Layout, entries: Sequence[Row], answers: Answers) -> list[int]:
    """Return the columns that are called so, or the one that was answered. Raises Unsettled."""
    known = columns_of("remittance", layout)
    unknown = [] if known else [place for place, roles in enumerate(layout.known) if not roles]
    samples = {place: text for place in unknown if (text := _sample(place, entries))}
    if not samples:
        return known
    candidates = [Candidate(str(place + 1), f"{layout.headings[place]}: {text}") for place, text in samples.items()]
    candidates.append(Candidate(NONE, words=bank_says("none of them")))
    words = bank_says("Which column is the one for “%(role)s”?", role=CALLED["remittance"])
    told = settled(Question("column remittance", words, tuple(candidates)), answers)
    return [] if told == NONE else [int(told) - 1]


def _sample(place: int, entries: Sequence[Row]) -> str:
    """Return the first text of a column; nothing where it is empty or says which way the money went."""
    cells = list(filter(None, (row[1][place] for row in entries if place < len(row[1]))))
    if all(plain(cell) in GOES_OUT | COMES_IN for cell in cells):
        return ""
    return cells[0][:SHOWN]
