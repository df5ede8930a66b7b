"""What waits stands in the order of harm x reach x age, whatever put it there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Page

from dateline.discussion.actions import (
    edit,
    erase_own_data,
    flag,
    miscounted,
    post_comment,
    record_comment,
    set_mode,
    set_status,
)
from dateline.discussion.models import Comment, Mode, Status, Thread
from dateline.discussion.urgency import HOUR, urgency, weight_of
from dateline.discussion.writer import Writer

from .conftest import Say

pytestmark = pytest.mark.django_db
CASS = Writer(device="c" * 64, name="Cass")
WHENS = st.integers(0, 10**9).map(lambda second: datetime.fromtimestamp(second, UTC))


def queue() -> list[str]:
    """The words of what waits, in order."""
    return list(Comment.objects.waiting().most_urgent_first().values_list("text", flat=True))


@given(harm=st.floats(0, 100), size=st.integers(0, 10**7), since=WHENS, hours=st.integers(1, 1000))
def test_more_harm_more_readers_and_a_longer_wait_never_count_less(harm: float, size: int, since: datetime, hours: int):
    here = urgency(harm, size, since)
    assert urgency(harm + 1, size, since) >= here
    assert urgency(harm, size + 1, since) >= here
    assert urgency(harm, size, since - timedelta(hours=hours)) == here + hours * HOUR


def test_twice_the_harm_or_the_readers_is_an_hour_of_waiting(now: datetime):
    assert urgency(3, 9, now) == urgency(1, 9, now - timedelta(hours=1)) == urgency(1, 19, now)


def test_what_waits_longer_comes_first_and_what_is_worse_before_it(flood: Page, now: datetime):
    def writes(text: str, at: datetime, device: str) -> None:
        post_comment(page=flood, writer=Writer(device=device * 64, name="Guest"), text=text, now=at)

    writes("The second.", now + timedelta(minutes=9), "1")
    writes("The first.", now, "2")
    writes("Google is paying 97$ per hour, you idiot", now + timedelta(minutes=10), "3")
    assert queue() == ["Google is paying 97$ per hour, you idiot", "The first.", "The second."]


def test_reported_words_that_others_read_come_before_those_nobody_sees(say: Say, flood: Page, now: datetime):
    say("Seen.", source_key="1")
    say("Private.", source_key="2")
    post_comment(page=flood, writer=CASS, text="Hidden.", now=now)
    seen, private = Comment.objects.exclude(source_key="").order_by("pk")
    flag(comment=seen, writer=Writer(device="d" * 64), reason="other", now=now)
    flag(comment=private, writer=Writer(device="d" * 64), reason="private", now=now)
    assert queue() == ["Private.", "Seen.", "Hidden."]
    flag(comment=seen, writer=Writer(device="e" * 64), reason="abuse", now=now)
    flag(comment=seen, writer=Writer(device="f" * 64), reason="abuse", now=now)
    assert queue() == ["Seen.", "Private.", "Hidden."]


def test_an_old_comment_that_is_reported_today_waits_since_today(say: Say, now: datetime):
    old = say("Old.")
    Comment.objects.filter(pk=old.pk).update(created_at=now - timedelta(days=400))
    flag(comment=old, writer=Writer(device="d" * 64), reason="other", now=now)
    old.refresh_from_db()
    assert old.urgency == urgency(4, 1, now)


def test_an_archives_held_comment_waits_since_it_came_in(thread: Thread, now: datetime):
    long_ago = now - timedelta(days=4000)
    held = record_comment(
        thread=thread, author_name="Peter", text="Old.", created_at=long_ago, now=now, status=Status.HELD
    )
    held.refresh_from_db()
    assert held.urgency == urgency(0, 0, now)


def test_what_is_decided_leaves_and_what_is_taken_back_has_its_old_place(flood: Page, now: datetime):
    set_mode(page=flood, mode=Mode.FIRST, now=now)
    held = post_comment(page=flood, writer=CASS, text="Hidden.", now=now)
    place = held.urgency
    for status in (Status.PUBLISHED, Status.REJECTED, Status.SPAM):
        assert set_status(comment=held, status=status).urgency is None
        assert set_status(comment=held, status=Status.HELD).urgency == place
    later = now + timedelta(days=3)
    assert set_status(comment=held, status=Status.HELD, since=later).urgency == place - 3 * 24 * HOUR


def test_new_words_are_weighed_anew(flood: Page, now: datetime):
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    kind = post_comment(page=flood, writer=CASS, text="Good morning.", now=now)
    assert kind.urgency is None
    edit(comment=kind, writer=CASS, text="You idiot", now=now)
    kind.refresh_from_db()
    doubted = weight_of(kind.verdicts.latest("pk").reasons)
    assert doubted >= 1
    assert kind.urgency == urgency(doubted, 0, now)


def test_what_an_author_erases_waits_only_where_it_was_reported(flood: Page, say: Say, now: datetime):
    post_comment(page=flood, writer=CASS, text="Hidden.", now=now)
    reported = post_comment(page=flood, writer=CASS, text="Reported.", now=now)
    set_status(comment=reported, status=Status.PUBLISHED)
    flag(comment=reported, writer=Writer(device="d" * 64), reason="abuse", now=now)
    erase_own_data(writer=CASS, now=now)
    assert queue() == ["Reported."]


def test_the_doctor_finds_and_mends_a_lost_place(flood: Page, now: datetime):
    held = post_comment(page=flood, writer=CASS, text="Hidden.", now=now)
    Comment.objects.update(urgency=None)
    assert len(miscounted(fix=True)) == 1
    assert not miscounted()
    assert Comment.objects.get().urgency == held.urgency


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's planner goes by what is in the table")
@pytest.mark.parametrize("further", [False, True])
def test_the_queue_is_read_in_the_order_of_its_index(db: Any, further: bool):
    waiting = Comment.objects.waiting().most_urgent_first()
    plan = (waiting.less_urgent_than(-5, 3) if further else waiting)[:20].explain()
    assert "comment_urgent" in plan
    assert "TEMP B-TREE" not in plan
