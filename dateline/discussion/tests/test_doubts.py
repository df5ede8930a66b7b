"""What screening lets pass but doubts is public, and stands in the queue until somebody has looked at it."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from dateline.discussion.actions import (
    edit,
    flag,
    miscounted,
    post_comment,
    record_comment,
    set_mode,
    set_status,
    withdraw,
)
from dateline.discussion.models import Comment, Mode, Status, Thread
from dateline.discussion.urgency import HOUR, urgency, urgency_of, weigh, weight_of
from dateline.discussion.writer import Writer
from dateline.screening import Reason, Submission, Verdict, screen

pytestmark = pytest.mark.django_db
CASS = Writer(device="c" * 64, name="Cass")
DOUBT = Reason("money-scam", "Work from home.", 0.5, "spam")
DOUBTFUL = "You can work from home and be as busy as here."
PLAIN = "The water is at the bridge."


def doubting(submission: Submission) -> Verdict:
    """Screen as always, and doubt just that much, whatever the checks of the day weigh."""
    others = tuple(reason for reason in screen(submission).reasons if reason.code != DOUBT.code)
    return Verdict((*others, DOUBT) if "from home" in submission.text else others)


@pytest.fixture(autouse=True)
def doubtful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who speaks of work from home is doubted."""
    for action in ("post", "edit"):
        monkeypatch.setattr(sys.modules[f"dateline.discussion.actions.{action}"], "screen_text", doubting)


@pytest.fixture
def doubted(flood: Page, now: datetime) -> Comment:
    """A comment that is published and should be looked at."""
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    return post_comment(page=flood, writer=CASS, text=DOUBTFUL, now=now)


def standing(comment: Comment) -> tuple[bool, bool, bool]:
    """Whether others read it, whether it waits for a moderator, and whether it is there where what waits is listed."""
    fresh = Comment.objects.get(pk=comment.pk)
    return fresh.is_published, fresh.waits, Comment.objects.waiting().with_id(fresh.pk).exists()


def test_what_is_doubted_is_public_and_waits_for_a_look(doubted: Comment, now: datetime):
    assert standing(doubted) == (True, True, True)
    assert doubted.urgency == urgency(0.5 * 4, 0, now) == weigh(doubted) - HOUR  # it counts itself by now
    assert not miscounted()


def test_a_moderator_who_leaves_it_settles_that_and_to_undo_brings_it_back(doubted: Comment):
    set_status(comment=doubted, status=Status.PUBLISHED)
    assert standing(doubted) == (True, False, False)
    set_status(comment=doubted, status=Status.PUBLISHED, settle_flags=False)
    assert standing(doubted) == (True, True, True)
    assert not miscounted()


def test_new_words_are_doubted_anew_or_no_more(doubted: Comment, now: datetime):
    edit(comment=doubted, writer=CASS, text=PLAIN, now=now)
    assert standing(doubted) == (True, False, False)
    later = now + timedelta(minutes=2)
    edit(comment=doubted, writer=CASS, text=DOUBTFUL, now=later)
    assert standing(doubted) == (True, True, True)
    assert Comment.objects.get().urgency == urgency(2, 1, later)
    edit(comment=doubted, writer=CASS, text=f"{DOUBTFUL} You idiot", now=later)
    assert standing(doubted) == (False, True, True)
    assert Comment.objects.get().doubted_at is None


def test_what_its_author_takes_back_is_looked_at_only_where_a_reader_reported_it(doubted: Comment, now: datetime):
    withdraw(comment=doubted, writer=CASS, now=now)
    assert standing(doubted) == (False, False, False)


def test_a_report_and_a_doubt_add_up_and_it_waits_since_the_earlier(doubted: Comment, now: datetime):
    flag(comment=doubted, writer=Writer(device="d" * 64), reason="abuse", now=now + timedelta(hours=2))
    assert Comment.objects.get().urgency == urgency((0.5 + 2) * 4, 1, now)


def test_an_archive_is_published_as_it_was(thread: Thread, now: datetime):
    verdict = doubting(Submission(DOUBTFUL, hold_first=False))
    assert verdict.is_flagged
    said: dict[str, Any] = {"author_name": "Peter", "text": DOUBTFUL, "created_at": now, "now": now}
    old = record_comment(thread=thread, verdict=verdict, source_key="1", **said)
    assert standing(old) == (True, False, False)
    set_status(comment=old, status=Status.REJECTED)
    set_status(comment=old, status=Status.PUBLISHED, settle_flags=False)
    assert standing(old) == (True, False, False)


def test_it_costs_no_question_more_than_what_is_not_doubted(flood: Page, doubted: Comment, now: datetime):
    counts = []
    both = "There are jobs {} too, as my cousin says to whoever will listen."
    for text in ("Good morning to all.", both.format("by the harbour"), both.format("here from home")):
        with CaptureQueriesContext(connection) as queries:
            post_comment(page=flood, writer=CASS, text=text, now=now)
        counts.append(len(queries))
    assert Comment.objects.waiting().count() == 2
    assert counts[1] == counts[2]


def test_an_alarm_moves_up_what_waits_and_holds_nothing(now: datetime):
    alarm = Reason("hate", "It sounds like contempt.", 0.0, "abuse", alarm=1.0)
    held = Reason("links", "A link.", 1.0, "spam")
    assert (Verdict((alarm,)).outcome, Verdict((alarm,)).is_flagged) == ("publish", False)
    assert urgency_of(Verdict((alarm,)), 0, now) is None
    assert urgency_of(Verdict((held, alarm)), 0, now) == urgency(2.0, 0, now) > urgency_of(Verdict((held,)), 0, now)
    assert weight_of(reason.as_dict() for reason in (held, alarm)) == 2.0
