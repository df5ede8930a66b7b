"""Work that goes on beside everything else, in a thread of its own, because it waits for others on the network."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import close_old_connections

log = logging.getLogger("dateline.beside")
STUMBLE = 10.0  # seconds until we try again after a mistake of our own, or without a database
PATIENCE = 2.0  # seconds that are waited for work in hand when we are told to stop


@contextmanager
def beside(name: str, work: Callable[[], object], *, seconds: float) -> Iterator[None]:
    """Do ``work`` every so many ``seconds`` while the block runs. What fails is logged and tried again."""
    stopped = threading.Event()
    thread = threading.Thread(target=_until, args=[stopped, name, work, seconds], name=name, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join(PATIENCE)


def _until(stopped: threading.Event, name: str, work: Callable[[], object], seconds: float) -> None:
    wait = seconds
    while not stopped.wait(wait):
        wait = seconds
        try:
            work()
        except Exception:  # a thread that ends would leave everything after it undone, in silence
            log.exception("The work “%s” failed; it is tried again.", name)
            wait = STUMBLE
        finally:
            close_old_connections()
