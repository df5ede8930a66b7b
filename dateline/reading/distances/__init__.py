"""Stated distances and directions, and where they lead."""

from .distance import Derived, Distance, Named
from .find import find_distances

__all__ = ["Derived", "Distance", "Named", "find_distances"]
