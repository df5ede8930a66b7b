"""Addresses of our own pages, and the files they become.

An address is a path as a person reads it, and of its query only what makes another page.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

from dateline.delivery.store.address import Unstorable, join, query_of

SAFE = "/,=~"
ODD = re.compile(r"[\x00-\x1f\\]|(?:^|/)\.\.?(?:/|$)")


class Target(NamedTuple):
    """Where a link leads: one of our addresses, and the place on its page."""

    address: str
    fragment: str


def target_of(url: str, address: str, ours: frozenset[str]) -> Target | None:
    """Return where ``url`` on the page at ``address`` leads; None if it does not lead to one of ``ours`` (origins)."""
    if not url or url.startswith("#"):
        return None
    whole = urlsplit(urljoin(f"http://us{quote(address.partition('?')[0])}", url.strip()))
    origin = f"{whole.scheme}://{whole.netloc}"
    path = unquote(whole.path) or "/"
    if origin not in ours | {"http://us"} or ODD.search(path):
        return None
    try:
        query = query_of(whole.query.encode())
    except (Unstorable, UnicodeEncodeError):
        query = ""
    return Target(join(path, query), whole.fragment)


def file_of(address: str, content_type: str) -> PurePosixPath:
    """Return the file that an address becomes: a page is ``index.html`` in its folder, all else keeps its name."""
    path, _mark, query = address.partition("?")
    place = PurePosixPath(path.strip("/"))
    if content_type == "text/html" and place.suffix not in (".html", ".htm"):
        place = place / "index.html"
    return place.with_name(f"{place.stem},{query.replace('&', ',')}{place.suffix}") if query else place


def way(start: PurePosixPath, end: PurePosixPath, fragment: str = "") -> str:
    """Return the link from one file to another: relative, so that it holds in any folder and at any address."""
    link = quote(posixpath.relpath(str(end), str(start.parent)), safe=SAFE)
    return f"{link}#{fragment}" if fragment else link
