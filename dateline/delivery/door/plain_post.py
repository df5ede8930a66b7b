"""A form that came whole and in one piece, read from its bytes; whatever is not plain is left to the whole parser."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .asked import LINE, MORE
from .relay import OURS

FORM = b"application/x-www-form-urlencoded"
FIRST = re.compile(rb"POST (/[!-~]*) HTTP/1\.1\r\n")
LONGEST_HEAD = 8_000  # bytes; longer ones are left to the parser, which knows how to refuse
NOT_PLAIN = MORE - {b"content-length"}
REMEMBERED = 4_096  # lines, of which browsers send most again
LONGEST = 300  # bytes of one that is remembered: what is longer is seldom sent twice, or meant to fill our memory


class PlainPost(NamedTuple):
    """The path, the headers under the names of ``request.META``, and the body."""

    path: str
    meta: dict[str, str]
    body: bytes


def plain_post(data: bytes, targets: re.Pattern[bytes]) -> PlainPost | None:
    """Return the form that ``data`` is: for one of ``targets``, with its whole body and nothing behind it, or None."""
    first = FIRST.match(data)
    if first is None or not targets.fullmatch(first[1]):
        return None
    end = data.find(b"\r\n\r\n", first.end(), LONGEST_HEAD)
    meta = variables(data[first.end() : end]) if end >= 0 else None
    body = data[end + 4 :]
    if (
        meta is None
        or "HTTP_HOST" not in meta
        or meta.get("CONTENT_LENGTH") != str(len(body))
        or not meta.get("CONTENT_TYPE", "").lower().startswith(FORM.decode())
        or meta.get("HTTP_CONNECTION", "keep-alive").lower() != "keep-alive"
    ):
        return None
    return PlainPost(first[1].decode("ascii"), meta, body)


def variables(block: bytes) -> dict[str, str] | None:
    """Return the headers in ``block``; None where they are not plain, or one came twice."""
    meta: dict[str, str] = {}
    for line in block.split(b"\r\n"):
        named = variable(line) if len(line) <= LONGEST else variable.__wrapped__(line)
        if named is None or named[0] in meta:
            return None
        meta[named[0]] = named[1]
    return meta


@lru_cache(REMEMBERED)
def variable(line: bytes) -> tuple[str, str] | None:
    """Return what a header is called in ``request.META``, and its value; None where it is not plain."""
    match = LINE.fullmatch(line)
    name = match[1].lower() if match else b""
    if match is None or name in NOT_PLAIN or b"_" in name or name.startswith(OURS) or match[2] != match[2].rstrip():
        return None
    return key_of(name), match[2].decode("latin-1")


def key_of(name: bytes) -> str:
    """Return what a header is called in ``request.META``."""
    key = name.decode("latin-1").upper().replace("-", "_")
    return key if key in {"CONTENT_TYPE", "CONTENT_LENGTH"} else f"HTTP_{key}"
