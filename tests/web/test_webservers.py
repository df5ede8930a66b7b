"""nginx and Caddy on the page store: what they send is what the door would, and the rest they ask it for."""

from __future__ import annotations

import socket
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from dateline.delivery.store.forms import SMALL
from dateline.delivery.store.gauge import Gauge
from dateline.delivery.store.store import Store

from .conftest import Ear, Newsroom, dateline, free_port, furnished, served, wait_until
from .fronts import Front, needed, running
from .wire import Answer, Closed, connected, request

pytestmark = pytest.mark.own_database
REPORT = "/town/levee/"
FORM = "Content-Type: application/x-www-form-urlencoded"
OWN_PAGE = "Sec-Fetch-Site: same-origin"
GZIP = "Accept-Encoding: gzip"
PROXIES = {"DATELINE_TRUSTED_PROXIES": "1"}
OPEN = """
from django.utils import timezone
from dateline.discussion.actions import set_mode
from dateline.discussion.models import Mode
from dateline.reports.models import ReportPage
set_mode(page=ReportPage.objects.get(slug="levee"), mode=Mode.OPEN, now=timezone.now())
"""
OF_A_HOP = {"date", "server", "connection", "transfer-encoding"}
OF_CADDY = {"etag", "content-length"}  # it sends what is compressed in pieces, and no length to who asks with HEAD
GONE, DOES_NOT_ANSWER = 410, 503
TOLD_WITHIN = 10  # seconds; less than the time between two signs of life

PLAIN = ["/", REPORT, "/feed.rss", "/theme.css", "/theme.css?v=1", "/robots.txt", "/manifest.webmanifest"]
SAME = ["?utm_source=mail", "?fbclid=x&ref=page", "?pages=2", "?", "?a=1&&b", "?xpage=2", "?v=2"]
OTHER = [
    "?page=2", "?utm=1&page=2", "?sort=best", "?after=4", "?seen=1", "?at=2026-10-26", "?order=who&page=2", "?page=",
    "?page=2&page=3",
]  # fmt: skip
TRICKS = [
    "//town/levee/", "/town//levee/", "/town/./levee/", "/town/x/../levee/", "/town/%2e%2e/town/levee/",
    "/town%2flevee/", "/town%2Flevee/", "/%74own/levee/", "/town/levee/%00", "/town/levee/index.html", "/index.html",
    "/town/levee/index.html.gz", "/town/levee/index.html.br", "/town/levee/index.html.zst", "/feed.rss.gz",
    "/.index.html.1", "/town/.levee/", "/../gauge", "/../../gauge", "/..%2fgauge", "/%2e%2e/gauge", "/gauge",
    "/../index.sqlite3", "/../aside/pages/town/levee/", "/../../secret_key", "/../../dateline.sqlite3",
    "/static/../secret_key", "/static/..%2fsecret_key", "/static/%2e%2e/secret_key", "/static/.collected",
    "/town/levee/?a#b", "/town/levee", "/queries/town/levee/index,page=2.html", "/TOWN/levee/", "/town\\levee/",
]  # fmt: skip


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """A newsroom that knows of one proxy, with its first pages made."""
    home = furnished(tmp_path_factory.mktemp("fronted"))
    dateline(home, "shell", "-v0", "-c", OPEN)
    with served(home, **PROXIES) as one:
        yield one


@pytest.fixture(autouse=True)
def ready(newsroom: Newsroom) -> None:
    """Whatever another test has changed is settled, and the first pages lie ready."""
    gauge = Gauge(newsroom.pages / "gauge")
    with closing(sqlite3.connect(newsroom.home / "dateline.sqlite3")) as rows:
        ((latest,),) = rows.execute("SELECT seq FROM sqlite_sequence WHERE name = 'delivery_change'")
    wait_until(lambda: gauge.read("settled") >= latest)
    for target in (*PLAIN, static_file(newsroom)):
        assert newsroom.ask(target).status == 200


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def program(request: pytest.FixtureRequest) -> str:
    needed(request.param)
    return str(request.param)


@contextmanager
def in_front(program: str, newsroom: Newsroom, folder: Path, upstream: int) -> Iterator[Front]:
    """Run a web server as the command says it; what it does not send itself it asks at the port ``upstream``."""
    port = free_port()
    options = ["--plain", "--port", str(port), "--upstream", f"127.0.0.1:{upstream}"]
    words = dateline(newsroom.home, "webserver", program, *options, **PROXIES)
    with running(program, folder, port, words) as front:
        yield front


