"""What was known of an author when a comment came in is learned from, and nothing that came later."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from math import inf
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from dateline.discussion.actions import edit, erase_own_data, post_comment, record_comment, set_policy, thread_of
from dateline.discussion.models import Clauses, Comment, Mode, Status
from dateline.discussion.opened import stamp
from dateline.discussion.writer import Writer
from dateline.moderation.actions import decide, learn_anew
from dateline.moderation.lessons import lessons
from dateline.moderation.models import Action
from dateline.people.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]
CASS = Writer(device="c" * 64, name="Cass")
TALK = "bridge council water school road mayor vote night park trees prices rent report budget river market"
TRADE = "cheap casino bonus pills loan crypto profit offer"


@pytest.fixture
def anybody(flood: Page, now: datetime) -> Page:
    """Where anybody may write, and a hundred clean comments of a thousand may be held for advertising."""
    set_policy(on=flood, clauses=Clauses(mode=Mode.OPEN, held_spam=100), now=now)
    return flood


def known() -> list[tuple[int | None, float | None]]:
    return [(lesson.accepted, lesson.seconds) for lesson in lessons()]


def talk(number: int = 0, trade: int = 0) -> str:
    """A comment like others, with ``trade`` words of advertising in it."""
    dice = random.Random(number)
    return " ".join([dice.choice(TALK.split()) for _ in range(14)] + [dice.choice(TRADE.split()) for _ in range(trade)])


def test_a_lesson_carries_what_was_known_when_the_comment_came_in(anybody: Page, mo: User, now: datetime):
    for number in range(3):
        at = now + timedelta(minutes=number)
        comment = post_comment(page=anybody, writer=CASS, text=talk(number), now=at)
        decide(comment=comment, action=Action.APPROVE, moderator=mo, now=at)
    assert known() == [(0, inf), (1, inf), (2, inf)]


@pytest.mark.parametrize(("ago", "seconds"), [(4_000, 10), (None, None)])
def test_a_lesson_carries_how_soon_a_form_was_sent(
    anybody: Page, mo: User, client: Client, ago: float | None, seconds: float | None
):
    opened = stamp(timezone.now() - timedelta(seconds=ago)) if ago else ""
    words = {"text": talk(), "author_name": "Ben", "opened": opened}
    client.post(f"/threads/{anybody.pk}/post/", words, HTTP_SEC_FETCH_SITE="same-origin")
    decide(comment=Comment.objects.get(), action=Action.APPROVE, moderator=mo, now=timezone.now())
    assert known() == [(0, seconds)]


def test_nothing_that_came_later_is_learned_from(anybody: Page, mo: User, now: datetime):
    first = post_comment(page=anybody, writer=CASS, text="The first words of somebody.", now=now)
    decide(comment=first, action=Action.APPROVE, moderator=mo, now=now + timedelta(minutes=2))
    before = lessons()
    assert known() == [(0, inf)]
    for minute, text in enumerate(["Good morning to you.", "The river has fallen.", "And it falls on."], 3):
        post_comment(page=anybody, writer=CASS, text=text, now=now + timedelta(minutes=minute))
    edit(comment=first, writer=CASS, text="Other words of somebody.", now=now + timedelta(minutes=9))
    assert lessons() == before


def test_an_edit_before_the_decision_changes_the_words_and_not_what_was_known(anybody: Page, mo: User, now: datetime):
    comment = post_comment(page=anybody, writer=CASS, text="The first words of somebody.", now=now)
    edit(comment=comment, writer=CASS, text="Other words of somebody.", now=now + timedelta(minutes=1))
    decide(comment=comment, action=Action.SPAM, moderator=mo, now=now + timedelta(minutes=2))
    assert [(lesson.text, lesson.accepted) for lesson in lessons()] == [("Other words of somebody.", 0)]


def test_of_what_came_from_an_archive_nothing_was_known(flood: Page, mo: User, now: datetime):
    more: dict[str, Any] = {"author_name": "Kim", "created_at": now, "now": now, "status": Status.HELD}
    comment = record_comment(thread=thread_of(page=flood, now=now), text="It waits.", **more)
    decide(comment=comment, action=Action.APPROVE, moderator=mo, now=now)
    assert known() == [(None, inf)]


def test_what_is_erased_teaches_no_more(anybody: Page, mo: User, now: datetime):
    comment = post_comment(page=anybody, writer=CASS, text=talk(), now=now)
    decide(comment=comment, action=Action.APPROVE, moderator=mo, now=now)
    erase_own_data(writer=CASS, now=now)
    assert lessons() == []


def test_where_strangers_advertise_it_is_told_that_the_author_is_one(
    anybody: Page, mo: User, desk: Client, now: datetime
):
    regulars = [Writer(device=f"{number:064}", name="Reader") for number in range(40)]
    for number, regular in enumerate(regulars):
        at = now + timedelta(minutes=5 * number)
        post_comment(page=anybody, writer=regular, text=talk(3 * number), now=at)
        calm = post_comment(page=anybody, writer=regular, text=talk(3 * number + 1), now=at + timedelta(minutes=1))
        decide(comment=calm, action=Action.APPROVE, moderator=mo, now=at + timedelta(minutes=2))
        stranger = Writer(device=f"{1000 + number:064}", name="Trader")
        words = talk(3 * number + 2, trade=number % 3)
        trade = post_comment(page=anybody, writer=stranger, text=words, now=at + timedelta(minutes=3))
        decide(comment=trade, action=Action.SPAM, moderator=mo, now=at + timedelta(minutes=4))
    later = now + timedelta(days=1)
    learned = learn_anew(now=later)
    assert learned
    assert learned.reports[0]["choice"] in ("stacked", "site")
    new = post_comment(page=anybody, writer=CASS, text=talk(1000, trade=3), now=later)
    [reason] = [each for each in new.verdicts.get().reasons if each["code"] == "newsroom-spam"]
    assert reason["model"]["signals"]["stranger"] > 0
    assert "an author without an accepted comment" in desk.get(f"/moderation/comments/{new.pk}/").text
    old = post_comment(page=anybody, writer=regulars[0], text=talk(1001, trade=3), now=later)
    for each in old.verdicts.get().reasons:
        assert "stranger" not in each.get("model", {}).get("signals", {})
