"""Whoever sends somebody else's published words waits for a moderator."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page

from dateline.discussion.actions import (
    Entry,
    edit,
    erase_own_data,
    forget_echoes,
    post_comment,
    post_comments,
    set_mode,
    set_status,
    withdraw,
)
from dateline.discussion.echoes import KEPT, Echoes, echoes_of, ends_of
from dateline.discussion.limits import COMMENTS_BY_ONE, TooMuch
from dateline.discussion.models import Comment, Echo, Mode, Status, latest_verdict
from dateline.discussion.writer import Writer
from dateline.screening import Other

pytestmark = pytest.mark.django_db
SAID = (
    "The water at the bridge rose by another forty centimetres last night, and the volunteers who carried sandbags "
    "until three in the morning say that nobody from the county came to look."
)
LINK = "https://cheap.example/sandbags"


def guest(number: int) -> Writer:
    return Writer(device=f"{number:064}", origin=f"{number:032}", name=f"Guest {number}")


@pytest.fixture
def said(flood: Page, now: datetime) -> Comment:
    """Published words of somebody."""
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    return post_comment(page=flood, writer=guest(1), text=SAID, now=now)


def codes(comment: Comment) -> list[str]:
    verdict = latest_verdict(comment)
    return verdict.codes if verdict else []


def test_a_copied_comment_with_a_link_added_waits(said: Comment, now: datetime):
    known = guest(2)
    post_comment(page=said.thread.page, writer=known, text="Good morning.", now=now)
    copy = post_comment(page=said.thread.page, writer=known, text=f"{SAID} {LINK}", now=now)
    assert (copy.status, codes(copy)) == (Status.HELD, ["copy"])
    assert latest_verdict(copy).reasons[0]["facts"] == {"comment": said.pk}


def test_a_copy_below_another_report_waits_too(said: Comment, now: datetime):
    other = said.thread.page.add_sibling(instance=Page(title="The river falls", slug="falls"))
    copy = post_comment(page=other, writer=guest(2), text=SAID.replace("forty", "thirty"), now=now)
    assert (copy.status, codes(copy)[0]) == (Status.HELD, "copy")


def test_what_one_said_oneself_is_no_copy_of_others(said: Comment, now: datetime):
    again = post_comment(page=said.thread.page, writer=guest(1), text=SAID, now=now)
    assert codes(again) == ["repeat"]


def test_short_sentences_may_be_said_by_everybody(said: Comment, now: datetime):
    for number, text in enumerate(["Thank you!", "Thank you!", "I agree.", "I agree."], 2):
        assert post_comment(page=said.thread.page, writer=guest(number), text=text, now=now).is_published


def test_who_quotes_is_published(said: Comment, now: datetime):
    answer = f"> {SAID}\n\nI was there until four, and the county came after all, with two trucks and a pump."
    assert post_comment(parent=said, writer=guest(2), text=answer, now=now).is_published


def test_an_edit_into_a_copy_waits(said: Comment, now: datetime):
    mine = post_comment(page=said.thread.page, writer=guest(2), text="Good morning.", now=now)
    assert edit(comment=mine, writer=guest(2), text=f"{SAID} {LINK}", now=now).is_held
    assert "copy" in codes(mine)


def test_the_words_after_an_edit_are_what_is_copied(said: Comment, now: datetime):
    edit(comment=said, writer=guest(1), text="Nobody carried sandbags to the bridge; I have now been told so.", now=now)
    assert post_comment(page=said.thread.page, writer=guest(2), text=SAID, now=now).is_published
    copy = "Nobody carried sandbags to the bridge; I have now been told so."
    assert post_comment(page=said.thread.page, writer=guest(3), text=f"{copy} {LINK}", now=now).is_held


@pytest.mark.parametrize("way", ["reject", "delete", "erase"])
def test_what_is_not_public_any_more_is_not_copied(said: Comment, now: datetime, way: str):
    {
        "reject": lambda: set_status(comment=said, status=Status.REJECTED),
        "delete": lambda: withdraw(comment=said, writer=guest(1), now=now),
        "erase": lambda: erase_own_data(writer=guest(1), now=now),
    }[way]()
    assert not Echo.objects.exists()
    assert post_comment(page=said.thread.page, writer=guest(2), text=SAID, now=now).is_published


def test_what_a_moderator_publishes_is_heard_from_then_on(flood: Page, now: datetime):
    waits = post_comment(page=flood, writer=guest(1), text=SAID, now=now)
    assert not Echo.objects.exists()
    set_status(comment=waits, status=Status.PUBLISHED)
    assert "copy" in codes(post_comment(page=flood, writer=guest(2), text=SAID, now=now))


def test_what_is_filed_is_forgotten_after_two_weeks(said: Comment, now: datetime):
    later = now + timedelta(days=3)
    post_comment(
        page=said.thread.page, writer=guest(2), text=f"{SAID} So says the mayor of the town of old."[70:], now=later
    )
    assert forget_echoes(now=now + KEPT - timedelta(seconds=1)) == 0
    assert forget_echoes(now=now + KEPT) == 1
    assert forget_echoes(now=now + KEPT) == 0
    assert Echo.objects.count() == 1
    assert forget_echoes(now=later + KEPT) == 1


def test_of_many_that_share_a_number_the_newest_is_read(said: Comment, now: datetime):
    ends = ends_of(SAID)
    assert ends
    for number in range(2, 5):
        one = post_comment(page=said.thread.page, writer=guest(number), text=f"Number {number}.", now=now)
        Echo.objects.create(comment=one, low=ends[0], high=ends[1])
    [other] = echoes_of([ends]).others_like("device:x", ends)
    assert other.number == one.pk


def test_a_batch_asks_once_whatever_its_size(
    said: Comment, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
):
    asked = [(number, number + 1) for number in range(40)]
    with django_assert_num_queries(1):
        assert echoes_of(asked) == Echoes({}, {})
    with django_assert_num_queries(2):
        assert echoes_of([*asked, ends_of(SAID)]).others_like("", ends_of(SAID)) == (Other(said.pk, SAID),)
    with django_assert_num_queries(0):
        assert echoes_of([None]) == Echoes({}, {})


def test_of_copies_that_come_at_once_the_first_is_published(flood: Page, now: datetime):
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    post_comments([Entry(guest(number), SAID, flood.pk) for number in range(2, 6)], now=now)
    first, *others = Comment.objects.order_by("pk")
    assert first.is_published
    for other in others:
        verdict = latest_verdict(other)
        assert verdict
        assert (other.status, verdict.reasons[0]["facts"]) == (Status.HELD, {"comment": first.pk})
        assert verdict.reasons[0]["words"] == f"Nearly the words of comment {first.pk}, by somebody else."


def test_what_is_refused_is_nobodys_words(flood: Page, now: datetime):
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    much = [Entry(guest(2), f"Number {number}.", flood.pk) for number in range(COMMENTS_BY_ONE)]
    answers = post_comments([*much, Entry(guest(2), SAID, flood.pk), Entry(guest(3), SAID, flood.pk)], now=now)
    assert isinstance(answers[-2], TooMuch)
    assert Comment.objects.get(text=SAID).is_published
