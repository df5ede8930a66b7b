"""The door as a process."""

from __future__ import annotations

import asyncio
import re
import resource
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import uvicorn

from ..intake import Intake
from ..store.kinds import Leave
from ..store.store import Store
from ..store.wire import Ear
from .app import DoorApp
from .asked import Reader
from .fastlane import FastLane
from .line import Line
from .patience import Patience, keep_watch, most_connections
from .protocol import Door, protocol_for
from .relay import Relay
from .shelf import Shelf
from .streams import Limits, Streams

TRIM_EVERY = 2.0
WARM_EVERY = 30.0
FILES_BESIDE = 500  # that the door may need to open beside its streams
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
    leave: Leave | None = None
    memory: int = 32 * 1024 * 1024
    streams: Limits = field(default_factory=Limits)
    access_log: bool = False
    patience: Patience = field(default_factory=Patience)
    most: int = 0  # connections at once; 0 for as many as there may be open files


class DoorServer(uvicorn.Server):
    """uvicorn, with what the door does by the clock."""

    def __init__(
        self, config: uvicorn.Config, shelf: Shelf, store: Store, streams: Streams, line: Line, patience: Patience
    ) -> None:
        super().__init__(config)
        self.patience = patience
        self.line = line
        self.shelf = shelf
        self.streams = streams
        self.store = store
        self.beside: list[asyncio.Task[None]] = []

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, then start what goes on beside."""
        await super().startup(sockets=sockets)
        connections = self.server_state.connections
        often = (keep_watch(connections, self.patience), self.trim(), self.keep_warm())
        jobs = (*often, self.streams.tell(), self.streams.beat())
        self.beside = [asyncio.create_task(job) for job in jobs]

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End what goes on beside, then what is under way."""
        for task in self.beside:
            task.cancel()
        await super().shutdown(sockets=sockets)
        self.line.close()

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
    server_for(plan).run(sockets=listening)


def server_for(plan: Plan) -> DoorServer:
    """Return a door that is built and not yet open."""
    headers = {"common": plan.common, "policies": plan.policies}
    shelf = Shelf(plan.folder, static=plan.static, most=plan.memory, leave=plan.leave, **headers)
    reader = Reader(is_our_host=plan.is_our_host, forwarded_proto=plan.forwarded_proto)
    ear = Ear(plan.folder, shelf.gauge)
    streams = Streams(ear, reader, limits=with_room_for(plan.streams), common=dict(plan.common))
    common = [(name.lower().encode(), value.encode("latin-1")) for name, value in plan.common.items()]
    lane = FastLane(plan.writer, plan.lane, common)
    app = Intake(DoorApp(shelf, reader, Relay(plan.desk), lane), larger=plan.larger)
    config = uvicorn.Config(
        app,
        http=protocol_for(Door(shelf, reader, streams, lane, most=plan.most or most_connections())),
        ws="none",
        loop="uvloop",
        lifespan="off",
        proxy_headers=False,
        server_header=False,
        access_log=plan.access_log,
        log_config=None,
        timeout_keep_alive=int(plan.patience.idle) + 1,
        timeout_graceful_shutdown=GRACE,
        backlog=2048,
    )
    return DoorServer(config, shelf, Store(plan.folder), streams, lane.line, plan.patience)


def with_room_for(limits: Limits) -> Limits:
    """Take as many file descriptors as we may have; return the limits, lowered where those are too few."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard == resource.RLIM_INFINITY:
        hard = max(_soft, limits.most + 2 * FILES_BESIDE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return replace(limits, most=max(min(limits.most, hard - FILES_BESIDE), 0))
