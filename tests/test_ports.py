"""Who finds the port taken is sent to one where nothing of ours is in the way."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from dateline.project import ports

HOME = ports.LOOPBACK


@pytest.fixture
def newsroom() -> Iterator[int]:
    """The port of a newsroom that runs already, with its rehearsal provider on the one behind."""
    with ExitStack() as held:
        for port in range(20_000, 30_000, 7):
            if all(ports.is_free(HOME, port + step) for step in range(6)):
                held.enter_context(listening(port))
                held.enter_context(listening(port + 1))
                break
        yield port


def listening(port: int) -> socket.socket:
    one = socket.socket()
    one.bind((HOME, port))
    one.listen()
    return one


def test_the_port_of_the_other_newsroom_s_provider_is_not_offered(newsroom: int) -> None:
    with pytest.raises(ports.PortTaken, match=rf"Try --port {newsroom + 2}\.$"):
        ports.claim(HOME, newsroom)


def test_nor_is_one_whose_own_provider_would_find_no_room(newsroom: int) -> None:
    with listening(newsroom + 3):
        assert ports.next_free(HOME, newsroom) == newsroom + 4


def test_at_the_end_of_the_ports_none_is_offered() -> None:
    assert ports.next_free(HOME, 65_534) is None
