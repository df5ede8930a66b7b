"""How many clean comments the models may hold is set as who may write is, and reaches screening with what is sent."""

from __future__ import annotations

import sys
from datetime import datetime

import pytest
from wagtail.models import Page

from dateline.discussion.actions import edit, post_comment, set_policy
from dateline.discussion.in_force import terms_of
from dateline.discussion.models import Clauses, Comment, Mode
from dateline.discussion.today import welcome_today
from dateline.discussion.writer import Writer
from dateline.people.models import Newsroom
from dateline.screening import Submission, Verdict, screen
from dateline.screening.verdict import HELD_ABUSE, HELD_SPAM

pytestmark = pytest.mark.django_db
CASS = Writer(device="c" * 64, name="Cass")
Asked = list[tuple[float, float, str]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """With what screening was asked."""
    seen: Asked = []

    def listen(submission: Submission) -> Verdict:
        seen.append((submission.held_spam, submission.held_abuse, submission.language))
        return screen(submission)

    for module, name in (("actions.post", "screen_text"), ("actions.edit", "screen_text"), ("today", "screen")):
        monkeypatch.setattr(sys.modules[f"dateline.discussion.{module}"], name, listen)
    return seen


def test_where_nothing_is_set_the_house_says_how_many(flood: Page, now: datetime):
    terms = terms_of(flood, now)
    assert (terms.held_spam, terms.held_abuse) == (HELD_SPAM, HELD_ABUSE)


def test_what_is_nearest_holds_each_by_itself_and_nought_is_off(flood: Page, now: datetime):
    set_policy(on=flood.get_parent(), clauses=Clauses(held_spam=0.5, held_abuse=20), now=now)
    set_policy(on=flood, clauses=Clauses(held_spam=0), now=now)
    terms = terms_of(flood, now)
    assert (terms.held_spam, terms.held_abuse) == (0, 20)


def test_what_is_sent_and_changed_and_looked_at_again_is_held_against_it(flood: Page, asked: Asked, now: datetime):
    Newsroom.objects.update_or_create(pk=1, defaults={"language": "de"})
    set_policy(on=flood, clauses=Clauses(mode=Mode.OPEN, held_spam=2, held_abuse=50), now=now)
    comment = post_comment(page=flood, writer=CASS, text="Good morning.", now=now)
    edit(comment=comment, writer=CASS, text="Good evening.", now=now)
    assert list(welcome_today(list(Comment.objects.select_related("thread", "account")), now)) == [comment]
    assert asked == [(2, 50, "de")] * 3
    set_policy(on=flood, clauses=Clauses(mode=Mode.OPEN, held_abuse=0), now=now)
    post_comment(page=flood, writer=CASS, text="And a good night.", now=now)
    assert asked[-1] == (HELD_SPAM, 0, "de")
