"""What the door does with a request that is more than plain.

Ready pages in full, forms by the fast lane, the rest on.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from urllib.parse import parse_qs

from dateline.lib.row_number import row_number

from ..store.kinds import HASHED, UNSAID, VERSIONED, YEAR
from .asked import Reader, asked_by, joined
from .fastlane import FastLane
from .ready import Ready
from .relay import KEPT, OURS, NobodyThere, Receive, Relay, Scope, Send, SenderGone
from .shelf import Shelf, meaning
from .streams import TOLD
from .tuning import PATH

WAIT_FOR_OWN = 0.4  # seconds that somebody who has just written waits for the page to show it
DOWN = (
    b"The newsroom's program does not answer at the moment. Nothing was lost: what you wrote is still in your browser."
    b" Go back, wait a little, and send it again.\n"
)
BAD = b"This request is not one that we can read. Nothing was done.\n"
ONLY_READ = b"News can only be listened to. Nothing was done.\n"
OTHER = b"The page has another version by now than the one that this was about. Nothing was done.\n"
BROKEN = {502, 503, 504}
# In a scope: a function that says whether whoever asked has gone away, and the target as the request line has it.
GONE, TARGET = "dateline.gone", "dateline.target"


Headers = list[tuple[bytes, bytes]]
Body = AsyncGenerator[bytes, None]


class DoorApp:
    """The application that uvicorn runs at the door."""

    def __init__(self, shelf: Shelf, reader: Reader, relay: Relay, lane: FastLane) -> None:
        self.shelf = shelf
        self.reader = reader
        self.relay = relay
        self.lane = lane

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        scope["headers"][:] = [pair for pair in scope["headers"] if is_for_us(pair[0])]
        if not is_sound(scope):
            await say(send, 400, BAD, [(b"connection", b"close")])
        elif scope["raw_path"] == PATH and scope["query_string"].startswith(b"on="):
            await self.answer_odd_listener(scope, receive, send)
        elif scope["method"] == "POST" and self.lane.takes(scope):
            await self.lane.answer(scope, receive, send, self.pass_on)
        elif scope["method"] in {"GET", "HEAD"} and await self.answer_ready(scope, send):
            return
        else:
            await self.pass_on(scope, receive, send)

    async def answer_odd_listener(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer who asks for news in a way that no page does; those that do are taken before they come here."""
        if not self.reader.is_welcome(dict(scope["headers"])):
            await self.pass_on(scope, receive, send)
        elif scope["method"] == "HEAD":
            headers = [(name.encode(), value.encode()) for name, value in TOLD.items()]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
        elif scope["method"] == "GET":
            await say(send, 400, BAD)
        else:
            await say(send, 405, ONLY_READ, [(b"allow", b"GET, HEAD")])

    async def answer_ready(self, scope: Scope, send: Send) -> bool:
        """Answer with what lies ready; False where nothing does. A page is always sent whole, and is everybody's."""
        headers = joined(scope["headers"])
        if not self.reader.is_welcome(headers):
            return False
        if not await self.has_own(scope["query_string"]):
            return False
        ready = self.shelf.find(scope["raw_path"], meaning_of(scope))
        return ready is not None and await self.send_ready(ready, scope, headers, send)

    async def send_ready(self, ready: Ready, scope: Scope, headers: Mapping[bytes, bytes], send: Send) -> bool:
        """Send a ready file, or the word that the reader has it. False where it went away meanwhile."""
        asked = asked_by(headers)
        try:
            form = ready.form_for(asked)
        except OSError:
            return False
        if ready.is_unwanted(asked, form):
            await say(send, 412, OTHER)
            return True
        is_known = ready.is_known_to(asked, form)
        sent = ready.with_leave(form.unchanged if is_known else form.head, asked, scope[TARGET])
        pairs = [(name, value) for name, _colon, value in (line.partition(b": ") for line in sent.split(b"\r\n")[:-2])]
        if ready.path.suffix in VERSIONED and HASHED.search(scope["query_string"]):
            pairs = [(name, YEAR.encode() if name == b"cache-control" else value) for name, value in pairs]
        await send({"type": "http.response.start", "status": 304 if is_known else 200, "headers": pairs})
        body = b"" if is_known or scope["method"] == "HEAD" else form.body
        await send({"type": "http.response.body", "body": body})
        return True

    async def pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the application answer; where it cannot, the last good page is better than none."""
        try:
            status, headers, body = await self.relay.ask(scope, receive)
        except SenderGone:
            return
        except NobodyThere:
            if not await self.answer_aside(scope, send):
                await say(send, 503, DOWN, [(b"retry-after", b"5")])
            return
        if any(name == KEPT for name, _value in headers):
            await drain(body)
            await self.answer_kept(scope, receive, send)
        elif status in BROKEN and await self.answer_aside(scope, send):
            await drain(body)
        else:
            await self.send_on(scope, status, headers, body, send)

    async def send_on(self, scope: Scope, status: int, headers: Headers, body: Body, send: Send) -> None:
        """Send the application's answer as it comes, for as long as somebody is there to read it."""
        if not any(name == b"cache-control" for name, _value in headers):
            headers = [*headers, (b"cache-control", UNSAID.encode())]
        async with aclosing(body):
            if scope["http_version"] == "1.0" and not any(name == b"content-length" for name, _value in headers):
                words = b"".join([block async for block in body])  # whoever speaks 1.0 knows no pieces
                body, headers = one_piece(words), [*headers, (b"content-length", b"%d" % len(words))]
            await send({"type": "http.response.start", "status": status, "headers": headers})
            async for block in body:
                await send({"type": "http.response.body", "body": block, "more_body": True})
                if scope[GONE]():
                    return
        await send({"type": "http.response.body", "body": b""})

    async def answer_kept(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what the application has just put into the store; ask again where it was taken out that very moment."""
        for _try in range(20):
            ready = self.shelf.find(scope["raw_path"], meaning_of(scope))
            if ready is not None and await self.send_ready(ready, scope, joined(scope["headers"]), send):
                return
            _status, _headers, body = await self.relay.ask(scope, receive)
            await drain(body)
        await say(send, 503, DOWN, [(b"retry-after", b"1")])

    async def answer_aside(self, scope: Scope, send: Send) -> bool:
        """Send the last good version of a page, if there is one."""
        headers = joined(scope["headers"])
        if scope["method"] not in {"GET", "HEAD"} or not self.reader.is_welcome(headers):
            return False
        ready = self.shelf.aside(scope["raw_path"], meaning_of(scope))
        return ready is not None and await self.send_ready(ready, scope, headers, send)

    async def has_own(self, query: bytes) -> bool:
        """Wait until the store reflects the change that the reader has made: ``seen`` is its number.

        False where that takes too long: then the desk makes the page from the rows, whatever else it has to do.
        """
        if b"seen=" not in query:
            return True
        number = row_number(parse_qs(query.decode("latin-1")).get("seen", [""])[0])
        if number is None:
            return True
        for _turn in range(int(WAIT_FOR_OWN / 0.01)):
            if self.shelf.gauge.read("settled") >= number:
                return True
            await asyncio.sleep(0.01)
        return False


def is_for_us(name: bytes) -> bool:
    """Whether a header may come in.

    Not one that only we set, and none with an underscore: programs behind us cannot tell it from one with a hyphen,
    which a proxy in front of us may have set itself.
    """
    return b"_" not in name and not name.startswith(OURS)


def is_sound(scope: Scope) -> bool:
    """Whether a request is for one host, and can be understood in one way only."""
    names = [name for name, _value in scope["headers"]]
    pieces = [value.lower() for name, value in scope["headers"] if name == b"transfer-encoding"]
    has_body = bool(pieces) or b"content-length" in names
    return (
        scope["raw_path"].startswith(b"/")
        and names.count(b"host") == 1
        and pieces in ([], [b"chunked"])
        and not (pieces and (scope["http_version"] == "1.0" or b"content-length" in names))
        and not (has_body and b"upgrade" in names)
    )


def meaning_of(scope: Scope) -> bytes:
    """Return what of the query makes another page."""
    return meaning(scope["query_string"])


async def one_piece(words: bytes) -> AsyncGenerator[bytes, None]:
    """Give a body that is all here."""
    yield words


async def drain(body: Body) -> None:
    """Read an answer to its end, so that its connection can be used again."""
    async for _block in body:
        pass


async def say(send: Send, status: int, words: bytes, more: Headers | None = None) -> None:
    """Answer with a sentence."""
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", b"%d" % len(words)),
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
        *(more or []),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": words})
