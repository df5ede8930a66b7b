"""A verdict for each comment of a file: one JSON object a line, written as soon as it is known. A line that cannot be
read gives an object with "error". Exit codes: 0 all were read; 1 nothing could be; 3 some lines could not."""

from __future__ import annotations

import argparse
import json
import sys

from .guesses import TEXTS, first_of, named
from .one import add_author
from .opinions import judged, submission
from .reading import Cells, Form, Row, Unreadable, rows_of
from .telling import as_data
from .troubles import Troubles

SOME = 3
NAMED = (".csv", ".tsv", ".jsonl", ".ndjson", ".json")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say what may be asked."""
    parser.add_argument("path", metavar="FILE", help="one comment a line; - is standard input")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--jsonl", action="store_true", help="each line is a JSON object (with --column)")
    form.add_argument("--csv", action="store_true", help="comma-separated with a header (with --column)")
    form.add_argument("--tsv", action="store_true", help="tab-separated with a header (with --column)")
    parser.add_argument("--column", metavar="NAME", help="where the comment stands (default: text, comment, …)")
    parser.add_argument("--encoding", default="", help="default utf-8")
    add_author(parser)


def run(wanted: argparse.Namespace) -> int:
    """Write a line for each comment."""
    form = Form(*_form(wanted), encoding=wanted.encoding)  # type: ignore[arg-type]
    troubles, faults = Troubles(), 0
    for row in rows_of(wanted.path, form, troubles):
        told = _told(row, wanted, troubles)
        faults += "error" in told
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
    for words in troubles.told():
        sys.stderr.write(f"{words}\n")
    return SOME if faults else 0


def _form(wanted: argparse.Namespace) -> tuple[str, str]:
    """Return what the file is and what stands between its columns, as asked or as its name says; else lines."""
    name = wanted.path.removesuffix(".gz")
    if wanted.jsonl:
        return "jsonl", ""
    if wanted.tsv:
        return "csv", "\t"
    if wanted.csv:
        return "csv", ""
    return ("", "") if wanted.column or name.endswith(NAMED) else ("lines", "")


def _told(row: Row, wanted: argparse.Namespace, troubles: Troubles) -> dict[str, object]:
    if row.is_garbled:
        return {"line": row.line, "error": f"not {troubles.encoding}"}
    text = (
        None
        if row.fault
        else text_of(row.cells, wanted.column, must=not (wanted.jsonl or wanted.path.endswith(NAMED[2:])))
    )
    if text is None:
        return {"line": row.line, "error": row.fault or "no text in the column"}
    comment = judged(submission(text, known=wanted.known, language=wanted.language))
    return {"line": row.line, **as_data(comment)}


def text_of(cells: Cells, column: str | None, *, must: bool) -> str | None:
    """Return the comment of a row; None where it has none. Raises Unreadable for a column that each row must have."""
    name = column or ("1" if list(cells) == ["1"] else first_of(TEXTS, cells))
    if must and (name is None or name not in cells):
        raise Unreadable(f"There is no column “{column or 'text'}”. Name one with --column; there are: {named(cells)}")
    found = cells.get(name or "")
    return found if isinstance(found, str) else None
