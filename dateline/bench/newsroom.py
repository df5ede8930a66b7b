"""A newsroom to measure: a home of its own in a temporary folder, filled, and served by the real ``dateline serve``."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from .program import LOOPBACK, Program, free_port

KEPT = ("PATH", "HOME", "LANG", "PYTHONPATH")
FILL = "from dateline.bench.fill import fill; fill({}, {})"
MADE = "bench.json"
FILLING = 3600.0  # seconds


class NotFilled(Exception):
    """The newsroom could not be made. What the program said is in the message."""


@dataclass(frozen=True)
class Newsroom:
    """Its folder, where it is served, and the reports that it was filled with: address, and number of the page."""

    home: Path
    port: int
    reports: dict[str, int]
    more: dict[str, str] = field(default_factory=dict)  # settings of its own

    @property
    def pages(self) -> Path:
        """The page store."""
        return self.home / "pages"

    @property
    def report(self) -> tuple[str, int]:
        """The report with the long thread: its address and the number of its page."""
        return next(iter(self.reports.items()))

    def server(self, **more: str) -> Program:
        """Return the server, not yet started."""
        command = [sys.executable, "-m", "dateline", "serve", "--port", str(self.port)]
        environment = environment_of(self.home, self.port) | self.more | more
        return Program("dateline serve", command, port=self.port, environment=environment)

    def ask(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        """Ask the database itself, past our own program: what it says is what is on disk."""
        with closing(sqlite3.connect(self.home / "dateline.sqlite3", timeout=20)) as database:
            return database.execute(statement, values).fetchall()


def environment_of(home: Path, port: int) -> dict[str, str]:
    """What the programs of a newsroom are told: one proxy, so that a poster can be many senders."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return {
        **kept,
        "DATELINE_HOME": str(home),
        "DATELINE_PORT": str(port),
        "DATELINE_BASE_URL": f"http://{LOOPBACK}:{port}",
        "DATELINE_TRUSTED_PROXIES": "1",
        "DATELINE_RUSH": "0",  # the load brings no proofs
        "DJANGO_SETTINGS_MODULE": "dateline.project.settings",
        "PYTHONUNBUFFERED": "1",
    }


@contextmanager
def newsroom(
    *, comments: int = 500, reports: int = 3, kept: Path | None = None, more: dict[str, str] | None = None
) -> Iterator[Newsroom]:
    """Make a newsroom with as many reports, the first with a thread of as many comments. Raises NotFilled.

    ``kept`` is a folder in which one that is made stays, to be copied the next time; ``more`` are settings.
    """
    more = more or {}
    home = Path(tempfile.mkdtemp(prefix="dateline-bench-"))
    try:
        port = free_port()
        if kept is None:
            made = make(home, port, comments, reports, more)
        else:
            if not (kept / MADE).exists():
                make(kept, port, comments, reports, more)
            shutil.copytree(kept, home, dirs_exist_ok=True)
            made = json.loads((home / MADE).read_text(encoding="utf-8"))
        yield Newsroom(home, port, made, more)
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def second_home(rooms: Newsroom) -> Iterator[Newsroom]:
    """Give the same newsroom a second machine's home: another page store over the same rows. Raises NotFilled."""
    home = Path(tempfile.mkdtemp(prefix="dateline-bench-"))
    try:
        port = free_port()
        told(["-m", "dateline", "prepare", "--no-sample"], environment_of(home, port) | rooms.more)
        yield Newsroom(home, port, rooms.reports, rooms.more)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def make(home: Path, port: int, comments: int, reports: int, more: dict[str, str]) -> dict[str, int]:
    """Make tables, static files and something to read; note in the home what was made."""
    environment = environment_of(home, port) | more
    told(["-m", "dateline", "prepare", "--no-sample"], environment)
    words = told(["-m", "dateline", "shell", "-v0", "-c", FILL.format(comments, reports)], environment)
    made: dict[str, int] = json.loads(words.splitlines()[-1])
    (home / MADE).write_text(json.dumps(made), encoding="utf-8")
    return made


def told(arguments: list[str], environment: dict[str, str], words: str = "") -> str:
    """Run a program of ours to its end, give it ``words`` to read, and return what it said. Raises NotFilled."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, *arguments],
        env=environment,
        input=words,
        capture_output=True,
        text=True,
        timeout=FILLING,
        check=False,
    )
    if done.returncode != 0:
        raise NotFilled(f"{' '.join(arguments)}: {(done.stderr or done.stdout).strip()[-1000:]}")
    return done.stdout
