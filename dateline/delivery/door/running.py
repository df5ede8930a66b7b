"""The door as a process."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn

from ..intake import Intake
from ..store.store import Store
from .app import DoorApp
from .asked import Reader
from .fastlane import FastLane
from .protocol import Door, close_idle, protocol_for
from .relay import Relay
from .shelf import Shelf
from .streams import Streams

IDLE = 75.0  # seconds a connection may be quiet between two requests
SLOW = 20.0  # seconds the headers of one may take
TRIM_EVERY = 2.0
WARM_EVERY = 30.0
GRACE = 4  # seconds for what is under way when we are told to stop


@dataclass(frozen=True)
class Plan:
    """All that the door is told; it asks nobody later.

    ``folder`` is the page store, ``static`` the collected static files, ``desk`` and ``writer`` are paths of Unix
    sockets, ``lane`` matches the paths of forms that the writer takes, ``memory`` is how many bytes of pages are held
    in memory.
    """

    folder: Path
    static: Path
    desk: str
    writer: str
    lane: re.Pattern[bytes]
    is_our_host: Callable[[str], bool]
    forwarded_proto: bytes = b""
    larger: Mapping[str, int] = field(default_factory=dict)
    common: Mapping[str, str] = field(default_factory=dict)
    policies: Mapping[str, str] = field(default_factory=dict)
    memory: int = 32 * 1024 * 1024
    access_log: bool = False


class DoorServer(uvicorn.Server):
    """uvicorn, with what the door does by the clock."""

    def __init__(self, config: uvicorn.Config, shelf: Shelf, store: Store) -> None:
        super().__init__(config)
        self.shelf = shelf
        self.store = store
        self.beside: list[asyncio.Task[None]] = []

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, then start what goes on beside."""
        await super().startup(sockets=sockets)
        connections = self.server_state.connections
        jobs = (close_idle(connections, idle=IDLE, slow=SLOW), self.trim(), self.keep_warm())
        self.beside = [asyncio.create_task(job) for job in jobs]

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End what goes on beside, then what is under way."""
        for task in self.beside:
            task.cancel()
        await super().shutdown(sockets=sockets)

    async def trim(self) -> None:
        """Keep memory within bounds."""
        while True:
            await asyncio.sleep(TRIM_EVERY)
            self.shelf.trim()

    async def keep_warm(self) -> None:
        """Tell the store which pages are read, so that those are made right ahead of the next reader."""
        while True:
            await asyncio.sleep(WARM_EVERY)
            read = self.shelf.lately_read()
            if read:
                with suppress(OSError):
                    await asyncio.to_thread(self.store.warm, read)


def run_door(plan: Plan, listening: list[socket.socket]) -> None:
    """Serve until SIGTERM."""
    shelf = Shelf(plan.folder, static=plan.static, most=plan.memory, common=plan.common, policies=plan.policies)
    reader = Reader(is_our_host=plan.is_our_host, forwarded_proto=plan.forwarded_proto)
    common = [(name.lower().encode(), value.encode("latin-1")) for name, value in plan.common.items()]
    door = DoorApp(shelf, reader, Relay(plan.desk), FastLane(plan.writer, plan.lane, common))
    app = Intake(door, larger=plan.larger)
    config = uvicorn.Config(
        app,
        http=protocol_for(Door(shelf, reader, Streams())),
        ws="none",
        loop="uvloop",
        lifespan="off",
        proxy_headers=False,
        server_header=False,
        access_log=plan.access_log,
        log_config=None,
        timeout_keep_alive=int(IDLE),
        timeout_graceful_shutdown=GRACE,
        backlog=2048,
    )
    DoorServer(config, shelf, Store(plan.folder)).run(sockets=listening)
