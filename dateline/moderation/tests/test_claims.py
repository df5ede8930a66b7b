"""Two moderators do not do the same work, and nothing keeps one from deciding who means to."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from dateline.discussion.actions import post_comment
from dateline.discussion.models import Comment
from dateline.discussion.writer import Writer
from dateline.moderation.actions import Claimed, Overtaken, claim, decide, decide_all, release, unlink
from dateline.moderation.actions.batch import Seen
from dateline.moderation.models import About, Action, Claim, Decision
from dateline.moderation.queue import queue_page
from dateline.people.models import User

pytestmark = pytest.mark.django_db


def test_who_claims_a_comment_has_it_for_ten_minutes(held: Comment, mo: User, ada: User, now: datetime):
    claim(comment=held, moderator=ada, now=now)
    with pytest.raises(Claimed, match="Ada has been looking at this comment since 09:30"):
        decide(comment=held, action=Action.APPROVE, moderator=mo, now=now + timedelta(minutes=9))
    decide(comment=held, action=Action.APPROVE, moderator=mo, now=now + timedelta(minutes=11))
    assert not Claim.objects.exists()


def test_ones_own_claim_is_in_nobodys_way_and_begins_anew(held: Comment, mo: User, now: datetime):
    first = claim(comment=held, moderator=mo, now=now)
    again = claim(comment=held, moderator=mo, now=now + timedelta(minutes=9))
    assert (again.pk, again.until) == (first.pk, now + timedelta(minutes=19))
    decide(comment=held, action=Action.REJECT, moderator=mo, now=now)


def test_only_who_has_seen_a_claim_decides_in_spite_of_it(held: Comment, mo: User, ada: User, now: datetime):
    seen = claim(comment=held, moderator=ada, now=now)
    release(comment=held, moderator=ada)
    newer = claim(comment=held, moderator=ada, now=now)
    with pytest.raises(Claimed) as refused:
        decide(comment=held, action=Action.SPAM, moderator=mo, now=now, claim=seen.pk)
    assert refused.value.claim == newer
    decide(comment=held, action=Action.SPAM, moderator=mo, now=now, claim=newer.pk)


def test_a_claim_is_taken_over_and_given_up(held: Comment, mo: User, ada: User, now: datetime):
    hers = claim(comment=held, moderator=ada, now=now)
    with pytest.raises(Claimed):
        claim(comment=held, moderator=mo, now=now)
    his = claim(comment=held, moderator=mo, now=now, over=hers.pk)
    assert Claim.objects.get() == his
    release(comment=held, moderator=ada)
    assert Claim.objects.get() == his
    release(comment=held, moderator=mo)
    assert not Claim.objects.exists()


def test_taking_a_link_out_minds_claims_too(held: Comment, mo: User, ada: User, now: datetime):
    claim(comment=held, moderator=ada, now=now)
    with pytest.raises(Claimed):
        unlink(comment=held, links=[0], moderator=mo, now=now)


def test_what_another_looks_at_is_left_alone_by_a_decision_about_many(
    held: Comment, flood: Page, mo: User, ada: User, now: datetime
):
    second = post_comment(page=flood, writer=Writer(device="b" * 64, name="Ben"), text="Good morning.", now=now)
    claim(comment=held, moderator=ada, now=now)
    claim(comment=second, moderator=mo, now=now)
    both = [Seen(comment.pk, "held") for comment in (held, second)]
    batch = decide_all(seen=both, action=Action.SPAM, about=About.COPIES, moderator=mo, now=now)
    assert (batch.number, batch.left) == (1, [held.pk])
    assert Claim.objects.get().comment == held
    with pytest.raises(Overtaken):
        decide_all(seen=both[:1], action=Action.SPAM, about=About.COPIES, moderator=mo, now=now)


def test_what_another_looks_at_sinks(held: Comment, flood: Page, mo: User, ada: User, now: datetime):
    second = post_comment(page=flood, writer=Writer(device="b" * 64, name="Ben"), text="Good morning.", now=now)
    claim(comment=held, moderator=ada, now=now)

    def order(moderator: User, at: datetime = now) -> list[Comment]:
        return [card.comment for card in queue_page(now=at, moderator=moderator).cards]

    assert order(mo) == [second, held]
    assert order(ada) == [held, second]
    assert order(mo, now + timedelta(minutes=11)) == [held, second]


def test_a_button_takes_a_comment_and_another_leaves_it(held: Comment, desk: Client):
    address = f"/moderation/comments/{held.pk}/"
    taken = desk.post(f"{address}claim/")
    assert taken["Location"] == address
    assert "You look at this" in desk.get(address).content.decode()
    assert desk.post(f"{address}release/")["Location"] == f"/moderation/#card-{held.pk}"
    assert not Claim.objects.exists()


def test_who_was_slower_is_told_and_can_decide_all_the_same(held: Comment, desk: Client, ada: User):
    other = claim(comment=held, moderator=ada, now=timezone.now())
    form = {"action": "approve", "expected": "held"}
    refused = desk.post(f"/moderation/comments/{held.pk}/decide/", form)
    html = refused.content.decode()
    assert refused.status_code == 409
    assert "Ada has been looking at this comment since" in html
    assert "looks at this." in html
    assert f'name="claim" value="{other.pk}"' in html
    assert desk.post(f"/moderation/comments/{held.pk}/decide/", {**form, "claim": other.pk}).status_code == 303
    assert Decision.objects.count() == 1


def test_the_script_claims_quietly(held: Comment, desk: Client, ada: User):
    assert desk.post(f"/moderation/comments/{held.pk}/claim/", {"quietly": "1"}).status_code == 204
    Claim.objects.all().delete()
    claim(comment=held, moderator=ada, now=timezone.now())
    refused = desk.post(f"/moderation/comments/{held.pk}/claim/", {"quietly": "1"})
    assert (refused.status_code, refused["Content-Type"]) == (409, "text/plain; charset=utf-8")
    assert "Ada has been looking" in refused.content.decode()


@pytest.mark.parametrize("claimed", ["x", "-1", "9" * 30])
def test_a_claim_that_is_none_is_refused(held: Comment, desk: Client, claimed: str):
    form = {"action": "approve", "expected": "held", "claim": claimed}
    assert desk.post(f"/moderation/comments/{held.pk}/decide/", form).status_code == 400
