"""A program under measurement: started, waited for, weighed with all that it forked, and stopped by its own number."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from time import monotonic, sleep
from typing import Self

LOOPBACK = "127.0.0.1"
PATIENCE = 90.0  # seconds until a program answers
LOOK = 0.02
ANSWER = 10.0
GRACE = 15.0
TICKS = os.sysconf("SC_CLK_TCK")


class DoesNotAnswer(Exception):
    """A program was started and nobody answers at its address. Its last words say why."""


class Program:
    """One program at one loopback port; a context manager."""

    def __init__(
        self, name: str, command: Sequence[str], *, port: int, environment: Mapping[str, str] | None = None
    ) -> None:
        self.name = name
        self.command = list(command)
        self.port = port
        self.environment = dict(environment) if environment is not None else None
        self.log = tempfile.TemporaryFile()  # noqa: SIM115 - see __exit__
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self.start()
        except DoesNotAnswer:
            self.log.close()
            raise
        return self

    def __exit__(self, *error: object) -> None:
        self.stop()
        self.log.close()

    def start(self) -> None:
        """Start it and wait until it answers. Raises DoesNotAnswer."""
        pipes = {"stdin": subprocess.DEVNULL, "stdout": self.log, "stderr": subprocess.STDOUT}
        self.process = subprocess.Popen(self.command, env=self.environment, **pipes)  # type: ignore[call-overload]  # noqa: S603
        until = monotonic() + PATIENCE
        while not answers(self.port):
            if self.process.poll() is not None or monotonic() > until:
                self.stop()
                raise DoesNotAnswer(f"{self.name} does not answer: {self.last_words()}")
            sleep(LOOK)

    def stop(self) -> None:
        """Ask it to end, and end it where it does not."""
        process = self.process
        if process is None or process.poll() is not None:
            return
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    @property
    def is_running(self) -> bool:
        """Whether its first process lives."""
        return self.process is not None and self.process.poll() is None

    @property
    def pid(self) -> int:
        """Its first process."""
        return self.process.pid if self.process else 0

    def pids(self) -> list[int]:
        """It and all that it forked."""
        return family(self.pid)

    def cpu_seconds(self) -> float:
        """Seconds of processor that its living processes have used, user and system."""
        return sum(ticks(pid) for pid in self.pids()) / TICKS

    def memory(self) -> int:
        """Bytes of all its processes, what they share counted once (proportional set size)."""
        return sum(proportional_size(pid) for pid in self.pids())

    def last_words(self, most: int = 2000) -> str:
        """The end of what it printed."""
        self.log.seek(0)
        return self.log.read()[-most:].decode("utf-8", "replace").strip()


def answers(port: int) -> bool:
    """Return whether anybody there speaks HTTP; that a socket listens does not say so yet."""
    line = HTTPConnection(LOOPBACK, port, timeout=ANSWER)
    try:
        line.request("GET", "/healthz")
        line.getresponse().read()
    except (OSError, HTTPException):
        return False
    finally:
        line.close()
    return True


def free_port() -> int:
    """Return a port that is free, as is the one behind it, where a newsroom's rehearsal provider listens."""
    while True:
        with socket.socket() as one, socket.socket() as other:
            one.bind((LOOPBACK, 0))
            port = int(one.getsockname()[1])
            try:
                other.bind((LOOPBACK, port + 1))
            except (OSError, OverflowError):
                continue
            return port


def family(pid: int) -> list[int]:
    """Return a process and all below it."""
    parents: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        fields = stat_fields(path)
        if fields:
            parents[int(path.parent.name)] = int(fields[1])
    found = [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def stat_fields(path: Path) -> list[str]:
    """What stands in a stat file behind the name, which may hold anything; nothing where the process is gone."""
    try:
        return path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


def ticks(pid: int) -> int:
    """Clock ticks that a process has used (proc(5): utime and stime)."""
    fields = stat_fields(Path(f"/proc/{pid}/stat"))
    return int(fields[11]) + int(fields[12]) if fields else 0


def proportional_size(pid: int) -> int:
    """Bytes of a process, each shared page divided by those who share it; 0 where it is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
