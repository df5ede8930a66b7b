"""Claims that a text makes: sentences in which something happens at a time and a place, and who says so."""

from .propose import of_stretch, proposals
from .read import Read

__all__ = ["Read", "of_stretch", "proposals"]
