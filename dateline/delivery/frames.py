"""Frames on the Unix socket between the door and the writer: a length, and what ``marshal`` makes of plain values.

Both ends are processes of one program, started together from one Python; the socket lies in a folder that only its
user may enter.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from struct import Struct
from typing import Any

LENGTH = Struct("<I")


def frame(value: Any) -> bytes:
    """Return ``value`` (numbers, strings, bytes, tuples, dictionaries of them) as it travels."""
    content = marshal.dumps(value)
    return LENGTH.pack(len(content)) + content


class Frames:
    """Takes bytes as they come and gives the values that are whole."""

    def __init__(self) -> None:
        self.buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[Any]:
        """Add ``data``; give each value that it completes."""
        self.buffer += data
        start = 0
        while len(self.buffer) - start >= LENGTH.size:
            (length,) = LENGTH.unpack_from(self.buffer, start)
            end = start + LENGTH.size + length
            if len(self.buffer) < end:
                break
            yield marshal.loads(memoryview(self.buffer)[start + LENGTH.size : end])  # noqa: S302 - our own other end
            start = end
        del self.buffer[:start]
