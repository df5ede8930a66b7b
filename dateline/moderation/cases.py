"""What was decided against somebody, as they see it: why, until when they may appeal, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from django.urls import reverse

from dateline.discussion.models import Comment

from .appealing import WITHIN, ends_at, is_in_force, stands
from .links import appeal_link
from .models import Answer, Appeal, Decision, Measure

LATELY = timedelta(days=90)
MOST, ENOUGH = 2_000, 3  # answers: looked at; and from how many on an ordinary time can be told


@dataclass(frozen=True, slots=True)
class Case:
    """One decision or measure with its appeal and the answer, where there are any."""

    against: Decision | Measure
    appeal: Appeal | None
    is_in_force: bool
    may_appeal: bool

    @property
    def answer(self) -> Answer | None:
        """What another moderator answered."""
        return self.appeal.answer if self.appeal and self.appeal.is_answered else None

    @property
    def ends_at(self) -> datetime:
        """Until when its author may appeal."""
        return ends_at(self.against)

    @property
    def address(self) -> str:
        """Where they do."""
        name = "decision" if isinstance(self.against, Decision) else "measure"
        return reverse(f"moderation:appeal_{name}", args=[self.against.pk])

    @property
    def link(self) -> str:
        """Where they do without a cookie: from a frame on another site, whose reader we know by a form alone."""
        return appeal_link(self.against)


def case_of(against: Decision | Measure, now: datetime) -> Case:
    """Return the case of one decision or measure."""
    return _case(against, is_in_force(against, now), now)


def is_over(case: Case, now: datetime) -> bool:
    """Return whether nothing can come of a case any more, and nobody need read of it by a link."""
    last = case.answer.at + WITHIN if case.answer else case.ends_at
    return now >= last and not (case.appeal and not case.answer)


def cases_of_comments(comments: Sequence[Comment], now: datetime) -> dict[int, list[Case]]:
    """Return by comment what was decided against its author and can be, or was, appealed against. One query."""
    by_number = {comment.pk: comment for comment in comments}
    found: dict[int, list[Decision]] = {}
    for decision in Decision.objects.of_comments(by_number).select_related("appeal__answer"):
        decision.comment = by_number[decision.comment_id]
        found.setdefault(decision.comment_id, []).append(decision)
    return {number: list(_told(decisions, now)) for number, decisions in found.items()}


def _told(decisions: Sequence[Decision], now: datetime) -> Iterable[Case]:
    """Whatever was appealed against, and the last one where it stands."""
    for decision in decisions:
        case = _case(decision, decision is decisions[-1] and stands(decision), now)
        if case.appeal or case.may_appeal:
            yield case


def cases_of_person(whose: str, now: datetime) -> list[Case]:
    """Return what keeps the writer ``whose`` from writing, and what they appealed against lately. One query."""
    measures = Measure.objects.upon(whose).placed().select_related("restriction", "comment", "appeal__answer")
    cases = [_case(measure, is_in_force(measure, now), now) for measure in measures]
    return [case for case in cases if case.may_appeal or (case.appeal and now - case.appeal.at < LATELY)]


def _case(against: Decision | Measure, stands: bool, now: datetime) -> Case:
    appeal: Appeal | None = getattr(against, "appeal", None)
    return Case(against, appeal, stands, may_appeal=stands and appeal is None and now < ends_at(against))


def usual_time(now: datetime) -> timedelta | None:
    """Return the median time from an appeal to its answer, over those answered in the last 90 days.

    None where there are too few to speak of what is usual.
    """
    given = Answer.objects.since(now - LATELY).order_by("-at").values_list("appeal__at", "at")[:MOST]
    waited = [(answered - asked).total_seconds() for asked, answered in given]
    return timedelta(seconds=median(waited)) if len(waited) >= ENOUGH else None
