"""Files of comments as rows: CSV, tab-separated, JSON lines, a JSON list or a comment a line; by gzip or not.

What is wrong with a line is told with its number; the lines after it are read.
"""

from __future__ import annotations

import codecs
import gzip
import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any, Literal, cast

from .encoded import PEEKED, is_wide, recoded, unlike_text
from .guesses import is_data
from .table import records
from .troubles import Troubles

Kind = Literal["csv", "jsonl", "json", "lines"]
Cells = dict[str, Any]
LONGEST_LINE = 1 << 20  # bytes; what is longer is no comment
NAMES: dict[str, tuple[Kind, str]] = {
    ".csv": ("csv", ""), ".tsv": ("csv", "\t"), ".tab": ("csv", "\t"),
    ".jsonl": ("jsonl", ""), ".ndjson": ("jsonl", ""), ".json": ("json", ""),
}  # fmt: skip
SEPARATORS = "\t;,|"
OTHERS = {
    b"PAR1": "Parquet",
    b"PK\x03\x04": "zip",
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
    b"SQLi": "SQLite",
    b"%PDF": "PDF",
}


class Unreadable(Exception):
    """Something cannot be read or is not as it was said to be; the words say what to do."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a file is to be read. ``kind`` empty: by its name and its first line. ``separator`` empty: what the first
    line has most of. Without ``header`` columns are called 1, 2 and so on; None looks whether the first line is one.
    ``encoding`` empty: UTF-8."""

    kind: Kind | Literal[""] = ""
    separator: str = ""
    header: bool | None = None
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in the record that begins in line ``line``: cells by column, or what is wrong with it.

    ``is_garbled`` says that some of it is not in the encoding, and stands as “\ufffd” in the cells.
    """

    line: int
    cells: Cells = field(default_factory=dict)
    fault: str = ""
    is_garbled: bool = False


@contextmanager
def opened(path: str) -> Iterator[io.BufferedReader]:
    """Open a file, or standard input for ``-``; raises Unreadable."""
    if path == "-":
        yield cast("io.BufferedReader", sys.stdin.buffer)
        return
    try:
        raw = Path(path).open("rb")  # noqa: SIM115 - closed below
    except OSError as problem:
        raise Unreadable(f"{path} cannot be read: {problem.strerror}.") from problem
    with raw:
        start = raw.peek(8)[:8]
        for magic, name in OTHERS.items():
            if start.startswith(magic):
                raise Unreadable(f"{path} is {name}, which is not read here. Give CSV, TSV or JSON lines (.gz, too).")
        packed = start.startswith(b"\x1f\x8b")
        yield cast("io.BufferedReader", gzip.GzipFile(fileobj=raw)) if packed else raw


def rows_of(path: str, form: Form, troubles: Troubles) -> Iterator[Row]:
    """Yield the rows of a file one by one, in constant memory (a JSON list apart); raises Unreadable."""
    try:
        with opened(path) as file:
            yield from _rows(*_plain(file, path, form, troubles), path, troubles)
    except (OSError, EOFError) as problem:
        if isinstance(problem, BrokenPipeError):
            raise
        raise Unreadable(f"{path} cannot be read to its end: {problem}") from problem
    except UnicodeError as problem:
        raise Unreadable(f"{path} is not “{form.encoding}”, which was named with --encoding: {problem}.") from problem


def _plain(file: io.BufferedReader, path: str, form: Form, troubles: Troubles) -> tuple[io.BufferedReader, Form]:
    """Return the file in an encoding whose lines are told by bytes; raises Unreadable for what is no text."""
    if form.encoding:
        troubles.encoding = f"“{form.encoding}”, which was named with --encoding"
    try:
        if is_wide(form.encoding or "utf-8"):
            return recoded(file, form.encoding), replace(form, encoding="utf-8")
    except LookupError:
        raise Unreadable(f"There is no encoding “{form.encoding}”. Usual ones are utf-8, cp1252 and latin-1.") from None
    if wrong := unlike_text(file.peek(PEEKED)[:PEEKED]):
        raise Unreadable(f"{'Standard input' if path == '-' else path} {wrong}")
    return file, replace(form, encoding=form.encoding or "utf-8")


def _rows(file: IO[bytes], form: Form, path: str, troubles: Troubles) -> Iterator[Row]:
    start = file.readline(LONGEST_LINE)
    form = _settled(form, path, start)
    if form.kind == "json":
        yield from _json_list(start + file.read(), path, form, troubles)
    elif form.kind == "csv":
        yield from _table(start, file, form, troubles)
    else:
        of_line = _object if form.kind == "jsonl" else _comment
        for number, line in _lines(start, file, form, troubles):
            row = _too_long(number) if line is None else of_line(number, line)
            yield replace(row, is_garbled=troubles.is_garbled(number))


def _comment(number: int, line: str) -> Row:
    return Row(number, {"1": line.rstrip("\r\n")})


def _settled(form: Form, path: str, start: bytes) -> Form:
    """What was not said is taken from the name, else from the first line."""
    name = Path(path.removesuffix(".gz")).suffix.lower()
    kind, separator = NAMES.get(name, ("", ""))
    encoding = form.encoding
    first = start.removeprefix(codecs.BOM_UTF8).lstrip()
    if not kind:
        kind = "jsonl" if first.startswith(b"{") else "csv"
    if kind == "json" and first.startswith(b"{") and first.rstrip().endswith(b"}"):
        kind = "jsonl"
    most = max(SEPARATORS, key=lambda each: first.count(each.encode()))
    return replace(
        form,
        kind=form.kind or cast("Kind", kind),
        separator=form.separator or separator or most,
        encoding="utf-8-sig"
        if encoding.lower() in ("utf-8", "utf8") and start.startswith(codecs.BOM_UTF8)
        else encoding,
    )


def _lines(start: bytes, file: IO[bytes], form: Form, troubles: Troubles) -> Iterator[tuple[int, str | None]]:
    """Yield each line with its number; None for one that is too long."""
    number, line = 0, start
    while line:
        number += 1
        ended = line.endswith(b"\n")
        if not ended and len(line) >= LONGEST_LINE:
            while (rest := file.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        else:
            encoding = form.encoding if number == 1 else form.encoding.removesuffix("-sig")
            yield number, _decoded(line, encoding, troubles, number)
        line = file.readline(LONGEST_LINE)


def _decoded(content: bytes, encoding: str, troubles: Troubles, number: int = 1) -> str:
    """What begins in line ``number`` as text."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as problem:
        troubles.garble(number + content.count(b"\n", 0, problem.start))
        return content.decode(encoding, "replace")


