"""Statements as tables (CSV), which every bank lays out in its own way; what a table does not tell is asked."""

from __future__ import annotations

from ..questions import Answers
from ..statement import Statement
from .layout import find_layout
from .movements import read_movements

__all__ = ["read_table"]


def read_table(data: bytes, answers: Answers) -> list[Statement]:
    """Return a table's statements, one for each currency. Raises UnreadableStatement and Unsettled."""
    return read_movements(find_layout(data, answers), answers)
