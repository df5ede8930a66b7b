"""A Redis that stops takes nobody down with it, holds floods back all the same, and is used again when it is back."""

from __future__ import annotations

import logging
import threading
import time
import uuid
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import redis
from django.conf import settings

from dateline.delivery import shared_memory
from dateline.delivery.shared_memory import SharedMemory
from dateline.lib.redis_url import cache_settings
from tests.databases import REDIS
from tests.relay import Relay

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not REDIS, reason="no Redis in this run: set DATELINE_TEST_REDIS_URL"),
]


@pytest.fixture
def wire() -> Iterator[Relay]:
    address = urlsplit(REDIS)
    with Relay((address.hostname or "", address.port or 6379)) as wire:
        yield wire


def memory_at(url: str) -> SharedMemory:
    found = cache_settings(url, "", "", settings.COUNTED)
    return SharedMemory(found.pop("LOCATION"), found)


@pytest.fixture
def memory(wire: Relay, monkeypatch: pytest.MonkeyPatch) -> Iterator[SharedMemory]:
    """A memory at the other end of a wire, asked again at once after it failed."""
    monkeypatch.setattr(shared_memory, "PAUSE_SECONDS", 0.0)
    memory = memory_at(f"redis://127.0.0.1:{wire.port}/0?prefix=dateline-test-{uuid.uuid4().hex[:12]}")
    yield memory
    if wire.door.fileno() < 0:
        wire.mend()
    memory.clear()


def test_it_keeps_what_it_is_given(memory: SharedMemory) -> None:
    memory.set("drawing", {"svg": b"<svg/>"})
    assert memory.get("drawing") == {"svg": b"<svg/>"}
    assert memory.add("drawing", 1) is False
    assert memory.get_many(["drawing", "none"]) == {"drawing": {"svg": b"<svg/>"}}
    assert memory.add("allauth:rl:login", 0, 60) is True
    assert memory.incr("allauth:rl:login") == 1
    assert memory.delete("drawing") is True
    with pytest.raises(ValueError, match="not found"):
        memory.incr("none")


def test_emptying_it_leaves_to_others_what_is_theirs(memory: SharedMemory) -> None:
    theirs = f"dateline-test-theirs-{uuid.uuid4().hex}"
    with redis.Redis.from_url(REDIS) as client:
        client.set(theirs, 1, ex=60)
        for number in range(1200):
            memory.set(f"drawing-{number}", number)
        memory.clear()
        assert memory.get("drawing-7") is None
        assert client.get(theirs) == b"1"
        client.delete(theirs)


def test_while_it_is_away_all_is_a_miss_but_counts(memory: SharedMemory, wire: Relay) -> None:
    memory.set("drawing", "svg")
    wire.cut()
    assert memory.get("drawing", "made anew") == "made anew"
    memory.set("drawing", "svg")
    assert memory.has_key("drawing") is False
    assert memory.add("lock", 1) is True
    memory.clear()
    assert memory.add("funding:tries:60:x", 0, 60) is True
    assert [memory.incr("funding:tries:60:x") for _ in range(7)] == [1, 2, 3, 4, 5, 6, 7]
    memory.set("allauth:rl:login:x", [1.0, 2.0], 60)
    assert memory.get("allauth:rl:login:x") == [1.0, 2.0]


def test_it_is_used_again_by_itself_and_what_was_counted_meanwhile_counts_when_it_is_away_again(
    memory: SharedMemory, wire: Relay
) -> None:
    memory.set("drawing", "svg")
    wire.cut()
    memory.add("funding:tries:60:x", 5, 60)
    assert memory.get("drawing") is None
    wire.mend()
    assert memory.get("drawing") == "svg"
    assert memory.get("funding:tries:60:x") is None
    wire.cut()
    assert memory.get("funding:tries:60:x") == 5


def test_a_restart_between_two_questions_is_not_noticed(memory: SharedMemory, wire: Relay) -> None:
    memory.set("drawing", "svg")
    wire.hang_up()
    assert memory.get("drawing") == "svg"


def test_one_that_hangs_costs_two_seconds_once_and_is_told_once(
    memory: SharedMemory, wire: Relay, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(shared_memory, "PAUSE_SECONDS", 30.0)
    memory.set("drawing", "svg")
    wire.fall_silent()
    with caplog.at_level(logging.ERROR, "dateline.redis"):
        began = time.monotonic()
        assert [memory.get("drawing") for _ in range(50)] == [None] * 50
        assert time.monotonic() - began < 4
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "Redis does not answer" in caplog.text


def test_threads_share_one_client(memory: SharedMemory) -> None:
    clients: list[object] = []
    url = memory.servers[0]
    threads = [threading.Thread(target=lambda: clients.append(memory_at(url)._cache)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {id(client) for client in clients} == {id(memory._cache)}
