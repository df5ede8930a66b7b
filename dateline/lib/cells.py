"""Cells of a table that somebody will open in a spreadsheet."""

from __future__ import annotations

from typing import Any

RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(cell: Any) -> str:
    """Return a cell that a spreadsheet shows and does not run (OWASP, CSV injection): a quote before what it would.

    Figures are not touched: ``-3.50`` is a number, and a formula made of nothing else can do nothing.
    """
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(RUN_BY_SPREADSHEETS) and not _is_figure(text) else text


def _is_figure(text: str) -> bool:
    return text[:1] == "-" and text[1:].replace(".", "", 1).isascii() and text[1:].replace(".", "", 1).isdigit()
