"""Which letters a file's bytes are. UTF-8 and UTF-16 show themselves; of older encodings the headings tell which."""

from __future__ import annotations

import codecs

from ..statement import UnreadableStatement

OLDER = ("cp1252", "cp1251", "cp1256")  # Western European, Cyrillic, Arabic
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def decodings(data: bytes) -> dict[str, str]:
    """Return every text that the bytes may be, by encoding. Raises UnreadableStatement where there is none."""
    encodings = [encoding for mark, encoding in MARKS.items() if data.startswith(mark)]
    if not encodings:
        encodings = _by_zeros(data) or ["utf-8"]
    texts = _decoded(data, encodings) or _decoded(data, OLDER)
    if not texts or any("\0" in text for text in texts.values()):
        raise UnreadableStatement("This is no text: neither CSV nor another statement that we read.")
    return texts


def _by_zeros(data: bytes) -> list[str]:
    """Tell UTF-16 without a mark by where its zeros are: every second byte of what is mostly ASCII."""
    start = data[:4000]
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if start[offset::2].count(0) * 4 > len(start) and not start[1 - offset :: 2].count(0):
            return [encoding]
    return []


def _decoded(data: bytes, encodings: list[str] | tuple[str, ...]) -> dict[str, str]:
    texts = {}
    for encoding in encodings:
        try:
            texts[encoding] = data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return texts
