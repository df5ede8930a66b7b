"""What a reader may ask of a page beside the page itself: a version, a coding, a head, a span."""

from __future__ import annotations

import re
import time

import pytest

from dateline.delivery.store.made import Made

from .conftest import Newsroom, Open, wait_until

REPORT = "/town/levee/"
PAGES = ["/", REPORT, "/town/", "/feed.rss", "/sitemap.xml", "/robots.txt", "/corrections/", "/theme.css"]
ONE_HOP = {"date", "content-length", "content-encoding", "etag", "connection", "last-modified"}


def pages_and_files(newsroom: Newsroom) -> list[str]:
    """Pages of each kind, and each kind of static file that the front page names."""
    page = newsroom.ask("/").body.decode()
    return [*PAGES, *sorted(set(re.findall(r'"(/static/[^"?]+\.(?:css|js|svg|png|woff2))"', page)))]


def test_a_head_is_a_get_without_its_body(newsroom: Newsroom) -> None:
    for target in pages_and_files(newsroom):
        newsroom.ask(target)
        for coding in ("", "gzip", "br", "zstd"):
            lines = [f"Accept-Encoding: {coding}"] if coding else []
            got, head = newsroom.ask(target, *lines), newsroom.ask(target, *lines, method="HEAD")
            drop = {"date"} if got.headers.get("last-modified") == head.headers.get("last-modified") else {
                "date", "last-modified"
            }  # fmt: skip
            assert head.status == got.status == 200, target
            assert {k: v for k, v in head.headers.items() if k not in drop} == {
                k: v for k, v in got.headers.items() if k not in drop
            }, target
            assert int(head.headers["content-length"]) == len(got.body), target


@pytest.mark.parametrize(
    ("accepts", "coding"),
    [
        (None, None),
        ("", None),
        ("identity", None),
        ("gzip", "gzip"),
        ("GZip", "gzip"),
        ("x-gzip", None),
        ("br", "br"),
        ("zstd", "zstd"),
        ("gzip;q=0", None),
        ("gzip;q=0.000", None),
        ("gzip ; q = 0", None),
        ("gzip;q=0.001", "gzip"),
        ("gzip;q=1, br;q=0, zstd;q=0", "gzip"),
        ("*;q=0", None),
        ("*, br;q=0, zstd;q=0", "gzip"),
        ("gzip, *;q=0", "gzip"),
        ("identity;q=0, gzip", "gzip"),
        ("identity;q=0", None),  # nobody can want nothing: the plain form is sent (RFC 9110, 12.5.3)
        ("deflate, sdch", None),
        (";;;,,,q=", None),
        ("gzip" * 500, None),
    ],
)
def test_the_coding_is_one_that_was_asked_for(newsroom: Newsroom, accepts: str | None, coding: str | None) -> None:
    answer = newsroom.ask(REPORT, *([] if accepts is None else [f"Accept-Encoding: {accepts}"]))
    assert answer.status == 200
    assert answer.headers.get("content-encoding") == coding
    assert answer.headers["vary"] == "Accept-Encoding"


def test_two_lines_of_codings_are_one(newsroom: Newsroom) -> None:
    answer = newsroom.ask(REPORT, "Accept-Encoding: gzip", "Accept-Encoding: br;q=0")
    assert answer.headers["content-encoding"] == "gzip"


def test_every_coding_is_the_same_page_as_the_application_makes(newsroom: Newsroom) -> None:
    for target in pages_and_files(newsroom):
        answers = [newsroom.ask(target, f"Accept-Encoding: {coding}") for coding in ("identity", "gzip", "br", "zstd")]
        assert len({answer.text for answer in answers}) == 1, target
        assert len({answer.headers["etag"] for answer in answers}) == len(
            {answer.headers.get("content-encoding") for answer in answers}
        ), target
        assert len({answer.headers.get("vary") for answer in answers}) == 1, target


@pytest.mark.parametrize("target", [REPORT, "/feed.rss"])
def test_a_version_is_known_again(newsroom: Newsroom, target: str) -> None:
    etag = newsroom.ask(target, "Accept-Encoding: gzip").headers["etag"]
    other = newsroom.ask(target, "Accept-Encoding: br").headers["etag"]
    for value, status in [
        (etag, 304),
        (f"W/{etag}", 304),
        (f'"another", {etag}', 304),
        (f'"a" ,W/{etag},"b"', 304),
        ("*", 304),
        ('"*"', 200),
        (etag.strip('"'), 200),
        (other, 200),
        ('"another"', 200),
        (f"w/{etag}", 200),
        (",,,", 200),
        ("", 200),
        (f"{etag[:-1]}", 200),
    ]:
        for extra in ([], ["Range: bytes=0-1"], ["If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT"], ["Cookie: a=b"]):
            answer = newsroom.ask(target, "Accept-Encoding: gzip", f"If-None-Match: {value}", *extra)
            assert answer.status == status, (value, extra)
            assert answer.headers["etag"] == etag
            assert answer.headers["vary"] == "Accept-Encoding"
            assert answer.headers["cache-control"] == "public, no-cache"
            assert "content-security-policy" in answer.headers or target != REPORT


