"""The load is what it says that it is: words of the right length, each its own, and answers counted as they come."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dateline.bench import words
from dateline.bench.load import wrk
from dateline.bench.load.running import Load, LoadFailed
from dateline.bench.program import DoesNotAnswer, Program, family, free_port
from dateline.screening import Submission, own_words, screen

PAGE = b"<p>The water is at the second step.</p>"


class Handler(BaseHTTPRequestHandler):
    """Answers one page; everything else is not there."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = PAGE if self.path == "/" else b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_a_comment_is_as_long_as_real_ones_and_screening_has_nothing_against_it():
    chance = random.Random(1)
    for _ in range(200):
        text = words.comment(chance)
        assert 120 <= len(text) <= words.LONGEST
        assert screen(Submission(text=text, author_name=words.name(chance), hold_first=False)).outcome == "publish"


def test_what_is_posted_is_nobody_elses_words():
    template = words.template(words.comment(random.Random(1)))
    one, other = own_words(words.own(template, 7)), own_words(words.own(template, 10**9 + 7))
    assert one.runs
    assert not set(one.runs) & set(other.runs)


def test_answers_of_our_own_generator_are_counted(port: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    reading = wrk.read(port, "/", connections=2, seconds=0.3, coding="gzip")
    assert reading.number > 0
    assert 0 < reading.p50 <= reading.p99


def test_answers_that_are_not_pages_are_no_reading(port: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(LoadFailed, match="were not 200"):
        wrk.read(port, "/nowhere/", connections=2, seconds=0.2, coding="")


def test_a_watcher_stops_when_told_and_says_what_it_saw(port: int):
    with Load("reader", port=port, path="/", rate=50) as load:
        seen = load.stop(after=0.5)
    assert seen["failed"] == 0
    assert seen["milliseconds"] == sorted(seen["milliseconds"])


def test_a_load_that_breaks_says_why():
    with Load("reader", path="/") as load, pytest.raises(LoadFailed, match="port"):
        load.wait(30)


def test_a_program_that_does_not_answer_is_told_with_its_last_words():
    command = [sys.executable, "-c", "raise SystemExit('no room today')"]
    with pytest.raises(DoesNotAnswer, match="no room today"), Program("door", command, port=free_port()):
        raise AssertionError("it does not answer, and yet we are here")


def test_a_family_is_a_process_and_all_below_it():
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'print(input())'])"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        while len(family(process.pid)) < 2:
            assert process.poll() is None
        assert family(process.pid)[0] == process.pid
        process.communicate(b"done\n")
