"""A plan printed as wide as the terminal, and no wider."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from .plan import Plan, Row

NARROWEST = 40
HEADS = ("line", "", "what", "detail")


def print_width(text: str) -> int:
    """Return how many columns ``text`` takes: East Asian wide letters take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )


def table(plan: Plan, columns: int) -> Iterator[str]:
    """Yield the lines of the plan's table, wrapped in its last column, and a last line with the counts."""
    cells = [HEADS, *(cells_of(row) for row in plan.rows)]
    widths = [max(print_width(row[column]) for row in cells) for column in range(2)]
    widths.append(min(max(print_width(row[2]) for row in cells), max(12, columns // 4)))
    for row in cells:
        yield from wrapped(row, widths, columns)
    counts = ", ".join(f"{count} {action.value}" for action, count in counted(plan))
    yield f"\n{counts or 'nothing'}"


def cells_of(row: Row) -> Sequence[str]:
    """Return the cells of a row as text on one line each."""
    return (str(row.line or ""), row.action.value, row.what, printable(row.detail))


def printable(text: str) -> str:
    """Return ``text`` on one line, without characters that would move the cursor."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def wrapped(row: Sequence[str], widths: Sequence[int], columns: int) -> Iterator[str]:
    """Yield one row: the third and last cell wrapped, the others on their first line."""
    room = max(NARROWEST, columns - sum(widths) - 2 * len(widths))
    what, detail = wrap(row[2], widths[2]), wrap(row[3], room)
    for place in range(max(len(what), len(detail))):
        first = (row[0], row[1]) if place == 0 else ("", "")
        cells = (*first, what[place] if place < len(what) else "")
        left = "  ".join(cell + " " * (width - print_width(cell)) for cell, width in zip(cells, widths, strict=True))
        yield f"{left}  {detail[place] if place < len(detail) else ''}".rstrip()


def wrap(text: str, room: int) -> list[str]:
    """Break ``text`` at blanks, and within words that are wider than ``room`` columns; at least one line."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if print_width(joined) <= room:
            lines[-1] = joined
            continue
        lines.append("")
        for sign in word:
            if print_width(lines[-1] + sign) > room:
                lines.append("")
            lines[-1] += sign
    return lines if lines[0] else lines[1:] or [""]


def counted(plan: Plan) -> list[tuple]:
    """Return each action that occurs with its count, in the order of the plan."""
    actions = dict.fromkeys(row.action for row in plan.rows)
    return [(action, plan.count(action)) for action in actions]
