"""Granian around the application, with what runs beside it.

Two processes, one command: the parent keeps time and does the background work, a fork of it answers requests, so that a
picture being scaled never holds the interpreter while a reader waits. The numbers behind that choice are in
docs/decisions/0002-server.md.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from typing import Any

from django.db import connections
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

from .application import build
from .background import background

KILL_AFTER_SECONDS = 5
PR_SET_PDEATHSIG = 1


def stay_with_parent(parent: int, application: Callable[..., Any]) -> Callable[..., Any]:
    """Give the worker its application; runs in the fork, and asks the kernel there not to be left behind alone.

    SIGKILL, as a gentler signal is lost until the worker has handlers of its own: a fork begins with its parent's. What
    was answered is on disk, and what was not is rolled back. A parent that died before we could ask is looked for.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
    return application


class Newsroom(MPServer):
    """A server whose background work starts once its workers are forked: a fork of a process with threads may hang."""

    def __init__(self, *args: Any, announce: Callable[[list[str]], None], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.announce = announce
        self.beside = ExitStack()

    def _spawn_workers(self, *args: Any, **kwargs: Any) -> None:
        super()._spawn_workers(*args, **kwargs)
        self.announce(self.beside.enter_context(background()))


def serve(host: str, port: int, *, announce: Callable[[list[str]], None], access_log: bool = False) -> None:
    """Serve until SIGINT or SIGTERM; raises SystemExit(1) when the worker dies by itself."""
    application = build()  # here, not in the fork: a mistake in it is told before anything is started
    multiprocessing.set_start_method("fork", force=True)
    connections.close_all()  # an SQLite connection must not be carried over a fork
    server = Newsroom(
        "dateline",
        address=host,
        port=port,
        interface=Interfaces.ASGINL,
        websockets=False,
        log_level=LogLevels.warning,
        log_access=access_log,
        workers_kill_timeout=KILL_AFTER_SECONDS,
        announce=announce,
    )
    with server.beside:
        server.serve(target_loader=partial(stay_with_parent, os.getpid(), application), wrap_loader=False)
