"""HTTP at the door: uvicorn's protocol, with short ways for the plain GET of what lies ready and for a plain form.

A short way takes a request only if all of it has come in one piece, nothing else is under way on the connection,
and every header of it is of the plain kind; it answers from the shelf, or with the writer's word, without a parser, a
task or a scope. All else goes the whole way through llhttp, which refuses what is not HTTP.
"""

from __future__ import annotations

import asyncio
import re
from email.utils import formatdate
from functools import partial
from time import time
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from ..store.address import ASKS
from ..store.kinds import HASHED
from .app import GONE, TARGET
from .asked import Reader
from .fastlane import FastLane
from .line import Led
from .relay import TROUBLE_WORD
from .shelf import Shelf
from .streams import Stream, Streams

LONGEST_TARGET = 8_000  # bytes of the request line; then 414
LONGEST_HEAD = 32_000  # bytes of request line and headers; then 431
PLAIN = re.compile(rb"(GET|HEAD) (/[!-~]*) HTTP/1\.1\r\n")
FRAGMENT = re.compile(rb"[#\\]")
ABSOLUTE = re.compile(rb"https?://([^/?#]*)", re.I)
TOO_MUCH = {
    414: (b"414 URI Too Long", b"This address is longer than any of ours. Nothing was done.\n"),
    431: (
        b"431 Request Header Fields Too Large",
        b"This request brings more headers than we take. Nothing was done.\n",
    ),
    503: (b"503 Service Unavailable", b"More readers are here than we can answer at once. Come back shortly.\n"),
}
OK, UNCHANGED = b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 304 Not Modified\r\n"


class Clock:
    """The Date header, written once a second."""

    def __init__(self) -> None:
        self.second = 0
        self.header = b""

    def date(self) -> bytes:
        """Return the header line of now."""
        second = int(time())
        if second != self.second:
            self.second = second
            self.header = b"date: " + formatdate(second, usegmt=True).encode() + b"\r\n"
        return self.header


class Door:
    """What every connection of the process shares."""

    def __init__(self, shelf: Shelf, reader: Reader, streams: Streams, lane: FastLane, *, most: int = 100_000) -> None:
        self.shelf = shelf
        self.reader = reader
        self.streams = streams
        self.lane = lane
        self.most = most  # connections at once
        self.clock = Clock()

    def answer(self, data: bytes) -> bytes | None:
        """Return the whole answer to the plain GET that ``data`` is.

        None where it is not one, or nothing lies ready.
        """
        line = PLAIN.match(data) if len(data) < LONGEST_TARGET else None
        if line is None or data.find(b"\r\n\r\n") != len(data) - 4 or FRAGMENT.search(line[2]):
            return None
        asked = self.reader.read(data[line.end() : -4])
        if asked is None:
            return None
        path, _mark, query = line[2].partition(b"?")
        if query and (ASKS.search(query) or HASHED.search(query)):
            return None
        ready = self.shelf.find(path, b"")
        if ready is None:
            return None
        try:
            form = ready.form_for(asked)
        except OSError:
            return None
        if (asked.tags or asked.since) and ready.is_known_to(asked, form):
            return UNCHANGED + self.clock.date() + ready.with_leave(form.unchanged, asked, line[2])
        head = OK + self.clock.date() + ready.with_leave(form.head, asked, line[2])
        return head if line[1] == b"HEAD" else head + form.body


