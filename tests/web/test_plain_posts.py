"""A plain form that comes in one piece takes a shorter way to the writer, and nobody can tell but by the clock."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httptools
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.delivery.door.fastlane import meta_of, whole
from dateline.delivery.door.patience import Patience
from dateline.delivery.door.plain_post import plain_post
from dateline.delivery.frames import Frames, frame
from dateline.delivery.store.made import Made

from .conftest import Open, wait_until
from .wire import connected, request

PATH = "/threads/7/post/"
TARGETS = re.compile(rb"/threads/\d+/post/")
BODY = b"text=Words&author_name=Ben"
KIND = "Content-Type: application/x-www-form-urlencoded"


def form(*lines: str, body: bytes = BODY, path: str = PATH) -> bytes:
    """A form as a browser sends it."""
    return request(path, KIND, f"Content-Length: {len(body)}", *lines, method="POST") + body


class Pen:
    """Stands where the writer would: hears forms, and says ``says`` to each, or hangs up where that is missing."""

    def __init__(self, path: Path) -> None:
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.bind(str(path))
        self.socket.listen(4)
        self.heard: list[tuple[str, dict[str, str], bytes]] = []
        self.says: list[Any] = []
        self.may_answer = threading.Event()
        self.may_answer.set()

    def listen(self) -> None:
        with suppress(OSError):
            while True:
                connection, _address = self.socket.accept()
                with connection, suppress(OSError):
                    self.converse(connection)

    def converse(self, connection: socket.socket) -> None:
        frames = Frames()
        while data := connection.recv(65536):
            for number, path, meta, body in frames.feed(data):
                self.heard.append((path, meta, body))
                self.may_answer.wait()
                if not self.says:
                    return
                connection.sendall(frame((number, self.says.pop(0))))


@contextmanager
def pen(folder: Path) -> Iterator[Pen]:
    """Open one, below the door's folder."""
    one = Pen(folder / "writer")
    thread = threading.Thread(target=one.listen, daemon=True)
    thread.start()
    try:
        yield one
    finally:
        one.may_answer.set()
        one.socket.shutdown(socket.SHUT_RDWR)
        one.socket.close()


def test_both_ways_tell_the_writer_and_the_sender_the_same(open_door: Open, tmp_path: Path) -> None:
    door = open_door(common={"X-Frame-Options": "DENY"})
    led = ("/town/levee/?seen=3#c9", "dateline_device=x; Path=/")
    with pen(tmp_path) as writer, connected(door.port) as wire:
        writer.says = [led, led, led]
        answers = []
        for pieces in (
            [form("Cookie: a=1")],
            [form("Cookie: a=1")],
            [form("Cookie: a=1")[:40], form("Cookie: a=1")[40:]],
        ):
            for piece in pieces:
                wire.send(piece)
                time.sleep(0.05 if len(pieces) > 1 else 0)  # or the kernel joins them
            answers.append(wire.answer())
    first, short, long = answers  # the line to the writer is opened by the first, which goes the whole way
    assert (first.status, short.status, long.status) == (303, 303, 303)
    assert first.headers.keys() == short.headers.keys() == long.headers.keys()
    assert {**short.headers, "date": ""} == {**long.headers, "date": ""}
    assert short.headers["location"] == led[0]
    assert short.headers["set-cookie"] == led[1]
    assert short.headers["x-frame-options"] == "DENY"
    assert writer.heard[0] == writer.heard[1] == writer.heard[2]
    assert writer.heard[0][2] == BODY
    assert door.ear.heard == []


@pytest.mark.parametrize(("word", "trouble"), [(None, None), ("busy", "busy"), ("unsure", "unsure")])
def test_what_the_writer_does_not_take_goes_on_once(
    open_door: Open, tmp_path: Path, word: str | None, trouble: str | None
) -> None:
    door = open_door()
    with pen(tmp_path) as writer, connected(door.port) as wire:
        writer.says = [("/a/", None), word]
        for _ in range(2):
            wire.send(form())
            assert wire.answer().status in {200, 303}
        wire.send(request("/nothing/"))
        assert wire.answer().status == 200
    asked = [(each.method, each.body, dict(each.headers).get("x-dateline-trouble")) for each in door.ear.heard]
    assert asked == [("POST", BODY, trouble), ("GET", b"", None)], "the next request has nothing of it"
    assert len(writer.heard) == 2


def test_a_writer_that_goes_away_leaves_us_unsure(open_door: Open, tmp_path: Path) -> None:
    door = open_door()
    with pen(tmp_path) as writer, connected(door.port) as wire:
        writer.says = [("/a/", None)]
        for _ in range(2):
            wire.send(form())
            wire.answer()
        assert [dict(each.headers).get("x-dateline-trouble") for each in door.ear.heard] == ["unsure"]
        writer.says = [("/b/", None)]
        wire.send(form())
        assert wire.answer().headers["location"] == "/b/", "and the line is opened anew"


