"""What is drawn, where it lies, and what a newsroom has decided about it."""

from .drawn_map import DrawnMap
from .place import Place
from .settings import MapSettings

__all__ = ["DrawnMap", "MapSettings", "Place"]
