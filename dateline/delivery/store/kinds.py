"""What a stored file is sent with, by how its name ends: the same table for our door, for nginx and for Caddy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

REVALIDATE = "public, no-cache"  # may be kept, must be asked after: an answer of 304 costs a reader nothing
REVALIDATE_LINE = f"cache-control: {REVALIDATE}\r\n".encode()
SHARED = "cache-control: public, max-age=0, must-revalidate, s-maxage={}\r\n"  # RFC 9111: only shared caches keep it
TARGETED = "cdn-cache-control: public, max-age={}\r\n"  # RFC 9213: only the cache that we told of ourselves does
UNSAID = "private, no-cache"  # with an answer that does not say itself for whom it is: a cache would guess
TEXT = (".html", ".xml", ".rss", ".atom", ".json", ".csv", ".css", ".js", ".txt", ".svg", ".webmanifest")


@dataclass(frozen=True)
class Kind:
    """A media type, how long it may be kept, and what else it is sent with."""

    content_type: str
    cache_control: str = REVALIDATE
    headers: Mapping[str, str] = field(default_factory=dict)

    def sent_with(self, policy: str = "") -> dict[str, str]:
        """Return the headers of such a file; ``policy`` is its Content-Security-Policy."""
        policies = {"Content-Security-Policy": policy} if policy else {}
        return {"Content-Type": self.content_type, "Cache-Control": self.cache_control, **policies, **self.headers}


@dataclass(frozen=True, slots=True)
class Leave:
    """What a cache in front may keep: pages at our public ``host`` and at their own address, by the lines that say so.

    Others are the same pages at addresses that we do not purge, such as those with ``?utm_source=`` behind them.
    """

    host: bytes
    lines: bytes

    def sent_with(self) -> dict[str, str]:
        """Return the lines as headers."""
        lines = self.lines.decode("ascii").splitlines()
        return {name.title(): value for name, _colon, value in (line.partition(": ") for line in lines)}


def leave(host: str, *, kind: str, seconds: int) -> Leave:
    """Return the leave for a cache of a ``kind`` that we tell what has changed; who reads asks us after each page."""
    lines = (
        REVALIDATE_LINE + TARGETED.format(seconds).encode() if kind == "cloudflare" else SHARED.format(seconds).encode()
    )
    return Leave(host.encode(), lines)


OPEN = {"Access-Control-Allow-Origin": "*"}  # feeds are for every other program
LENT = OPEN | {"Cross-Origin-Resource-Policy": "cross-origin"}  # scripts that other sites put on their pages
YEAR = "public, max-age=31536000, immutable"
VERSIONED = {".css", ".svg", ".png"}  # asked for with ``?v=``, which names their version: they may be kept for a year
HASHED = re.compile(rb"(?:^|&)v=")

KINDS: dict[str, Kind] = {
    ".html": Kind("text/html; charset=utf-8"),
    ".rss": Kind("application/rss+xml; charset=utf-8", headers=OPEN),
    ".atom": Kind("application/atom+xml; charset=utf-8", headers=OPEN),
    ".json": Kind("application/feed+json; charset=utf-8", headers=OPEN),
    ".xml": Kind("application/xml; charset=utf-8"),
    ".css": Kind("text/css; charset=utf-8"),
    ".csv": Kind("text/csv; charset=utf-8", headers=OPEN),
    ".txt": Kind("text/plain; charset=utf-8"),
    ".js": Kind("text/javascript; charset=utf-8", headers=LENT),
    ".svg": Kind("image/svg+xml"),
    ".png": Kind("image/png"),
    ".webmanifest": Kind("application/manifest+json"),
}

# Styles, scripts and pictures of the program itself: named by their hash.
STATIC_KINDS: dict[str, Kind] = {
    suffix: Kind(content_type, YEAR, OPEN)
    for suffix, content_type in {
        ".css": "text/css; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml",
        ".png": "image/png",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
        ".ico": "image/x-icon",
        ".json": "application/json",
    }.items()
}


def kind_of(path: PurePath) -> Kind | None:
    """Return the kind of a stored file; None where the store keeps no such files."""
    return KINDS.get(path.suffix)


def is_text(path: PurePath) -> bool:
    """Return whether compressing pays."""
    return path.suffix in TEXT