def test_what_comes_behind_a_form_is_answered_behind_it(open_door: Open, tmp_path: Path) -> None:
    door = open_door()
    door.store.put(Made("/town/levee/", (b"<p>Words.</p>",)), changed_since=tuple)
    with pen(tmp_path) as writer, connected(door.port) as wire:
        writer.says = [("/a/", None), ("/b/", None), ("/c/", None)]
        wire.send(form())
        wire.answer()
        writer.may_answer.clear()
        wire.send(form())
        wait_until(lambda: len(writer.heard) == 2)
        wire.send(request("/town/levee/"))
        wire.send(form())
        writer.may_answer.set()
        answers = [wire.answer() for _ in range(3)]
    assert [(each.status, each.headers.get("location")) for each in answers] == [
        (303, "/b/"),
        (200, None),
        (303, "/c/"),
    ]


def test_whoever_hangs_up_meanwhile_disturbs_nobody(open_door: Open, tmp_path: Path) -> None:
    door = open_door()
    with pen(tmp_path) as writer:
        writer.says = [("/a/", None), ("/b/", None), ("/c/", None)]
        with connected(door.port) as wire:
            wire.send(form())
            wire.answer()
            writer.may_answer.clear()
            wire.send(form())
            wait_until(lambda: len(writer.heard) == 2)
        writer.may_answer.set()
        with connected(door.port) as wire:
            wire.send(form())
            assert wire.answer().headers["location"] == "/c/"


def test_a_writer_that_is_stuck_holds_no_connection_for_ever(open_door: Open, tmp_path: Path) -> None:
    door = open_door(patience=Patience(idle=0.4, slow=0.4, unread=0.4, writer=0.4))
    with pen(tmp_path) as writer, connected(door.port) as wire:
        writer.says = [("/a/", None)]
        wire.send(form())
        wire.answer()
        writer.may_answer.clear()
        wire.send(form())
        assert wire.ends()


NAMES = st.sampled_from(
    [
        "Host",
        "Cookie",
        "X-Forwarded-For",
        "Accept",
        "x_real_ip",
        "X-Dateline-Peer",
        "Connection",
        "Expect",
        "Te",
        "Origin",
    ]
)
VALUES = st.sampled_from(
    ["a", "localhost", "keep-alive", "close", "a=1; b=2", "10.0.0.1, 10.0.0.2", "  x ", "\xe9", ""]
)


@given(
    lines=st.lists(st.tuples(NAMES, VALUES), max_size=8), kind=st.sampled_from([KIND, KIND.lower(), "Content-Type: x"])
)
def test_what_the_short_way_reads_is_what_the_parser_reads(lines: list[tuple[str, str]], kind: str) -> None:
    block = [f"{name}: {value}" for name, value in lines]
    data = "\r\n".join([f"POST {PATH} HTTP/1.1", *block, kind, f"Content-Length: {len(BODY)}", "", ""])
    read = plain_post(data.encode("latin-1") + BODY, TARGETS)
    if read is None:
        return
    headers: list[tuple[bytes, bytes]] = []

    class Parsed:
        def on_header(self, name: bytes, value: bytes) -> None:
            headers.append((name.lower(), value))

    httptools.HttpRequestParser(Parsed()).feed_data(data.encode("latin-1"))
    assert whole(read.meta, "") == meta_of({"headers": headers})
    assert not any("_" in name for name, _value in lines)
    assert [name for name, _ in headers].count(b"host") == 1


@pytest.mark.parametrize(
    "data",
    [
        form() + b"GET / HTTP/1.1\r\n",
        form()[:-1],
        form("Transfer-Encoding: chunked"),
        form("Content-Length: 26"),
        form("Host: other"),
        form("Connection: close"),
        form("Expect: 100-continue"),
        form("X-Padding: " + "a" * 9_000),
        form(path="/threads/7/post/?x=1"),
        form(path="/threads/7x/post/"),
        form().replace(b" HTTP/1.1", b" HTTP/1.0"),
        form().replace(b"Content-Length: 26", b"Content-Length: +26"),
        form().replace(b"\r\nHost", b"\nHost"),
        form().replace(b"Content-Length: 26", b"Content-Length: 26\r\n folded"),
    ],
)
def test_whatever_is_odd_is_left_to_the_parser(data: bytes) -> None:
    assert plain_post(form(), TARGETS) is not None
    assert plain_post(data, TARGETS) is None
