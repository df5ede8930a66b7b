"""``dateline serve`` answers, stops when told, and leaves nothing behind."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.databases import POSTGRESQL, own_data
from tests.prepared import prepare

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_SECONDS = 30
DATA: dict[Path, dict[str, str]] = {}  # where the rows of each home lie


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A newsroom's folder with its tables made."""
    home = tmp_path_factory.mktemp("home")
    with own_data(home) as DATA[home]:
        if POSTGRESQL:
            told = dateline(home, "migrate", "--verbosity", "0")
            assert told.returncode == 0, told.stderr
        else:
            prepare(home)
        yield home


def environment(home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    ours = {"DATELINE_HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    return {**kept, **ours, **DATA.get(home, {})}


def dateline(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dateline", *arguments],
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(home: Path, **more: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    port = free_port()
    command = [sys.executable, "-m", "dateline", "serve", "--port", str(port)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    with subprocess.Popen(command, env={**environment(home), **more}, **pipes) as one:
        try:
            wait_for_answer(one, port)
            yield one, port
        finally:
            one.kill()


def wait_for_answer(process: subprocess.Popen[str], port: int) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=PATIENCE_SECONDS).status_code == 200:
                return
        except httpx.TransportError:
            continue
    raise AssertionError(process.stdout.read() if process.poll() is not None and process.stdout else "no answer")


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def freed(port: int) -> bool:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if is_free(port):
            return True
    return False


def test_whole_addresses_follow_the_port_and_no_header(home: Path) -> None:
    assert dateline(home, "prepare", "--no-sample").returncode == 0
    with served(home) as (_process, port):
        ours = f"http://127.0.0.1:{port}/"
        with httpx.Client(base_url=ours, headers={"Host": "localhost"}) as reader:
            assert f"<loc>{ours}corrections/</loc>" in reader.get("/sitemap.xml").text
            assert f'<link rel="canonical" href="{ours}">' in reader.get("/").text
            assert f"<link>{ours}</link>" in reader.get("/feed.rss").text
    site = dateline(home, "shell", "-v0", "-c", "from wagtail.models import Site; print(Site.objects.get().root_url)")
    assert site.stdout.strip() == ours.rstrip("/")


@pytest.mark.parametrize("word", [signal.SIGINT, signal.SIGTERM])
def test_it_answers_and_stops_when_told(home: Path, word: signal.Signals) -> None:
    with served(home) as (process, port):
        process.send_signal(word)
        told, _ = process.communicate(timeout=PATIENCE_SECONDS)
        assert process.returncode == 0
        assert f"http://127.0.0.1:{port}/newsroom/" in told
        assert "Traceback" not in told, told
        assert is_free(port)


def test_nothing_outlives_it_even_when_it_is_killed(home: Path) -> None:
    with served(home) as (process, port):
        process.kill()
        process.wait(PATIENCE_SECONDS)
        assert freed(port)


def test_nothing_outlives_one_that_is_killed_while_it_starts(home: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "dateline", "serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment(home), stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT) as one:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while is_free(port) and time.monotonic() < deadline:
            continue
        one.kill()
    assert freed(port)


def test_a_taken_port_is_one_sentence(home: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        told = dateline(home, "serve", "--port", str(port))
    assert told.returncode == 1
    assert f"Port {port} is taken" in told.stderr
    assert re.search(r"Try --port \d+\.$", told.stderr.strip())
    assert len(told.stderr.strip().splitlines()) == 1


def test_a_second_one_on_the_same_home_is_one_sentence(home: Path) -> None:
    with served(home):
        told = dateline(home, "serve", "--port", str(free_port()))
        assert told.returncode == 1
        assert told.stderr.startswith("CommandError: Another `dateline serve` (process ")
        assert len(told.stderr.strip().splitlines()) == 1


def test_what_is_too_much_is_refused_however_it_comes(home: Path) -> None:
    def pour() -> Iterator[bytes]:
        for _ in range(64):
            yield b"x" * 65536

    with served(home) as (_, port):
        url = f"http://127.0.0.1:{port}/give/"
        assert httpx.post(url, content=b"x" * 600_000).status_code == 413
        assert httpx.post(url, content=pour()).status_code == 413
        assert httpx.get(f"http://127.0.0.1:{port}/healthz").status_code == 200


def test_a_home_that_is_not_there_is_made_also_when_the_key_lies_elsewhere(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "dateline", "check", "--database", "default"],
        env={**environment(tmp_path / "new" / "home"), "DATELINE_SECRET_KEY": "k" * 60},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert (tmp_path / "new" / "home" / "dateline.sqlite3").is_file()


def test_a_home_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    told = dateline(tmp_path / "file" / "home", "check")
    assert told.returncode == 1
    assert told.stderr.startswith("dateline: ")
    assert len(told.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DATELINE_PORT", "eighty", "DATELINE_PORT is “eighty”; it must be a whole number."),
        ("DATELINE_MODE", "prod", "DATELINE_MODE is “prod”; it must be rehearsal or production."),
        ("DATELINE_DEBUG", "perhaps", "DATELINE_DEBUG is “perhaps”; it must be yes or no."),
        (
            "DATELINE_MAIL_URL",
            "mail.example",
            "DATELINE_MAIL_URL must look like smtps://user:password@mail.example:465.",
        ),
        ("DATELINE_SECRET_KEY_FILE", "/nowhere", "DATELINE_SECRET_KEY_FILE points to /nowhere, which cannot be read"),
    ],
)
def test_a_setting_that_cannot_be_read_is_one_sentence(home: Path, name: str, value: str, sentence: str) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "dateline", "check"],
        env={**environment(home), name: value},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert told.returncode == 1
    assert told.stderr.startswith(f"dateline: {sentence}")
    assert len(told.stderr.strip().splitlines()) == 1
