"""The processes of one server: forked from a parent that does nothing else, started again when one dies.

The parent runs no threads and opens no connection, so that a fork of it is sound at any time; the application is
loaded before the first, so that a mistake in it is told at once and its memory is shared.
"""

from __future__ import annotations

import ctypes
import gc
import logging
import os
import signal
import sys
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from django.db import connections

log = logging.getLogger("dateline.serve")
PR_SET_PDEATHSIG, PR_SET_NAME = 1, 15
HEARD = {signal.SIGCHLD, signal.SIGINT, signal.SIGTERM}
MOST_DEATHS, WITHIN = 5, 60.0  # of one child, in seconds: then something is wrong that a restart does not mend
LOOK = 0.5


class KeepsDying(Exception):
    """A child dies as often as it is started. Its own words, above, say why."""


@dataclass
class Child:
    """A process by name; ``grace`` is how many seconds it is given to end what it has in hand."""

    name: str
    run: Callable[[], None]
    grace: float = 5.0
    pid: int = 0
    deaths: deque[float] = field(default_factory=lambda: deque(maxlen=MOST_DEATHS))


class Children:
    """Starts children in order, and stops them in the opposite one."""

    def __init__(self, children: list[Child]) -> None:
        self.children = children
        self.parent = os.getpid()

    def start(self) -> None:
        """Fork them all. From here on the signals that we wait for are ours alone."""
        signal.pthread_sigmask(signal.SIG_BLOCK, HEARD)
        connections.close_all()  # an SQLite connection must not be carried over a fork
        gc.collect()
        gc.freeze()  # so that counting references does not tear shared memory apart
        for child in self.children:
            self.fork(child)

    def fork(self, child: Child) -> None:
        """Start one."""
        child.pid = os.fork()
        if child.pid == 0:
            os._exit(self.live(child))

    def live(self, child: Child) -> int:
        """Be the child; return its exit status."""
        try:
            stay_with_parent(self.parent)
            be_known_as(child.name)
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches us all; the parent says when
            signal.pthread_sigmask(signal.SIG_UNBLOCK, HEARD)
            child.run()
        except BaseException:
            log.exception("%s ended", child.name)
            return 1
        return 0

    def wait(self) -> None:
        """Keep everybody alive until we are told to stop. Raises KeepsDying."""
        while True:
            told = signal.sigtimedwait(HEARD, LOOK)
            self.bury()
            if told is not None and told.si_signo != signal.SIGCHLD:
                return

    def bury(self) -> None:
        """Start again what has died. Raises KeepsDying."""
        for child in self.children:
            pid, status = os.waitpid(child.pid, os.WNOHANG)
            if pid == 0:
                continue
            child.deaths.append(monotonic())
            log.error("%s died (%s) and is started again", child.name, in_words(status))
            if len(child.deaths) == MOST_DEATHS and child.deaths[-1] - child.deaths[0] < WITHIN:
                child.pid = 0
                raise KeepsDying(f"{child.name} has died {MOST_DEATHS} times within a minute")
            self.fork(child)

    def stop(self) -> None:
        """End everybody, those that readers see first."""
        for child in reversed(self.children):
            if child.pid:
                os.kill(child.pid, signal.SIGTERM)
                if not ended(child.pid, child.grace):
                    os.kill(child.pid, signal.SIGKILL)
                    os.waitpid(child.pid, 0)


def ended(pid: int, within: float) -> bool:
    """Return whether a child ends within so many seconds."""
    until = monotonic() + within
    while os.waitpid(pid, os.WNOHANG)[0] == 0:
        if (left := until - monotonic()) <= 0:
            return False
        signal.sigtimedwait({signal.SIGCHLD}, min(left, 0.05))
    return True


def stay_with_parent(parent: int) -> None:
    """Ask the kernel not to be left behind alone; a parent that died before we could ask is looked for.

    SIGKILL, as a gentler signal is lost until the child has handlers of its own. What was answered is on disk, and what
    was not is rolled back.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def be_known_as(name: str) -> None:
    """Let ``top`` and ``ps -o comm`` tell "the door" from the others: ``dateline-door`` (15 bytes are kept)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_NAME, f"dateline-{name.removeprefix('the ')}".encode())


def in_words(status: int) -> str:
    """Say how a process ended."""
    code = os.waitstatus_to_exitcode(status)
    return f"signal {-code}" if code < 0 else f"exit status {code}"
