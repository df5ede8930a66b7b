"""Single words without which no pattern of a distance or direction can match."""

from __future__ import annotations

from functools import lru_cache

from dateline.atlas.geodesy import COMPASS

from ..lists import listed

UNITS = listed(
    """
    km kms kilometer kilometers kilometre kilometres klick klicks mile miles mi nmi m meter meters metre metres yard
    yards yd yds
    """
)
SHORT = tuple(sorted(UNITS, key=len, reverse=True))
DIRECTIONS = frozenset(COMPASS)
PAIRS = listed("outside off between from")


@lru_cache(maxsize=8192)
def is_measure(word: str) -> bool:
    """Whether a word is a unit, or a number with one: "km", "45Km"."""
    lower = word.lower()
    return lower in UNITS or (lower[0].isdigit() and lower.endswith(SHORT))


@lru_cache(maxsize=8192)
def is_direction(word: str) -> bool:
    """Whether a word names a direction, or part of one."""
    return word in DIRECTIONS or word.lower() in DIRECTIONS


def is_pair(word: str) -> bool:
    """Whether a word opens what names one or two places without a number."""
    return word in PAIRS
