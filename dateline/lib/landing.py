"""A file that appears whole or not at all, and is still there after a power cut."""

from __future__ import annotations

import os
from pathlib import Path


def land(draft: Path, path: Path) -> None:
    """Move the finished ``draft`` to ``path``, in place of what is there; both must lie on one file system.

    The bytes are on the disk before the name is, and the name before we return (fsync(2), on file and folder).
    """
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(draft, path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in ``folder`` written down."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
