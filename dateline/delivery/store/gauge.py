"""Numbers that several processes of one machine read without asking anybody: a mapped file of 64-bit numbers."""

from __future__ import annotations

import mmap
import os
from pathlib import Path
from struct import Struct
from time import time_ns

NUMBER = Struct("<Q")
NAMES = ("published", "settled", "told")


class Gauge:
    """Numbers side by side. A reader sees the whole old or the whole new one.

    ``published`` is another number after every change of a file in the store, whoever made it; ``settled`` is the
    number of the last change of rows that the store reflects; ``told`` is how many bytes of news for open pages there
    are.
    """

    def __init__(self, path: Path) -> None:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            if os.fstat(descriptor).st_size < mmap.PAGESIZE:
                os.ftruncate(descriptor, mmap.PAGESIZE)
            self.memory = mmap.mmap(descriptor, mmap.PAGESIZE)
        finally:
            os.close(descriptor)

    def read(self, name: str) -> int:
        """Return the number ``name``."""
        number: int = NUMBER.unpack_from(self.memory, NAMES.index(name) * NUMBER.size)[0]
        return number

    @property
    def published(self) -> int:
        """The first number, read as fast as can be: at every request."""
        number: int = NUMBER.unpack_from(self.memory)[0]
        return number

    def write(self, name: str, number: int) -> None:
        """Set the number ``name``. Aligned eight bytes: no reader sees half of it."""
        NUMBER.pack_into(self.memory, NAMES.index(name) * NUMBER.size, number)

    def publish(self) -> None:
        """Say that a file has changed.

        The nanosecond, and not one more: two writers that count could undo each other.
        """
        self.write("published", time_ns())
