"""What of a table was left out: how many rows, which, and why, so that nothing gets lost unsaid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...sentence import Sentence, bank_says
from .layout import Row

MOST_TOLD = 10  # rows one by one; the rest are counted
SHOWN = 80  # characters of a row


def left_out(rows: Sequence[tuple[Row, str, bool]]) -> Iterator[Sentence]:
    """Yield what to say of rows that are no movement: each with what stands for its day and whether it has money."""
    if not rows:
        return
    yield bank_says(
        "Rows that are no movement were left out: %(count)s, the first in line %(line)s.",
        count=len(rows),
        line=rows[0][0][0],
    )
    yield from (_why(*told) for told in rows[:MOST_TOLD])
    if rest := rows[MOST_TOLD:]:
        yield bank_says("And %(count)s more, the last in line %(line)s.", count=len(rest), line=rest[-1][0][0])


def _why(row: Row, day: str, has_money: bool) -> Sentence:
    """Say of one row why it is no movement."""
    line, cells = row
    text = "; ".join(cells)[:SHOWN]
    if not has_money:
        return bank_says("Line %(line)s has no amount: %(text)s", line=line, text=text)
    if not day:
        return bank_says("Line %(line)s has no date: %(text)s", line=line, text=text)
    return bank_says("Line %(line)s: “%(day)s” is no date: %(text)s", line=line, day=day[:40], text=text)
