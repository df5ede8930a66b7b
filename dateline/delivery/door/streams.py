"""Open pages that want to be told: server-sent events, with nothing per page but its connection and its channels.

The tender writes news to the wire; this process looks at one number to see whether there is any, frames each piece
once, and writes it to whoever listens, a few at a time, so that readers who ask for a page meanwhile do not wait. A
stream ends with its connection, so it needs no framing of its own, and a proxy that speaks HTTP/1.0 can carry it.
"""

from __future__ import annotations

import asyncio
import logging
import socket
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from email.utils import formatdate
from time import time
from typing import Protocol

from ..store.wire import Ear
from .asked import Reader, fields_of
from .bulletin import Bulletin
from .tuning import LINE, STREAM, last_heard, listener, tuned

log = logging.getLogger("dateline.door")
LOOK = 0.03  # seconds between two looks for news
SLICE = 16  # streams that are written to before others have their turn: a fraction of a millisecond
REST = 3  # times as long as a round of telling took, others have the process for themselves
BEAT = 20  # seconds between two signs of life: proxies close what is quiet for a minute
UNREAD = 16 * 1024  # bytes that wait for a reader who does not take them; then the stream is closed
SENT_AHEAD = 16 * 1024  # bytes the kernel may hold for one stream, instead of megabytes
GONE = 60_000  # milliseconds after which a reader who confirms nothing is gone
AGAIN = (2_000, 8_000)  # milliseconds until a page comes back: spread, for all come back at once when we start anew
SIGN = b":\n\n"
TOLD = {"content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no"}
NONSENSE = b"We do not know what this page wants to be told of. Nothing was done.\n"
FULL = b"As many pages as we can tell of news are open already. This one is right, and stays as it is.\n"


@dataclass(frozen=True)
class Limits:
    """How many streams there may be in all and from one address; how many ``proxies`` we trust to tell addresses."""

    most: int = 6_000
    most_per_address: int = 60
    proxies: int = 0


@dataclass(slots=True)
class Stream:
    """What an open page listens to, under which address it is counted, and in which second it has its sign of life."""

    channels: tuple[bytes, ...]
    address: str
    beat: int


class Connection(Protocol):
    """What we need of the door's connections."""

    transport: asyncio.Transport
    client: tuple[str, int] | None

    def become(self, stream: Stream) -> None:
        """Be a stream from now on."""


