"""The forms in which a page lies ready: as it is, and compressed in three ways."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import brotli
import zstandard

SUFFIXES = {"": "", "zstd": ".zst", "br": ".br", "gzip": ".gz"}  # by content coding (RFC 9110, 8878); ours first
SMALL = 512  # bytes; below it a header more costs what compression saves

# Levels at which a page of 70 KB takes about 1 ms each: it is made anew while somebody waits.
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "zstd": lambda content: zstandard.ZstdCompressor(level=6).compress(content),
    "br": lambda content: brotli.compress(content, quality=4, mode=brotli.MODE_TEXT),
    "gzip": lambda content: gzip.compress(content, compresslevel=6, mtime=0),
}


def forms_of(content: bytes, *, text: bool) -> dict[str, bytes]:
    """Return ``content`` by content coding; the identity is the empty name. A form that saves nothing is left out."""
    forms = {"": content}
    if text and len(content) >= SMALL:
        packed = {name: pack(content) for name, pack in PACKERS.items()}
        forms |= {name: form for name, form in packed.items() if len(form) < len(content)}
    return forms
