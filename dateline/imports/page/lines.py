"""The lines of a dump, and a ledger in which each of them ends up exactly once."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..record import Fate, LineFate

TAB = 4
UNSEEN_AT_START = "\ufeff\u200e\u200f\u202a\u202b\u2066\u2067\u2068"
BULLET = re.compile(r"[•◦‣▪●○·∙*\-–]\s+(?P<name>\S.*)")


@dataclass(frozen=True, slots=True)
class Line:
    """``indent`` in columns, a tab reaching to the next multiple of four; ``words`` without blanks at either end."""

    number: int
    raw: str
    indent: int
    words: str

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to read."""
        return not self.words

    @property
    def bulleted(self) -> str:
        """What stands after the bullet; empty for a line without one."""
        match = BULLET.fullmatch(self.words)
        return match["name"] if match else ""

    def after(self, column: int) -> str:
        """Return the words with what indentation they have beyond ``column``."""
        return " " * max(0, self.indent - column) + self.words


def split_lines(text: str) -> list[Line]:
    """Return the lines of ``text``, whichever way they end. A newline at the very end begins no line."""
    raws = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if raws and not raws[-1]:
        raws.pop()
    return [line_of(number, raw) for number, raw in enumerate(raws, 1)]


def line_of(number: int, raw: str) -> Line:
    """Measure one line. Direction marks before the first letter are not seen and take no column."""
    seen = raw.lstrip(UNSEEN_AT_START)
    words = seen.strip(" \t\u00a0\u3000\x0b\x0c" + UNSEEN_AT_START)
    blanks = seen[: seen.index(words)] if words else ""
    columns = blanks.translate(dict.fromkeys(map(ord, UNSEEN_AT_START))).expandtabs(TAB)
    return Line(number, raw, len(columns), words)


class Ledger:
    """What became of each line. A line told about twice is a mistake in the reader; one not told about is unplaced."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.entries: dict[int, tuple[Fate, str]] = {}

    def place(self, line: Line, what: str) -> None:
        """Write down that ``line`` became part of ``what``."""
        self.enter(line, Fate.PLACED, what)

    def drop(self, line: Line, why: str) -> None:
        """Write down that ``line`` is left out, and why."""
        self.enter(line, Fate.DROPPED, why)

    def unplaced(self, line: Line, why: str) -> None:
        """Write down that we do not know what ``line`` is."""
        self.enter(line, Fate.UNPLACED, why)

    def enter(self, line: Line, fate: Fate, why: str) -> None:
        """Enter a line, once."""
        if line.number in self.entries:
            raise ValueError(f"Line {line.number} was entered twice: {self.entries[line.number][1]} and {why}.")
        self.entries[line.number] = (fate, why)

    def is_placed(self, line: Line) -> bool:
        """Return whether ``line`` became part of something."""
        return self.entries.get(line.number, (None, ""))[0] is Fate.PLACED

    def fates(self) -> list[LineFate]:
        """Return one entry for every line of the source, in order."""
        return [self.fate_of(line) for line in self.lines]

    def fate_of(self, line: Line) -> LineFate:
        """Return the entry of ``line``."""
        otherwise = (Fate.BLANK, "") if line.is_blank else (Fate.UNPLACED, "nothing told what it is")
        fate, why = self.entries.get(line.number, otherwise)
        return LineFate(line.number, fate, why, line.raw)