@dataclass
class Streams:
    """All open streams of one door. ``common`` are headers that every answer has."""

    ear: Ear
    reader: Reader
    limits: Limits = field(default_factory=Limits)
    common: dict[str, str] = field(default_factory=dict)
    open_ones: dict[Connection, Stream] = field(default_factory=dict)
    listeners: dict[bytes, set[Connection]] = field(default_factory=dict)
    addresses: Counter[str] = field(default_factory=Counter)
    bulletin: Bulletin = field(default_factory=Bulletin)
    opened: int = 0

    def takes(self, data: bytes) -> bool:
        """Return whether a request opens a stream."""
        return data.startswith(STREAM)

    def open(self, protocol: Connection, data: bytes) -> bool:
        """Answer a whole request for a stream; False where it is not a plain one of a reader of ours."""
        line = LINE.match(data)
        found = fields_of(data[line.end() : -4]) if line and data.find(b"\r\n\r\n") == len(data) - 4 else None
        if line is None or found is None or not self.reader.is_welcome(found):
            return False
        asked = tuned(line[1])
        address = listener(protocol.client[0] if protocol.client else "", found, self.limits.proxies)
        if asked is None:
            self.refuse(protocol, b"400 Bad Request", NONSENSE)
        elif self.is_full(address):
            self.refuse(protocol, b"503 Service Unavailable", FULL)
        else:
            self.begin(protocol, Stream(asked.channels, address, self.opened % BEAT), last_heard(found, asked))
        return True

    def is_full(self, address: str) -> bool:
        """Return whether one more stream would be one too many."""
        return len(self.open_ones) >= self.limits.most or self.addresses[address] >= self.limits.most_per_address

    def begin(self, protocol: Connection, stream: Stream, last: int) -> None:
        """Make a connection a stream and tell it what it missed."""
        spare(protocol)
        protocol.become(stream)
        self.opened += 1
        self.open_ones[protocol] = stream
        self.addresses[stream.address] += 1
        for channel in stream.channels:
            self.listeners.setdefault(channel, set()).add(protocol)
        again = AGAIN[0] + self.opened * 997 % (AGAIN[1] - AGAIN[0])
        missed = self.bulletin.since(last, stream.channels)
        protocol.transport.write(self.head() + b"retry: %d\n\n" % again + missed)

    def head(self) -> bytes:
        """Return what comes before the first event."""
        date = {"date": formatdate(int(time()), usegmt=True), "connection": "close"}
        lines = [f"{name.lower()}: {value}\r\n" for name, value in {**date, **TOLD, **self.common}.items()]
        return b"HTTP/1.1 200 OK\r\n" + "".join(lines).encode("latin-1") + b"\r\n"

    def refuse(self, protocol: Connection, status: bytes, words: bytes) -> None:
        """Say why and close."""
        head = b"HTTP/1.1 %b\r\ncontent-type: text/plain; charset=utf-8\r\ncache-control: no-store\r\n" % status
        rest = b"retry-after: 60\r\nconnection: close\r\ncontent-length: %d\r\n\r\n%b" % (len(words), words)
        protocol.transport.write(head + rest)
        protocol.transport.close()

    def close(self, protocol: Connection) -> None:
        """Forget one."""
        stream = self.open_ones.pop(protocol, None)
        if stream is None:
            return
        self.addresses[stream.address] -= 1
        if not self.addresses[stream.address]:
            del self.addresses[stream.address]
        for channel in stream.channels:
            self.listeners[channel].discard(protocol)
            if not self.listeners[channel]:
                del self.listeners[channel]

    async def tell(self) -> None:
        """Look for news and tell it, for as long as we serve."""
        loop = asyncio.get_running_loop()
        while True:
            begun = loop.time()
            with suppress(OSError, ValueError):  # no wire yet, or one that the tender is about to begin anew
                for channel, frames in self.hear().items():
                    await self.write(list(self.listeners.get(channel, ())), frames)
            await asyncio.sleep(max(LOOK, REST * (loop.time() - begun)))

    def hear(self) -> dict[bytes, bytes]:
        """Return what is to be told now, by channel. Raises OSError or ValueError where the wire cannot be read."""
        heard = self.ear.hear()
        if heard is None:
            return {}
        fresh = self.bulletin.take(heard)
        return dict.fromkeys(self.listeners, self.bulletin.resync()) if heard.is_gap else fresh

    async def beat(self) -> None:
        """Give each stream a sign of life every ``BEAT`` seconds, some in each second."""
        second = 0
        while True:
            await asyncio.sleep(1)
            second = (second + 1) % BEAT
            await self.write([one for one, stream in self.open_ones.items() if stream.beat == second], SIGN)

    async def write(self, to: list[Connection], data: bytes) -> None:
        """Write to some streams, a few at a time; whoever does not take what was sent is let go."""
        for start in range(0, len(to), SLICE):
            for one in to[start : start + SLICE]:
                if one not in self.open_ones:
                    continue
                if one.transport.get_write_buffer_size() > UNREAD:
                    one.transport.abort()
                else:
                    one.transport.write(data)
            await asyncio.sleep(0)


def spare(protocol: Connection) -> None:
    """Let the kernel hold little for a connection, and end it when its reader is gone without a word."""
    connection = protocol.transport.get_extra_info("socket")
    with suppress(OSError, AttributeError):  # not TCP, or a system without the second
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SENT_AHEAD)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, GONE)