class DoorProtocol(HttpToolsProtocol):
    """One connection."""

    door: Door  # given by ``protocol_for``

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_between = True  # requests: nothing of the next one has come, and the last one is answered
        self.head_size = 0
        self.last_heard = self.loop.time()
        self.begun_at = 0.0  # when the first byte came of a request that is not yet whole; 0 between requests
        self.body_size = 0
        self.unread, self.unread_since = 0, 0.0  # bytes that wait for the client, and since when so many
        self.stream: Stream | None = None
        self.begun = b""  # of a request for a stream that comes in pieces
        self.is_with_writer = False  # a form of this connection's
        self.is_last = False  # what is under way: then we close
        self.beside: dict[str, Any] = {}  # what the next scope has beside what the parser puts there

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a connection, or say at once that there are too many."""
        super().connection_made(transport)
        self.last_heard = self.unread_since = self.loop.time()
        if len(self.connections) > self.door.most:
            self.refuse(503)

    def data_received(self, data: bytes) -> None:
        """Answer at once where that can be, else let the whole parser have it."""
        self.last_heard = self.loop.time()
        if self.stream is not None:
            return  # an open stream takes no further requests
        if self.begun:
            data, self.begun = self.begun + data, b""
        if self.is_between and self.is_idle and not self.flow.write_paused:
            answer = self.door.answer(data)
            if answer is not None:
                if self.timeout_keep_alive_task is not None:
                    self._unset_keepalive_if_required()
                self.transport.write(answer)
                return
            if self.door.streams.takes(data) and self.opens_stream(data):
                return
            if self.sends_form(data):
                return
        self.begun_at = self.begun_at or self.last_heard
        if not self.is_too_long(data):
            super().data_received(data)

    @property
    def is_idle(self) -> bool:
        """Whether no answer is owed."""
        return not self.is_with_writer and (self.cycle is None or self.cycle.response_complete)

    def sends_form(self, data: bytes) -> bool:
        """Hand a form to the writer, and read no further until it has answered; False where it is not a plain one."""
        if not self.door.lane.send(data, self.client[0] if self.client else "", partial(self.take_word, data)):
            return False
        self._unset_keepalive_if_required()
        self.flow.pause_reading()
        self.is_with_writer = True
        return True

    def take_word(self, data: bytes, led: Led) -> None:
        """Say where a form led; one that the writer does not take goes the whole way, with its reason."""
        self.is_with_writer = False
        if self.transport.is_closing():
            return
        self.last_heard = self.loop.time()
        self.flow.resume_reading()
        if isinstance(led, tuple):
            self.transport.write(self.door.lane.words(*led, self.door.clock.date()))
            if self.is_last:
                self.transport.close()
            return
        self.beside = {TROUBLE_WORD: led}
        super().data_received(data)
        if self.is_last:
            self.shutdown()

    def shutdown(self) -> None:
        """Close once what is under way is answered."""
        self.is_last = True
        if not self.is_with_writer:
            super().shutdown()

    def opens_stream(self, data: bytes) -> bool:
        """Open a stream, or wait for the rest of its request; False where the whole parser has to answer."""
        if b"\r\n\r\n" not in data and len(data) < LONGEST_TARGET:
            self.begun = data
            self.begun_at = self.begun_at or self.last_heard
            return True
        return self.door.streams.open(self, data)

    def become(self, stream: Stream) -> None:
        """Be a stream from now on: what takes requests is needed no more."""
        self._unset_keepalive_if_required()
        self.stream, self.begun_at = stream, 0.0
        self.parser = self.cycle = self.scope = self.headers = None  # type: ignore[assignment]

    def is_too_long(self, data: bytes) -> bool:
        """Refuse a request line or headers beyond measure, before they are parsed."""
        if self.is_between:
            self.head_size = 0
            end = data.find(b"\r\n", 0, LONGEST_TARGET)
            if end < 0 and len(data) >= LONGEST_TARGET:
                return self.refuse(414)
        if self.head_size < 0:  # the headers are complete: what comes is body, counted elsewhere
            return False
        end = data.find(b"\r\n\r\n")
        self.head_size += end if end >= 0 else len(data)
        return self.refuse(431) if self.head_size > LONGEST_HEAD else False

    def refuse(self, status: int) -> bool:
        """Say why and close."""
        line, words = TOO_MUCH[status]
        again = b"retry-after: 5\r\n" if status == 503 else b""
        head = b"HTTP/1.1 %b\r\ncontent-type: text/plain; charset=utf-8\r\ncache-control: no-store\r\n" % line
        self.transport.write(head + again + b"connection: close\r\ncontent-length: %d\r\n\r\n%b" % (len(words), words))
        self.transport.close()
        return True

    def on_message_begin(self) -> None:
        """A request has begun."""
        self.is_between = False
        self.begun_at = self.loop.time()
        self.body_size = 0
        super().on_message_begin()

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header. What comes behind a body in pieces is none: nobody in front of us has looked at it."""
        if self.head_size >= 0:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Its headers are here."""
        self.head_size = -1
        absolute = ABSOLUTE.match(self.url)
        if absolute:  # such a target says which host is meant, whatever the header says (RFC 9112, 3.2.2)
            self.headers[:] = [(b"host", absolute[1]), *(pair for pair in self.headers if pair[0] != b"host")]
        elif not self.url.startswith(b"/"):
            self.headers.clear()  # no target of ours: without a host it is refused
        super().on_headers_complete()
        cycle = self.cycle
        self.scope[GONE] = lambda: cycle.disconnected  # type: ignore[literal-required]
        self.scope[TARGET] = self.url  # type: ignore[literal-required]
        self.scope.update(self.beside)  # type: ignore[typeddict-item]
        self.beside = {}
        if self.parser.should_upgrade():
            self.cycle.keep_alive = False  # the parser reads no further

    def eof_received(self) -> bool:  # type: ignore[override]
        """Answer who has said all that they wanted to say, then close; anybody else is gone."""
        is_owed = self.is_between and self.cycle is not None and not self.cycle.response_complete
        if is_owed:
            self.cycle.keep_alive = False
        return is_owed

    def on_body(self, body: bytes) -> None:
        """Some of its body is here."""
        self.body_size += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        """All of it is here."""
        self.is_between = True
        self.head_size = 0
        self.begun_at = 0.0
        super().on_message_complete()

    def pause_writing(self) -> None:
        """Take nothing more from a client that does not read what it asked for."""
        super().pause_writing()
        self.flow.pause_reading()

    def resume_writing(self) -> None:
        """Go on."""
        super().resume_writing()
        self.flow.resume_reading()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        if self.stream is not None:
            self.door.streams.close(self)
        super().connection_lost(exc)


def protocol_for(door: Door) -> type[DoorProtocol]:
    """Return the class of connections that share ``door``."""
    return type("SharedDoorProtocol", (DoorProtocol,), {"door": door})
