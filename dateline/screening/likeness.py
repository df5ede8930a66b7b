"""How alike two texts are, told by the runs of words that they share.

A text is filed under four numbers, its ``gist``: put the checksums of its runs on a ring, and take the next one from
each quarter of the ring on. Two texts have any of the four in common as often as they have runs in common
(min-hashing: Broder, "On the resemblance and containment of documents", 1997): copies that share two runs of three meet
in 99 cases of 100, and texts that share none never do.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence, Set
from zlib import crc32

from .tokens import apart
from .verdict import LONGEST
from .view import view_of

SHORTEST = 8  # words; what is shorter is alike only where it is the same
ALIKE = 0.5
QUARTERS = (0, 1 << 30, 2 << 30, 3 << 30)
NOUGHTS = bytes(ord("0") if chr(code).isdigit() and code < 128 else code for code in range(256))


def runs_of(words: Sequence[str], size: int, shortest: int = SHORTEST) -> set[tuple[str, ...]]:
    """Return all runs of ``size`` words; none for texts that are shorter than ``shortest``."""
    if len(words) < shortest:
        return set()
    return set(zip(*(words[start:] for start in range(size)), strict=False))


def shared(new: Set[Hashable], old: Set[Hashable]) -> float:
    """Return how many of all runs are in both, between 0 and 1."""
    return len(new & old) / len(new | old) if new and old else 0.0


def gist_of(text: str) -> tuple[int, ...]:
    """Return the numbers below 2**32 under which ``text`` is filed: four at most, none where there are no words.

    Figures are all the same to it.
    """
    sums = sorted(set(map(crc32, runs_of_words(text))))
    return tuple({sums[bisect_left(sums, quarter) % len(sums)] for quarter in QUARTERS}) if sums else ()


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, between 0 and 1, figures aside."""
    return shared(set(runs_of_words(one)), set(runs_of_words(other)))


def runs_of_words(text: str) -> list[bytes]:
    """Return the runs of three words of a text, so short that a changed name or sum leaves most as they were.

    As bytes, which are quicker to sum up than words.
    """
    words = apart(view_of(text[:LONGEST]).text).encode("utf-8", "surrogatepass").translate(NOUGHTS).split()
    if len(words) < SHORTEST:
        return [b" ".join(words)] if words else []
    return list(map(b" ".join, zip(words, words[1:], words[2:], strict=False)))
