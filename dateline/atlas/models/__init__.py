"""What is drawn."""

from .drawn_map import DrawnMap

__all__ = ["DrawnMap"]
