"""Who sends or reads slowly, or not at all, or comes in a crowd, keeps nobody else waiting."""

from __future__ import annotations

import resource
import socket
import time
from contextlib import ExitStack

import pytest

from dateline.delivery.door.patience import Patience
from dateline.delivery.store.made import Made

from .conftest import Open, wait_until
from .wire import Closed, Wire, connected, request

SHORT = Patience(idle=1.2, slow=0.6, unread=0.6, rate=1_000_000)
HEAD = b"GET /x/ HTTP/1.1\r\nHost: localhost\r\n"
BODY = b"POST /x/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n"


def closed_after(wire: Wire, crumb: bytes) -> float:
    """Send a crumb every so often; return the seconds until the other end hangs up."""
    begun = time.monotonic()
    wire.socket.settimeout(0.1)
    while time.monotonic() - begun < 20:
        try:
            if crumb:
                wire.send(crumb)
            wire.more()
        except TimeoutError:
            continue
        except (Closed, OSError):
            return time.monotonic() - begun
    raise AssertionError("it is still open")


@pytest.mark.parametrize(
    ("first", "crumb", "least"),
    [
        (b"", b"", SHORT.idle),  # comes and says nothing
        (b"GE", b"", SHORT.slow),
        (HEAD, b"X: y\r\n", SHORT.slow),  # headers that never end
        (b"\r\n", b"\r\n", SHORT.slow),  # empty lines that never end
        (HEAD + b"\r\n", b"", SHORT.idle),  # is answered and says nothing more
        (HEAD + b"\r\n" + HEAD, b"X: y\r\n", SHORT.slow),
        (BODY, b"a", SHORT.slow),  # a body that never ends
        (BODY.replace(b"Content-Length: 100000", b"Transfer-Encoding: chunked"), b"1\r\na\r\n", SHORT.slow),
    ],
)
def test_who_dawdles_is_let_go(open_door: Open, first: bytes, crumb: bytes, least: float) -> None:
    door = open_door(patience=SHORT)
    with connected(door.port) as wire:
        if first:
            wire.send(first)
        assert least - 0.2 < closed_after(wire, crumb) < least + 10
    assert door.ask("/x/").status == 200


def test_who_sends_at_a_fair_pace_is_heard_out(open_door: Open) -> None:
    door = open_door(patience=Patience(idle=1.2, slow=0.6, unread=0.6, rate=1_000))
    with connected(door.port) as wire:
        wire.send(BODY)
        for _ in range(10):
            wire.send(b"a" * 10_000)
            time.sleep(0.1)  # a pace, not a wait: a tenth of the patience at a time
        assert wire.answer().status == 200
    assert len(door.ear.heard[0].body) == 100_000


def ask_on(deaf: socket.socket) -> None:
    """Ask again and again, and read nothing of what comes."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        deaf.sendall(request("/"))


def test_who_reads_nothing_is_let_go_and_takes_little_memory(open_door: Open) -> None:
    door = open_door(patience=SHORT)
    page = bytes(range(256)) * 8_000
    door.store.put(Made("/", (page,)), changed_since=tuple)
    with socket.socket() as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        deaf.settimeout(20)
        deaf.connect(("127.0.0.1", door.port))
        begun = time.monotonic()
        with pytest.raises((ConnectionError, TimeoutError)):
            ask_on(deaf)
        assert time.monotonic() - begun < 15
    assert door.ask("/").body.startswith(page[:1000])


def test_who_reads_slowly_gets_all_of_it(open_door: Open) -> None:
    door = open_door(patience=SHORT)
    page = bytes(range(256)) * 8_000
    door.store.put(Made("/", (page,)), changed_since=tuple)
    with socket.socket() as slow:
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65_536)
        slow.connect(("127.0.0.1", door.port))
        slow.sendall(request("/"))
        wire = Wire(slow)
        begun = time.monotonic()
        while len(wire.buffer) < len(page):
            wire.more()
            time.sleep(0.02)  # a pace, so that all of it takes longer than our patience with one who reads nothing
        assert time.monotonic() - begun > SHORT.unread
        assert wire.answer().body.rstrip() == page.rstrip()


def test_one_too_many_is_told_so_and_the_others_are_served(open_door: Open) -> None:
    door = open_door(most=50)
    with ExitStack() as stack:
        wires = [stack.enter_context(connected(door.port)) for _ in range(50)]
        for wire in wires:
            wire.send(request("/x/"))
            assert wire.answer().status == 200
        for _ in range(20):
            with connected(door.port) as late:
                answer = late.answer()
                assert (answer.status, answer.headers["retry-after"]) == (503, "5")
                assert late.ends()
        wires[0].send(request("/x/"))
        assert wires[0].answer().status == 200
    wait_until(lambda: door.ask("/x/").status == 200)


@pytest.mark.thorough
def test_ten_thousand_at_once_are_more_than_it_may_open_and_it_lives(open_door: Open) -> None:
    """Fewer where this machine lets us open fewer; the door has room for a hundred of them."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    crowd = min(10_000, (hard if hard != resource.RLIM_INFINITY else 30_000) // 2 - 200)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    try:
        door = open_door(most=100)
        with ExitStack() as stack:
            statuses = []
            for _ in range(crowd):
                wire = stack.enter_context(connected(door.port))
                wire.send(request("/x/"))
                try:
                    statuses.append(wire.answer().status)
                except (Closed, OSError):
                    statuses.append(503)  # hung up on while it was still speaking
            assert statuses[:100] == [200] * 100
            assert set(statuses[100:]) == {503}
        wait_until(lambda: door.ask("/x/").status == 200)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
