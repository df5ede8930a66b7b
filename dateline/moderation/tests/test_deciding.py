"""A decision is carried out, kept for good, and taken back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from dateline.discussion.actions import edit, flag, set_status, withdraw
from dateline.discussion.models import Comment, Status, Thread
from dateline.discussion.writer import Writer
from dateline.moderation.actions import Overtaken, decide, undo
from dateline.moderation.models import Action, Decision
from dateline.people.models import User

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("action", "status"),
    [(Action.APPROVE, Status.PUBLISHED), (Action.REJECT, Status.REJECTED), (Action.SPAM, Status.SPAM)],
)
def test_each_verb_leads_to_its_standing_and_its_undo_back(
    held: Comment, mo: User, now: datetime, action: Action, status: Status
):
    decision = decide(comment=held, action=action, moderator=mo, now=now, note="seen")
    held.refresh_from_db()
    assert held.status == status
    assert (decision.previous_status, decision.new_status, decision.moderator) == ("held", status, mo)
    assert Thread.objects.get().comment_count == (status == Status.PUBLISHED)
    back = undo(decision=decision, moderator=mo, now=now)
    held.refresh_from_db()
    assert held.is_held
    assert (back.undoes, back.action) == (decision, Action.RESTORE)
    assert Thread.objects.get().comment_count == 0


def test_an_undo_can_be_undone(held: Comment, mo: User, now: datetime):
    first = decide(comment=held, action=Action.APPROVE, moderator=mo, now=now)
    undo(decision=undo(decision=first, moderator=mo, now=now), moderator=mo, now=now)
    held.refresh_from_db()
    assert held.is_published


def test_of_two_moderators_the_second_is_told_who_was_faster(held: Comment, mo: User, ada: User, now: datetime):
    decide(comment=held, action=Action.APPROVE, moderator=ada, now=now, expected="held")
    with pytest.raises(Overtaken, match="Ada has approved this comment meanwhile"):
        decide(comment=held, action=Action.SPAM, moderator=mo, now=now, expected="held")
    assert Decision.objects.count() == 1


def test_what_was_decided_again_is_not_undone_by_an_old_click(held: Comment, mo: User, ada: User, now: datetime):
    first = decide(comment=held, action=Action.APPROVE, moderator=mo, now=now)
    decide(comment=held, action=Action.REJECT, moderator=ada, now=now)
    with pytest.raises(Overtaken, match="Ada has rejected"):
        undo(decision=first, moderator=mo, now=now)
    held.refresh_from_db()
    assert held.status == Status.REJECTED


def test_nothing_is_undone_twice(held: Comment, mo: User, now: datetime):
    first = decide(comment=held, action=Action.APPROVE, moderator=mo, now=now)
    undo(decision=first, moderator=mo, now=now)
    with pytest.raises(Overtaken):
        undo(decision=first, moderator=mo, now=now)


def test_the_database_refuses_to_change_or_delete_a_decision(held: Comment, mo: User, now: datetime):
    decision = decide(comment=held, action=Action.APPROVE, moderator=mo, now=now)
    with pytest.raises(DatabaseError), transaction.atomic():
        Decision.objects.filter(pk=decision.pk).update(note="never said")
    with pytest.raises(DatabaseError), transaction.atomic():
        Decision.objects.filter(pk=decision.pk).delete()
    assert Decision.objects.get().note == ""


def test_leaving_a_reported_comment_settles_its_reports_and_undo_brings_them_back(
    held: Comment, mo: User, now: datetime
):
    set_status(comment=held, status=Status.PUBLISHED)
    flag(comment=held, writer=Writer(device="b" * 64), reason="spam", now=now)
    assert Comment.objects.waiting().count() == 1
    decision = decide(comment=held, action=Action.APPROVE, moderator=mo, now=now, expected="published")
    assert Comment.objects.waiting().count() == 0
    undo(decision=decision, moderator=mo, now=now)
    assert Comment.objects.waiting().count() == 1


def test_nobody_brings_back_what_its_author_has_deleted(held: Comment, mo: User, now: datetime):
    decision = decide(comment=held, action=Action.HOLD, moderator=mo, now=now)
    withdraw(comment=held, writer=Writer(device="c" * 64), now=now)
    for action in (Action.APPROVE, Action.REJECT, Action.SPAM, Action.HOLD):
        with pytest.raises(Overtaken, match="author has deleted"):
            decide(comment=held, action=action, moderator=mo, now=now, expected="deleted")
    with pytest.raises(Overtaken, match="author has deleted"):
        undo(decision=decision, moderator=mo, now=now)
    held.refresh_from_db()
    assert held.status == Status.DELETED


def test_what_was_reported_and_deleted_waits_until_somebody_has_looked(held: Comment, mo: User, now: datetime):
    flag(comment=held, writer=Writer(device="d" * 64), reason="abuse", now=now)
    withdraw(comment=held, writer=Writer(device="c" * 64), now=now)
    assert held in Comment.objects.waiting()
    noted = decide(comment=held, action=Action.NOTE, moderator=mo, now=now, expected="deleted")
    assert held not in Comment.objects.waiting()
    undo(decision=noted, moderator=mo, now=now)
    assert held in Comment.objects.waiting()


def test_a_note_is_taken_about_nothing_that_is_still_there(held: Comment, mo: User, now: datetime):
    with pytest.raises(Overtaken):
        decide(comment=held, action=Action.NOTE, moderator=mo, now=now)
    held.refresh_from_db()
    assert held.is_held


def test_words_that_nobody_has_looked_at_are_not_approved(held: Comment, mo: User, now: datetime):
    seen = held.edit_mark
    edit(comment=held, writer=Writer(device="c" * 64), text="Something else altogether.", now=now)
    with pytest.raises(Overtaken, match="has edited"):
        decide(comment=held, action=Action.APPROVE, moderator=mo, now=now, expected="held", edited=seen)
    held.refresh_from_db()
    assert held.is_held
    decide(comment=held, action=Action.APPROVE, moderator=mo, now=now, expected="held", edited=held.edit_mark)


def test_no_undo_publishes_words_that_nobody_has_read(held: Comment, mo: User, now: datetime):
    decide(comment=held, action=Action.APPROVE, moderator=mo, now=now)
    taken_off = decide(comment=held, action=Action.HOLD, moderator=mo, now=now)
    cass = Writer(device="c" * 64)
    edit(comment=held, writer=cass, text="Ask me how to earn.", now=now + timedelta(minutes=1))
    with pytest.raises(Overtaken, match="edited"):
        undo(decision=taken_off, moderator=mo, now=now + timedelta(minutes=2))
    held.refresh_from_db()
    assert held.is_held
