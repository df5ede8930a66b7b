"""Where a request begins and ends: what could be read in two ways is refused, and the application never hears of it."""

from __future__ import annotations

import pytest

from dateline.delivery.store.made import Made

from .conftest import Newsroom, Open
from .wire import connected, request, say

HIDDEN = b"GET /hidden/ HTTP/1.1\r\nHost: localhost\r\n\r\n"


def post(*lines: bytes, body: bytes = b"", version: bytes = b"1.1") -> bytes:
    """Return a POST with these headers and whatever behind them."""
    return b"\r\n".join([b"POST /x/ HTTP/" + version, b"Host: localhost", *lines]) + b"\r\n\r\n" + body


REFUSED = {
    "length and pieces": post(b"Content-Length: 6", b"Transfer-Encoding: chunked", body=b"0\r\n\r\nG" + HIDDEN),
    "pieces and length": post(b"Transfer-Encoding: chunked", b"Content-Length: 6", body=b"0\r\n\r\nG" + HIDDEN),
    "two lengths": post(b"Content-Length: 3", b"Content-Length: 5", body=b"abcde" + HIDDEN),
    "two lengths in one": post(b"Content-Length: 3, 5", body=b"abcde" + HIDDEN),
    "the same length twice": post(b"Content-Length: 3", b"Content-Length: 3", body=b"abc" + HIDDEN),
    "a negative length": post(b"Content-Length: -3", body=HIDDEN),
    "a length with a sign": post(b"Content-Length: +3", body=b"abc" + HIDDEN),
    "a length in hex": post(b"Content-Length: 0x3", body=b"abc" + HIDDEN),
    "a length beyond all numbers": post(b"Content-Length: " + b"9" * 40, body=HIDDEN),
    "no length at all": post(b"Content-Length:", body=HIDDEN),
    "a blank before the colon": post(b"Content-Length : 3", body=b"abc" + HIDDEN),
    "pieces, blank before the colon": post(b"Transfer-Encoding : chunked", body=b"0\r\n\r\n" + HIDDEN),
    "pieces, tab before": post(b"Transfer-Encoding:\x0bchunked", body=b"0\r\n\r\n" + HIDDEN),
    "pieces, misspelt": post(b"Transfer-Encoding: xchunked", body=b"0\r\n\r\n" + HIDDEN),
    "pieces, not last": post(b"Transfer-Encoding: chunked, identity", body=b"0\r\n\r\n" + HIDDEN),
    "pieces in another coding": post(b"Transfer-Encoding: gzip, chunked", body=b"0\r\n\r\n"),
    "pieces twice": post(b"Transfer-Encoding: chunked", b"Transfer-Encoding: chunked", body=b"0\r\n\r\n"),
    "pieces and nothing": post(b"Transfer-Encoding: chunked", b"Transfer-Encoding: identity", body=b"0\r\n\r\n"),
    "pieces in 1.0": post(b"Transfer-Encoding: chunked", body=b"0\r\n\r\n", version=b"1.0"),
    "pieces of no size": post(b"Transfer-Encoding: chunked", body=b"\r\n\r\n"),
    "pieces of a negative size": post(b"Transfer-Encoding: chunked", body=b"-1\r\nabc\r\n0\r\n\r\n"),
    "pieces of a huge size": post(b"Transfer-Encoding: chunked", body=b"f" * 40 + b"\r\nabc\r\n0\r\n\r\n"),
    "pieces longer than they say": post(b"Transfer-Encoding: chunked", body=b"2\r\nabcdef\r\n0\r\n\r\n"),
    "pieces with bare line feeds": post(b"Transfer-Encoding: chunked", body=b"3\nabc\n0\n\n"),
    "bare line feeds": b"GET /x/ HTTP/1.1\nHost: localhost\n\n",
    "a bare carriage return": b"GET /x/ HTTP/1.1\r\nHost: localhost\rX: y\r\n\r\n",
    "a folded header": b"GET /x/ HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n",
    "a folded length": post(b"Content-Length:\r\n 3", body=b"abc" + HIDDEN),
    "a NUL in a header": b"GET /x/ HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n",
    "a NUL in the target": b"GET /x\0/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "a blank in the target": b"GET /x y/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "a high byte in the target": b"GET /\xc3\xa9/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "a header without a name": b"GET /x/ HTTP/1.1\r\nHost: localhost\r\n: y\r\n\r\n",
    "a header without a colon": b"GET /x/ HTTP/1.1\r\nHost: localhost\r\nX\r\n\r\n",
    "no host": b"GET /x/ HTTP/1.1\r\n\r\n",
    "no host in 1.0": b"GET /x/ HTTP/1.0\r\n\r\n",
    "two hosts": b"GET /x/ HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
    "the same host twice": b"GET /x/ HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
    "a made up method": b"BREW /x/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "a method in small letters": b"get /x/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "no version": b"GET /x/\r\n\r\n",
    "another version": b"GET /x/ HTTP/3.7\r\nHost: localhost\r\n\r\n",
    "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "everything": b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "a tunnel": b"CONNECT localhost:443 HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "a target without a slash": b"GET x/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "another scheme": b"GET ftp://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "an upgrade with a body": post(b"Connection: Upgrade", b"Upgrade: h2c", b"Content-Length: 3", body=b"abc"),
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED.keys())
def test_what_could_be_read_in_two_ways_is_refused_and_the_connection_closed(open_door: Open, data: bytes) -> None:
    door = open_door()
    assert say(door.port, data) == [400]
    assert door.ear.heard == []


