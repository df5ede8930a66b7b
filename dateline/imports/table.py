"""A plan printed as wide as the terminal, and no wider."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from .plan import Plan
from .rows import Action, Row

NARROWEST = 40
BEGINNING = 60  # columns of a thing's own words: enough to know it by
FEWEST = 24  # words that have fewer columns left in their row go on below it
HEADS = ("line", "", "what", "detail")


def print_width(text: str) -> int:
    """Return how many columns ``text`` takes: East Asian wide letters take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )


def table(plan: Plan, columns: int) -> Iterator[str]:
    """Yield the lines of the plan's table, wrapped in its last column, and a last line with the counts."""
    cells = [HEADS[:3], *(cells_of(row) for row in plan.rows)]
    widths = [max(print_width(row[column]) for row in cells) for column in range(2)]
    widths.append(min(max(print_width(row[2]) for row in cells), max(12, columns // 4)))
    room = max(NARROWEST, columns - sum(widths) - 2 * len(widths))
    yield from wrapped(HEADS, widths, room)
    for row in plan.rows:
        yield from wrapped((*cells_of(row), detail_of(row, room)), widths, room)
    counts = ", ".join(f"{count} {action.value}" for action, count in counted(plan))
    yield f"\n{counts or 'nothing'}"


def cells_of(row: Row) -> Sequence[str]:
    """Return the narrow cells of a row: where it stands, what is done, with what."""
    return (str(row.line or ""), row.action.value, row.what)


def detail_of(row: Row, room: int) -> str:
    """Return the detail, a comment's indented by its depth, and the beginning of the thing's own words.

    A line that the import has no place for is printed whole: it would be nowhere else.
    """
    detail, words = "· " * (row.depth - 1) + printable(row.detail), printable(row.words)
    if not words:
        return detail
    before = f"{detail}: " if detail else ""
    most = BEGINNING if row.action is not Action.UNPLACED else print_width(words)
    left = room - print_width(before)
    fits = (row.depth or row.action is Action.PART) and left >= FEWEST
    return before + beginning(words, min(most, left) if fits else most)


def beginning(words: str, room: int) -> str:
    """Return the words that find room in as many columns; an ellipsis says that there are more."""
    return words if print_width(words) <= room else wrap(words, room - 1)[0].rstrip(".…") + "…"


def printable(text: str) -> str:
    """Return ``text`` on one line, without characters that would move the cursor."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def wrapped(row: Sequence[str], widths: Sequence[int], room: int) -> Iterator[str]:
    """Yield one row: the third and last cell wrapped, the others on their first line."""
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
    actions = dict.fromkeys(row.action for row in plan.rows if row.action is not Action.PART)
    return [(action, plan.count(action)) for action in actions]
