"""The number of a row, as somebody typed it or as an address brings it."""

from __future__ import annotations

DIGITS = 18  # as many as any database takes for an id, whatever they are


def row_number(typed: str) -> int | None:
    """Return the number that ``typed`` is; None for anything else, and for digits beyond any id.

    ASCII only: ``int`` would read “٤٢” and “ 1_0 ” as well, which no page of ours sends.
    """
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= DIGITS else None
