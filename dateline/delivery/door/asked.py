"""What a plain GET asks for, read from the bytes of its headers; whatever is not plain is left to the whole parser.

Browsers repeat themselves: the same block of headers comes with every request of a connection and, but for a few
values, from every browser of a kind. So a block that was read once is remembered whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

REMEMBERED = 4_096  # blocks
LONGEST = 2_000  # bytes of a block that is remembered: browsers' own are shorter, and longer ones differ
LINE = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\x20-\x7e\x80-\xff\t]*)")
# With any of these a request is more than a plain one: a body, a range, a switch of protocols, an end of the
# connection.
MORE = {
    b"content-length", b"transfer-encoding", b"upgrade", b"expect", b"range", b"te", b"trailer", b"authorization",
    b"if-match", b"if-unmodified-since",
}  # fmt: skip
CODINGS = (b"br", b"zstd", b"gzip")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader takes and has.

    ``codings`` it takes, ``tags`` of the versions it has (``*``: any), or the moment of the one it has; ``match`` and
    ``unmodified`` name the version that it wants or none; ``host`` is whom it means.
    """

    codings: frozenset[str]
    tags: frozenset[bytes] = frozenset()
    since: bytes = b""
    match: frozenset[bytes] = frozenset()
    unmodified: bytes = b""
    host: bytes = b""


class Reader:
    """Reads blocks of headers; ``hosts`` says which names are ours, ``forwarded_proto`` what a proxy must have said."""

    def __init__(self, *, is_our_host: Callable[[str], bool], forwarded_proto: bytes = b"") -> None:
        self.is_our_host = is_our_host
        self.forwarded_proto = forwarded_proto
        self.known: dict[bytes, Asked | None] = {}

    def read(self, block: bytes) -> Asked | None:
        """Return what the headers in ``block`` (without the empty line) ask; None where they are not plain."""
        try:
            return self.known[block]
        except KeyError:
            asked = self._read(block)
            if len(block) <= LONGEST:
                if len(self.known) >= REMEMBERED:
                    self.known.clear()
                self.known[block] = asked
            return asked

    def _read(self, block: bytes) -> Asked | None:
        found = fields_of(block)
        return None if found is None else self.asked(found)

    def asked(self, found: dict[bytes, bytes]) -> Asked | None:
        """Return what these headers ask, each of them there once."""
        if found.get(b"connection", b"keep-alive").lower() != b"keep-alive":
            return None
        return asked_by(found) if self.is_welcome(found) else None

    def is_welcome(self, found: Mapping[bytes, bytes]) -> bool:
        """Return whether a request is for a host of ours, and came over TLS where we insist on it."""
        if self.forwarded_proto and found.get(b"x-forwarded-proto", b"") != self.forwarded_proto:
            return False
        return self.is_our_host(found.get(b"host", b"").decode("latin-1"))


def fields_of(block: bytes) -> dict[bytes, bytes] | None:
    """Return the headers in ``block`` (without the empty line) by name; None where they are not plain."""
    found: dict[bytes, bytes] = {}
    for line in block.split(b"\r\n"):
        match = LINE.fullmatch(line)
        if match is None:
            return None
        name = match[1].lower()
        if name in found or name in MORE:
            return None
        found[name] = match[2].strip()
    return found


def asked_by(found: Mapping[bytes, bytes]) -> Asked:
    """Return what a reader takes and has."""
    return Asked(
        codings=accepted(found.get(b"accept-encoding", b"")),
        tags=frozenset(tag.removeprefix(b"W/") for tag in words(found.get(b"if-none-match", b""))),
        since=found.get(b"if-modified-since", b""),
        match=frozenset(words(found.get(b"if-match", b""))),
        unmodified=found.get(b"if-unmodified-since", b""),
        host=found.get(b"host", b""),
    )


def words(header: bytes) -> list[bytes]:
    """Return what stands between the commas."""
    return [word.strip() for word in header.split(b",") if word.strip()]


def joined(headers: Iterable[tuple[bytes, bytes]]) -> dict[bytes, bytes]:
    """Return headers by name; one that came twice is one with a comma (RFC 9110, 5.3)."""
    found: dict[bytes, bytes] = {}
    for name, value in headers:
        found[name] = found[name] + b", " + value if name in found else value
    return found


def accepted(header: bytes) -> frozenset[str]:
    """Return which of our content codings a reader takes (RFC 9110, 12.5.3)."""
    weighed: dict[bytes, bool] = {}
    for part in words(header.lower()):
        name, _semicolon, weight = part.partition(b";")
        weighed[name.strip()] = re.fullmatch(rb"\s*q\s*=\s*0(\.0*)?\s*", weight) is None
    others = weighed.get(b"*", False)
    return frozenset(coding.decode("ascii") for coding in CODINGS if weighed.get(coding, others))
