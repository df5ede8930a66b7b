"""What was read, told on a terminal: as tables for people, as JSON for programs."""

from .asked import Asked
from .data import as_json
from .tables import as_text

__all__ = ["Asked", "as_json", "as_text"]
