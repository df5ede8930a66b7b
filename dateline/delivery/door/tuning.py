"""What an open page listens to, as it stands in its request: ``/live/?on=thread:12&on=meter``.

And what it heard last.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from ..hops import household, told_address

STREAM = b"GET /live/?on="
PATH = b"/live/"
LINE = re.compile(rb"GET /live/\?([!-~]*) HTTP/1\.[01]\r\n")
CHANNEL = rb"[a-z]{1,20}(?:(?::|%3A)[1-9][0-9]{0,17})?"
QUERY = re.compile(rb"(on=%b(?:&on=%b){0,7})(?:&last=([0-9]{1,18}))?" % (CHANNEL, CHANNEL))
NUMBER = re.compile(rb"[0-9]{1,18}")


class Tuned(NamedTuple):
    """``channels``, none of them twice; ``last`` is the number of the last news that was heard, 0 for none."""

    channels: tuple[bytes, ...]
    last: int


@lru_cache(maxsize=2_048)  # most pages ask alike, so their channels are one piece of memory
def tuned(query: bytes) -> Tuned | None:
    """Return what a query asks for; None for whatever no page of ours asks."""
    match = QUERY.fullmatch(query)
    if match is None:
        return None
    channels = dict.fromkeys(one.removeprefix(b"on=").replace(b"%3A", b":") for one in match[1].split(b"&"))
    return Tuned(tuple(channels), int(match[2] or 0))


def last_heard(found: Mapping[bytes, bytes], asked: Tuned) -> int:
    """Return the number of the last news heard: a browser that comes back says it in a header."""
    header = found.get(b"last-event-id", b"")
    return int(header) if NUMBER.fullmatch(header) else asked.last


def listener(peer: str, found: Mapping[bytes, bytes], proxies: int) -> str:
    """Return under which address a stream is counted."""
    return household(told_address(peer, found.get(b"x-forwarded-for", b"").decode("latin-1"), proxies))
