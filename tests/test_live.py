"""A served newsroom tells open pages: a posted comment reaches all of them, and whoever was away hears it later."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from dateline.delivery.crowd import Crowd, NotOpened, crowd, make_room, tell_crowd
from tests.prepared import prepare
from tests.test_serve import PATIENCE_SECONDS, dateline, served

pytestmark = pytest.mark.own_database

SEED = """
import json
from django.utils import timezone
from dateline.discussion.actions import set_mode
from dateline.discussion.models import Mode
from dateline.reports.actions import Story, open_section, record_report
now = timezone.now()
story = Story(headline="Levee holds", slug="levee", body=[("text", "<p>Words.</p>")])
report = record_report(section=open_section(title="Town", slug="town"), story=story, now=now, published_at=now)
set_mode(page=report, mode=Mode.OPEN, now=now)
print(json.dumps(report.pk))
"""
CROWD = 300
STREAM_BYTES = 40_000  # of the door's memory; 5,000 of them are to stay below 300 MB


@dataclass
class Newsroom:
    """A newsroom that is being served, and its one report."""

    address: tuple[str, int]
    report: int
    process: int

    @property
    def url(self) -> str:
        return "http://{}:{}".format(*self.address)

    def post(self, words: str) -> httpx.Response:
        """Post a comment; the server answers by leading its writer to it."""
        form = {"text": words, "author_name": "Ben", "mail": "", "website": "", "send": "1"}
        headers = {"Origin": self.url, "Sec-Fetch-Site": "same-origin"}
        answer = httpx.post(f"{self.url}/threads/{self.report}/post/", data=form, headers=headers)
        assert answer.status_code == 303, answer.text
        return answer


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    home: Path = tmp_path_factory.mktemp("live")
    prepare(home)
    seeded = dateline(home, "shell", "-v0", "-c", SEED)
    assert seeded.returncode == 0, seeded.stderr
    with served(home, DATELINE_STREAMS_PER_ADDRESS=str(CROWD + 50)) as (process, port):
        yield Newsroom(("127.0.0.1", port), json.loads(seeded.stdout.strip().splitlines()[-1]), process.pid)
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE_SECONDS)


@pytest.fixture
def pages(newsroom: Newsroom) -> Iterator[Crowd]:
    with crowd(newsroom.address, "127.0.0.1") as one:
        yield one


def count_of(newsroom: Newsroom) -> int:
    page = httpx.get(f"{newsroom.url}/town/levee/").text
    return int(page.partition('data-count="')[2].partition('"')[0])


def test_a_posted_comment_reaches_every_open_page(newsroom: Newsroom, pages: Crowd) -> None:
    channels = (f"thread:{newsroom.report}", "meter", f"page:{newsroom.report}")
    told = tell_crowd(
        pages,
        channels,
        count=CROWD,
        door=child_of(newsroom.process, 4),
        word=b'"count":%d}' % (count_of(newsroom) + 1),
        post=lambda: newsroom.post("The second step is under water."),
    )
    page = httpx.get(f"{newsroom.url}/town/levee/")  # no waiting: news comes when the page is right
    assert "second step" in page.text
    assert told.streams == CROWD
    assert told.after_post < PATIENCE_SECONDS
    assert told.memory_with - told.memory_before < CROWD * STREAM_BYTES


def test_a_page_that_was_away_hears_what_it_missed_and_no_more(newsroom: Newsroom) -> None:
    number = newsroom.post("First.").headers["location"].partition("seen=")[2].partition("#")[0]
    httpx.get(f"{newsroom.url}/town/levee/?seen={number}")
    stream = f"{newsroom.url}/live/?on=thread:{newsroom.report}"
    with httpx.stream("GET", stream, headers={"Last-Event-ID": number}, timeout=PATIENCE_SECONDS) as answer:
        assert answer.headers["content-type"] == "text/event-stream"
        assert "set-cookie" not in answer.headers
        said = iter_events(answer)
        newsroom.post("Second.")
        news = next(event for event in said if int(event["id"]) > int(number))
        assert json.loads(news["data"])["on"] == f"thread:{newsroom.report}"


def iter_events(answer: httpx.Response) -> Iterator[dict[str, str]]:
    """Read server-sent events that have an id."""
    event: dict[str, str] = {}
    for line in answer.iter_lines():
        if line:
            name, _colon, value = line.partition(": ")
            event[name] = value
        elif "id" in event:
            yield event
            event = {}


@pytest.mark.parametrize(
    ("method", "target", "status"),
    [
        ("HEAD", "/live/?on=meter", 200),
        ("POST", "/live/?on=meter", 405),
        ("GET", "/live/?on=nonsense:x", 400),
        ("GET", "/live/", 404),
    ],
)
def test_odd_listeners_are_answered(newsroom: Newsroom, method: str, target: str, status: int) -> None:
    answer = httpx.request(method, newsroom.url + target, timeout=PATIENCE_SECONDS)
    assert answer.status_code == status
    if status in {400, 405}:
        assert answer.text.endswith("Nothing was done.\n")


def test_a_stranger_name_is_refused_as_for_pages(newsroom: Newsroom) -> None:
    answer = httpx.get(f"{newsroom.url}/live/?on=meter", headers={"Host": "evil.example"}, timeout=PATIENCE_SECONDS)
    assert answer.status_code == httpx.get(newsroom.url, headers={"Host": "evil.example"}).status_code == 400


def test_one_address_may_not_take_all_streams(newsroom: Newsroom, pages: Crowd) -> None:
    with pytest.raises(NotOpened, match="503"):
        pages.open(CROWD + 60, ("meter",))
    assert httpx.get(f"{newsroom.url}/town/levee/").status_code == 200


def test_a_tender_that_is_killed_makes_up_for_it(newsroom: Newsroom, pages: Crowd) -> None:
    pages.open(20, (f"thread:{newsroom.report}",))
    count = count_of(newsroom) + 1
    listening = pages.listen(b'"count":%d}' % count, patience=PATIENCE_SECONDS)
    os.kill(child_of(newsroom.process, 1), signal.SIGKILL)
    newsroom.post("While nobody tended.")
    assert listening.heard_at()


def child_of(parent: int, place: int) -> int:
    """Return the process that ``serve`` started in that place: clock, tender, writer, desk, door."""
    return sorted(map(int, Path(f"/proc/{parent}/task/{parent}/children").read_text().split()))[place]


def test_a_limit_that_is_too_low_for_a_crowd_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resource.getrlimit", lambda _which: (100, 100))
    with pytest.raises(OSError, match="files are needed and 100 are allowed"):
        make_room(5_000)
