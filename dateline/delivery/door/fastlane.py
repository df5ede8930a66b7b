"""The fast lane at the door: whole forms go as frames to the writer, which answers many with one write to disk."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any

from ..hops import server_of
from ..intake import FORM_BYTES
from .line import Line, Then
from .plain_post import FORM, key_of, plain_post
from .relay import TROUBLE_WORD, Receive, Scope, Send

PassOn = Callable[[Scope, Receive, Send], Awaitable[None]]
NEVER_CACHED = b"max-age=0, no-cache, no-store, must-revalidate, private"


class FastLane:
    """Which forms the writer is sent, and how its answers read. Whatever it does not take goes the ordinary way."""

    def __init__(self, path: str, targets: re.Pattern[bytes], common: list[tuple[bytes, bytes]]) -> None:
        self.line = Line(path)
        self.targets = targets
        self.common = common
        self.common_lines = b"".join(b"%b: %b\r\n" % pair for pair in common)

    def send(self, data: bytes, peer: str, then: Then) -> bool:
        """Send the form that ``data`` is, the whole of it and plain; ``then`` is told where it led.

        False where it is another kind of request, or the line is not open: then it goes the whole way.
        """
        if not self.line.is_open or (form := plain_post(data, self.targets)) is None:
            return False
        return self.line.send(form.path, whole(form.meta, peer), form.body, then)

    def words(self, location: str, cookie: str | None, date: bytes) -> bytes:
        """Return the whole answer to a form that was stored."""
        shown = b"".join(b"%b: %b\r\n" % pair for pair in leading_to(location, cookie))
        return b"HTTP/1.1 303 See Other\r\n%b%b%b\r\n" % (date, shown, self.common_lines)

    def takes(self, scope: Scope) -> bool:
        """Return whether a request is of the kind that the lane is for, and was not with the writer before."""
        if TROUBLE_WORD in scope or not self.targets.fullmatch(scope["raw_path"]) or scope["query_string"]:
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
            led = await self.line.ask(scope["raw_path"].decode("ascii"), meta_of(scope), body)
        except OSError:
            led = None
        if led is None or isinstance(led, str):
            await pass_on({**scope, TROUBLE_WORD: led}, replay(body), send)
            return
        await send({"type": "http.response.start", "status": 303, "headers": leading_to(*led) + self.common})
        await send({"type": "http.response.body", "body": b""})


def leading_to(location: str, cookie: str | None) -> list[tuple[bytes, bytes]]:
    """Return the headers that lead a poster to the comment."""
    headers = [
        (b"location", location.encode("latin-1")),
        (b"cache-control", NEVER_CACHED),
        (b"content-length", b"0"),
    ]
    return [*headers, (b"set-cookie", cookie.encode("latin-1"))] if cookie else headers


def meta_of(scope: Scope) -> dict[str, str]:
    """Return the headers under the names of ``request.META``; one that came twice is joined, as Django does."""
    meta: dict[str, str] = {}
    for name, value in scope["headers"]:
        if b"_" in name:
            continue  # it would pass for the name with a hyphen, which a proxy may have set
        key, text = key_of(name), value.decode("latin-1")
        joint = "; " if key == "HTTP_COOKIE" else ","
        meta[key] = meta[key] + joint + text if key in meta else text
    return whole(meta, scope["client"][0] if scope.get("client") else "")


def whole(meta: dict[str, str], peer: str) -> dict[str, str]:
    """Add who called, and the port that was asked for: Wagtail tells sites of one name apart by it."""
    meta["REMOTE_ADDR"] = peer
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
