"""Who says so: cue, source and content of each attribution in a text."""

from .attribution import Attribution
from .find import find_attributions

__all__ = ["Attribution", "find_attributions"]
