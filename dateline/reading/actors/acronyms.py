"""Short names that a text explains itself: "Popular Mobilization Units (PMU)"."""

from __future__ import annotations

from ..words import CAPITALS, LOWER, Words

SMALL = frozenset(("of", "the", "for", "and", "in"))
SHORTEST, LONGEST = 2, 7  # letters


def defined(words: Words) -> dict[str, str]:
    """Each short name and what it stands for."""
    found: dict[str, str] = {}
    for index, shape in enumerate(words.shapes):
        short = words.written[index]
        enclosed = words.gaps[index].endswith("(") and words.gaps[index + 1].startswith(")")
        if shape == CAPITALS and enclosed and SHORTEST <= len(short) <= LONGEST:
            start = beginning(words, index, short)
            if start is not None:
                found[short] = words.text[words.starts[start] : words.ends[index - 1]]
    return found


def beginning(words: Words, index: int, short: str) -> int | None:
    """The first of the words whose initials make ``short``, small words between them not counted."""
    at, left = index - 1, list(short)
    while left and at >= 0:
        if words.written[at][0].upper() == left[-1] and words.shapes[at] != LOWER:
            left.pop()
            if not left:
                return at
        elif words.lower[at] not in SMALL:
            return None
        at -= 1
    return None
