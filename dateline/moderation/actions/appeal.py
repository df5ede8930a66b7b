"""Objecting to a decision, and answering that: by somebody other than who decided."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dateline.discussion.models import Comment
from dateline.people.models import User

from ..appealing import may_answer, refusal_of
from ..limits import check_person, check_place
from ..models import Action, Answer, Appeal, Decision, Measure, Outcome
from .decide import decide, undo
from .overtaken import Overtaken
from .restrain import take_back


class NotAppealable(Exception):
    """Nobody can appeal against this, or not again; trying again does not help. Its words are for the author."""


class OwnDecision(Exception):
    """Another moderator has to answer; trying again does not help. Its words are for the moderator."""


@transaction.atomic
def appeal(*, against: Decision | Measure, words: str, origin: str = "", now: datetime) -> Appeal:
    """Ask that another moderator looks at ``against``; that it is its author who asks is the caller's to know.

    The comment is locked as decisions lock it, so that nothing is appealed against while it is taken back. ``origin``
    is a ``sender_key``. Raises NotAppealable and ``TooMuch``; whoever is banned may appeal as everybody else.
    """
    comment = Comment.objects.select_for_update().get(pk=against.comment_id)
    against.comment = comment
    refusal = refusal_of(against, now)
    if refusal:
        raise NotAppealable(refusal)
    check_person(comment, now)
    check_place(origin)
    decision = against if isinstance(against, Decision) else None
    measure = against if isinstance(against, Measure) else None
    return Appeal.objects.create(decision=decision, measure=measure, comment=comment, words=words, at=now)


@transaction.atomic
def answer(*, appeal: Appeal, outcome: Outcome, words: str, moderator: User, now: datetime) -> Answer:
    """Say what becomes of ``appeal``; what is overturned is taken back by the verbs that everybody takes back with.

    ``words`` are for the author. Raises OwnDecision, and Overtaken where it was answered or decided anew meanwhile.
    """
    Comment.objects.select_for_update().get(pk=appeal.comment_id)  # as decisions do: one of two is first
    fresh = Appeal.objects.with_all().get(pk=appeal.pk)
    if not may_answer(fresh, moderator):
        raise OwnDecision(_("You decided or wrote what this appeal is about. Another moderator answers it."))
    if fresh.is_answered:
        raise Overtaken(
            _("%(who)s has answered this appeal meanwhile. Nothing was changed.")
            % {"who": fresh.answer.moderator.public_name}
        )
    if not Appeal.objects.open().filter(pk=fresh.pk).exists():
        raise Overtaken(_("What this appeal is about was decided anew meanwhile. Nothing was changed."))
    against = fresh.against
    given = Answer.objects.create(
        appeal=fresh, outcome=outcome, words=words, moderator=moderator, decided_by=against.moderator, at=now
    )
    if outcome == Outcome.OVERTURNED:
        _overturn(against, moderator, now)
    return given


def _overturn(against: Decision | Measure, moderator: User, now: datetime) -> None:
    """Undo it. A comment that only waited before is published: whoever answers has read it, and nobody else need."""
    note = _("After an appeal")
    if isinstance(against, Measure):
        take_back(measure=against, moderator=moderator, note=note, now=now)
        return
    back = undo(decision=against, moderator=moderator, note=note, now=now)
    comment = Comment.objects.get(pk=back.comment_id)
    if not comment.is_published:
        decide(comment=comment, action=Action.APPROVE, moderator=moderator, note=note, now=now)
