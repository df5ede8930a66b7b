"""One channel, three forms: RSS 2.0, Atom (RFC 4287), JSON Feed 1.1."""

from __future__ import annotations

from types import ModuleType

from . import atom, json_feed, rss
from .channel import ChannelOf

WRITERS = {"rss": rss, "atom": atom, "json": json_feed}


def writer_for(form: str) -> ModuleType:
    """The module that writes this form: it has CONTENT_TYPE and ``write``."""
    return WRITERS[form]


__all__ = ["ChannelOf", "writer_for"]
