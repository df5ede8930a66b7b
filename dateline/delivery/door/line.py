"""The door's line to the writer: one connection, on which forms go out and each is told where it led."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Mapping

from ..frames import Frames, frame
from ..outage import Trouble

Led = tuple[str, str | None] | str | None  # where to, and a cookie; or a trouble; or none: it takes the ordinary way
Then = Callable[[Led], None]


class Line(asyncio.Protocol):
    """Opened when it is first needed, and anew when it has broken."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.numbers = itertools.count()
        self.waiting: dict[int, Then] = {}
        self.opening = asyncio.Lock()
        self.frames = Frames()
        self.transport: asyncio.Transport | None = None

    async def open(self) -> None:
        """Connect unless we are. Raises OSError where there is no writer."""
        async with self.opening:
            if not self.is_open:
                await asyncio.get_running_loop().create_unix_connection(lambda: self, self.path)

    @property
    def is_open(self) -> bool:
        """Whether a form can be sent now."""
        return self.transport is not None and not self.transport.is_closing()

    def send(self, path: str, meta: Mapping[str, str], body: bytes, then: Then) -> bool:
        """Send a form; ``then`` is called with where it led, later. False where the line is not open."""
        if self.transport is None or self.transport.is_closing():
            return False
        number = next(self.numbers)
        self.waiting[number] = then
        self.transport.write(frame((number, path, meta, body)))
        return True

    async def ask(self, path: str, meta: Mapping[str, str], body: bytes) -> Led:
        """Send a form and wait for where it led. Raises OSError where there is no writer."""
        await self.open()
        led: asyncio.Future[Led] = asyncio.get_running_loop().create_future()
        if not self.send(path, meta, body, lambda word: None if led.done() else led.set_result(word)):
            raise ConnectionResetError
        return await led

    def close(self) -> None:
        """Hang up; whoever still waits is told that we do not know."""
        if self.transport is not None:
            self.transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin anew."""
        self.transport = transport  # type: ignore[assignment]
        self.frames = Frames()

    def data_received(self, data: bytes) -> None:
        """Hand each word of the writer to whoever waits for it."""
        for number, led in self.frames.feed(data):
            if then := self.waiting.pop(number, None):
                then(led)

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell all who wait that their form may be stored or not, so that nobody sends it twice."""
        waiting, self.waiting, self.transport = self.waiting, {}, None
        for then in waiting.values():
            then(Trouble.UNSURE.value)
