"""A decision is appealed against once, answered by somebody else, and taken back or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from dateline.discussion.actions import post_comment
from dateline.discussion.limits import TooMuch
from dateline.discussion.models import Comment, Restraint, Restriction, Status
from dateline.discussion.writer import Writer
from dateline.moderation.actions import (
    NotAppealable,
    Overtaken,
    OwnDecision,
    answer,
    appeal,
    decide,
    restrain,
    undo,
)
from dateline.moderation.appealing import WITHIN
from dateline.moderation.cases import cases_of_comments, cases_of_person, usual_time
from dateline.moderation.limits import BY_ONE, FROM_ONE_PLACE
from dateline.moderation.models import Action, Answer, Appeal, Decision, Outcome
from dateline.people.models import User

from .conftest import person

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
PATIENT = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def rejected(held: Comment, mo: User, now: datetime) -> Decision:
    """Mo rejects what Cass wrote."""
    return decide(comment=held, action=Action.REJECT, moderator=mo, now=now)


@pytest.fixture
def appealed(rejected: Decision, now: datetime) -> Appeal:
    """Cass objects an hour later."""
    return appeal(against=rejected, words="It was irony.", now=now + HOUR)


def standing(comment: Comment) -> str:
    return Comment.objects.get(pk=comment.pk).status


def test_an_appeal_that_another_moderator_agrees_with_publishes_the_comment(
    appealed: Appeal, held: Comment, ada: User, now: datetime
):
    given = answer(appeal=appealed, outcome=Outcome.OVERTURNED, words="So it was.", moderator=ada, now=now + 2 * HOUR)
    assert standing(held) == Status.PUBLISHED
    assert appealed.decision is not None
    assert appealed.decision.undone_by.moderator == ada
    assert [each.action for each in Decision.objects.order_by("pk")] == ["reject", "restore", "approve"]
    assert (given.decided_by.username, given.moderator) == ("mo", ada)


def test_one_that_nobody_agrees_with_leaves_it_as_it_is(appealed: Appeal, held: Comment, ada: User, now: datetime):
    answer(appeal=appealed, outcome=Outcome.UPHELD, words="It offers money.", moderator=ada, now=now)
    assert standing(held) == Status.REJECTED
    assert Decision.objects.count() == 1
    assert not Appeal.objects.open().exists()


def test_what_was_published_before_is_published_again_by_the_undo_alone(
    held: Comment, mo: User, ada: User, now: datetime
):
    decide(comment=held, action=Action.APPROVE, moderator=ada, now=now)
    spam = decide(comment=held, action=Action.SPAM, moderator=mo, now=now)
    answer(
        appeal=appeal(against=spam, words="No.", now=now),
        outcome=Outcome.OVERTURNED,
        words="No.",
        moderator=ada,
        now=now,
    )
    assert standing(held) == Status.PUBLISHED
    assert Decision.objects.order_by("-pk")[0].action == Action.RESTORE


def test_nobody_answers_what_they_decided_not_even_a_superuser(
    appealed: Appeal, held: Comment, mo: User, ada: User, now: datetime
):
    User.objects.filter(pk=mo.pk).update(is_superuser=True)
    mo.refresh_from_db()
    with pytest.raises(OwnDecision, match="Another moderator answers it"):
        answer(appeal=appealed, outcome=Outcome.UPHELD, words="I was right.", moderator=mo, now=now)
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.create(appeal=appealed, outcome="upheld", words="-", moderator=mo, decided_by=mo, at=now)
    assert Appeal.objects.open().count() == 1


def test_a_moderator_does_not_answer_an_appeal_of_their_own(flood: Page, mo: User, ada: User, now: datetime):
    own = post_comment(page=flood, writer=Writer(account=ada, name="Ada"), text="You idiot", now=now)
    made = appeal(
        against=decide(comment=own, action=Action.REJECT, moderator=mo, now=now), words="It is a quote.", now=now
    )
    with pytest.raises(OwnDecision):
        answer(appeal=made, outcome=Outcome.OVERTURNED, words="Right you are.", moderator=ada, now=now)


def test_a_decision_is_appealed_against_once_and_for_thirty_days(
    appealed: Appeal, rejected: Decision, held: Comment, ada: User, now: datetime
):
    with pytest.raises(NotAppealable, match="already"):
        appeal(against=rejected, words="Again.", now=now + HOUR)
    with pytest.raises(IntegrityError), transaction.atomic():
        Appeal.objects.create(decision=rejected, comment=held, words="Again.", at=now)
    again = decide(comment=held, action=Action.SPAM, moderator=ada, now=now)
    with pytest.raises(NotAppealable, match="30 days"):
        appeal(against=again, words="Late.", now=now + WITHIN)
    assert appeal(against=again, words="Just in time.", now=now + WITHIN - HOUR)


def test_what_was_decided_anew_is_not_appealed_against_and_not_answered(
    appealed: Appeal, rejected: Decision, held: Comment, mo: User, ada: User, now: datetime
):
    undo(decision=rejected, moderator=mo, now=now)
    assert not Appeal.objects.open().exists()
    with pytest.raises(Overtaken, match="decided anew"):
        answer(appeal=appealed, outcome=Outcome.UPHELD, words="-", moderator=ada, now=now)
    for action in (Action.APPROVE, Action.HOLD):
        with pytest.raises(NotAppealable, match="no longer in force"):
            appeal(against=decide(comment=held, action=action, moderator=mo, now=now), words="Why?", now=now)


def test_of_two_moderators_the_second_is_told_who_was_faster(appealed: Appeal, ada: User, now: datetime):
    eve = person("Eve", "Moderator")
    answer(appeal=appealed, outcome=Outcome.UPHELD, words="It stands.", moderator=eve, now=now)
    with pytest.raises(Overtaken, match="Eve has answered"):
        answer(appeal=appealed, outcome=Outcome.OVERTURNED, words="It does not.", moderator=ada, now=now)
    assert Answer.objects.get().outcome == Outcome.UPHELD


def test_who_is_banned_appeals_against_that_and_writes_again(held: Comment, mo: User, ada: User, now: datetime):
    measure = restrain(comment=held, kind=Restraint.BANNED, days=None, moderator=mo, now=now)
    made = appeal(against=measure, words="It was my brother.", now=now)
    assert [each.pk for each in Appeal.objects.open()] == [made.pk]
    answer(appeal=made, outcome=Outcome.OVERTURNED, words="Good.", moderator=ada, now=now)
    assert not Restriction.objects.in_force(now).exists()
    assert not Appeal.objects.open().exists()


@pytest.mark.parametrize("kind", [Restraint.WARNED, Restraint.SHADOWED])
def test_a_warning_and_what_nobody_is_told_of_are_not_appealed_against(
    held: Comment, mo: User, now: datetime, kind: Restraint
):
    measure = restrain(comment=held, kind=kind, days=7, moderator=mo, now=now)
    with pytest.raises(NotAppealable):
        appeal(against=measure, words="Why?", now=now)
    assert cases_of_person(measure.restriction.whose, now) == []


def test_an_appeal_against_a_pause_is_answered_although_the_pause_is_over(
    held: Comment, mo: User, ada: User, now: datetime
):
    measure = restrain(comment=held, kind=Restraint.SUSPENDED, days=1, moderator=mo, now=now)
    made = appeal(against=measure, words="Why?", now=now)
    answer(appeal=made, outcome=Outcome.OVERTURNED, words="A slip.", moderator=ada, now=now + timedelta(days=3))
    assert measure.restriction.measures.count() == 2


def test_the_database_lets_words_be_forgotten_and_nothing_be_changed(appealed: Appeal, ada: User, now: datetime):
    given = answer(appeal=appealed, outcome=Outcome.UPHELD, words="It stands.", moderator=ada, now=now)
    for rows, change in (
        (Appeal.objects.filter(pk=appealed.pk), {"words": "I never said that."}),
        (Appeal.objects.filter(pk=appealed.pk), {"words": "", "at": now}),
        (Answer.objects.filter(pk=given.pk), {"outcome": "overturned"}),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**change)
        with pytest.raises(DatabaseError), transaction.atomic():
            rows._raw_delete(rows.db)
    assert Appeal.objects.filter(pk=appealed.pk).update(words="") == 1


def test_one_person_and_one_address_appeal_so_often_and_no_more(flood: Page, mo: User, now: datetime):
    @dataclass
    class Crowd:
        number: int = 0

        def rejected(self, device: str) -> Decision:
            self.number += 1
            at = now + self.number * HOUR  # nobody writes faster than that
            said = post_comment(
                page=flood, writer=Writer(device=device, name="Cass"), text=f"No. {self.number}", now=at
            )
            return decide(comment=said, action=Action.REJECT, moderator=mo, now=at)

    crowd, later = Crowd(), now + timedelta(days=4)
    for _ in range(BY_ONE):
        appeal(against=crowd.rejected("c" * 64), words="No.", now=later)
    with pytest.raises(TooMuch, match="tomorrow"):
        appeal(against=crowd.rejected("c" * 64), words="No.", now=later)
    for number in range(FROM_ONE_PLACE):
        appeal(against=crowd.rejected(f"{number:064}"), words="No.", origin="o" * 32, now=later)
    with pytest.raises(TooMuch, match="your address"):
        appeal(against=crowd.rejected("f" * 64), words="No.", origin="o" * 32, now=later)


def test_what_an_author_is_told_of_their_cases(
    appealed: Appeal, rejected: Decision, held: Comment, ada: User, now: datetime
):
    def told() -> list[tuple[bool, bool, bool]]:
        comment = Comment.objects.get(pk=held.pk)
        cases = cases_of_comments([comment], now + HOUR).get(comment.pk, [])
        return [(case.may_appeal, bool(case.appeal), bool(case.answer)) for case in cases]

    assert told() == [(False, True, False)]
    answer(appeal=appealed, outcome=Outcome.OVERTURNED, words="So it was.", moderator=ada, now=now)
    assert told() == [(False, True, True)]
    decide(comment=held, action=Action.SPAM, moderator=ada, now=now)
    assert told() == [(False, True, True), (True, False, False)]


def test_the_usual_time_to_an_answer_is_the_median_of_the_last_ninety_days(
    flood: Page, mo: User, ada: User, now: datetime
):
    assert usual_time(now) is None
    for hours in (1, 5, 48):
        said = post_comment(page=flood, writer=Writer(device=f"{hours:064}", name="Cass"), text=f"{hours}", now=now)
        made = appeal(against=decide(comment=said, action=Action.SPAM, moderator=mo, now=now), words="No.", now=now)
        answer(appeal=made, outcome=Outcome.UPHELD, words="Yes.", moderator=ada, now=now + hours * HOUR)
    assert usual_time(now + 48 * HOUR) == 5 * HOUR
    assert usual_time(now + timedelta(days=100)) is None


class World:
    """Two moderators and an author who do whatever they like with one comment; refusals are part of it."""

    def __init__(self, comment: Comment, mo: User, ada: User, now: datetime) -> None:
        self.comment, self.people, self.now = comment, [mo, ada], now

    def step(self, what: str, who: int, outcome: Outcome) -> None:
        self.now += HOUR
        try:
            with transaction.atomic():
                getattr(self, what)(self.people[who], outcome)
        except (NotAppealable, Overtaken, OwnDecision, TooMuch):
            pass

    def reject(self, who: User, _outcome: Outcome) -> None:
        decide(comment=self.comment, action=Action.REJECT, moderator=who, now=self.now)

    def approve(self, who: User, _outcome: Outcome) -> None:
        decide(comment=self.comment, action=Action.APPROVE, moderator=who, now=self.now)

    def undo(self, who: User, _outcome: Outcome) -> None:
        latest = Decision.objects.order_by("-pk").first()
        if latest:
            undo(decision=latest, moderator=who, now=self.now)

    def appeal(self, _who: User, _outcome: Outcome) -> None:
        latest = Decision.objects.select_related("comment").order_by("-pk").first()
        if latest:
            appeal(against=latest, words="No.", now=self.now)

    def answer(self, who: User, outcome: Outcome) -> None:
        made = Appeal.objects.order_by("-pk").first()
        if made:
            answer(appeal=made, outcome=outcome, words="So.", moderator=who, now=self.now)


STEPS = st.tuples(
    st.sampled_from(["reject", "approve", "undo", "appeal", "answer"]),
    st.integers(0, 1),
    st.sampled_from(list(Outcome)),
)


@PATIENT
@given(steps=st.lists(STEPS, max_size=14))
def test_whatever_is_done_in_whatever_order_an_appeal_keeps_its_rules(
    held: Comment, mo: User, ada: User, now: datetime, steps: list[Any]
):
    with transaction.atomic():
        world = World(held, mo, ada, now)
        for step in steps:
            world.step(*step)
            holds_true(held)
        transaction.set_rollback(True)


def holds_true(comment: Comment) -> None:
    """What is so at every moment."""
    latest = Decision.objects.order_by("-pk").first()
    is_open = Appeal.objects.open()
    assert is_open.count() <= 1
    for made in is_open:
        assert (made.decision, made.is_answered) == (latest, False)
        assert standing(comment) in {Status.REJECTED, Status.SPAM}
    for reply in Answer.objects.select_related("appeal__decision"):
        against = reply.appeal.decision
        assert against
        assert reply.moderator_id != against.moderator_id == reply.decided_by_id
        assert reply.is_overturned <= against.is_undone
    if latest:
        assert standing(comment) == latest.new_status
