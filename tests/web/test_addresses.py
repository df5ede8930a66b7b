"""One page has one address: whatever else is asked neither splits the store nor fills it, nor leads out of it."""

from __future__ import annotations

import random

import pytest

from dateline.delivery.store.made import Made

from .conftest import Newsroom, Open
from .wire import Closed, Wire, ask, connected, request

REPORT = "/town/levee/"


# What the newsroom makes ready by itself, and again whenever it likes: no question of a test's has to do with it.
OWN = ("pages/index.html", "pages/feed.rss", "pages/town/index.html", "pages/town/levee/index.html")


def stored(newsroom: Newsroom) -> set[str]:
    """Every file of the store that readers are sent, but for the newsroom's own pages and what is half written."""
    names = (
        path.relative_to(newsroom.pages).as_posix()
        for top in ("pages", "queries")
        for path in (newsroom.pages / top).rglob("*")
        if path.is_file() and not path.name.startswith(".")
    )
    return {name for name in names if name.removesuffix(".br").removesuffix(".gz").removesuffix(".zst") not in OWN}


@pytest.mark.parametrize(
    "query",
    [
        "utm_source=a&utm_medium=b",
        "fbclid=IwAR0",
        "x",
        "=",
        "&&&",
        "a=1&a=2",
        "pages=2",
        "xpage=2",
        "%70age=2",
        "Page=2",
        "p%61ge=2",
        "page",
        "page=",
        "seen=0",
        "seen=x",
        "seen=" + "9" * 400,
        "v=1",
        "%00",
        "'%22><script>",
        "x=%ff%fe",
        "?page=2",
        "x=1;page=2",
    ],
)
def test_a_query_that_means_nothing_is_the_page_itself(newsroom: Newsroom, query: str) -> None:
    plain = newsroom.ask(REPORT)
    before = stored(newsroom)
    answer = newsroom.ask(f"{REPORT}?{query}")
    assert (answer.status, answer.body) == (200, plain.body)
    assert answer.headers["etag"] == plain.headers["etag"]
    assert stored(newsroom) == before


def test_ten_thousand_queries_fill_neither_the_store_nor_the_shelf(newsroom: Newsroom) -> None:
    plain = newsroom.ask(REPORT)
    before = stored(newsroom)
    with connected(newsroom.port) as wire:
        for number in range(10_000):
            wire.send(request(f"{REPORT}?utm_campaign={number}&gclid={number * 7}"))
            assert wire.answer().headers["etag"] == plain.headers["etag"]
    assert stored(newsroom) == before


def test_queries_that_mean_something_are_few(newsroom: Newsroom) -> None:
    first = newsroom.ask(f"/threads/{newsroom.report}/?sort=oldest&page=1&utm_source=x")
    same = newsroom.ask(f"/threads/{newsroom.report}/?page=1&x=y&sort=oldest")
    assert first.headers["etag"] == same.headers["etag"]
    before = stored(newsroom)
    for query in ("page=1&page=../../etc", "page=%00", "sort=" + "x" * 41, "page=1%2f", "after=%c3%a9", "page=1/../2"):
        assert newsroom.ask(f"/threads/{newsroom.report}/?{query}").status in {200, 301, 302, 303, 400, 404}, query
    many = "&".join(f"x{number}={number}" for number in range(30))
    assert newsroom.ask(f"/threads/{newsroom.report}/?page=1&{many}").status == 200
    assert stored(newsroom) == before


