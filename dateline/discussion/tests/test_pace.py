"""In a slow discussion one writer waits between two comments, by whichever way they come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from dateline.delivery.lane import Posted
from dateline.discussion import lane, limits
from dateline.discussion.actions import (
    Entry,
    TooSoon,
    erase_own_data,
    post_comment,
    post_comments,
    set_policy,
    withdraw,
)
from dateline.discussion.models import Clauses, Comment
from dateline.discussion.writer import Writer
from dateline.people.models import User

from .conftest import FROM_OUR_PAGE

pytestmark = pytest.mark.django_db
BEN = Writer(device="b" * 64, origin="p" * 32, name="Ben")
DEE = Writer(device="d" * 64, origin="q" * 32, name="Dee")
SECOND = timedelta(seconds=1)


def withdraw_one(comment: Comment, now: datetime) -> object:
    """Delete it, as its author."""
    return withdraw(comment=comment, writer=BEN, now=now)


def erase_all(comment: Comment, now: datetime) -> object:
    """Erase all that its author said."""
    return erase_own_data(writer=BEN, now=now)


@pytest.fixture
def slow(flood: Page, now: datetime) -> Page:
    """A discussion in which everybody writes once in five minutes."""
    set_policy(on=flood, clauses=Clauses(mode="open", slow=300), now=now)
    return flood


@pytest.fixture
def quick(slow: Page, now: datetime) -> Page:
    """Another one, in which nobody waits."""
    page = slow.add_sibling(instance=Page(title="A quiet day", slug="quiet"))
    set_policy(on=page, clauses=Clauses(mode="open"), now=now)
    return page


def test_the_second_comment_waits_and_says_how_long(slow: Page, now: datetime):
    post_comment(page=slow, writer=BEN, text="One.", now=now)
    with pytest.raises(TooSoon, match="Your text is kept here; send it in 90 seconds") as refused:
        post_comment(page=slow, writer=BEN, text="Two.", now=now + timedelta(seconds=210))
    assert refused.value.seconds == 90
    with pytest.raises(TooSoon, match="in 5 minutes"):
        post_comment(page=slow, writer=BEN, text="Two.", now=now + SECOND)
    post_comment(page=slow, writer=BEN, text="Two.", now=now + timedelta(seconds=300))


def test_others_and_other_discussions_need_not_wait(slow: Page, quick: Page, now: datetime):
    post_comment(page=slow, writer=BEN, text="One.", now=now)
    post_comment(page=slow, writer=DEE, text="Two.", now=now)
    post_comment(page=quick, writer=BEN, text="Three.", now=now)
    post_comment(page=quick, writer=BEN, text="Four.", now=now)


def test_staff_never_wait(slow: Page, ada: User, now: datetime):
    for text in ("One.", "Two."):
        post_comment(page=slow, writer=Writer(account=ada, by_staff=True, name="Ada"), text=text, now=now)


def test_an_account_waits_on_every_device(slow: Page, ben: User, now: datetime):
    EmailAddress.objects.create(user=ben, email=ben.email, verified=True)
    post_comment(page=slow, writer=Writer(account=ben, origin="p" * 32, name="Ben"), text="One.", now=now)
    with pytest.raises(TooSoon):
        post_comment(page=slow, writer=Writer(account=ben, origin="z" * 32, name="Ben"), text="Two.", now=now)


def test_who_throws_cookies_away_waits_as_who_keeps_them(slow: Page, now: datetime):
    post_comment(page=slow, writer=BEN, text="One.", now=now)
    for device in ("f" * 64, "e" * 64):
        with pytest.raises(TooSoon):
            post_comment(page=slow, writer=replace(BEN, device=device, fresh="secret"), text="Two.", now=now)


def test_browsers_behind_one_address_do_not_wait_for_each_other_once_known(slow: Page, quick: Page, now: datetime):
    neighbour = replace(DEE, origin=BEN.origin)
    for writer in (BEN, neighbour):
        post_comment(page=quick, writer=writer, text="Known from elsewhere.", now=now - timedelta(seconds=300))
    post_comment(page=slow, writer=BEN, text="One.", now=now)
    post_comment(page=slow, writer=neighbour, text="Two.", now=now)


def test_words_dropped_elsewhere_make_no_new_browser_known(slow: Page, quick: Page, now: datetime):
    post_comment(page=slow, writer=BEN, text="One.", now=now)
    again = replace(BEN, device="f" * 64)
    post_comment(page=quick, writer=again, text="Only to be known.", now=now)
    with pytest.raises(TooSoon):
        post_comment(page=slow, writer=again, text="Two.", now=now + timedelta(seconds=299))


def test_what_was_never_published_makes_no_browser_known(slow: Page, quick: Page, now: datetime):
    again = replace(BEN, device="f" * 64)
    held = post_comment(page=quick, writer=again, text="You idiot", now=now - timedelta(hours=1))
    assert not held.is_published
    post_comment(page=slow, writer=BEN, text="One.", now=now)
    with pytest.raises(TooSoon):
        post_comment(page=slow, writer=again, text="Two.", now=now + SECOND)


@pytest.mark.parametrize("forget", [withdraw_one, erase_all])
def test_who_takes_back_and_throws_the_cookie_away_waits_all_the_same(
    slow: Page, now: datetime, forget: Callable[[Comment, datetime], object]
):
    set_policy(on=slow, clauses=Clauses(mode="open", slow=3600), now=now)
    comment = post_comment(page=slow, writer=BEN, text="One.", now=now)
    forget(comment, now + timedelta(minutes=20))
    again = replace(BEN, device="f" * 64, fresh="secret")
    with pytest.raises(TooSoon):
        post_comment(page=slow, writer=again, text="Two.", now=now + timedelta(minutes=59))


@pytest.mark.parametrize("forget", [withdraw_one, erase_all])
def test_where_it_came_from_goes_with_what_counts_for_no_pace_any_more(
    slow: Page, now: datetime, forget: Callable[[Comment, datetime], object]
):
    comment = post_comment(page=slow, writer=BEN, text="One.", now=now)
    forget(comment, now + limits.SLOWEST)
    assert Comment.objects.get().origin == ""


def test_taking_a_comment_back_does_not_shorten_the_wait(slow: Page, now: datetime):
    comment = post_comment(page=slow, writer=BEN, text="One.", now=now)
    withdraw(comment=comment, writer=BEN, now=now + SECOND)
    with pytest.raises(TooSoon):
        post_comment(page=slow, writer=BEN, text="Two.", now=now + 2 * SECOND)


def test_an_answer_counts_as_a_comment_does(slow: Page, now: datetime):
    top = post_comment(page=slow, writer=DEE, text="One.", now=now)
    post_comment(parent=top, writer=BEN, text="Two.", now=now)
    with pytest.raises(TooSoon):
        post_comment(page=slow, writer=BEN, text="Three.", now=now)


def test_the_form_keeps_the_words_and_the_answer_says_when(slow: Page, client: Client):
    words = {"text": "The water is at the bridge.", "author_name": "Ben", "mail": "", "website": ""}
    assert client.post(f"/threads/{slow.pk}/post/", words, **FROM_OUR_PAGE).status_code == 303
    answer = client.post(f"/threads/{slow.pk}/post/", {**words, "text": "And rising."}, **FROM_OUR_PAGE)
    assert answer.status_code == 429
    assert 290 < int(answer["Retry-After"]) <= 300
    assert "And rising.</textarea>" in answer.text
    assert "Here everybody writes once in 5 minutes." in client.get(f"/threads/{slow.pk}/").text


def entry_by(number: int, data: Any, pages: list[int]) -> Entry:
    """Words by somebody; a browser that is new is another one each time."""
    new = replace(BEN, device=f"{number:064}", fresh="secret")
    writer = data.draw(st.sampled_from([BEN, replace(DEE, origin=BEN.origin), new, Writer(name="Nobody")]))
    text = data.draw(st.sampled_from(["The river is high today.", "The river is low, says the county.", "You idiot"]))
    return Entry(writer, text, data.draw(st.sampled_from(pages)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_batch_is_what_its_entries_are_one_by_one(slow: Page, quick: Page, now: datetime, data: Any):
    entries = [entry_by(number, data, [slow.pk, quick.pk]) for number in range(data.draw(st.integers(1, 8)))]
    outcomes: list[list[str]] = []
    for size in (1, len(entries)):
        with transaction.atomic():
            post_comments([Entry(DEE, "Before.", slow.pk)], now=now - 200 * SECOND)
            placed = [
                each
                for start in range(0, len(entries), size)
                for each in post_comments(entries[start : start + size], now=now)
            ]
            outcomes.append(
                [str(each.is_published) if isinstance(each, tuple) else type(each).__name__ for each in placed]
            )
            transaction.set_rollback(True)
    assert outcomes[0] == outcomes[1]


def test_the_fast_lane_counts_as_the_view_does(slow: Page, now: datetime):
    meta = {
        "HTTP_HOST": "testserver",
        "HTTP_SEC_FETCH_SITE": "same-origin",
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "REMOTE_ADDR": "10.1.1.1",
    }
    body = b"text=Good+morning&author_name=Ben&mail=&website=&send=1"
    drafts = lane.prepare([Posted(f"/threads/{slow.pk}/post/", meta, body)] * 2, now)
    with transaction.atomic():
        first, second = lane.store([draft for draft in drafts if draft], now)
    assert first
    assert second is None
    assert Comment.objects.count() == 1


@pytest.mark.parametrize("clauses", [Clauses(mode="members"), Clauses(mode="closed")])
def test_the_fast_lane_leaves_to_the_view_what_it_cannot_take(flood: Page, now: datetime, clauses: Clauses):
    set_policy(on=flood, clauses=clauses, now=now)
    meta = {"HTTP_HOST": "testserver", "HTTP_SEC_FETCH_SITE": "same-origin", "REMOTE_ADDR": "10.1.1.1"}
    posted = Posted(
        f"/threads/{flood.pk}/post/",
        {**meta, "CONTENT_TYPE": "application/x-www-form-urlencoded"},
        b"text=Good+morning&author_name=Ben&mail=&website=&send=1",
    )
    assert lane.prepare([posted], now) == [None]
