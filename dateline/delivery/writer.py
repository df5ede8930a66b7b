"""The writer: forms come in as frames, and each batch of them is stored in one transaction and shares one fsync.

Two threads. One takes what has come and prepares it (reading, screening, rendering); the other stores what the first
has prepared and answers once it is on disk. While one batch waits for the disk, the next is being prepared.
"""

from __future__ import annotations

import logging
import queue
import selectors
import socket
import threading
from collections import deque
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, Protocol, cast

from django.conf import settings
from django.db import close_old_connections
from django.db import connection as database
from django.utils import timezone

from .frames import Frames, frame
from .lane import Answer, Posted

log = logging.getLogger("dateline.writer")
MOST = 64  # forms in a batch: what a reader's own wait for the disk allows
REST = 0.5
UNSURE = Answer("")
Waiting = tuple[socket.socket, int, Posted]


class Lane(Protocol):
    """What ``DELIVERY_LANE`` names: see ``dateline.delivery.lane``."""

    def prepare(self, posted: Sequence[Posted]) -> list[Any]:
        """Read and think; write nothing."""

    def store(self, drafts: Sequence[Any], now: Any) -> list[Answer | None]:
        """Keep a batch in one transaction."""


class Writer:
    """Serves one listening socket until stopped."""

    def __init__(self, listener: socket.socket) -> None:
        self.listener = listener
        self.lane = cast("Lane", import_module(settings.DELIVERY_LANE))
        self.waiting: deque[Waiting] = deque()
        self.prepared: queue.Queue[list[tuple[Waiting, Any]] | None] = queue.Queue(maxsize=1)

    def run(self, stopped: Callable[[], bool]) -> None:
        """Take, prepare and hand over; what is in hand when we are stopped is stored first."""
        storing = threading.Thread(target=self.keep_storing, name="storing")
        storing.start()
        with selectors.DefaultSelector() as selector:
            selector.register(self.listener, selectors.EVENT_READ)
            while not stopped():
                self.take(selector, 0 if self.waiting else REST)
                if self.waiting:
                    batch = [self.waiting.popleft() for _ in range(min(MOST, len(self.waiting)))]
                    self.prepared.put(self.prepare(batch))
        self.prepared.put(None)
        storing.join()

    def take(self, selector: selectors.BaseSelector, patience: float) -> None:
        """Read what has come."""
        for key, _events in selector.select(patience):
            if key.fileobj is self.listener:
                connection, _address = self.listener.accept()
                selector.register(connection, selectors.EVENT_READ, Frames())
                continue
            connection = key.fileobj  # type: ignore[assignment]
            data = connection.recv(256 * 1024)
            if not data:
                selector.unregister(connection)
                connection.close()
            for number, path, meta, body in key.data.feed(data):
                self.waiting.append((connection, number, Posted(path, meta, body)))

    def prepare(self, batch: list[Waiting]) -> list[tuple[Waiting, Any]]:
        """Prepare a batch; what cannot be is left to the ordinary view, which says what is wrong."""
        try:
            drafts = self.lane.prepare([posted for _connection, _number, posted in batch])
        except Exception:  # whatever is odd about one batch, nobody's form may be lost by it
            log.exception("A batch could not be prepared; the ordinary way takes it")
            close_old_connections()
            drafts = [None] * len(batch)
        return list(zip(batch, drafts, strict=True))

    def keep_storing(self) -> None:
        """Store batch after batch."""
        while (batch := self.prepared.get()) is not None:
            self.store(batch)

    def store(self, batch: list[tuple[Waiting, Any]]) -> None:
        """Store what was prepared and answer everybody."""
        drafts = [draft for _waiting, draft in batch if draft is not None]
        try:
            stored = iter(self.lane.store(drafts, timezone.now()) if drafts else [])
            answers = [next(stored) if draft is not None else None for _waiting, draft in batch]
        except Exception:
            log.exception("A batch could not be stored")
            answers = [self.after_failure() if draft is not None else None for _waiting, draft in batch]
            close_old_connections()
        self.answer(batch, answers)

    def after_failure(self) -> Answer | None:
        """Say what becomes of a form whose transaction failed.

        SQLite has rolled it back, so the ordinary way may have it. Another database may have committed before we lost
        its word: then nobody may send it again but its author, who can look.
        """
        return None if database.vendor == "sqlite" else UNSURE

    def answer(self, batch: list[tuple[Waiting, Any]], answers: list[Answer | None]) -> None:
        """Send each door its words in one piece."""
        words: dict[socket.socket, list[bytes]] = {}
        for ((connection, number, _posted), _draft), answer in zip(batch, answers, strict=True):
            led = (answer.location, answer.cookie) if answer else None  # an empty location says: unsure
            words.setdefault(connection, []).append(frame((number, led)))
        for connection, frames in words.items():
            try:
                connection.sendall(b"".join(frames))
            except OSError:
                log.warning("The door went away before its answers came")
