"""Starting a program of load, telling it when to stop, and reading what it saw."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from time import sleep
from typing import IO, Any, Self

ENDING = 60.0  # seconds that a program of load may take to tell what it saw


class LoadFailed(Exception):
    """A program of load ended before it was told to. Its own words are in the message."""


class Load:
    """One program, ``dateline.bench.load.<kind>``. It ends when told, when its time is up, or when we are gone."""

    def __init__(self, kind: str, **spec: Any) -> None:
        self.kind = kind
        self.spec = spec
        self.process: subprocess.Popen[str] | None = None
        self.seen, self.wrong = tempfile.TemporaryFile("w+"), tempfile.TemporaryFile("w+")  # noqa: SIM115 - see __exit__

    def __enter__(self) -> Self:
        # What it saw may be more than a pipe holds, and nobody reads before it ends.
        pipes = {"stdin": subprocess.PIPE, "stdout": self.seen, "stderr": self.wrong, "text": True}
        command = [sys.executable, "-m", f"dateline.bench.load.{self.kind}"]
        self.process = subprocess.Popen(command, **pipes)  # type: ignore[call-overload]  # noqa: S603
        assert self.process is not None  # noqa: S101 - for the type checker
        assert self.process.stdin is not None  # noqa: S101
        self.process.stdin.write(json.dumps(self.spec) + "\n")
        self.process.stdin.flush()
        return self

    def __exit__(self, *error: object) -> None:
        process = self.process
        if process is not None and process.poll() is None:
            process.kill()
            process.communicate()
        self.seen.close()
        self.wrong.close()

    def stop(self, *, after: float = 0.0) -> dict[str, Any]:
        """Tell it to stop, so many seconds from now, and return what it saw. Raises LoadFailed."""
        sleep(after)
        return self._told()

    def wait(self, within: float) -> dict[str, Any]:
        """Let it come to its own end, within so many seconds, and return what it saw. Raises LoadFailed."""
        assert self.process is not None  # noqa: S101
        try:
            self.process.wait(within)
        except subprocess.TimeoutExpired as error:
            raise LoadFailed(f"{self.kind} did not end in {within} seconds") from error
        return self._told()

    def _told(self) -> dict[str, Any]:
        assert self.process is not None  # noqa: S101
        self.process.communicate(timeout=ENDING)
        if self.process.returncode != 0:
            raise LoadFailed(f"{self.kind}: {read(self.wrong).strip()[-1000:]}")
        seen: dict[str, Any] = json.loads(read(self.seen).splitlines()[-1])
        return seen


def read(file: IO[str]) -> str:
    """Return all that a program has written."""
    file.seek(0)
    return file.read()
