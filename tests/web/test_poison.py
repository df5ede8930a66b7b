"""Nothing that one reader sends along changes a byte of what another one gets."""

from __future__ import annotations

import re

import pytest

from .conftest import Newsroom, Open
from .wire import Answer

REPORT = "/town/levee/"
KEPT = [REPORT, "/", "/town/", "/feed.rss", "/corrections/", "/sitemap.xml", "/theme.css", "/robots.txt"]
EVIL = [
    "X-Forwarded-Host: evil.example",
    "X-Forwarded-Server: evil.example",
    "X-Forwarded-Proto: https",
    "X-Forwarded-Port: 6666",
    "X-Forwarded-Prefix: /evil",
    "X-Forwarded-For: 6.6.6.6",
    "Forwarded: host=evil.example;proto=https",
    "X-Host: evil.example",
    "X-Original-URL: /evil/",
    "X-Rewrite-URL: /evil/",
    "X-HTTP-Method-Override: POST",
    "Origin: https://evil.example",
    "Referer: https://evil.example/",
    "Accept-Language: de",
    "Accept: application/json",
    "User-Agent: Evil/1.0 (evil.example; iPhone)",
    "X-Requested-With: XMLHttpRequest",
    "Cookie: sessionid=evil; csrftoken=evil; signed_in=1; django_language=de; messages=evil",
    "X-Dateline-Peer: 6.6.6.6",
    "X-Dateline-Kept: 1",
    "X-Script-Name: /evil",
    "Max-Forwards: 0",
    "Save-Data: on",
    "Accept-Encoding: evil",
]


def forget(newsroom: Newsroom, target: str) -> None:
    """Take a page out of the way, so that the next who asks for it has it made."""
    name = target[1:] + ("index.html" if target.endswith("/") else "")
    for suffix in ("", ".gz", ".br", ".zst"):
        (newsroom.pages / "pages" / f"{name}{suffix}").unlink(missing_ok=True)
    gauge = newsroom.pages / "gauge"
    with gauge.open("r+b") as file:  # as whoever takes a file away says it
        number = int.from_bytes(file.read(8), "little")
        file.seek(0)
        file.write((number + 1).to_bytes(8, "little"))


def plain(answer: Answer) -> tuple[int, bytes, list[tuple[str, str]]]:
    """What must be the same: not the moment, nor how often the file was written."""
    passing = {"date", "etag", "last-modified", "content-length", "content-security-policy"}
    return answer.status, answer.body.rstrip(), [pair for pair in answer.pairs if pair[0] not in passing]


@pytest.mark.parametrize("target", KEPT)
def test_who_asks_first_leaves_no_trace(newsroom: Newsroom, target: str) -> None:
    forget(newsroom, target)
    honest = newsroom.ask(target)
    assert honest.status == 200
    for line in [*EVIL, None]:
        forget(newsroom, target)
        lines = EVIL if line is None else [line]
        first = newsroom.ask(f"{target}?utm_source=evil.example", *lines)
        then = newsroom.ask(target)
        assert plain(first) == plain(then) == plain(honest), line
        assert b"evil" not in then.body
        assert "set-cookie" not in first.headers
        assert "evil" not in str(then.pairs)


def test_no_page_that_is_kept_sets_a_cookie(newsroom: Newsroom) -> None:
    with_cookies = ["Cookie: sessionid=abc; csrftoken=def; signed_in=1"]
    for target in KEPT:
        for lines in ([], with_cookies):
            for query in ("", "?x=y"):
                assert "set-cookie" not in newsroom.ask(target + query, *lines).headers, target


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "evil.example:80",
        "localhost@evil.example",
        "localhost/evil",
        "localhost:evil",
        "localhost:80:80",
        "localhost evil.example",
        "localhost,evil.example",
        "",
        "[::1",
        "\xe9vil",
        "localhost\t.evil",
        "..",
    ],
)
def test_another_host_gets_neither_the_page_nor_a_page_of_its_own(newsroom: Newsroom, host: str) -> None:
    honest = newsroom.ask(REPORT)
    for target in (REPORT, "/nothing/", f"{REPORT}?page=2"):
        answer = newsroom.ask(target, host=host)
        assert answer.status == 400
        assert b"Levee" not in answer.body
        assert "location" not in answer.headers
    assert newsroom.ask(REPORT).body == honest.body


def test_our_own_other_names_get_the_same_page(newsroom: Newsroom) -> None:
    honest = newsroom.ask(REPORT)
    for host in ("127.0.0.1", "LOCALHOST", "localhost:8000", "localhost.", "[::1]:80"):
        assert newsroom.ask(REPORT, host=host).body == honest.body, host
    canonical = re.search(rb'rel="canonical" href="([^"]+)"', honest.body)
    assert canonical is not None
    assert canonical[1].endswith(f":{newsroom.port}{REPORT}".encode())


def test_without_tls_a_page_is_not_sent_where_we_insist_on_it(open_door: Open) -> None:
    door = open_door(proto=b"https")
    for lines in ([], ["X-Forwarded-Proto: http"], ["X_Forwarded_Proto: https"]):
        assert door.ask("/", *lines).status == 200
    assert len(door.ear.heard) == 3  # the application leads them on to https
    assert all(name != "x_forwarded_proto" for heard in door.ear.heard for name, _value in heard.headers)


def test_the_last_good_page_is_sent_to_those_only_who_would_get_the_present_one(open_door: Open) -> None:
    from_before = b"<p>Last good.</p>"
    door = open_door()
    place = door.store.files.aside("/")
    place.parent.mkdir(parents=True)
    place.write_bytes(from_before)
    door.ear.says = b"HTTP/1.1 503 Service Unavailable\r\ncontent-length: 5\r\n\r\ndown\n"
    assert door.ask("/").body == from_before
    assert door.ask("/", host="evil.example").status == 503
    assert door.ask("/", "Content-Length: 0", method="POST").status == 503
