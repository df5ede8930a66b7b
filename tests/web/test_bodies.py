"""Bodies in and out: no more than we take, as they come, and cut off without harm."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from .conftest import FILM, Newsroom, Open, wait_until
from .wire import Answer, Closed, connected, request

MIB = 1024 * 1024
BLOCK = b"x" * 65_536


def pour(newsroom: Newsroom, target: str, size: int, *, chunked: bool) -> Answer:
    """Post so many bytes, and stop once there is an answer."""
    how = "Transfer-Encoding: chunked" if chunked else f"Content-Length: {size}"
    kind = "Content-Type: application/x-www-form-urlencoded"
    with connected(newsroom.port) as wire:
        wire.send(request(target, how, kind, method="POST"))
        wire.socket.setblocking(False)
        for data in pieces(size, chunked=chunked):
            wire.socket.settimeout(30)
            try:
                wire.send(data)
            except OSError:
                break
        return wire.answer()


def pieces(size: int, *, chunked: bool) -> Iterator[bytes]:
    for _ in range(size // len(BLOCK)):
        yield b"%x\r\n%b\r\n" % (len(BLOCK), BLOCK) if chunked else BLOCK
    if chunked:
        yield b"0\r\n\r\n"


@pytest.mark.parametrize("chunked", [True, False])
@pytest.mark.parametrize("target", ["/give/", "/town/levee/", "/nothing/", "/%6eewsroom/", "/media/film.mp4"])
def test_more_than_a_form_is_refused_however_it_comes(newsroom: Newsroom, target: str, chunked: bool) -> None:
    try:
        answer = pour(newsroom, target, MIB, chunked=chunked)
    except Closed:  # the word was lost behind what was still on its way; it was refused all the same
        assert newsroom.ask("/healthz").status == 200
        return
    assert answer.status == (413 if target != "/%6eewsroom/" else 403)
    assert newsroom.ask("/healthz").status == 200


def test_staff_may_send_pictures_and_they_pass_as_they_come(open_door: Open) -> None:
    door = open_door()
    size = 8 * MIB
    with connected(door.port) as wire:
        wire.send(request("/newsroom/images/add/", f"Content-Length: {FORM}", method="POST"))
        wire.send(b"x" * FORM)
        assert wire.answer().status == 200
        wire.send(request("/newsroom/images/add/", f"Content-Length: {size}", method="POST"))
        assert wire.answer().status == 413  # this door was told of no larger limit
    assert len(door.ear.heard[0].body) == FORM


FORM = 400_000


def test_a_film_is_sent_whole_or_in_the_part_that_was_asked_for(newsroom: Newsroom) -> None:
    whole = newsroom.ask("/media/film.mp4")
    assert (whole.status, whole.body) == (200, FILM)
    assert whole.headers["accept-ranges"] == "bytes"
    size = len(FILM)
    for span, status, said, body in [
        ("bytes=0-9", 206, f"bytes 0-9/{size}", FILM[:10]),
        ("bytes=1000000-", 206, f"bytes 1000000-{size - 1}/{size}", FILM[1_000_000:]),
        ("bytes=-7", 206, f"bytes {size - 7}-{size - 1}/{size}", FILM[-7:]),
        ("bytes=99999999-", 416, f"bytes */{size}", b""),
        ("bytes=0-1,5-6", 200, None, FILM),
        ("bytes=9-1", 200, None, FILM),
        ("lines=1-2", 200, None, FILM),
    ]:
        answer = newsroom.ask("/media/film.mp4", f"Range: {span}")
        assert (answer.status, answer.headers.get("content-range"), answer.body) == (status, said, body), span
    etag = whole.headers["etag"]
    assert newsroom.ask("/media/film.mp4", "Range: bytes=0-9", f"If-Range: {etag}").status == 206
    assert newsroom.ask("/media/film.mp4", "Range: bytes=0-9", 'If-Range: "old"').status == 200
    assert newsroom.ask("/media/film.mp4", f"If-None-Match: {etag}").status == 304
    head = newsroom.ask("/media/film.mp4", method="HEAD")
    assert (head.status, head.headers["content-length"]) == (200, str(size))


def test_a_download_that_is_cut_off_is_read_no_further(open_door: Open) -> None:
    door = open_door()
    length = 400 * MIB
    door.ear.says = b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n" % length
    sent = 0
    is_over = threading.Event()
    plain = door.ear.converse

    def converse(connection) -> None:  # type: ignore[no-untyped-def]
        nonlocal sent
        with connection:
            connection.recv(65_536)
            try:
                connection.sendall(door.ear.says)
                while sent < length:
                    sent += connection.send(BLOCK)
            except OSError:
                pass
        is_over.set()

    door.ear.converse = converse  # type: ignore[method-assign]
    with connected(door.port) as wire:
        wire.send(request("/media/long.mp4"))
        assert len(wire.exactly(MIB)) == MIB
    assert is_over.wait(30)
    assert sent < length / 4
    door.ear.converse = plain  # type: ignore[method-assign]
    door.ear.says = b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nok\n"
    assert door.ask("/x/").body == b"ok\n"


def test_an_answer_that_breaks_off_is_not_taken_for_a_whole_one(open_door: Open) -> None:
    door = open_door()
    for says in (
        b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n",
    ):
        door.ear.says = says
        door.ear.hangs_up = True
        with connected(door.port) as wire:
            wire.send(request("/x/"))
            with pytest.raises(Closed):
                wire.answer()


def test_while_nobody_answers_it_says_so_and_goes_on_afterwards(newsroom: Newsroom) -> None:
    with connected(newsroom.port) as wire:
        wire.send(request("/nothing/", "Content-Length: 10", method="POST") + b"abc")
    wait_until(lambda: newsroom.ask("/nothing/").status == 404)
