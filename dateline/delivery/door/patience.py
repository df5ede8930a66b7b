"""How long the door waits, and for how many: nobody who sends or reads slowly, or not at all, holds it for good."""

from __future__ import annotations

import asyncio
import resource
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .protocol import DoorProtocol

FILES_BESIDE = 256  # that the door opens beside its connections: pages, and ways to the application


@dataclass(frozen=True)
class Patience:
    """Seconds, but for the last.

    ``idle``: that a connection may be quiet between two requests. ``slow``: that the headers of one may take, and its
    body beside one second for each ``rate`` bytes of it. ``unread``: that a client may take nothing of what was sent.
    ``writer``: that a form may be with the writer, which answers within a few seconds or is stuck.
    """

    idle: float = 75.0
    slow: float = 20.0
    unread: float = 60.0
    writer: float = 60.0
    rate: float = 500.0


async def keep_watch(connections: set[Any], patience: Patience) -> None:
    """Close connections that have used up our patience, for as long as we serve."""
    loop = asyncio.get_running_loop()
    while True:
        await asyncio.sleep(min(patience.idle, patience.slow, patience.unread) / 4)
        now = loop.time()
        for one in list(connections):
            if one.stream is None:
                judge(one, now, patience)


def judge(one: DoorProtocol, now: float, patience: Patience) -> None:
    """Close one connection if it is time."""
    left = one.transport.get_write_buffer_size()
    if left != one.unread:
        one.unread, one.unread_since = left, now
    if left:
        if now - one.unread_since > patience.unread:
            one.transport.abort()  # closing would wait until all of it is read
    elif one.begun_at:
        if not one.flow.read_paused and now - one.begun_at > patience.slow + one.body_size / patience.rate:
            one.transport.close()
    elif one.is_with_writer:
        if now - one.last_heard > patience.writer:
            one.transport.abort()  # whether the form was stored nobody knows
    elif one.is_idle and now - one.last_heard > patience.idle:
        one.transport.close()


def most_connections() -> int:
    """Return for how many connections the files that we may have open suffice."""
    soft, _hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    return 100_000 if soft == resource.RLIM_INFINITY else max(soft - FILES_BESIDE, FILES_BESIDE)
