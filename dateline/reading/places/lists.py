"""Lists of words that lie in `listed/`: given names, surnames, words that are also places, and the numbers of
capitals.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def listed(name: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset((Path(__file__).parent / "listed" / f"{name}.txt").read_text(encoding="utf-8").split())
