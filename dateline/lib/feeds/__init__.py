"""One channel, three forms: RSS 2.0, Atom (RFC 4287), JSON Feed 1.1.

Times are printed with the offset that they come with.
"""

from __future__ import annotations

from types import ModuleType

from . import atom, json_feed, rss
from .channel import Channel, Entry, Spot

WRITERS = {"rss": rss, "atom": atom, "json": json_feed}


def writer_for(form: str) -> ModuleType:
    """The module that writes this form: it has CONTENT_TYPE and ``write``."""
    return WRITERS[form]


__all__ = ["Channel", "Entry", "Spot", "writer_for"]
