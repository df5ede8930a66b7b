"""An uploaded file as delivery sees it, wherever it lies: so many bytes with a validator, to be read from any place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import Http404
from django.utils._os import safe_join

from .ranges import Span

BLOCK = 64 * 1024
GUARDED = "documents"  # Wagtail's folder of documents: its own view at /documents/ asks who may have them


@dataclass(frozen=True)
class Stored:
    """``size`` in bytes, ``modified`` in seconds since 1970, ``etag`` with quotes; ``read`` gives a span in blocks."""

    name: str
    size: int
    etag: str
    modified: int
    read: Callable[[Span], Iterator[bytes]]


def stored(name: str) -> Stored:
    """Return the file ``name``; raises Http404 for what is not there, is guarded or leaves the uploads, StorageAway."""
    parts = name.split("/")
    if "\x00" in name or "\\" in name or any(part.startswith(".") for part in parts) or parts[0] == GUARDED:
        raise Http404
    find: Callable[[str], Stored | None] = getattr(default_storage, "find", on_disk)
    found = find(name)
    if found is None:
        raise Http404
    return found


def on_disk(name: str) -> Stored | None:
    """Return a file of the media folder; None where there is none, or where it leads out of it."""
    root = Path(settings.MEDIA_ROOT).resolve()
    try:
        path = Path(safe_join(str(root), name)).resolve()
        if not path.is_relative_to(root) or path.is_relative_to(root / GUARDED) or not path.is_file():
            return None
        stat = path.stat()
    except (SuspiciousFileOperation, OSError):  # is_file() raises where a name is too long to be one
        return None
    etag = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'
    return Stored(path.name, stat.st_size, etag, int(stat.st_mtime), lambda span: read(path, span))


def read(path: Path, span: Span) -> Iterator[bytes]:
    """Give the bytes of ``span`` in blocks."""
    with path.open("rb") as file:
        file.seek(span.first)
        left = span.length
        while left > 0 and (block := file.read(min(BLOCK, left))):
            left -= len(block)
            yield block
