"""Directions in words, as a pattern and as degrees."""

from __future__ import annotations

import re

from dateline.atlas.geodesy import COMPASS

_WORDS = sorted((form for form in COMPASS if not form.isupper()), key=len, reverse=True)
_LETTERS = sorted((form for form in COMPASS if form.isupper() and len(form) > 1), key=len, reverse=True)
PATTERN = rf"(?:(?i:{'|'.join(map(re.escape, _WORDS))})|{'|'.join(_LETTERS)}|[NESW])(?![\w-])"


def degrees(written: str) -> float:
    """The bearing that a word or letters name, clockwise from north."""
    return COMPASS[written] if written in COMPASS else COMPASS[written.lower()]


def opposite(one: float, other: float) -> float:
    """By how many degrees two bearings differ, 0 to 180."""
    return abs((one - other + 180) % 360 - 180)
