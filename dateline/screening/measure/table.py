"""Lines as records of cells, in the manner of RFC 4180, with what programs write that do not keep to it.

A quotation mark that is never closed would swallow the rest of the file. So a record may run over so many lines only;
then its marks are taken as letters and reading goes on in its second line.
"""

from __future__ import annotations

import csv
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

MOST_LINES = 200  # of a record
PROBED = 500  # lines by which it is told whether tab-separated cells are quoted

Line = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Record:
    """Cells, in which line they begin, over how many they run, and whether a quotation mark in them is never closed."""

    line: int
    cells: list[str]
    is_unclosed: bool = False
    lines: int = 1


class Feed(Iterator[str]):
    """Lines for one record at a time, which may be put back."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.lines = iter(lines)
        self.waiting: deque[Line] = deque()
        self.taken: list[Line] = []
        self.is_short = False  # the record asked for more than it may have

    def __next__(self) -> str:
        """The next line of the record."""
        if len(self.taken) >= MOST_LINES:
            self.is_short = True
            raise StopIteration
        line = self.waiting.popleft() if self.waiting else next(self.lines, None)
        if line is None:
            self.is_short = bool(self.taken)
            raise StopIteration
        self.taken.append(line)
        return line[1]

    def put_back(self) -> Line:
        """Return the record's first line alone; the others are read again."""
        first, *rest = self.taken
        self.waiting.extendleft(reversed(rest))
        return first


def records(lines: Iterable[Line], separator: str) -> Iterator[Record]:
    """Yield the records of ``lines``, empty lines left out."""
    csv.field_size_limit(sys.maxsize)
    if separator == "\t":
        ahead = iter(lines)
        probe = list(islice(ahead, PROBED))
        lines = chain(probe, ahead)
        if not is_quoted(probe):
            yield from (Record(number, _unquoted(_bare(line))) for number, line in lines if line.strip())
            return
    feed = Feed(lines)
    reader = csv.reader(feed, delimiter=separator)
    while True:
        feed.taken, feed.is_short = [], False
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            feed.is_short = True
        if feed.is_short:
            number, line = feed.put_back()
            yield Record(number, line.rstrip("\n").split(separator), is_unclosed=True)
            reader = csv.reader(feed, delimiter=separator)
        elif cells:
            yield Record(feed.taken[0][0], cells, lines=len(feed.taken))


def is_quoted(probe: list[Line]) -> bool:
    """Whether tab-separated cells are quoted: where they are not, each line has as many tabs as the first."""
    counts = {line.count("\t") for _number, line in probe if line.strip()}
    return len(counts) > 1 and any('"' in line for _number, line in probe)


def _bare(line: str) -> list[str]:
    return line.rstrip("\r\n").split("\t")


def _unquoted(cells: list[str]) -> list[str]:
    """Cells without the quotation marks around them, where those inside are doubled."""
    return [
        cell[1:-1].replace('""', '"')
        if len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in cell[1:-1].replace('""', "")
        else cell
        for cell in cells
    ]
