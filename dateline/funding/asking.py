"""What we suggest, and the bounds of a gift."""

from __future__ import annotations

from dateline.lib.money import Money, exponent, whole

UNITS = (5, 10, 25, 50, 100)
LEAST, MOST = 1, 10_000


def presets(currency: str) -> list[Money]:
    """Return the amounts on the buttons; currencies without decimals count in hundreds."""
    return [whole(units * _scale(currency), currency) for units in UNITS]


def least(currency: str) -> Money:
    """Return the smallest gift that is worth its fee."""
    return whole(LEAST * _scale(currency), currency)


def most(currency: str) -> Money:
    """Return the largest gift taken without a word with the newsroom; more is more often a slip than a gift."""
    return whole(MOST * _scale(currency), currency)


def _scale(currency: str) -> int:
    """A rough guess of how small one unit is."""
    return 100 if exponent(currency) == 0 else 1
