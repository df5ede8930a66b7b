"""Bytes that are no plain text: in an encoding whose lines do not end with the one byte of a line's end, or no text."""

from __future__ import annotations

import codecs
import io

BLOCK = 1 << 16  # bytes
PEEKED = 1_024  # bytes by which text is told from what is none
BEARABLE = 0.05  # of them may be control characters; of what is packed or compiled a tenth is
CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def is_wide(encoding: str) -> bool:
    """Whether lines in ``encoding`` cannot be told apart by bytes; raises LookupError where there is none so named."""
    try:
        return not "\n\n".encode(encoding).endswith(b"\n\n")
    except UnicodeError as problem:  # codecs of names and of nothing
        raise LookupError(encoding) from problem


def unlike_text(start: bytes) -> str:
    """Say what is wrong with a file that begins so, and what to do; nothing where it may be text."""
    if start.startswith(WIDE):
        return "is UTF-16. Say so with --encoding utf-16."
    if len(start.translate(None, CONTROLS)) < (1 - BEARABLE) * len(start):
        return "is no text. If it is UTF-16, say so with --encoding utf-16."
    return ""


class _Recoded(io.RawIOBase):
    """Text in any encoding as bytes of UTF-8; raises UnicodeError."""

    def __init__(self, file: io.BufferedReader, encoding: str) -> None:
        self.file = file
        self.decoder = codecs.getincrementaldecoder(encoding)()
        self.waiting = b""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, room: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill ``room`` as far as there is text; return how many bytes were put there, none at the end."""
        given = b" "
        while given and not self.waiting:
            given = self.file.read1(BLOCK)
            self.waiting = self.decoder.decode(given, not given).encode("utf-8", "replace")
        taken, self.waiting = self.waiting[: len(room)], self.waiting[len(room) :]
        room[: len(taken)] = taken
        return len(taken)


def recoded(file: io.BufferedReader, encoding: str) -> io.BufferedReader:
    """Return ``file`` as it would be in UTF-8."""
    return io.BufferedReader(_Recoded(file, encoding))
