"""What was known of an author is kept with the verdict, no longer than the words, and told to the author alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page

from dateline.discussion.actions import (
    Entry,
    edit,
    erase_own_data,
    flag,
    forget_contacts,
    leave_own_words,
    own_data,
    post_comment,
    post_comments,
    set_mode,
    set_status,
    withdraw,
)
from dateline.discussion.limits import CONTACT_KEPT
from dateline.discussion.models import Comment, Learned, Mode, Status, Verdict, verdict_as_sent
from dateline.discussion.opened import stamp
from dateline.discussion.rows import insert_verdicts
from dateline.discussion.writer import Writer
from dateline.screening import Verdict as Screened

from .conftest import Say

pytestmark = pytest.mark.django_db
Known = list[tuple[int | None, int | None]]


@pytest.fixture
def anybody(flood: Page, now: datetime) -> Page:
    """Where anybody may write."""
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    return flood


def kept() -> Known:
    """Of each verdict, the oldest first."""
    return list(Verdict.objects.order_by("pk").values_list("accepted", "seconds"))


def test_accepted_comments_are_counted_as_far_as_it_makes_a_difference(anybody: Page, cass: Writer, now: datetime):
    for number in range(7):
        at = now + timedelta(hours=number)
        post_comment(page=anybody, writer=cass, text=f"What I say, number {number}.", now=at)
    assert [accepted for accepted, _seconds in kept()] == [0, 1, 2, 3, 4, 5, 5]
    at = now + timedelta(hours=8)
    dee = Writer(device="d" * 64, name="Dee")
    post_comments([Entry(dee, f"At once, number {number}.", anybody.pk) for number in range(3)], now=at)
    assert [accepted for accepted, _seconds in kept()[7:]] == [0, 1, 2]


def test_nothing_counts_that_does_not_stand(anybody: Page, cass: Writer, now: datetime):
    first = post_comment(page=anybody, writer=cass, text="The first words of Cass.", now=now)
    set_status(comment=first, status=Status.REJECTED)
    post_comment(page=anybody, writer=cass, text="Other words of Cass.", now=now + timedelta(hours=1))
    assert kept() == [(0, None), (0, None)]


@pytest.mark.parametrize(("ago", "seconds"), [(1, range(1, 10)), (4_000, [10]), (None, [-1])])
def test_it_is_kept_how_soon_a_form_was_sent_and_not_how_long_it_lay_there(
    anybody: Page, post: Any, ago: float | None, seconds: Sequence[int]
):
    opened = stamp(timezone.now() - timedelta(seconds=ago)) if ago else ""
    post(f"/threads/{anybody.pk}/post/", {"text": "Words.", "author_name": "Ben", "opened": opened})
    [(accepted, soon)] = kept()
    assert accepted == 0
    assert soon in seconds


def test_an_edit_keeps_what_is_known_by_then_and_the_first_verdict_says_what_was(
    anybody: Page, cass: Writer, now: datetime
):
    comment = post_comment(page=anybody, writer=cass, text="Ths is mine.", now=now)
    edit(comment=comment, writer=cass, text="This is mine.", now=now + timedelta(minutes=1))
    assert kept() == [(0, None), (1, None)]
    first = verdict_as_sent(comment)
    assert first
    assert first.accepted == 0


def test_of_what_came_from_elsewhere_nothing_is_known(say: Say, cass: Writer, now: datetime):
    comment = say(verdict=Screened(), source_key="an archive")
    assert kept() == [(None, None)]
    bare = say("Without a verdict.")
    row = {"comment_id": bare.pk, "outcome": "publish", "reasons": [], "accepted": 3}
    insert_verdicts([row], now + timedelta(minutes=1))  # as an edit would
    assert verdict_as_sent(bare) is None
    assert verdict_as_sent(comment) == comment.verdicts.get()


def test_it_goes_with_the_words(anybody: Page, cass: Writer, now: datetime):
    post_comment(page=anybody, writer=cass, text="This is mine.", now=now)
    dee = Writer(device="d" * 64, name="Dee")
    post_comment(page=anybody, writer=dee, text="And this is not.", now=now)
    erase_own_data(writer=cass, now=now)
    assert kept() == [(None, None), (0, None)]


@pytest.mark.parametrize("is_reported", [True, False])
def test_it_goes_when_deleted_words_are_forgotten(anybody: Page, cass: Writer, now: datetime, is_reported: bool):
    comment = post_comment(page=anybody, writer=cass, text="This is mine.", now=now)
    if is_reported:
        flag(comment=comment, writer=Writer(device="e" * 64), reason="abuse", now=now)
        erase_own_data(writer=cass, now=now)
    else:
        withdraw(comment=comment, writer=cass, now=now)
    assert kept() == [(0, None)]
    forget_contacts(now=now + CONTACT_KEPT)
    assert kept() == [(None, None)]


def test_words_that_stand_without_their_author_stand_without_it(anybody: Page, cass: Writer, now: datetime):
    post_comment(page=anybody, writer=cass, text="This is mine.", now=now)
    Learned.objects.create(version="x", shipped="edition", decisions=1, created_at=now)
    leave_own_words(writer=cass, name="Former reader", now=now)
    assert kept() == [(None, None)]
    assert Comment.objects.get().text == "This is mine."
    assert Learned.objects.get().shipped == "", "it is learned anew without that"


def test_its_author_is_told(anybody: Page, cass: Writer, now: datetime):
    post_comment(page=anybody, writer=cass, text="This is mine.", now=now)
    [told] = own_data(writer=cass)["comments"][0]["screening"]
    assert (told["accepted"], told["seconds"]) == (0, None)


def test_it_costs_no_statement(
    anybody: Page, say: Say, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
):
    row = {"comment_id": say().pk, "outcome": "publish", "reasons": []}
    for more in ({}, {"accepted": 5, "seconds": 10}):
        with django_assert_num_queries(1):
            insert_verdicts([row | more, row | more], now)
