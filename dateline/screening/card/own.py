"""How many texts of our own the heads learn from and are measured on."""

from __future__ import annotations

from pathlib import Path

from ..train.manifest import sources
from .writing import table


def own_table() -> str:
    """Return a row for each source that was written for this project, and their sum; a pair is two texts."""
    counts = {each.name: sum(1 for _pair in each.pairs(Path())) for each in sources() if each.ours}
    return table(
        ("own texts", "number"), (*((n, f"{c:,}") for n, c in counts.items()), ("all", f"{sum(counts.values()):,}"))
    )