def test_a_body_is_no_request(open_door: Open) -> None:
    door = open_door()
    length = b"Content-Length: %d" % len(HIDDEN)
    pieces = b"%x\r\n%b\r\n0\r\n\r\n" % (len(HIDDEN), HIDDEN)
    assert say(door.port, post(length, body=HIDDEN)) == [200]
    assert say(door.port, post(b"Transfer-Encoding: chunked", body=pieces)) == [200]
    assert say(door.port, post(length, body=HIDDEN).replace(b"POST", b"GET")) == [200]
    assert [(one.target, one.body) for one in door.ear.heard] == [("/x/", HIDDEN)] * 3


def test_what_stands_behind_the_size_of_a_piece_goes_no_further(open_door: Open) -> None:
    door = open_door()
    body = b'3;name="value";x\r\nabc\r\n0;y\r\n\r\n'
    assert say(door.port, post(b"Transfer-Encoding: CHUNKED", body=body)) == [200]
    assert door.ear.heard[0].body == b"abc"


def test_what_stands_behind_a_body_in_pieces_is_no_header(open_door: Open) -> None:
    door = open_door()
    body = b"3\r\nabc\r\n0\r\nX-Forwarded-For: 6.6.6.6\r\nHost: evil.example\r\nCookie: a=b\r\n\r\n"
    assert say(door.port, post(b"Transfer-Encoding: chunked", b"Trailer: X-Forwarded-For", body=body)) == [200]
    names = [name for name, _value in door.ear.heard[0].headers]
    assert "x-forwarded-for" not in names
    assert "cookie" not in names
    assert names.count("host") == 1


@pytest.mark.parametrize(
    "data",
    [
        post(b"Content-Length: 10", body=b"abc"),
        post(b"Transfer-Encoding: chunked", body=b"a\r\nabc"),
        post(b"Transfer-Encoding: chunked", body=b"3\r\nabc\r\n"),
    ],
)
def test_a_body_that_is_cut_off_is_no_body(open_door: Open, data: bytes) -> None:
    door = open_door()
    with connected(door.port) as wire:
        wire.send(data)
    assert door.ask("/y/").status == 200
    assert [one.target for one in door.ear.heard] == ["/y/"]


def test_requests_that_are_sent_at_once_are_answered_in_order(newsroom: Newsroom) -> None:
    targets = ["/town/levee/", "/nothing/", "/feed.rss", "/search/?query=levee", "/", "/robots.txt"]
    alone = [newsroom.ask(target) for target in targets]
    with connected(newsroom.port) as wire:
        wire.send(b"".join(request(target) for target in targets))
        together = [wire.answer() for _target in targets]
    assert (
        [answer.status for answer in together] == [answer.status for answer in alone] == [200, 404, 200, 200, 200, 200]
    )
    for target, one, other in zip(targets, together, alone, strict=True):
        assert one.headers["content-type"] == other.headers["content-type"], target