@pytest.fixture(scope="module")
def front(program: str, newsroom: Newsroom, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """A web server in front of the newsroom."""
    with in_front(program, newsroom, tmp_path_factory.mktemp("front") / program, newsroom.port) as one:
        yield one


@pytest.fixture(scope="module")
def alone(program: str, newsroom: Newsroom, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """The same, with nobody behind: what it sends it has found itself."""
    with in_front(program, newsroom, tmp_path_factory.mktemp("alone") / program, free_port()) as one:
        yield one


@pytest.fixture(scope="module")
def heard(program: str, newsroom: Newsroom, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Front, Ear]]:
    """The same, with an ear where the newsroom would be."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(16)
        ear = Ear("")
        threading.Thread(target=ear.listen, args=[listening], daemon=True).start()
        port = listening.getsockname()[1]
        with in_front(program, newsroom, tmp_path_factory.mktemp("heard") / program, port) as one:
            yield one, ear


def essence(answer: Answer) -> dict[str, Any]:
    """The headers of an answer but for those of one hop, each list of directives in one order."""
    found: dict[str, Any] = {name: value for name, value in answer.headers.items() if name not in OF_A_HOP}
    if "content-security-policy" in found:
        found["content-security-policy"] = sorted(found["content-security-policy"].split("; "))
    return found


def static_file(newsroom: Newsroom) -> str:
    """The address of a style of ours, named by its hash."""
    home = newsroom.ask("/").text.decode()
    return home.split('href="/static/')[1].split('"')[0].join(["/static/", ""])


@pytest.mark.parametrize("coding", ["", GZIP])
def test_a_page_is_sent_with_the_headers_of_the_door(
    newsroom: Newsroom, front: Front, alone: Front, coding: str
) -> None:
    own = {"last-modified"} | (OF_CADDY if front.program == "caddy" else set())
    lines = [coding] if coding else []
    for target in (*PLAIN, static_file(newsroom)):
        door = newsroom.ask(target, *lines)
        expected = {name: value for name, value in essence(door).items() if name not in own}
        for one in (front, alone):
            answer = one.ask(target, *lines)
            found = {name: value for name, value in essence(answer).items() if name not in own}
            if one.program == "caddy" and len(door.text) < SMALL:
                found.pop("vary", None)  # it says so of all texts
            assert (answer.status, target, found) == (200, target, expected)
            assert answer.text == door.text
            assert "last-modified" not in answer.headers


@pytest.mark.parametrize("lines", [[], [GZIP], ["Range: bytes=0-9"], [GZIP, "Via: 1.1 cache", "Cookie: sessionid=x"]])
def test_what_lies_ready_is_sent_whole_whoever_asks(newsroom: Newsroom, alone: Front, lines: list[str]) -> None:
    answer = alone.ask(REPORT, *lines)
    assert answer.status == 200
    assert answer.headers.get("content-encoding", "") == ("gzip" if GZIP in lines else "")
    assert answer.text == newsroom.ask(REPORT).text
    assert "accept-ranges" not in answer.headers


def test_a_head_has_the_headers_and_nothing_else(alone: Front) -> None:
    for coding in ("Accept-Encoding: identity", GZIP):
        assert essence(alone.ask(REPORT, coding, method="HEAD")) == essence(alone.ask(REPORT, coding))


@pytest.mark.parametrize("coding", ["Accept-Encoding: identity", GZIP])
def test_who_has_a_page_is_told_so(alone: Front, coding: str) -> None:
    tag = alone.ask(REPORT, coding).headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}'):
        answer = alone.ask(REPORT, coding, f"If-None-Match: {known}")
        assert (answer.status, answer.body, answer.headers["etag"]) == (304, b"", tag)
        assert answer.headers["cache-control"] == "public, no-cache"
    assert alone.ask(REPORT, coding, 'If-None-Match: "other"').status == 200


@pytest.mark.parametrize("coding", ["Accept-Encoding: identity", GZIP])
def test_the_word_of_one_is_understood_by_the_other_and_never_misunderstood(
    newsroom: Newsroom, front: Front, coding: str
) -> None:
    theirs, ours = front.ask(REPORT, coding).headers["etag"], newsroom.ask(REPORT, coding).headers["etag"]
    expected = 304 if front.program == "nginx" else 200
    assert (theirs == ours) == (expected == 304)
    assert front.ask(REPORT, coding, f"If-None-Match: {ours}").status == expected
    assert newsroom.ask(REPORT, coding, f"If-None-Match: {theirs}").status == expected


def test_a_date_alone_is_judged_by_the_door(newsroom: Newsroom, front: Front, alone: Front) -> None:
    wait_until(lambda: "last-modified" in newsroom.ask(REPORT).headers)
    date = newsroom.ask(REPORT).headers["last-modified"]
    tag = front.ask(REPORT).headers["etag"]
    assert front.ask(REPORT, f"If-Modified-Since: {date}").status == 304
    assert alone.ask(REPORT, f"If-Modified-Since: {date}").status == DOES_NOT_ANSWER
    assert alone.ask(REPORT, f"If-Modified-Since: {date}", f"If-None-Match: {tag}").status == 304
    assert alone.ask(REPORT, f"If-Modified-Since: {date}", 'If-None-Match: "other"').status == 200


def test_a_query_that_means_nothing_makes_no_other_page(newsroom: Newsroom, alone: Front) -> None:
    expected = newsroom.ask(REPORT)
    for query in SAME:
        answer = alone.ask(REPORT + query)
        assert (query, answer.status, answer.text) == (query, 200, expected.text)
        assert answer.headers["cache-control"] == expected.headers["cache-control"]


def test_a_query_that_means_something_is_the_doors(newsroom: Newsroom, front: Front, alone: Front) -> None:
    thread = f"/threads/{newsroom.report}/"
    for query in OTHER:
        assert (query, alone.ask(thread + query).status) == (query, DOES_NOT_ANSWER)
        first, again = front.ask(thread + query).text, newsroom.ask(thread + query).text
        assert first.rstrip() == again.rstrip()  # of two versions within one second one has blanks behind it
    assert front.ask(f"{thread}?sort=oldest").text != front.ask(thread).text


def test_no_way_to_write_an_address_leads_to_another_file(newsroom: Newsroom, front: Front, alone: Front) -> None:
    for target in TRICKS:
        assert (target, alone.ask(target).status) in [(target, DOES_NOT_ANSWER), (target, 400)]
        try:
            expected = newsroom.ask(target)
        except Closed:
            continue
        answer = front.ask(target)
        assert (target, answer.status) in [(target, expected.status), (target, 400)]


def test_a_stranger_to_our_names_is_refused_by_the_door(front: Front, alone: Front) -> None:
    assert alone.ask(REPORT, host="elsewhere.example").status == DOES_NOT_ANSWER
    assert front.ask(REPORT, host="elsewhere.example").status == 400
    assert front.ask("/healthz", host="192.0.2.7:8080").status == 200  # from who asks a machine how it is


def test_what_is_passed_on_tells_who_asked_and_how(heard: tuple[Front, Ear]) -> None:
    front, ear = heard
    ear.heard.clear()
    front.ask("/%74own//a%2fb?page=2", "X-Forwarded-For: 192.0.2.9", "X-Forwarded-Proto: https", host="localhost")
    front.ask("/search/?q=x")
    first, second = (dict(one.headers) for one in ear.heard)
    assert ear.heard[0].target == "/%74own//a%2fb?page=2"
    assert first["x-forwarded-for"].replace(" ", "").split(",") == ["192.0.2.9", "127.0.0.1"]
    assert second["x-forwarded-for"].replace(" ", "").split(",")[-1] == "127.0.0.1"
    assert (first["x-forwarded-proto"], first["host"]) == ("http", "localhost")


def post(port: int, target: str, **fields: str) -> Answer:
    body = urlencode(fields).encode()
    with connected(port) as wire:
        wire.send(request(target, FORM, OWN_PAGE, f"Content-Length: {len(body)}", method="POST") + body)
        return wire.answer(to="POST")


def write(front: Front, newsroom: Newsroom, text: str) -> str:
    """Write a comment and return where its writer is led."""
    answer = post(front.port, f"/threads/{newsroom.report}/post/", author_name="Ben", text=text)
    assert answer.status == 303, (answer.status, answer.body[:300])
    return answer.headers["location"].partition("#")[0]


def test_a_comment_is_on_the_page_at_once_and_stays(front: Front, newsroom: Newsroom) -> None:
    for number in range(3):
        words = f"{front.program} {number} brought this."
        tag = front.ask(REPORT, GZIP).headers["etag"]
        page = write(front, newsroom, words)
        assert words.encode() in front.ask(page, GZIP).text
        wait_until(lambda: words.encode() in front.ask(REPORT, GZIP).text, within=10)  # noqa: B023
        assert all(words.encode() in front.ask(REPORT, *lines).text for lines in ([], [GZIP]))
        assert front.ask(REPORT, GZIP, f"If-None-Match: {tag}").status == 200


def test_a_page_that_was_taken_away_is_made_anew(front: Front, newsroom: Newsroom) -> None:
    place = newsroom.pages / "pages" / "town" / "levee" / "index.html"
    Store(newsroom.pages).drop([REPORT])
    assert not place.exists()
    first, again = front.ask(REPORT, GZIP).text, newsroom.ask(REPORT).text
    assert first.rstrip() == again.rstrip()  # of two versions within one second one has blanks behind it
    assert place.exists()


def test_a_page_that_is_no_more_is_not_sent(front: Front, newsroom: Newsroom) -> None:
    withdraw = "from dateline.reports.models import ReportPage; ReportPage.objects.get(slug='levee').{}()"
    dateline(newsroom.home, "shell", "-v0", "-c", withdraw.format("unpublish"))
    try:
        wait_until(lambda: front.ask(REPORT).status == GONE, within=10)
        assert front.ask(REPORT, GZIP).status == GONE
    finally:
        dateline(newsroom.home, "shell", "-v0", "-c", withdraw.format("get_latest_revision().publish"))
    wait_until(lambda: front.ask(REPORT).status == 200, within=10)


def test_a_file_that_cannot_be_opened_after_all_is_asked_of_dateline(
    heard: tuple[Front, Ear], newsroom: Newsroom
) -> None:
    front, ear = heard
    place = newsroom.pages / "pages" / "no" / "index.html"
    place.parent.mkdir(exist_ok=True)
    with socket.socket(socket.AF_UNIX) as unopenable:
        unopenable.bind(str(place))
        try:
            ear.heard.clear()
            assert front.ask("/no/").body == b"ok\n"
            assert [one.target for one in ear.heard] == ["/no/"]
        finally:
            place.unlink()


def test_an_open_page_is_told_of_news(front: Front, newsroom: Newsroom) -> None:
    with connected(front.port) as wire:
        wire.send(request(f"/live/?on=thread:{newsroom.report}"))
        assert b"text/event-stream" in wire.until(b"\r\n\r\n").lower()
        wire.until(b"retry:")
        wire.socket.settimeout(TOLD_WITHIN)
        write(front, newsroom, f"{front.program} tells.")
        wire.until(b"event: ")


def test_an_upload_larger_than_a_web_server_takes_by_itself_reaches_dateline(heard: tuple[Front, Ear]) -> None:
    front, ear = heard
    ear.heard.clear()
    body = b"x" * 3_000_000
    with connected(front.port) as wire:
        wire.send(request("/newsroom/images/add/", f"Content-Length: {len(body)}", method="POST") + body)
        assert wire.answer(to="POST").status == 200
    assert [len(one.body) for one in ear.heard] == [len(body)]


def test_pages_are_read_while_dateline_is_stopped_and_the_rest_is_honest(newsroom: Newsroom, alone: Front) -> None:
    assert alone.ask(REPORT).status == 200
    for answer in (
        alone.ask("/healthz"),
        alone.ask("/search/?q=x"),
        post(alone.port, f"/threads/{newsroom.report}/post/", text="Hello"),
    ):
        assert (answer.status, answer.headers["retry-after"]) == (503, "5")
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-type"] == "text/plain; charset=utf-8"
        assert b"Nothing was lost" in answer.body


def test_the_last_good_page_is_sent_while_dateline_is_stopped(newsroom: Newsroom, alone: Front) -> None:
    before = newsroom.ask(REPORT)
    Store(newsroom.pages).drop([REPORT])
    answer = alone.ask(REPORT)
    assert (answer.status, answer.text) == (200, before.text)
    assert answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "public, no-cache"
    assert post(alone.port, REPORT, a="b").status == DOES_NOT_ANSWER
    newsroom.ask(REPORT)
