"""Posts comments from many connections: each its own sender, device and words; some answer others.

Told ``port``, ``page``, ``clients``, and optionally ``seconds``, ``rate`` (posts a second; as fast as answers come
where it is missing), ``replies`` (the share that answers), ``ordinary`` (the share sent as multipart, which takes the
ordinary way), ``series`` (a number that makes this run's words and senders its own). Tells what was answered as
``[mark, comment, sent, answered, held]``, what was refused, and what was sent without an answer. A connection that
breaks is opened again until we are told to stop.
"""

from __future__ import annotations

import asyncio
import random
import re
from time import monotonic, time
from typing import Any
from urllib.parse import urlencode

import uvloop

from .. import words
from .program import is_over, spec, tell

SENT_TO = re.compile(rb"\r\nlocation: [^\r]*?(?:#c(\d+)|/mine/(\d+)/)", re.I)
BOUNDARY = "a-line-between-fields"
AGAIN = 0.05
LOOK = 0.1
TEXTS = 512


class Words:
    """Requests, made ready ahead as far as can be: the load must not cost more than what it loads."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.told = told
        self.series = told.get("series", 0)
        self.chance = random.Random(self.series)  # noqa: S311 (a load, not a secret)
        self.texts = [(words.name(self.chance), words.template(words.comment(self.chance))) for _ in range(TEXTS)]
        self.roots: list[int] = []
        self.made = 0

    def next(self) -> tuple[str, bytes]:
        """Return the mark of a comment and the request that posts it."""
        self.made += 1
        mark = f"note {self.series}x{self.made}y"
        name, text = self.texts[self.made % TEXTS]
        fields = {"author_name": name, "text": f"{words.own(text, self.series * 10**9 + self.made)} ({mark})"}
        is_reply = bool(self.roots) and self.chance.random() < self.told.get("replies", 0.0)
        path = f"/comments/{self.chance.choice(self.roots[-50:])}/reply/" if is_reply else None
        kind, body = self.body(fields)
        return mark, self.request(path or f"/threads/{self.told['page']}/post/", kind, body)

    def body(self, fields: dict[str, str]) -> tuple[str, bytes]:
        """Return content type and body of a form."""
        if self.chance.random() >= self.told.get("ordinary", 0.0):
            return "application/x-www-form-urlencoded", urlencode(fields).encode()
        pieces = [
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in fields.items()
        ]
        return f"multipart/form-data; boundary={BOUNDARY}", "".join([*pieces, f"--{BOUNDARY}--\r\n"]).encode()

    def request(self, path: str, kind: str, body: bytes) -> bytes:
        """Return a request as a browser would send it, from an address of its own."""
        number = self.made
        sender = f"10.{self.series % 200 + number // 65536}.{number // 256 % 256}.{number % 256}"
        head = (
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.told['port']}\r\nSec-Fetch-Site: same-origin\r\n"
            f"X-Forwarded-For: {sender}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body


class Client(asyncio.Protocol):
    """One connection: posts, waits for the answer, posts again."""

    def __init__(self, crowd: Crowd, number: int) -> None:
        self.crowd = crowd
        self.number = number
        self.turn = 0
        self.mark = ""
        self.sent = 0.0
        self.data = b""
        self.waiting: asyncio.TimerHandle | None = None
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport  # type: ignore[assignment]
        self.soon()

    def soon(self) -> None:
        """Post when it is our turn."""
        delay = self.crowd.delay(self.number, self.turn)
        self.turn += 1
        if delay > 0:
            self.waiting = self.crowd.loop.call_later(delay, self.post)
        else:
            self.post()

    def post(self) -> None:
        """Send one comment."""
        if self.crowd.is_over or self.transport is None or self.transport.is_closing():
            return
        self.mark, request = self.crowd.words.next()
        self.data, self.sent = b"", time()
        self.transport.write(request)

    def data_received(self, data: bytes) -> None:
        self.data += data
        if b"\r\n\r\n" not in self.data:
            return
        found = SENT_TO.search(self.data) if self.data.startswith(b"HTTP/1.1 303") else None
        if found is None:
            self.crowd.refused.append((self.mark, int(self.data[9:12])))
            self.mark = ""
            self.transport.close()  # type: ignore[union-attr]  # what else it says is not for us
            return
        number = int(found[1] or found[2])
        self.crowd.answered.append((self.mark, number, self.sent, time(), int(not found[1])))
        if found[1] and b"?seen=" in self.data:
            self.crowd.words.roots.append(number)
        self.mark = ""
        self.soon()

    def connection_lost(self, exc: Exception | None) -> None:
        self.transport = None
        if self.waiting is not None:  # or it would post beside the first of the next connection
            self.waiting.cancel()
        if self.mark:
            self.crowd.unanswered.append(self.mark)
            self.mark = ""
        if not self.crowd.is_over:
            self.crowd.loop.call_later(AGAIN, self.crowd.open, self)


class Crowd:
    """All connections, and what they were answered."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.told = told
        self.words = Words(told)
        self.loop = asyncio.get_running_loop()
        self.begun = monotonic()
        self.is_over = False
        self.answered: list[tuple[str, int, float, float, int]] = []
        self.refused: list[tuple[str, int]] = []
        self.unanswered: list[str] = []
        self.opening: set[asyncio.Task[None]] = set()

    def delay(self, number: int, turn: int) -> float:
        """Seconds until a client's next post."""
        rate = self.told.get("rate")
        if not rate:
            return 0.0
        clients = self.told["clients"]
        return float(self.begun + (turn * clients + number) / rate - monotonic())

    def open(self, client: Client) -> None:
        """Connect, again and again until there is a server."""
        task = self.loop.create_task(self.connect(client))
        self.opening.add(task)
        task.add_done_callback(self.opening.discard)

    async def connect(self, client: Client) -> None:
        while not self.is_over:
            try:
                await self.loop.create_connection(lambda: client, "127.0.0.1", self.told["port"])
            except OSError:
                await asyncio.sleep(AGAIN)
            else:
                return

    async def run(self) -> None:
        """Post until told to stop, or until our time is up; what is under way is waited for."""
        for number in range(self.told["clients"]):
            self.open(Client(self, number))
        until = self.begun + self.told.get("seconds", 1e9)
        while not is_over() and monotonic() < until:
            await asyncio.sleep(LOOK)
        self.is_over = True
        self.spent = monotonic() - self.begun
        await asyncio.sleep(2 * LOOK)


async def main() -> None:
    crowd = Crowd(spec())
    await crowd.run()
    tell(
        {
            "seconds": crowd.spent,
            "answered": crowd.answered,
            "refused": crowd.refused,
            "unanswered": crowd.unanswered,
        }
    )


if __name__ == "__main__":
    uvloop.run(main())
