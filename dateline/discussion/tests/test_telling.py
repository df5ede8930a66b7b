"""What readers see of a thread is marked as out of date when it changes, once, and never for what they do not see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from wagtail.models import Page

from dateline.delivery.models import Change
from dateline.discussion.actions import (
    Entry,
    flag,
    post_comment,
    post_comments,
    set_mode,
    set_mode_of,
    set_status,
    vote,
)
from dateline.discussion.models import Comment, Mode, Status, Thread
from dateline.discussion.writer import Writer

from .conftest import Say

pytestmark = pytest.mark.django_db
BLOG = "https://elsewhere.example/"
Told = Callable[[], list[str]]


@pytest.fixture
def told(flood: Page) -> Told:
    """The threads marked since it was last asked, in order."""
    last = Change.objects.order_by("pk").last()
    seen = last.pk if last else 0

    def news() -> list[str]:
        nonlocal seen
        fresh = Change.objects.filter(pk__gt=seen, tags__regex="thread:|embed:").order_by("pk")
        rows = [(change.pk, change.tags) for change in fresh]
        seen = rows[-1][0] if rows else seen
        return [tags for _number, tags in rows]

    return news


def guest(number: int) -> Writer:
    return Writer(device=f"{number:064}", origin=f"{number:032}", name="Ben")


def test_a_batch_marks_each_thread_once_and_says_by_which_change_it_is_seen(flood: Page, told: Told, now: datetime):
    other = flood.add_sibling(instance=Page(title="A quiet day", slug="quiet"))
    for page in (flood, other):
        set_mode(page=page, mode=Mode.OPEN, now=now)
    told()
    entries = [Entry(guest(number), f"Words {number}", page.pk) for number, page in enumerate((flood, other, flood))]
    placed = post_comments([*entries, Entry(guest(9), "You idiot", other.pk)], now=now)
    assert told() == [f"thread:{flood.pk} thread:{other.pk}"]
    last = Change.objects.order_by("pk").last()
    assert [each.change for each in placed if not isinstance(each, Exception)] == [last.pk, last.pk, last.pk, 0]


def test_a_comment_that_waits_marks_nothing_until_it_is_shown(flood: Page, told: Told, now: datetime):
    comment = post_comment(page=flood, writer=guest(1), text="My first.", now=now)
    assert comment.is_held
    set_status(comment=comment, status=Status.SPAM)
    assert told() == []
    set_status(comment=comment, status=Status.PUBLISHED)
    set_status(comment=comment, status=Status.REJECTED)
    assert told() == [f"thread:{flood.pk}"] * 2


def test_votes_and_modes_are_marked_and_reports_are_not(flood: Page, say: Say, told: Told, now: datetime):
    comment = say()
    assert told() == [f"thread:{flood.pk}"]
    flag(comment=comment, writer=guest(1), reason="spam", now=now)
    vote(comment=comment, writer=Writer(), value=1, now=now)
    told()
    vote(comment=comment, writer=guest(1), value=1, now=now)
    set_mode(page=flood, mode=Mode.CLOSED, now=now)
    assert told() == [f"thread:{flood.pk}"] * 2


def test_a_thread_below_somebody_elses_page_is_marked_by_its_own_number(told: Told, now: datetime):
    thread = Thread.objects.create(place=BLOG, url=BLOG, created_at=now)
    set_mode_of(thread=thread, mode=Mode.OPEN, now=now)
    assert told() == [f"embed:{thread.pk}"]
    parent = Comment.objects.create(thread=thread, status="published", created_at=now, path="0000001")
    placed = post_comments([Entry(guest(1), "Hello", None, parent.pk)], now=now)
    assert [each.change for each in placed if not isinstance(each, Exception)] == [Change.objects.latest("pk").pk]
    assert told() == [f"embed:{thread.pk}"]