def test_a_shelf_holds_a_page_once_however_its_address_is_written(open_door: Open) -> None:
    door = open_door()
    door.store.put(Made("/town/levee/", (b"<p>Words.</p>",)), changed_since=tuple)
    dice = random.Random(1)
    plain = door.ask("/town/levee/")
    for _ in range(300):
        odd = "".join(f"%{ord(letter):02x}" if letter != "/" and dice.random() < 0.5 else letter for letter in REPORT)
        assert door.ask(odd).headers["etag"] == plain.headers["etag"]
    assert door.ear.heard == []


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("//", 404),
        ("//town/levee/", 404),
        ("/town//levee/", 404),
        ("/./town/levee/", 404),
        ("/town/../town/levee/", 404),
        ("/../../../../etc/passwd", 404),
        ("/%2e%2e/%2e%2e/etc/passwd", 404),
        ("/..%2f..%2fetc/passwd", 404),
        ("/%2e%2e%2f", 404),
        ("/..%5c..%5c", 404),
        ("/..\\..\\", 404),
        ("/town/levee/%00", 404),
        ("/town/levee%00/", 404),
        ("/town/levee/index.html", 404),
        ("/index.html", 404),
        ("/index.html.gz", 404),
        ("/feed.rss.br", 404),
        ("/.index.html.1", 404),
        ("/town/levee/.", 404),
        ("/index.sqlite3", 404),
        ("/../index.sqlite3", 404),
        ("/%c0%ae%c0%ae/", 404),  # overlong UTF-8 for two dots
        ("/%ff/", 404),
        ("/%ed%a0%80/", 404),  # half of a surrogate pair
        ("/%u002e/", 404),
        ("/%/", 404),
        ("/%zz/", 404),
        ("/Town/Levee/", 404),
        ("/TOWN/LEVEE/", 404),
        ("/town/levee/;x=1", 404),
        ("/town/levee/%3fpage=2", 404),
        ("/town/levee/%23", 404),
        ("/static/../pages/index.html", 404),
        ("/static/%2e%2e/secret_key", 404),
        ("/static/..%2fsecret_key", 404),
        ("/media/../secret_key", 404),
        ("/media/%2e%2e/secret_key", 404),
        ("/media/..%2fsecret_key", 404),
        ("/media/%2fetc/passwd", 404),
        ("/" + "a/" * 1000, 404),
        ("/" + "a" * 3000 + "/", 404),
        ("/%74own/levee/", 200),
        ("/town/%6Cevee/", 200),
        ("/town%2flevee/", 200),  # Django knows no difference; the store keeps nothing under such an address
        ("/town/levee", 301),
    ],
)
def test_tricks_with_a_path_lead_nowhere(newsroom: Newsroom, target: str, status: int) -> None:
    newsroom.ask(REPORT)
    before = stored(newsroom)
    answer = newsroom.ask(target)
    assert answer.status == status
    assert b"root:" not in answer.body
    assert stored(newsroom) == before


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (request("/" + "a" * 9_000), 414),
        (request("/?" + "a" * 9_000), 414),
        (request("/?" + "a" * 200_000), 414),
        (request("/", "Cookie: " + "a" * 40_000), 431),
        (request("/", *[f"X-{number}: {number}" for number in range(4_000)]), 431),
        (request("/x/", "A: b", "Cookie: " + "a" * 40_000), 431),
    ],
)
def test_what_is_beyond_measure_is_refused(newsroom: Newsroom, data: bytes, status: int) -> None:
    with connected(newsroom.port) as wire:
        wire.send(data)
        assert wire.answer().status == status
        assert wire.ends()
    assert newsroom.ask(REPORT).status == 200


def crumble(wire: Wire) -> None:
    """Send headers that never end, and read until the other end hangs up."""
    for _ in range(400):
        wire.send(b"X-Padding: " + b"a" * 1_000 + b"\r\n")
    while True:
        wire.more()


def test_what_comes_in_crumbs_is_measured_too(open_door: Open) -> None:
    door = open_door()
    for before in (b"", request("/first/")):  # also behind another request on the same connection
        with connected(door.port) as wire:
            wire.send(before + b"GET / HTTP/1.1\r\nHost: localhost\r\n")
            if before:
                assert wire.answer().status == 200
            with pytest.raises((Closed, OSError)):
                crumble(wire)
    assert [heard.target for heard in door.ear.heard] == ["/first/"]


def test_what_is_not_there_does_not_disturb_what_is(newsroom: Newsroom) -> None:
    newsroom.ask(REPORT)
    assert any(is_undisturbed(newsroom) for _turn in range(5))  # its own pages are made when it likes


def is_undisturbed(newsroom: Newsroom) -> bool:
    """Ask for twenty addresses that are not there; say whether the store was left alone meanwhile."""
    gauge = (newsroom.pages / "gauge").read_bytes()[:8]
    for number in range(20):
        assert ask(newsroom.port, f"/nothing-{number}/").status == 404
    return (newsroom.pages / "gauge").read_bytes()[:8] == gauge
