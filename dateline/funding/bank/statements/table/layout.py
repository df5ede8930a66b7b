"""How a table is laid out: its encoding, its separator, which row has the headings, and what each column is."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...sentence import bank_says
from ..questions import Answers, Candidate, Question, settled
from ..statement import UnreadableStatement
from .headings import CALLED, roles_of
from .letters import decodings

SEPARATORS = {
    ";": bank_says("semicolon (;)"),
    ",": bank_says("comma (,)"),
    "\t": bank_says("tab"),
    "|": bank_says("bar (|)"),
}
LOOKED_AT = 64 * 1024  # characters in which the headings must stand
ROWS_BEFORE = 40  # what banks write above the headings: account, owner, period
MAX_COLUMNS = 200
Row = tuple[int, list[str]]  # its line in the file, its cells


@dataclass(frozen=True)
class Layout:
    """A way to read the file as a table. ``known`` has each column's possible roles, with the languages of its name."""

    encoding: str
    separator: str
    text: str
    line: int
    headings: tuple[str, ...]
    known: tuple[dict[str, set[str]], ...]

    @property
    def score(self) -> int:
        """How many columns have a name that we know."""
        return sum(map(bool, self.known))

    @property
    def languages(self) -> set[str]:
        """The languages in which most names are known."""
        counts = Counter(language for roles in self.known for language in set().union(*roles.values()))
        return {language for language, count in counts.items() if count == max(counts.values())}


def find_layout(data: bytes, answers: Answers) -> Layout:
    """Return the layout that fits. Raises UnreadableStatement where none does, Unsettled where several do."""
    found = [
        layout
        for encoding, text in decodings(data).items()
        for separator in SEPARATORS
        if (layout := _layout(encoding, text, separator))
    ]
    if not found:
        raise UnreadableStatement(
            "No row names a date and an amount (in English, German, French, Spanish, Ukrainian or Arabic), so this is"
            " no statement as CSV. Its first line: “%(line)s”.",
            line=next(iter(decodings(data).values())).strip().splitlines()[0][:80],
        )
    best = max(layout.score for layout in found)
    found = [layout for layout in found if layout.score == best]
    separator = settled(_ask_separator(found), answers)
    found = [layout for layout in found if layout.separator == separator]
    if found[0].languages <= {"de", "fr", "es"}:
        found = [layout for layout in found if layout.encoding == "cp1252"] or found
    encoding = settled(_ask_encoding(found), answers)
    return next(layout for layout in found if layout.encoding == encoding)


def rows(text: str, separator: str) -> Iterator[Row]:
    """Yield the rows that are not blank. Raises UnreadableStatement."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    line = 1
    try:
        for cells in reader:
            if len(cells) > MAX_COLUMNS:
                raise UnreadableStatement("Line %(line)s: more than %(most)s columns.", line=line, most=MAX_COLUMNS)
            if any(cell.strip() for cell in cells):
                yield line, [cell.strip() for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableStatement("Line %(line)s: this row cannot be read.", line=line) from error


def column_of(role: str, layout: Layout, answers: Answers) -> int | None:
    """Return the only column of a role, or None. Raises Unsettled where two columns have such a name."""
    places = columns_of(role, layout)
    if not places:
        return None
    candidates = tuple(Candidate(str(place + 1), layout.headings[place]) for place in places)
    words = bank_says("Which column is the one for “%(role)s”?", role=CALLED[role])
    return int(settled(Question(f"column {role}", words, candidates), answers)) - 1


def columns_of(role: str, layout: Layout) -> list[int]:
    """Return every column whose name may mean a role."""
    return [place for place, roles in enumerate(layout.known) if role in roles]


def _layout(encoding: str, text: str, separator: str) -> Layout | None:
    """Return the layout with this separator, if a row among the first names a date and an amount."""
    try:
        for number, (line, cells) in enumerate(rows(text[:LOOKED_AT], separator)):
            known = tuple(map(roles_of, cells))
            if _names_enough(known):
                return Layout(encoding, separator, text, line, tuple(cells), known)
            if number >= ROWS_BEFORE:
                break
    except UnreadableStatement:
        return None  # not with this separator
    return None


def _names_enough(known: Sequence[dict[str, set[str]]]) -> bool:
    roles = set().union(*known) if known else set()
    return bool({"booked", "value"} & roles and ("amount" in roles or {"debit", "credit"} <= roles))


def _ask_separator(found: Sequence[Layout]) -> Question:
    separators = dict.fromkeys(layout.separator for layout in found)
    candidates = tuple(Candidate(separator, words=SEPARATORS[separator]) for separator in separators)
    return Question("separator", bank_says("Which sign stands between the columns?"), candidates)


def _ask_encoding(found: Sequence[Layout]) -> Question:
    """Ask which letters are right, with the first line that has any beyond ASCII."""
    candidates = []
    for layout in found:
        telling = next((line for line in layout.text.splitlines() if not line.isascii()), "")
        candidates.append(Candidate(layout.encoding, telling.strip()[:120]))
    return Question("encoding", bank_says("In which of these are the letters right?"), tuple(candidates))
