"""What changed, in order; and what was tried how often."""

from .change import Change
from .count import Count

__all__ = ["Change", "Count"]
