"""Authors are told why, in words that the newsroom chose."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from dateline.discussion.actions import own_data, withdraw
from dateline.discussion.models import Comment, Explanation
from dateline.discussion.reasons import words_to_author
from dateline.discussion.writer import Writer
from dateline.moderation.actions import decide, undo
from dateline.moderation.models import Action, CannedReason, Decision
from dateline.moderation.models.reason import reasons, usual_reasons
from dateline.people.models import User

pytestmark = pytest.mark.django_db
CASS = Writer(device="c" * 64, name="Cass")


def said(comment: Comment) -> str:
    """What the author reads now."""
    return words_to_author(Comment.objects.get(pk=comment.pk))


def test_a_reason_is_chosen_kept_and_told(held: Comment, desk: Client):
    form = {"action": "reject", "expected": "held", "reason": "Advertising", "words": "Write to our desk for that."}
    assert desk.post(f"/moderation/comments/{held.pk}/decide/", form).status_code == 303
    decision = Decision.objects.get()
    assert decision.reason == "Advertising"
    assert decision.told == "It advertises something. Write to our desk for that."
    assert said(held) == decision.told
    assert decision.told in desk.get("/moderation/history/").content.decode()
    assert own_data(writer=CASS)["comments"][0]["told"] == decision.told


def test_the_newsrooms_own_reasons_take_the_place_of_the_usual_ones(held: Comment, desk: Client):
    assert reasons() == usual_reasons()
    CannedReason.objects.create(label="<b>Shouts</b>", words="It shouts.", place=2)
    CannedReason.objects.create(label="Rumour", words="Nobody else says so.", place=1)
    assert [reason.label for reason in reasons()] == ["Rumour", "<b>Shouts</b>"]
    html = desk.get("/moderation/").content.decode()
    assert '<option value="&lt;b&gt;Shouts&lt;/b&gt;">' in html
    assert "Advertising" not in html


def test_a_reason_that_nobody_has_is_none(held: Comment, desk: Client):
    form = {"action": "reject", "expected": "held", "reason": "Because"}
    assert desk.post(f"/moderation/comments/{held.pk}/decide/", form).status_code == 303
    assert (Decision.objects.get().reason, said(held)) == ("", "")


def test_what_the_author_is_told_goes_and_comes_with_the_decision(held: Comment, mo: User, now: datetime):
    decide(comment=held, action=Action.REJECT, moderator=mo, now=now, reason="Rumour", told="Who says so?")
    second = decide(comment=held, action=Action.SPAM, moderator=mo, now=now)
    assert said(held) == ""
    undo(decision=second, moderator=mo, now=now)
    assert said(held) == "Who says so?"


def test_undoing_a_reason_takes_it_from_the_author_and_undoing_that_gives_it_back(
    held: Comment, mo: User, now: datetime
):
    first = decide(comment=held, action=Action.REJECT, moderator=mo, now=now, told="Who says so?")
    back = undo(decision=first, moderator=mo, now=now)
    assert said(held) == ""
    undo(decision=back, moderator=mo, now=now)
    assert said(held) == "Who says so?"


def test_what_an_author_deletes_is_explained_no_more(held: Comment, mo: User, now: datetime):
    decide(comment=held, action=Action.HOLD, moderator=mo, now=now, told="We are asking the county.")
    withdraw(comment=held, writer=CASS, now=now)
    assert not Explanation.objects.exists()


def test_the_longest_words_fit(held: Comment, desk: Client):
    CannedReason.objects.create(label="L" * 40, words="w" * 300)
    form = {"action": "reject", "expected": "held", "reason": "L" * 40, "words": "m" * 300}
    assert desk.post(f"/moderation/comments/{held.pk}/decide/", form).status_code == 303
    assert len(said(held)) == 601


def test_moderators_and_editors_word_the_reasons(desk: Client):
    html = desk.get(reverse("wagtailsnippets_moderation_cannedreason:add")).content.decode()
    assert "What the author reads" in html
    form = {"label": "Rumour", "words": "Nobody else says so.", "place": "1"}
    assert desk.post(reverse("wagtailsnippets_moderation_cannedreason:add"), form).status_code == 302
    assert [reason.label for reason in reasons()] == ["Rumour"]
