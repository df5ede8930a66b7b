"""How good readers find a comment."""

from __future__ import annotations

from math import sqrt

Z = 1.96  # 95 % of the normal distribution
STEPS = 2**40  # a score is a whole number of these, so that an address can hold it exactly


def wilson(up: int, down: int) -> float:
    """Return the lower bound of Wilson's score interval (1927): between 0 and 1, cautious while votes are few."""
    votes = up + down
    if not votes:
        return 0.0
    share = up / votes
    spread = Z * sqrt((share * (1 - share) + Z * Z / (4 * votes)) / votes)
    bound = (share + Z * Z / (2 * votes) - spread) / (1 + Z * Z / votes)
    return round(bound * STEPS) / STEPS
