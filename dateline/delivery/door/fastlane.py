"""The fast lane at the door: whole forms go as frames to the writer, which answers many with one write to disk."""

from __future__ import annotations

import asyncio
import itertools
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from ..frames import Frames, frame
from ..hops import server_of
from ..intake import FORM_BYTES
from ..outage import Trouble
from .relay import TROUBLE_WORD, Receive, Scope, Send

PassOn = Callable[[Scope, Receive, Send], Awaitable[None]]
FORM = b"application/x-www-form-urlencoded"
Led = tuple[str, str | None] | str | None  # where to, and a cookie; or a trouble; or none: it takes the ordinary way
NEVER_CACHED = b"max-age=0, no-cache, no-store, must-revalidate, private"


class FastLane:
    """One connection to the writer.

    Opened anew when it breaks. Whatever the lane does not take goes the ordinary way.
    """

    def __init__(self, path: str, targets: re.Pattern[bytes], common: list[tuple[bytes, bytes]]) -> None:
        self.path = path
        self.targets = targets
        self.common = common
        self.numbers = itertools.count()
        self.waiting: dict[int, asyncio.Future[Led]] = {}
        self.opening = asyncio.Lock()
        self.writer: asyncio.StreamWriter | None = None
        self.listening: asyncio.Task[None] | None = None

    def takes(self, scope: Scope) -> bool:
        """Return whether a request is of the kind that the lane is for."""
        if not self.targets.fullmatch(scope["raw_path"]) or scope["query_string"]:
            return False
        headers = dict(scope["headers"])
        length = headers.get(b"content-length", b"")
        is_short = length.isdigit() and len(length) < 8 and int(length) <= FORM_BYTES
        return is_short and headers.get(b"content-type", b"").lower().startswith(FORM)

    async def answer(self, scope: Scope, receive: Receive, send: Send, pass_on: PassOn) -> None:
        """Answer by the lane, or pass the request on with the body that was read."""
        body = await read(receive)
        if body is None:
            return
        try:
            led = await self.ask(scope, body)
        except Unsure:
            led = Trouble.UNSURE.value
        except OSError:
            led = None
        if led is None or isinstance(led, str):
            await pass_on({**scope, TROUBLE_WORD: led}, replay(body), send)
            return
        location, cookie = led
        headers = [
            (b"location", location.encode("latin-1")),
            (b"cache-control", NEVER_CACHED),
            (b"content-length", b"0"),
        ]
        if cookie:
            headers.append((b"set-cookie", cookie.encode("latin-1")))
        await send({"type": "http.response.start", "status": 303, "headers": headers + self.common})
        await send({"type": "http.response.body", "body": b""})

    async def ask(self, scope: Scope, body: bytes) -> Led:
        """Send a form to the writer and wait for its word. Raises OSError where there is no writer."""
        async with self.opening:
            if self.writer is None or self.writer.is_closing():
                reader, self.writer = await asyncio.open_unix_connection(self.path)
                self.listening = asyncio.create_task(self.listen(reader, self.writer))
        number = next(self.numbers)
        future = self.waiting[number] = asyncio.get_running_loop().create_future()
        self.writer.write(frame((number, scope["raw_path"].decode("ascii"), meta_of(scope), body)))
        return await future

    async def close(self) -> None:
        """Hang up; whoever still waits is told that we do not know."""
        if self.writer is not None and self.listening is not None:
            self.writer.close()
            await self.listening

    async def listen(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Hand each word of the writer to whoever waits for it.

        When the connection breaks, a form that was sent may be stored or not: its sender is told so, and nobody sends
        it twice.
        """
        frames = Frames()
        with suppress(OSError):
            while data := await reader.read(64 * 1024):
                for number, led in frames.feed(data):
                    future = self.waiting.pop(number, None)
                    if future and not future.done():
                        future.set_result(led)
        writer.close()
        waiting, self.waiting = self.waiting, {}
        for future in waiting.values():
            if not future.done():
                future.set_exception(Unsure())


class Unsure(Exception):
    """The writer went away while it had a form in hand. The form may be stored; looking at the page tells."""


def meta_of(scope: Scope) -> dict[str, str]:
    """Return the headers under the names of ``request.META``; one that came twice is joined, as Django does.

    With the port that was asked for, by which Wagtail tells sites of one name apart; the name is that of the host.
    """
    meta: dict[str, Any] = {"REMOTE_ADDR": scope["client"][0] if scope.get("client") else ""}
    for name, value in scope["headers"]:
        if b"_" in name:
            continue  # it would pass for the name with a hyphen, which a proxy may have set
        key = name.decode("latin-1").upper().replace("-", "_")
        key = key if key in {"CONTENT_TYPE", "CONTENT_LENGTH"} else f"HTTP_{key}"
        text = value.decode("latin-1")
        joint = "; " if key == "HTTP_COOKIE" else ","
        meta[key] = meta[key] + joint + text if key in meta else text
    meta["SERVER_PORT"] = str(server_of(meta.get("HTTP_HOST", ""))[1])
    return meta


async def read(receive: Receive) -> bytes | None:
    """Return the whole body; None where the sender went away, or sends more than announced or allowed."""
    body = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        if not message.get("more_body"):
            return body


def replay(body: bytes) -> Receive:
    """Return a ``receive`` that gives ``body`` again."""
    messages = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def receive() -> dict[str, Any]:
        return next(messages, {"type": "http.disconnect"})

    return receive
