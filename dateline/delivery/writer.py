"""The writer: forms come in as frames, and each batch of them is stored in one transaction and shares one fsync.

One after another: take what has come, prepare it (reading, screening, rendering), store it, answer once it is on disk.
What comes meanwhile waits in its sockets and is the next batch, so that batches are the larger the slower the disk is;
a thread that prepares while another stores halves them, and shares our one interpreter lock with it.
"""

from __future__ import annotations

import logging
import selectors
import socket
from collections import deque
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, Protocol, cast

from django.conf import settings
from django.db import close_old_connections, transaction
from django.db import connection as database
from django.utils import timezone

from .frames import Frames, frame
from .lane import Answer, Posted
from .outage import Trouble, trouble_of

log = logging.getLogger("dateline.writer")
MOST = 64  # forms in a batch: what a reader's own wait for the disk allows
FEW = 8  # forms that are stored without waiting whether more come
MOMENT = 0.0005
REST = 0.5
WAITED_FOR = {Trouble.BUSY, Trouble.FULL, Trouble.READ_ONLY}  # as the ordinary way would, with the same end
Waiting = tuple[socket.socket, int, Posted]


class Lane(Protocol):
    """What ``DELIVERY_LANE`` names: see ``dateline.delivery.lane``."""

    def prepare(self, posted: Sequence[Posted], now: Any) -> list[Any]:
        """Read and think; write nothing."""

    def store(self, drafts: Sequence[Any], now: Any) -> list[Answer | None]:
        """Keep a batch in the transaction that is open."""


class Writer:
    """Serves one listening socket until stopped."""

    def __init__(self, listener: socket.socket) -> None:
        self.listener = listener
        self.lane = cast("Lane", import_module(settings.DELIVERY_LANE))
        self.waiting: deque[Waiting] = deque()

    def run(self, stopped: Callable[[], bool]) -> None:
        """Take, prepare, store; what is in hand when we are stopped is stored first."""
        with selectors.DefaultSelector() as selector:
            selector.register(self.listener, selectors.EVENT_READ)
            while not stopped():
                self.take(selector, 0 if self.waiting else REST)
                self.gather(selector)
                self.store_some()
        while self.waiting:
            self.store_some()

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

    def gather(self, selector: selectors.BaseSelector) -> None:
        """Where a few have come, wait for those that are on their way: what a batch costs by itself is shared.

        Measured with eight clients: the batches are twice as large, and a post takes a tenth less of our processor.
        """
        before = 0
        while before < len(self.waiting) < FEW:
            before = len(self.waiting)
            self.take(selector, MOMENT)

    def store_some(self) -> None:
        """Prepare and store what has waited longest, as many as a batch holds."""
        batch = [self.waiting.popleft() for _ in range(min(MOST, len(self.waiting)))]
        if batch:
            self.store(self.prepare(batch))

    def prepare(self, batch: list[Waiting]) -> list[tuple[Waiting, Any]]:
        """Prepare a batch; what cannot be is left to the ordinary view, which says what is wrong."""
        try:
            drafts = self.lane.prepare([posted for _connection, _number, posted in batch], timezone.now())
        except Exception as error:  # noqa: BLE001 - whatever is odd about one batch, no form may be lost by it
            answer = self.after_failure(error, may_be_stored=False)
            self.answer([(waiting, None) for waiting in batch], [answer] * len(batch))
            return []
        return list(zip(batch, drafts, strict=True))

    def store(self, batch: list[tuple[Waiting, Any]]) -> None:
        """Store what was prepared and answer everybody."""
        drafts = [draft for _waiting, draft in batch if draft is not None]
        stored: Sequence[Answer | Trouble | None] = []
        try:
            if drafts:
                with transaction.atomic():
                    stored = self.lane.store(drafts, timezone.now())
        except Exception as error:  # noqa: BLE001 - told in the log, and to everybody who waits
            may_be_stored = bool(stored) and database.vendor != "sqlite"  # which has rolled it back
            stored = [self.after_failure(error, may_be_stored=may_be_stored)] * len(drafts)
        following = iter(stored)
        self.answer(batch, [next(following) if draft is not None else None for _waiting, draft in batch])

    def after_failure(self, error: Exception, *, may_be_stored: bool) -> Trouble | None:
        """Say what becomes of a form that could not be stored, or prepared: most often the ordinary way takes it.

        A server may have committed before we lost its word: then nobody may send the form again but its author, who
        can look. And what was waited for here in vain is not waited for once more.
        """
        trouble = trouble_of(error)
        log.error("A batch could not be stored: %s", error, exc_info=None if trouble else error)
        close_old_connections()
        return Trouble.UNSURE if may_be_stored else trouble if trouble in WAITED_FOR else None

    def answer(self, batch: list[tuple[Waiting, Any]], answers: Sequence[Answer | Trouble | None]) -> None:
        """Send each door its words in one piece."""
        words: dict[socket.socket, list[bytes]] = {}
        for ((connection, number, _posted), _draft), answer in zip(batch, answers, strict=True):
            led = (answer.location, answer.cookie) if isinstance(answer, Answer) else answer and answer.value
            words.setdefault(connection, []).append(frame((number, led)))
        for connection, frames in words.items():
            try:
                connection.sendall(b"".join(frames))
            except OSError:
                log.warning("The door went away before its answers came")
