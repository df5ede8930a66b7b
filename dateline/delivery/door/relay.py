"""Leading a request on to the application behind the door, and its answer back, as they come.

What goes on is written anew from what was parsed, never passed through as bytes: the two ends cannot disagree about
where a request ends. Headers of one hop stay here (RFC 9110, 7.6.1); the reader's own address is told in a header
that nobody else can set, because it is taken off whatever comes in.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any

import httptools

Scope = dict[str, Any]
Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

HOP = {
    b"connection", b"keep-alive", b"proxy-authenticate", b"proxy-authorization", b"proxy-connection", b"te", b"trailer",
    b"transfer-encoding", b"upgrade", b"expect",
}  # fmt: skip
OURS = b"x-dateline-"
PEER = b"x-dateline-peer"
KEPT = b"x-dateline-kept"
TROUBLE = b"x-dateline-trouble"
TROUBLE_WORD = "dateline.trouble"  # in a scope: why a form was not stored, or may not be stored again; see Trouble
BLOCK = 64 * 1024
IDLE_MOST = 32  # connections kept for the next request


class NobodyThere(Exception):
    """The application does not answer. Trying again in a moment helps."""


class SenderGone(Exception):
    """Whoever asked has gone away, or was refused, before all of the request had come. Nobody waits for an answer."""


class Answer:
    """An answer as it comes in: httptools calls what begins with ``on_``."""

    def __init__(self) -> None:
        self.headers: list[tuple[bytes, bytes]] = []
        self.body: list[bytes] = []
        self.has_head = self.is_whole = False

    def on_header(self, name: bytes, value: bytes) -> None:
        self.headers.append((name.lower(), value))

    def on_headers_complete(self) -> None:
        self.has_head = True

    def on_body(self, body: bytes) -> None:
        self.body.append(body)

    def on_message_complete(self) -> None:
        self.is_whole = True


class Relay:
    """The way to the application's Unix socket."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def open(self, *, fresh: bool) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Return a connection, one that was used before where that does no harm. Raises NobodyThere."""
        while self.idle and not fresh:
            reader, writer = self.idle.pop()
            if not writer.is_closing() and not reader.at_eof():
                return reader, writer
        try:
            return await asyncio.open_unix_connection(self.path, limit=4 * BLOCK)
        except OSError as error:
            raise NobodyThere from error

    async def ask(
        self, scope: Scope, receive: Receive
    ) -> tuple[int, list[tuple[bytes, bytes]], AsyncGenerator[bytes, None]]:
        """Send a request on; return status, headers and the body as it comes. Raises NobodyThere or SenderGone.

        A request that may have had an effect is never sent twice: it always takes a fresh connection.
        """
        is_safe = scope["method"] in {"GET", "HEAD"}
        reader, writer = await self.open(fresh=not is_safe)
        try:
            await send_request(writer, scope, receive)
            answer, parser = Answer(), None
            parser = httptools.HttpResponseParser(answer)
            while not answer.has_head:
                data = await reader.read(BLOCK)
                if not data:
                    raise ConnectionResetError
                parser.feed_data(data)
        except SenderGone:
            writer.close()
            raise
        except (OSError, httptools.HttpParserError) as error:
            writer.close()
            raise NobodyThere from error
        body = self.body(scope, reader, writer, answer, parser)
        return parser.get_status_code(), [pair for pair in answer.headers if pair[0] not in HOP], body

    async def body(
        self,
        scope: Scope,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        answer: Answer,
        parser: httptools.HttpResponseParser,
    ) -> AsyncGenerator[bytes, None]:
        """Give the body block by block, then keep the connection for the next request."""
        is_done = scope["method"] == "HEAD"
        try:
            while not is_done:
                blocks, answer.body = answer.body, []
                if blocks:
                    yield b"".join(blocks)
                elif answer.is_whole:
                    is_done = True
                else:
                    data = await reader.read(BLOCK)
                    if not data:
                        raise ConnectionResetError
                    parser.feed_data(data)
        finally:
            if answer.is_whole and parser.should_keep_alive() and len(self.idle) < IDLE_MOST:
                self.idle.append((reader, writer))
            else:
                writer.close()


async def send_request(writer: asyncio.StreamWriter, scope: Scope, receive: Receive) -> None:
    """Write a request anew."""
    target = scope["raw_path"] + (b"?" + scope["query_string"] if scope["query_string"] else b"")
    lines = [scope["method"].encode("ascii") + b" " + target + b" HTTP/1.1"]
    length = None
    is_chunked = False
    for name, value in scope["headers"]:
        if name == b"content-length":
            length = value
        elif name == b"transfer-encoding":
            is_chunked = True
        elif name not in HOP and not name.startswith(OURS):
            lines.append(name + b": " + value)
    if scope.get("client"):
        lines.append(PEER + b": " + scope["client"][0].encode("ascii"))
    if scope.get(TROUBLE_WORD):
        lines.append(TROUBLE + b": " + scope[TROUBLE_WORD].encode("ascii"))
    if is_chunked:
        lines.append(b"transfer-encoding: chunked")
    elif length is not None:
        lines.append(b"content-length: " + length)
    writer.write(b"\r\n".join(lines) + b"\r\n\r\n")
    if is_chunked or length not in (None, b"0"):
        await send_body(writer, receive, is_chunked=is_chunked)
    else:
        await writer.drain()


async def send_body(writer: asyncio.StreamWriter, receive: Receive, *, is_chunked: bool) -> None:
    """Pass the body on as it comes. Raises SenderGone."""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise SenderGone
        block = message.get("body", b"")
        if block:
            writer.write(b"%x\r\n%b\r\n" % (len(block), block) if is_chunked else block)
        try:
            await writer.drain()
        except OSError:
            return  # refused half-way: the answer says why
        if not message.get("more_body"):
            break
    if is_chunked:
        writer.write(b"0\r\n\r\n")