def test_tags_on_two_lines_are_one_list(newsroom: Newsroom) -> None:
    etag = newsroom.ask(REPORT).headers["etag"]
    assert newsroom.ask(REPORT, f"If-None-Match: {etag}", 'If-None-Match: "another"').status == 304


def test_a_304_is_told_by_a_head_too_and_by_a_post_never(newsroom: Newsroom) -> None:
    etag = newsroom.ask(REPORT).headers["etag"]
    assert newsroom.ask(REPORT, f"If-None-Match: {etag}", method="HEAD").status == 304
    assert newsroom.ask(REPORT, f"If-None-Match: {etag}", "Content-Length: 0", method="POST").status in {403, 405}


def test_a_version_that_is_wanted_and_is_not_the_present_one_is_412(newsroom: Newsroom) -> None:
    etag = newsroom.ask(REPORT).headers["etag"]
    for line, status in [
        (f"If-Match: {etag}", 200),
        ("If-Match: *", 200),
        (f'If-Match: "x", {etag}', 200),
        ('If-Match: "x"', 412),
        (f"If-Match: W/{etag}", 412),  # compared strongly (RFC 9110, 13.1.1)
        ("If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT", 412),
        ("If-Unmodified-Since: Fri, 01 Jan 2100 00:00:00 GMT", 200),
        ("If-Unmodified-Since: yesterday", 200),
    ]:
        assert newsroom.ask(REPORT, line).status == status, line


def test_a_date_is_sent_and_believed_only_where_it_tells_versions_apart(open_door: Open) -> None:
    door = open_door()
    door.store.put(Made("/", (b"<p>First.</p>",)), changed_since=tuple)
    second = int(time.time())
    first = door.ask("/")
    wait_until(lambda: int(time.time()) > second + 1)
    later = door.ask("/")
    assert later.body == first.body
    assert later.headers["etag"] == first.headers["etag"]
    date = later.headers["last-modified"]
    for line, status in [
        (f"If-Modified-Since: {date}", 304),
        ("If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT", 200),
        ("If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT", 200),
        ("If-Modified-Since: yesterday", 200),
        ("If-Modified-Since: " + "9" * 400, 200),
    ]:
        assert door.ask("/", line).status == status, line
    while True:  # two versions within one second: the reader of the first must not be told that it is the second
        second = int(time.time())
        door.store.put(Made("/", (b"<p>Second.</p>",)), changed_since=tuple)
        seen = door.ask("/")
        door.store.put(Made("/", (b"<p>Third..</p>",)), changed_since=tuple)
        dated = seen.headers.get("last-modified")
        again = door.ask("/", f"If-None-Match: {seen.headers['etag']}")
        if int(time.time()) == second:
            break
    assert dated is None
    assert again.status == 200
    assert b"Third" in again.body


@pytest.mark.parametrize("span", ["bytes=0-9", "bytes=-5", "bytes=5-", "bytes=9999999-", "bytes=0-1,3-4", "lines=1"])
def test_a_page_is_always_sent_whole_and_stays_the_same_version(newsroom: Newsroom, span: str) -> None:
    before = newsroom.ask(REPORT)
    answer = newsroom.ask(REPORT, f"Range: {span}")
    assert (answer.status, answer.body) == (200, before.body)
    assert answer.headers["etag"] == before.headers["etag"]
    assert newsroom.ask(REPORT, "Authorization: Basic YTpi").headers["etag"] == before.headers["etag"]


def test_pages_may_be_kept_but_are_asked_after_and_hashed_files_are_for_ever(newsroom: Newsroom) -> None:
    for target in pages_and_files(newsroom):
        answer = newsroom.ask(target)
        forever = "public, max-age=31536000, immutable"
        assert answer.headers["cache-control"] == (forever if "/static/" in target else "public, no-cache"), target


def test_only_what_a_version_names_is_kept_because_of_one(newsroom: Newsroom) -> None:
    theme = newsroom.ask("/theme.css?v=1234")
    assert theme.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert newsroom.ask("/theme.css?xv=1").headers["cache-control"] == "public, no-cache"
    for target in ("/?v=1", f"{REPORT}?v=1", "/feed.rss?a=1&v=1"):
        for more in ([], ["Range: bytes=0-1"]):
            assert newsroom.ask(target, *more).headers["cache-control"] == "public, no-cache", target


def test_the_door_sends_what_django_sends(newsroom: Newsroom) -> None:
    """The same request with DATELINE_DEBUG keeps nothing ready; here a page that is not kept stands for Django."""
    kept, made = newsroom.ask(REPORT), newsroom.ask("/search/?query=levee")
    assert made.status == 200
    for name in ("x-content-type-options", "x-frame-options", "referrer-policy", "cross-origin-opener-policy"):
        assert kept.headers[name] == made.headers[name], name
    policies = [
        {directive.strip() for directive in answer.headers["content-security-policy"].split(";") if directive.strip()}
        for answer in (kept, made)
    ]
    assert policies[0] == policies[1]
    assert "default-src 'none'" in policies[0]
    fonts = newsroom.ask("/feed.rss").headers
    assert fonts["access-control-allow-origin"] == "*"
