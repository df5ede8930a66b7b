"""Deciding about many comments at once, and taking that back at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from dateline.discussion.actions import set_statuses
from dateline.discussion.models import Comment, Status
from dateline.people.models import User

from ..models import About, Action, Batch, Claim, Decision, Sweep
from ..models.decision import LEADS_TO
from .overtaken import Overtaken, is_unread

MOST = 200  # comments that somebody decides about in one go: as many as a page shows
TURN = 500  # rows at a time where there may be thousands


class Seen(NamedTuple):
    """A comment as somebody had it before their eyes: its standing, and the ``Comment.edit_mark`` of its words."""

    comment_id: int
    expected: str
    edited: str = ""


class Step(NamedTuple):
    """What becomes of one comment; ``undoes`` is the decision that it takes back."""

    comment: Comment
    status: Status
    undoes: Decision | None = None


@transaction.atomic
def decide_all(
    *, seen: Sequence[Seen], action: Action, about: About, moderator: User, now: datetime, note: str = ""
) -> Batch:
    """Do ``action`` to each comment that is still as it was seen and that nobody else looks at just now.

    The others are left alone and named in the batch. Raises Overtaken where that would be all of them.
    """
    seen = list({each.comment_id: each for each in seen}.values())  # each once, whatever was sent
    fresh = _locked(each.comment_id for each in seen)
    for claim in Claim.objects.live(now).of_any(fresh).of_others(moderator):
        del fresh[claim.comment_id]
    steps = [Step(fresh[each.comment_id], LEADS_TO[action]) for each in seen if _is_as_seen(each, fresh)]
    if not steps:
        raise Overtaken(_("Somebody has decided about all of these meanwhile. Nothing was changed."))
    taken = {step.comment.pk for step in steps}
    Claim.objects.of_any(taken).delete()
    left = [each.comment_id for each in seen if each.comment_id not in taken]
    batch = Batch(action=action, about=about, left=left, note=note, moderator=moderator, at=now)
    return carry_out(batch, steps)


@transaction.atomic
def undo_all(*, batch: Batch, moderator: User, now: datetime, note: str = "", sweep: Sweep | None = None) -> Batch:
    """Give each comment of ``batch`` back the standing it had. That is a batch too, and can itself be taken back.

    What somebody changed since stays as it is and is named. Raises Overtaken where that is all, or where the batch was
    taken back already.
    """
    if Batch.objects.select_for_update().filter(pk=batch.pk, undone_by__isnull=False).exists():
        raise Overtaken(_("This was taken back already. Nothing was changed."))
    steps: list[Step] = []
    left: list[int] = []
    for decision, latest, comment in _with_latest(Decision.objects.of_batch(batch.pk)):
        if latest.pk == decision.pk and comment.status == decision.new_status and not is_unread(comment, decision):
            steps.append(Step(comment, Status(decision.previous_status), decision))
        else:
            left.append(comment.pk)
    if not steps:
        raise Overtaken(_("Somebody has decided about all of these again since. Nothing was changed."))
    said = {"action": Action.RESTORE, "about": batch.about, "note": note, "moderator": moderator}
    back = Batch(**said, left=left, at=now, undoes=batch, sweep=sweep)
    return carry_out(back, steps)


def carry_out(batch: Batch, steps: Sequence[Step]) -> Batch:
    """Store ``batch`` with a decision for each step, and give every comment its standing; the caller's transaction."""
    batch.number = len(steps)
    batch.save(force_insert=True)
    settles = batch.action not in {Action.RESTORE, Action.RELEASE}  # what nobody has looked at keeps its reports
    for start in range(0, len(steps), TURN):
        turn = steps[start : start + TURN]
        set_statuses({step.comment.pk: step.status for step in turn}, settle_flags=settles)
        Decision.objects.bulk_create(_decision(batch, step, place) for place, step in enumerate(turn, start + 1))
    return batch


def _decision(batch: Batch, step: Step, place: int) -> Decision:
    return Decision(
        comment=step.comment,
        action=batch.action,
        previous_status=step.comment.status,
        new_status=step.status,
        note=batch.note,
        moderator=batch.moderator,
        at=batch.at,
        undoes=step.undoes,
        batch=batch,
        place=place,
    )


def _locked(numbers: Iterable[int]) -> dict[int, Comment]:
    """Those of these comments that are there, kept from others until the transaction is over."""
    return {each.pk: each for each in Comment.objects.with_ids(set(numbers)).select_for_update().order_by("id")}


def _is_as_seen(seen: Seen, fresh: Mapping[int, Comment]) -> bool:
    comment = fresh.get(seen.comment_id)
    if comment is None or comment.is_withdrawn:
        return False
    return (comment.status, comment.edit_mark) == (seen.expected, seen.edited)


def _with_latest(decisions: Iterable[Decision]) -> Iterable[tuple[Decision, Decision, Comment]]:
    """Each decision with the newest one about its comment, and with the comment as it is."""
    wanted = list(decisions)
    for start in range(0, len(wanted), TURN):
        turn = wanted[start : start + TURN]
        comments = _locked(decision.comment_id for decision in turn)
        latest = Decision.objects.latest_about(comments)
        for decision in turn:
            yield decision, latest[decision.comment_id], comments[decision.comment_id]
