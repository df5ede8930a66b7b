"""Lists of words that were written by hand, as they stand in the code: apart by spaces, for people to read."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(words.split())
