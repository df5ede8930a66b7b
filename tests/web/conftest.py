"""A newsroom that is served for all tests here, and a door alone with an ear behind it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httptools
import pytest

from dateline.delivery.door.patience import Patience
from dateline.delivery.door.running import Plan, server_for
from dateline.delivery.store.store import Store
from tests.prepared import prepare

from .wire import PATIENCE, ask

ROOT = Path(__file__).parents[2]
SEED = """
from datetime import timedelta
from django.utils import timezone
from dateline.reports.actions import Story, open_section, record_report
from dateline.discussion.actions import record_comment, thread_of
now = timezone.now() - timedelta(hours=3)
town = open_section(title="Town", slug="town")
body = [("text", "<p>" + "The water stands at the second step. " * 200 + "</p>")]
levee = record_report(section=town, story=Story(headline="Levee holds", slug="levee", body=body), now=now,
    published_at=now)
for number in range(120):
    record_comment(thread=thread_of(page=levee, now=now), author_name="Ben", text=f"It is comment {number}.",
        created_at=now + timedelta(seconds=number), now=now)
print(levee.pk)
"""
FILM = bytes(range(256)) * 12_000  # three megabytes


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Nothing here hangs on the database behind the door."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.own_database)


@dataclass
class Newsroom:
    """A newsroom on this machine; ``report`` is the number of its one report, at /town/levee/."""

    home: Path
    port: int
    report: str
    process: subprocess.Popen[bytes] | None = None

    def ask(self, target: str, *lines: str, method: str = "GET", host: str = "localhost") -> Any:
        return ask(self.port, target, *lines, method=method, host=host)

    @property
    def pages(self) -> Path:
        return self.home / "pages"


def environment(home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, "DATELINE_HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}


def dateline(home: Path, *arguments: str, **more: str) -> str:
    """Run a command of a newsroom, with ``more`` settings, and return what it printed."""
    command = [sys.executable, "-m", "dateline", *arguments]
    told = subprocess.run(
        command,
        env={**environment(home), **more},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        cwd=home,
    )
    assert told.returncode == 0, told.stdout + told.stderr
    return told.stdout


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom's folder: one section, one report with two pages of comments, a film among the uploads."""
    return furnished(tmp_path_factory.mktemp("newsroom"))


def furnished(home: Path) -> Path:
    """Make such a newsroom in ``home``, and return it."""
    prepare(home)
    (home / "report").write_text(dateline(home, "shell", "-v0", "-c", SEED).split()[-1])
    (home / "media").mkdir(exist_ok=True)
    (home / "media" / "film.mp4").write_bytes(FILM)
    return home


@pytest.fixture(scope="session")
def newsroom(home: Path) -> Iterator[Newsroom]:
    """The newsroom, served; what it makes ready by itself lies ready."""
    with served(home) as one:
        for address in ("/", "/feed.rss", "/town/", "/town/levee/"):
            one.ask(address)
        yield one


@contextmanager
def served(home: Path, **more: str) -> Iterator[Newsroom]:
    """Serve a newsroom until the end of the block."""
    port = free_port()
    command = [sys.executable, "-m", "dateline", "serve", "--port", str(port)]
    log = (home / "log").open("ab")
    with log, subprocess.Popen(command, env={**environment(home), **more}, stdout=log, stderr=log) as process:
        try:
            wait_until(lambda: answers(port) or process.poll() is not None)
            assert process.poll() is None, (home / "log").read_text()
            yield Newsroom(home, port, (home / "report").read_text(), process)
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(PATIENCE)
            process.kill()


def answers(port: int) -> bool:
    with suppress(OSError):
        return ask(port, "/healthz").status == 200
    return False


def wait_until(holds: Callable[[], Any], within: float = PATIENCE) -> float:
    """Wait until something holds; return the seconds that it took."""
    begun = time.monotonic()
    while not holds():
        assert time.monotonic() - begun < within, "it never came true"
        time.sleep(0.005)
    return time.monotonic() - begun


@dataclass
class Heard:
    """A request as it came to the application's socket."""

    method: str
    target: str
    headers: list[tuple[str, str]]
    body: bytes


@dataclass
class Ear:
    """Stands where the application would: hears every request that the door leads on, and answers with ``says``."""

    path: str
    heard: list[Heard] = field(default_factory=list)
    says: bytes = b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nok\n"
    hangs_up: bool = False  # once it has answered

    def listen(self, listening: socket.socket) -> None:
        with suppress(OSError):
            while True:
                connection, _address = listening.accept()
                threading.Thread(target=self.converse, args=[connection], daemon=True).start()

    def converse(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            hearing = Hearing()
            while data := connection.recv(65536):
                hearing.feed(data)
                while hearing.whole:
                    self.heard.append(hearing.whole.pop(0))
                    connection.sendall(self.says)
                    if self.hangs_up:
                        return


class Hearing:
    """Reads requests: httptools calls what begins with ``on_``."""

    def __init__(self) -> None:
        self.parser = httptools.HttpRequestParser(self)
        self.whole: list[Heard] = []

    def feed(self, data: bytes) -> None:
        self.parser.feed_data(data)

    def on_message_begin(self) -> None:
        self.url, self.headers, self.body = b"", [], b""

    def on_url(self, url: bytes) -> None:
        self.url += url

    def on_header(self, name: bytes, value: bytes) -> None:
        self.headers.append((name.decode("latin-1").lower(), value.decode("latin-1")))

    def on_body(self, body: bytes) -> None:
        self.body += body

    def on_message_complete(self) -> None:
        method = self.parser.get_method().decode()
        self.whole.append(Heard(method, self.url.decode("latin-1"), self.headers, self.body))


@dataclass
class Doorway:
    """A door alone: where it listens, its store, and what came through it."""

    port: int
    store: Store
    ear: Ear

    def ask(self, target: str, *lines: str, method: str = "GET", host: str = "localhost") -> Any:
        return ask(self.port, target, *lines, method=method, host=host)


Open = Callable[..., Doorway]


@pytest.fixture
def open_door(tmp_path: Path) -> Iterator[Open]:
    """Return a function that opens a door: ``open_door(patience=Patience(...), most=...)``."""
    with ExitStack() as stack:

        def one(**more: Any) -> Doorway:
            return stack.enter_context(opened(tmp_path, **more))

        yield one


@contextmanager
def opened(folder: Path, *, patience: Patience | None = None, proto: bytes = b"", **more: Any) -> Iterator[Doorway]:
    """Open a door that leads to an ear."""
    store = Store(folder / "pages")
    (folder / "static").mkdir()
    with ExitStack() as stack:
        desk = stack.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM))
        desk.bind(str(folder / "desk"))
        desk.listen(64)
        ear = Ear(str(folder / "desk"))
        threading.Thread(target=ear.listen, args=[desk], daemon=True).start()
        public = stack.enter_context(socket.socket())
        public.bind(("127.0.0.1", 0))
        public.listen(2048)
        plan = Plan(
            folder=folder / "pages",
            static=folder / "static",
            desk=ear.path,
            writer=str(folder / "writer"),
            lane=re.compile(rb"/threads/\d+/post/"),
            is_our_host=lambda host: host in {"localhost", "news.example"},
            forwarded_proto=proto,
            patience=patience or Patience(),
            **more,
        )
        server = server_for(plan)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [public]})
        thread.start()
        try:
            wait_until(lambda: server.started)
            yield Doorway(public.getsockname()[1], store, ear)
        finally:
            server.should_exit = True
            thread.join(PATIENCE)
            desk.shutdown(socket.SHUT_RDWR)
