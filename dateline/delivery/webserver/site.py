"""What a web server is told, whichever it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..store.address import ASKS
from ..store.kinds import HASHED, KINDS, STATIC_KINDS, Kind, Leave

# Addresses as they stand in the request line, for PCRE and RE2 alike. Letters beyond ASCII are percent-encoded there;
# nothing else needs to be, and who encodes a dot or a slash is not one of our links.
BYTE = r"%[89A-Fa-f][\dA-Fa-f]"
SEGMENT = rf"(?:[\w~-]|{BYTE})(?:[\w.~-]|{BYTE})*"
QUERY = r"(?:\?[^#]*)?$"
ASKED = ASKS.pattern.decode()  # a query that means something
DATED = HASHED.pattern.decode()  # one that names a version
NO_LEAF = {".html"}  # the address of such a file ends with a slash


class Unfit(ValueError):
    """Such a web server would not do, and a sentence why."""


@dataclass(frozen=True)
class Site:
    """An installation as a web server in front of it sees it.

    ``store`` is the page store, ``static`` the collected static files, ``upstream`` the address of ``dateline serve``.
    ``certificate`` and ``key`` are files, empty where there are none; ``is_plain`` says that it listens without TLS.
    ``common``, ``policies`` and ``leave`` are headers as the door is told them, ``most`` the bytes that a request may
    carry. ``insists_on_tls`` is whether pages are for https alone, ``proxies`` how many there are, this one included.
    """

    hosts: tuple[str, ...]
    store: Path
    static: Path
    upstream: str
    port: int
    is_plain: bool
    certificate: str
    key: str
    common: Mapping[str, str]
    policies: Mapping[str, str]
    leave: Leave | None
    most: int
    insists_on_tls: bool
    proxies: int

    @property
    def is_behind_another(self) -> bool:
        """Whether TLS ends in front of this web server, so that its word for it is that of who stands there."""
        return self.is_plain and self.proxies > 1

    def sent_with(self) -> dict[str, dict[str, str]]:
        """Return what a file of the store is sent with, by how its name ends, beside what all are."""
        return {suffix: kind.sent_with(self.policies.get(suffix, "")) for suffix, kind in KINDS.items()}


def folders() -> str:
    """Return the pattern of addresses that end with a slash: their pages are called index.html."""
    return rf"/(?:{SEGMENT}/)*{QUERY}"


def leaves() -> str:
    """Return the pattern of addresses that name a file of the store."""
    return rf"/(?:{SEGMENT}/)*{SEGMENT}\.{one_of(set(KINDS) - NO_LEAF)}{QUERY}"


def hashed() -> str:
    """Return the pattern of static files that are named by their hash."""
    return rf"/static/(?:{SEGMENT}/)*{SEGMENT}\.[\w-]+\.{one_of(STATIC_KINDS)}{QUERY}"


def kept_by_a_cache(leave: Leave) -> str:
    """Return the pattern of host and target together where a cache in front may keep a page."""
    return rf"^{re.escape(leave.host.decode('ascii'))}/(?:[\w.~/-]|%[89A-F][\dA-F])*$"


def one_of(suffixes: Mapping[str, Kind] | set[str]) -> str:
    """Return the pattern of any of some endings, without the dot."""
    return f"(?:{'|'.join(sorted(suffix[1:] for suffix in suffixes))})"
