"""A form says when it was opened; whoever sends it sooner than anybody can write waits for a moderator."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import Page

from dateline.delivery.lane import Posted
from dateline.discussion import lane
from dateline.discussion.actions import edit, post_comment, set_mode, set_status
from dateline.discussion.models import Comment, Mode, Status, latest_verdict
from dateline.discussion.opened import LONGEST, seconds_since, stamp
from dateline.discussion.writer import Writer

from .conftest import FROM_OUR_PAGE, Say

pytestmark = pytest.mark.django_db
WORDS = {"text": "The water is at the bridge, and it rises.", "author_name": "Ben"}
Post = Any


def codes() -> list[str]:
    """Why the newest comment is doubted."""
    verdict = latest_verdict(Comment.objects.latest("pk"))
    assert verdict
    return verdict.codes


@pytest.fixture
def anybody(flood: Page, now: datetime) -> str:
    """Where anybody may write whose words are not doubted."""
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    return f"/threads/{flood.pk}/post/"


def ago(seconds: float) -> str:
    return stamp(timezone.now() - timedelta(seconds=seconds))


def test_who_takes_the_time_to_write_is_published(anybody: str, post: Post):
    post(anybody, {**WORDS, "opened": ago(9)})
    assert (Comment.objects.get().status, codes()) == (Status.PUBLISHED, [])


def test_somebody_new_who_sends_at_once_waits(anybody: str, post: Post):
    post(anybody, {**WORDS, "opened": ago(1)})
    assert (Comment.objects.get().status, codes()) == (Status.HELD, ["haste"])


def test_a_known_author_may_paste(anybody: str, post: Post):
    post(anybody, {**WORDS, "opened": ago(9)})
    post(anybody, {**WORDS, "text": "Something that I had written before, elsewhere.", "opened": ago(1)})
    assert (Comment.objects.latest("pk").status, codes()) == (Status.PUBLISHED, ["haste"])


def test_a_few_letters_are_soon_written(anybody: str, post: Post):
    post(anybody, {**WORDS, "text": "So it is.", "opened": ago(2)})
    assert (Comment.objects.get().status, codes()) == (Status.PUBLISHED, [])


@pytest.mark.parametrize("opened", ["", "1700000000000:forged", "x", "\x00", "9" * 5000, "nan:x"])
def test_a_forged_moment_says_as_much_as_none(anybody: str, post: Post, opened: str):
    post(anybody, {**WORDS, "opened": opened})
    assert (Comment.objects.get().status, codes()) == (Status.PUBLISHED, ["untimed"])


def test_a_forged_moment_takes_no_doubt_away(anybody: str, post: Post):
    real = ago(1)
    moment, signature = real.split(":")
    post(anybody, {**WORDS, "opened": f"{int(moment) - 60_000}:{signature}"})
    assert codes() == ["untimed"]


def test_a_tab_that_was_open_over_night_costs_nothing(anybody: str, post: Post):
    post(anybody, {**WORDS, "opened": ago(LONGEST + 60)})
    assert (Comment.objects.get().status, codes()) == (Status.PUBLISHED, ["untimed"])
    post(anybody, {"author_name": "Ben", "text": "And the next morning, too.", "opened": ago(LONGEST + 60)})
    assert (Comment.objects.latest("pk").status, codes()) == (Status.PUBLISHED, [])


def test_a_moment_of_another_key_or_to_come_says_nothing(settings: Settings, now: datetime):
    ours = stamp(now)
    assert seconds_since(ours, now + timedelta(seconds=5)) == 5
    assert seconds_since(ours, now - timedelta(seconds=5)) is None
    settings.SECRET_KEY = "another"
    assert seconds_since(ours, now + timedelta(seconds=5)) is None


def test_the_fast_lane_times_too(anybody: str, now: datetime):
    for seconds, held in ((1, True), (9, False)):
        body = urlencode({**WORDS, "opened": ago(seconds)}).encode()
        meta = {"HTTP_HOST": "testserver", "REMOTE_ADDR": f"192.0.2.{seconds}", "SERVER_PORT": "80"}
        form = {"CONTENT_TYPE": "application/x-www-form-urlencoded", **FROM_OUR_PAGE}
        [draft] = lane.prepare([Posted(anybody, {**meta, **form}, body)], timezone.now())
        assert draft
        assert (draft.screened.verdict.outcome == "hold") is held


def opened_in(page: str) -> str:
    found = re.search(r'name="opened" value="([^"]+)"', page)
    return found[1] if found else ""


def test_pages_for_everybody_carry_none_and_the_script_asks_for_it(flood: Page, say: Say, client: Client):
    say()
    assert "opened" not in client.get(f"/threads/{flood.pk}/").text.replace("opened.js", "")
    answer = client.get("/comments/opened.json")
    passed = seconds_since(answer.json()["opened"], timezone.now())
    assert passed is not None
    assert passed < 60
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


def test_the_page_of_an_answer_carries_it_and_a_preview_keeps_it(say: Say, client: Client, post: Post):
    address = f"/comments/{say().pk}/reply/"
    assert seconds_since(opened_in(client.get(address).text), timezone.now()) is not None
    earlier = ago(40)
    for more in ({"preview": "1"}, {"author_name": ""}):
        assert opened_in(post(address, {**WORDS, "opened": earlier, **more}).text) == earlier
    assert opened_in(post(address, {**WORDS, "preview": "1"}).text) == ""


def test_what_is_edited_or_sent_by_a_program_is_not_timed(flood: Page, cass: Writer, now: datetime):
    comment = post_comment(page=flood, writer=cass, text="The water is at the bridge by now.", now=now)
    assert codes() == ["first-comment"]
    set_status(comment=comment, status=Status.PUBLISHED)
    edit(comment=comment, writer=cass, text="The water is at the bridge by now, still.", now=now)
    assert codes() == []
