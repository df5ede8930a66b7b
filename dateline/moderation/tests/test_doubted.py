"""At the desk: what screening lets pass but doubts is told apart, can be left as it stands, and is counted."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from wagtail.models import Page

from dateline.discussion.actions import post_comment, set_mode
from dateline.discussion.models import Comment, Mode
from dateline.discussion.writer import Writer
from dateline.moderation.actions import decide, undo
from dateline.moderation.counting import figures_between
from dateline.moderation.models import Action
from dateline.moderation.queue import waiting_count
from dateline.people.models import User
from dateline.screening import Reason, Verdict

pytestmark = pytest.mark.django_db


@pytest.fixture
def doubted(flood: Page, now: datetime, monkeypatch: pytest.MonkeyPatch) -> Comment:
    """Cass speaks of work from home, which is doubted just so much that somebody should look."""
    doubt = Reason("money-scam", "Reads like an offer of easy money: work from home.", 0.5, "spam", ((8, 22),))
    monkeypatch.setattr("dateline.discussion.actions.post.screen_text", lambda submission: Verdict((doubt,)))
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    writer = Writer(device="c" * 64, name="Cass")
    return post_comment(page=flood, writer=writer, text="You can work from home and be as busy.", now=now)


def test_the_card_says_that_others_read_it_and_why_it_is_there(desk: Client, doubted: Comment):
    page = desk.get("/moderation/").text
    assert "Published, doubted by the automatic check" in page
    assert "Reads like an offer of easy money: work from home." in page
    assert "<mark>work from home</mark>" in page
    assert "Leave it" in page
    assert "card--published" in page


def test_the_queue_counts_what_is_published_apart_from_what_is_held(desk: Client, held: Comment, doubted: Comment):
    page = desk.get("/moderation/").text
    assert "2 comments wait" in page
    assert '<li class="standing standing--held">1 held</li>' in page
    assert '<li class="standing standing--published">1 published, doubted or reported</li>' in page
    assert '<strong class="standing standing--published">Published, doubted by the automatic check</strong>' in page
    assert '<strong class="standing standing--held">Waiting for a moderator</strong>' in page


def test_to_leave_it_settles_that_and_undo_brings_it_back(desk: Client, doubted: Comment, mo: User, now: datetime):
    left = desk.post(f"/moderation/comments/{doubted.pk}/decide/", {"action": "approve", "expected": "published"})
    page = desk.get(left["Location"]).text
    assert "was left as it stands" in page
    assert waiting_count() == 0
    assert "Leave it" not in desk.get(f"/moderation/comments/{doubted.pk}/").text
    undo(decision=doubted.decisions.get(), moderator=mo, now=now)
    assert waiting_count() == 1
    assert Comment.objects.get().is_published


def test_whoever_rejects_it_takes_it_off_the_page(doubted: Comment, mo: User, now: datetime):
    decide(comment=doubted, action=Action.REJECT, moderator=mo, now=now, expected="published")
    assert waiting_count() == 0
    assert not Comment.objects.get().is_published


def test_it_counts_as_published_at_once_and_as_doubted(doubted: Comment, now: datetime):
    figures = figures_between(now - timedelta(days=1), now + timedelta(days=1))
    assert figures == {"received": 1, "at_once": 1, "doubted:money-scam": 1}