def _too_long(number: int) -> Row:
    return Row(number, fault=f"longer than {LONGEST_LINE} bytes")


def _object(number: int, line: str) -> Row:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return Row(number, fault="not JSON")
    return Row(number, found) if isinstance(found, dict) else Row(number, fault="not a JSON object")


def _json_list(content: bytes, path: str, form: Form, troubles: Troubles) -> Iterator[Row]:
    try:
        found = json.loads(_decoded(content, form.encoding, troubles))
    except (ValueError, RecursionError) as problem:
        raise Unreadable(f"{path} is not JSON: {problem}. One object a line is JSON lines: --form jsonl.") from problem
    if isinstance(found, dict):
        found = max((each for each in found.values() if isinstance(each, list)), key=len, default=[found])
    for number, each in enumerate(found if isinstance(found, list) else [], 1):
        is_garbled = bool(troubles.garbled) and "\ufffd" in str(each)
        yield (
            Row(number, each, is_garbled=is_garbled)
            if isinstance(each, dict)
            else Row(number, fault="not a JSON object")
        )


def _table(start: bytes, file: IO[bytes], form: Form, troubles: Troubles) -> Iterator[Row]:
    """Rows of cells, by the names of the first."""
    lines = ((number, _ended(line or "")) for number, line in _lines(start, file, form, troubles))
    names: list[str] = []
    for record in records(lines, form.separator):
        troubles.quotes += record.is_unclosed
        if not names:
            has_header = not is_data(record.cells) if form.header is None else form.header
            troubles.no_header = form.header is None and not has_header
            names = _names(record.cells, has_header)
            if has_header:
                continue
        if not any(cell.strip() for cell in record.cells):
            continue
        fits = len(record.cells) == len(names)
        fault = "" if fits else f"{len(record.cells)} cells where {len(names)} are expected"
        cells = dict(zip(names, record.cells, strict=fits))
        yield Row(record.line, cells, fault, troubles.is_garbled(record.line, record.lines))


def _ended(line: str) -> str:
    """A line with one end, whatever it had, and none inside."""
    return line.rstrip("\r\n").replace("\r", " ") + "\n"


def _names(cells: list[str], header: bool) -> list[str]:
    if not header:
        return [str(number) for number in range(1, len(cells) + 1)]
    return [cell.strip() or str(number) for number, cell in enumerate(cells, 1)]
