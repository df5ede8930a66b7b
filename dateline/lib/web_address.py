"""Addresses on other people's sites: their origins, patterns of origins, and one spelling for each page.

An origin is scheme, host and port (RFC 6454), written as browsers write it in ``Origin``: ``https://example.org``,
``http://localhost:8000``. A pattern is an origin, or one with ``*.`` before its host, which stands for at least one
name; both are what a Content-Security-Policy calls a host source, and mean there what they mean here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import SplitResult, quote, urlsplit

LONGEST = 500  # characters of an address in its one spelling
PORTS = {"http": 80, "https": 443}
LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
HOST = re.compile(rf"(?:{LABEL}\.)*{LABEL}", re.ASCII)
UNSAFE = re.compile(r"[\x00-\x20\x7f\\<>\"`{}|^]|\s")  # in no address as a browser writes it
ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}")
# What newsletters and networks add to know where a reader came from; no page is another one for it.
TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|ref_src|_hsenc|_hsmi")
WILD = "*."


class BadAddress(ValueError):
    """This is no address of a page, or no origin, that could be used; trying again does not help."""


def origin_of(address: str) -> str:
    """Return the origin of ``address``. Raises BadAddress for what has none, such as a file or a script."""
    return _origin(_split(address))


def canonical(address: str) -> str:
    """Return the one spelling of ``address``: without fragment, tracking, a default port or capitals in its host.

    What else stands in the query is kept in its order, for it may say which page is meant. Raises BadAddress.
    """
    parts = _split(address)
    pieces = [piece for piece in parts.query.split("&") if piece and not _is_tracking(piece)]
    path = _escaped(parts.path) or "/"
    query = _escaped("&".join(pieces))
    found = f"{_origin(parts)}{path}{'?' if query else ''}{query}"
    if len(found) > LONGEST:
        raise BadAddress("the address is too long")
    return found


def read_pattern(line: str) -> str:
    """Return the pattern that ``line`` names, in its one spelling. Raises BadAddress."""
    scheme, mark, rest = line.strip().partition("://")
    wild = WILD if rest.startswith(WILD) else ""
    parts = _split(f"{scheme}{mark}{rest.removeprefix(WILD)}")
    if parts.path not in {"", "/"} or parts.query or parts.fragment:
        raise BadAddress("an origin ends with its host or its port")
    origin = _origin(parts)
    if wild and "." not in urlsplit(origin).netloc.partition(":")[0]:
        raise BadAddress("a pattern names at least a domain and its ending")
    return origin.replace("://", f"://{wild}", 1)


def is_within(origin: str, patterns: Iterable[str]) -> bool:
    """Return whether ``origin`` is one of ``patterns``, or has more names before the host of one with ``*.``."""
    scheme, _mark, host = origin.partition("://")
    for pattern in patterns:
        wanted, _mark, wanted_host = pattern.partition("://")
        if scheme != wanted:
            continue
        if host == wanted_host or (wanted_host.startswith(WILD) and _is_below(host, wanted_host.removeprefix("*"))):
            return True
    return False


def _is_below(host: str, ending: str) -> bool:
    """Whether ``host`` is something and then ``ending``, which begins with a dot and may end with a port."""
    return host.endswith(ending) and len(host) > len(ending)


def _split(address: str) -> SplitResult:
    if UNSAFE.search(address):
        raise BadAddress("there are signs in it that no address has")
    try:
        return urlsplit(address)
    except ValueError as error:  # half of an IPv6 address
        raise BadAddress(str(error)) from error


def _origin(parts: SplitResult) -> str:
    if parts.scheme not in PORTS or "@" in parts.netloc:
        raise BadAddress("an address begins with https:// or http:// and the name of a site")
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii").lower()
        port = parts.port
    except (UnicodeError, ValueError) as error:
        raise BadAddress("the name of the site or its port cannot be read") from error
    if not HOST.fullmatch(host):
        raise BadAddress("the name of the site cannot be read")
    return f"{parts.scheme}://{host}" + ("" if port in {None, PORTS[parts.scheme]} else f":{port}")


def _is_tracking(piece: str) -> bool:
    return bool(TRACKING.fullmatch(piece.partition("=")[0].lower()))


def _escaped(text: str) -> str:
    """Letters beyond ASCII as bytes in percent, and these in capitals: browsers and people write both."""
    return ESCAPED.sub(lambda found: found[0].upper(), quote(text, safe="/?:@!$&'()*+,;=~-._%[]"))
