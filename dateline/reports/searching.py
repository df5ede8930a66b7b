"""What a reader typed, made safe to search with."""

from __future__ import annotations

import unicodedata

LONGEST = 100
MOST_WORDS = 12


def search_words(typed: str) -> str:
    """Return the words in ``typed`` and nothing else.

    SQLite's full text index reads quotation marks, operators and NUL bytes as syntax and fails on them; letters, digits
    and the marks that many scripts set upon letters are never syntax. In small letters AND, OR and NOT are words too.
    """
    kept = "".join(sign if _is_wordly(sign) else " " for sign in typed[:LONGEST])
    return " ".join(kept.lower().split()[:MOST_WORDS])


def _is_wordly(sign: str) -> bool:
    """Whether the sign is a letter, a digit or a mark upon one."""
    return unicodedata.category(sign)[0] in "LNM"
