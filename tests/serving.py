"""Newsrooms in processes of their own: what one tests that has to be real, such as a server that stops."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_SECONDS = 500  # two cores that others use too
OUR_PAGE = {"Sec-Fetch-Site": "same-origin"}


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class House:
    """A home and where its rows lie."""

    home: Path
    settings: dict[str, str] = field(default_factory=dict)

    def environment(self, **more: str) -> dict[str, str]:
        """Return the variables of a process of this house: ours, and nothing of who runs the tests."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        ours = {"DATELINE_HOME": str(self.home), "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        return {**kept, **ours, **self.settings, **more}

    def dateline(self, *arguments: str) -> str:
        """Run a command to its end and return what it printed; a failure shows it."""
        done = subprocess.run(
            [sys.executable, "-m", "dateline", *arguments],
            env=self.environment(),
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def ask(self, code: str) -> str:
        """Run Python within this house and return what it printed."""
        return self.dateline("shell", "-v0", "-c", code).strip()

    @contextmanager
    def serving(self, *arguments: str, **more: str) -> Iterator[Serving]:
        """Serve on a free port while the block runs."""
        port, log = free_port(), self.home / "server.log"
        with log.open("ab") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", "dateline", "serve", "--port", str(port), *arguments],
                env=self.environment(DATELINE_REHEARSAL_PORT=str(free_port()), **more),
                stdout=out,
                stderr=subprocess.STDOUT,
            )
        try:
            one = Serving(process, port, log)
            one.wait()
            yield one
        finally:
            process.terminate()
            process.wait(PATIENCE_SECONDS)
            print(log.read_text())  # noqa: T201 - pytest shows it beside a failure


@dataclass
class Serving:
    """A newsroom that is being served."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    def wait(self) -> None:
        """Return once it answers; fail with its own words when it does not."""
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            try:
                if httpx.get(f"{self.url}/healthz", timeout=10).status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.05)  # or we would take from it the time that it needs to start
        raise AssertionError(f"no answer:\n{self.log.read_text()}")

    def get(self, path: str) -> httpx.Response:
        """Ask for a page."""
        return httpx.get(f"{self.url}{path}", timeout=PATIENCE_SECONDS)

    def post(self, path: str, **words: str) -> httpx.Response:
        """Send a form as one of our own pages would."""
        return httpx.post(f"{self.url}{path}", data=words, headers=OUR_PAGE, timeout=PATIENCE_SECONDS)