def test_a_connection_is_kept_or_closed_as_was_asked(newsroom: Newsroom) -> None:
    for target in ("/town/levee/", "/nothing/"):
        for line, version, closes in [
            ("X: y", "1.1", False),
            ("Connection: keep-alive", "1.1", False),
            ("Connection: close", "1.1", True),
            ("Connection: CLOSE, x", "1.1", True),
            ("X: y", "1.0", True),
        ]:
            with connected(newsroom.port) as wire:
                wire.send(request(target, line).replace(b"HTTP/1.1", f"HTTP/{version}".encode()))
                answer = wire.answer()
                assert answer.status in {200, 404}
                if closes:
                    assert wire.ends()
                else:
                    wire.send(request(target))
                    assert wire.answer().status == answer.status


def test_behind_the_last_request_nothing_is_answered(newsroom: Newsroom) -> None:
    assert say(newsroom.port, request("/robots.txt", "Connection: close") + request("/feed.rss")) == [200]


def test_who_speaks_1_0_gets_no_pieces(open_door: Open) -> None:
    door = open_door()
    door.ear.says = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
    with connected(door.port) as wire:
        wire.send(request("/x/").replace(b"HTTP/1.1", b"HTTP/1.0"))
        answer = wire.answer()
        assert answer.headers["content-length"] == "3"
        assert "transfer-encoding" not in answer.headers
        assert answer.body == b"abc"
        assert wire.ends()


def test_who_waits_for_a_word_before_the_body_gets_it(newsroom: Newsroom) -> None:
    line = b"POST /give/ HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
    with connected(newsroom.port) as wire:
        wire.send(line + b"Content-Length: 3\r\n\r\n")
        assert wire.answer().status == 100
        wire.send(b"a=b")
        assert wire.answer().status in {400, 403}
    with connected(newsroom.port) as wire:
        wire.send(line + b"Content-Length: 3000000\r\n\r\n")
        assert wire.answer().status == 413  # and no word that it is welcome


def test_a_target_that_names_a_host_means_that_host(newsroom: Newsroom) -> None:
    plain = newsroom.ask("/town/levee/")
    for target, host, status in [
        ("http://localhost/town/levee/", "evil.example", 200),
        ("HTTP://localhost/town/levee/", "localhost", 200),
        ("http://evil.example/town/levee/", "localhost", 400),
        ("http://evil.example/nothing/", "localhost", 400),
        ("http://localhost@evil.example/town/levee/", "localhost", 400),
        ("http:///town/levee/", "localhost", 400),
        ("http://localhost", "localhost", 400),
    ]:
        answer = newsroom.ask(target, host=host)
        assert answer.status == status, target
        assert status != 200 or answer.body == plain.body


def test_an_upgrade_is_not_taken_up(newsroom: Newsroom) -> None:
    for lines in (
        ["Connection: Upgrade", "Upgrade: websocket"],
        ["Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c"],
    ):
        with connected(newsroom.port) as wire:
            wire.send(request("/town/levee/", *lines) + HIDDEN)
            assert wire.answer().status == 200
            assert wire.ends()


@pytest.mark.parametrize("method", ["OPTIONS", "DELETE", "PUT", "PATCH", "TRACE", "PROPFIND", "PURGE"])
def test_other_methods_get_nothing_that_lies_ready(newsroom: Newsroom, method: str) -> None:
    answer = newsroom.ask("/town/levee/", "Content-Length: 0", method=method)
    assert answer.status in {200, 403, 405}
    assert b"Levee holds" not in answer.body
    assert b"X-Secret" not in newsroom.ask("/", "X-Secret: 1", method="TRACE").body


def test_only_what_a_page_is_asked_with_reaches_the_application(open_door: Open) -> None:
    door = open_door()
    door.store.put(Made("/ready/", (b"<p>Words.</p>",)), changed_since=tuple)
    lines = [
        "X-Dateline-Peer: 6.6.6.6",
        "X-Dateline-Kept: 1",
        "X_Dateline_Peer: 6.6.6.6",
        "X_Forwarded_For: 6.6.6.6",
        "X_Forwarded_Proto: https",
        "Content_Length: 5",
        "Proxy-Connection: keep-alive",
        "Keep-Alive: 5",
        "TE: trailers",
        "X-Forwarded-For: 10.0.0.1",
    ]
    assert door.ask("/made/", *lines).status == 200
    told = door.ear.heard[0].headers
    assert sorted(told) == [("host", "localhost"), ("x-dateline-peer", "127.0.0.1"), ("x-forwarded-for", "10.0.0.1")]
    assert door.ask("/ready/", *lines).status == 200
    assert len(door.ear.heard) == 1
