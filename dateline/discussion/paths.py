"""Where a comment stands in its thread, as one string that sorts in thread order.

A path is the ids of a comment's ancestors and its own, root first, each as seven base-36 digits. So a branch is the
range of paths that begin alike, its ancestors are read off without asking the database, and one range scan is a page.
"""

from __future__ import annotations

WIDTH = 7  # 36^7 comments: 78 thousand million
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
DEEPEST = 99  # replies below replies; what people read ends long before
LONGEST = WIDTH * (DEEPEST + 1)


def segment(number: int) -> str:
    """Return ``number`` as seven base-36 digits."""
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return digits.rjust(WIDTH, "0")


def ids_in(path: str) -> list[int]:
    """Return the ids that ``path`` is made of, root first."""
    return [int(path[at : at + WIDTH], 36) for at in range(0, len(path), WIDTH)]


def ancestors_in(path: str) -> list[int]:
    """Return the ids above the comment that ``path`` belongs to, root first."""
    return ids_in(path)[:-1]
