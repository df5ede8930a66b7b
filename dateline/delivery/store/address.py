"""Addresses as the store knows them: a path, and of the query only what makes another page.

An address is the path as a person reads it (UTF-8, not percent-encoded), with ``?name=value`` pairs behind it in the
order of their names. One page has one address, so that what means nothing neither splits the store nor fills it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, quote, unquote_to_bytes

MEANINGFUL = frozenset({"page", "sort", "after"})  # the names of queries that make another page, of whatever view
UNKEPT = frozenset({"at", "order"})  # and of those of which there are too many to keep: any day, any order of a table
SEEN = "seen"  # the number of the change that its reader has just made: no other page, but not any version of it
ASKS = re.compile(rb"(?:^|&)(?:%b)=" % "|".join(sorted(MEANINGFUL | UNKEPT | {SEEN})).encode())
SANE = re.compile(r"[\w-]{1,40}", re.ASCII)
SEGMENT = re.compile(r"(?!\.)[\w.~-]{1,120}")
LONGEST = 400  # characters of a path; no slug of ours comes near it
DEEPEST = 8
FRAMED, FRAMED_PATHS = "framed", "/embed/"  # the folder of pages that other sites may frame, and how they begin
INDEX = "index.html"  # what the file of a path that ends with a slash is called; no page is called so


class Unstorable(ValueError):
    """No page of ours has such an address. Ask the application, which says so in its own words."""


def path_of(raw: bytes) -> str:
    """Return the path that ``raw``, as it stood in the request line, stands for. Raises Unstorable."""
    if len(raw) > LONGEST * 3:
        raise Unstorable
    try:
        path = unquote_to_bytes(raw).decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unstorable from error
    if len(path) > LONGEST or not path.startswith("/") or b"%2f" in raw.lower():
        raise Unstorable
    parts = path[1:].split("/")
    if len(parts) > DEEPEST or not all(SEGMENT.fullmatch(part) for part in parts[:-1]):
        raise Unstorable
    if parts[-1] == INDEX or (parts[-1] and not SEGMENT.fullmatch(parts[-1])):
        raise Unstorable
    return path


def query_of(raw: bytes) -> str:
    """Return what of a query makes another page, in one order; empty where nothing does. Raises Unstorable."""
    if not raw or not ASKS.search(raw):
        return ""
    try:
        pairs = parse_qsl(raw.decode("ascii"), max_num_fields=20)
    except ValueError as error:
        raise Unstorable from error
    if any(name in UNKEPT for name, _value in pairs):
        raise Unstorable
    return canonical((name, value) for name, value in pairs if name in MEANINGFUL)


def canonical(pairs: Iterable[tuple[str, str]]) -> str:
    """Write pairs of a query in the one order. Raises Unstorable for a value that none of our links carries."""
    kept = sorted(dict(pairs).items())
    if not all(SANE.fullmatch(value) for _name, value in kept):
        raise Unstorable
    return "&".join(f"{name}={value}" for name, value in kept)


def join(path: str, query: str) -> str:
    """Return the address of a path and a canonical query."""
    return f"{path}?{query}" if query else path


def target_of(address: str) -> bytes:
    """Return how an address stands in a request line where nothing is written that need not be."""
    path, mark, query = address.partition("?")
    return (quote(path, safe="/~") + mark + query).encode("ascii")


def file_of(address: str) -> PurePosixPath:
    """Return where the page at ``address`` lies, from the store's folder: as a web server would look for it.

    Pages that a query makes lie in a folder of their own, out of the way of a server that looks at paths alone; so do
    those that other sites may frame, out of the way of one that sends all files with the same policy.
    """
    path, _mark, query = address.partition("?")
    top = FRAMED if path.startswith(FRAMED_PATHS) else "queries" if query else "pages"
    name = path[1:] + (INDEX if path.endswith("/") else "")
    if query:
        place = PurePosixPath(name)
        name = str(place.with_name(f"{place.stem},{query.replace('&', ',')}{place.suffix}"))
    return PurePosixPath(top, name)
