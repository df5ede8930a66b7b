"""Files of a bank, read: CAMT.053, MT940 and tables (CSV). Each has its reader; all make the same statements."""

from __future__ import annotations

import re

from ..sentence import bank_says
from .camt import read_camt
from .keys import with_keys
from .mt940 import read_mt940
from .questions import Answers, Reading, Unsettled
from .statement import MAX_BYTES, Statement, UnreadableStatement, checked, once_each
from .table import read_table

# What a treasurer may take for a statement, by its first bytes.
OTHER_KINDS = {
    b"%PDF": bank_says("a PDF"),
    b"PK\x03\x04": bank_says("a ZIP archive or a workbook (XLSX): unpack it, or save its sheet as CSV"),
    b"\xd0\xcf\x11\xe0": bank_says("a workbook (XLS): save its sheet as CSV"),
    b"\x1f\x8b": bank_says("a packed file: unpack it"),
}


def read_statements(data: bytes, answers: Answers | None = None) -> Reading:
    """Read one file, whichever of the formats it has.

    ``answers`` are those to the questions of an earlier reading, by what they are about. Raises UnreadableStatement,
    also for more than 16 MiB and for more than 100,000 lines in one statement.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableStatement("The file is larger than %(most)s MiB. Export a shorter time.", most=MAX_BYTES >> 20)
    if not data.strip():
        raise UnreadableStatement("The file is empty.")
    for beginning, kind in OTHER_KINDS.items():
        if data.startswith(beginning):
            raise UnreadableStatement("This is %(kind)s. Ask the bank for CAMT.053, MT940 or CSV.", kind=kind)
    try:
        found = _read(data, answers or {})
    except Unsettled as asked:
        return Reading((), asked.questions)
    return Reading(with_keys([checked(statement) for statement in once_each(found)]))


def _read(data: bytes, answers: Answers) -> list[Statement]:
    """Choose the reader by how the file begins; what is neither XML nor SWIFT's has to be a table."""
    if re.match(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\x00]*<", data):
        return read_camt(data)
    if re.search(rb"^(?:\xef\xbb\xbf)?(?:\{[^\n]*\{4:)?:(?:20|60[FM]|61):", data, re.M):
        return read_mt940(data)
    return read_table(data, answers)
