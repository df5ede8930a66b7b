"""What a cache in front may keep: public pages at their own address, and nothing else at all."""

from __future__ import annotations

import pytest

from dateline.delivery.store.kinds import leave
from dateline.delivery.store.made import Made

from .conftest import Doorway, Open

WORDS = b"The water stands at the second step. " * 40
SHARED = "public, max-age=0, must-revalidate, s-maxage=600"


@pytest.fixture
def door(open_door: Open) -> Doorway:
    """A door behind a cache of our own, with one page and its second leaf."""
    door = open_door(leave=leave("news.example", kind="http", seconds=600))
    for address in ("/town/", "/town/?page=2"):
        door.store.put(Made(address, (WORDS,)), changed_since=lambda: ())
    return door


@pytest.mark.parametrize("target", ["/town/", "/town/?page=2"])
def test_a_page_at_its_own_address_may_be_kept_and_a_browser_asks_after_it(door: Doorway, target: str) -> None:
    answer = door.ask(target, host="news.example")
    assert answer.headers["cache-control"] == SHARED
    known = door.ask(target, f"If-None-Match: {answer.headers['etag']}", host="news.example")
    assert (known.status, known.headers["cache-control"]) == (304, SHARED)
    assert door.ask(target, "Range: bytes=0-9", host="news.example").headers["cache-control"] == SHARED
    assert door.ask(target, method="HEAD", host="news.example").headers["cache-control"] == SHARED


@pytest.mark.parametrize(
    "target", ["/town/?utm_source=x", "/town/?", "/t%6Fwn/", "/town/?seen=7", "/town/?page=2&x=1", "/town/?x=1&page=2"]
)
def test_the_same_page_at_an_address_that_nobody_purges_may_not(door: Doorway, target: str) -> None:
    door.store.files.gauge.write("settled", 7)
    answer = door.ask(target, host="news.example")
    assert (answer.status, answer.headers["cache-control"]) == (200, "public, no-cache")
    more_than_plain = door.ask(target, "Range: bytes=0-9", host="news.example")
    assert more_than_plain.headers["cache-control"] == "public, no-cache"


def test_nor_at_another_of_our_hosts(door: Doorway) -> None:
    assert door.ask("/town/", host="localhost").headers["cache-control"] == "public, no-cache"


def test_nor_the_last_good_version_of_a_page_that_cannot_be_made(door: Doorway) -> None:
    door.store.drop(["/town/"])
    door.ear.says = b"HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n"
    answer = door.ask("/town/", host="news.example")
    assert (answer.status, answer.headers["cache-control"]) == (200, "public, no-cache")


@pytest.mark.parametrize("status", ["200 OK", "301 Moved Permanently", "404 Not Found"])
def test_what_does_not_say_itself_for_whom_it_is_is_for_one_reader(door: Doorway, status: str) -> None:
    door.ear.says = f"HTTP/1.1 {status}\r\ncontent-length: 3\r\n\r\nok\n".encode()
    assert door.ask("/account/", host="news.example").headers["cache-control"] == "private, no-cache"


def test_what_does_say_so_is_left_alone(door: Doorway) -> None:
    door.ear.says = b"HTTP/1.1 200 OK\r\nCache-Control: public, max-age=60\r\ncontent-length: 3\r\n\r\nok\n"
    assert door.ask("/funding.json", host="news.example").headers["cache-control"] == "public, max-age=60"


def test_a_cache_that_understands_its_own_header_is_the_only_one_that_may(open_door: Open) -> None:
    door = open_door(leave=leave("news.example", kind="cloudflare", seconds=600))
    door.store.put(Made("/", (WORDS,)), changed_since=lambda: ())
    headers = door.ask("/", host="news.example").headers
    assert headers["cache-control"] == "public, no-cache"
    assert headers["cdn-cache-control"] == "public, max-age=600"


def test_without_a_cache_in_front_none_may(open_door: Open) -> None:
    door = open_door()
    door.store.put(Made("/", (WORDS,)), changed_since=lambda: ())
    assert door.ask("/", host="news.example").headers["cache-control"] == "public, no-cache"
