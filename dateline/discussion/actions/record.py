"""A comment that was written elsewhere or long ago comes in."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from dateline.people.models import User
from dateline.people.names import tidy_name
from dateline.screening import Verdict as Screened

from ..likeness import file_waiting
from ..models import Comment, Status, Thread, Verdict
from ..models.comment import NAME
from ..score import wilson
from ..urgency import weigh
from .place import place


@transaction.atomic
def record_comment(
    *,
    thread: Thread,
    author_name: str,
    text: str,
    created_at: datetime,
    now: datetime,
    parent: Comment | None = None,
    status: Status = Status.PUBLISHED,
    verdict: Screened | None = None,
    account: User | None = None,
    by_staff: bool = False,
    source_key: str = "",
    up: int = 0,
    down: int = 0,
) -> Comment:
    """Store a comment as it was: no limits, no mail, no screening of its own.

    ``source_key`` names it in its archive; the same key in the same thread is recorded once, and the comment already
    here is returned unchanged. ``verdict`` is kept when the importer asked screening.
    """
    known = Comment.objects.in_thread(thread).from_archive(source_key) if source_key else None
    if known:
        return known
    comment = place(
        Comment(
            thread=thread,
            status=status,
            author_name=tidy_name(author_name)[:NAME],
            account=account,
            by_staff=by_staff,
            text=text,
            created_at=created_at,
            source_key=source_key,
            up=up,
            down=down,
            score=wilson(up, down),
        ),
        parent,
    )
    if comment.is_held:
        file_waiting([(comment.pk, text)])
    if verdict:
        reasons = [reason.as_dict() for reason in verdict.reasons]
        Verdict.objects.create(
            comment=comment, outcome=verdict.outcome, reasons=reasons, version=verdict.version, screened_at=now
        )
    if comment.waits:
        comment.urgency = weigh(comment)
        comment.save(update_fields=["urgency"])
    return comment


@transaction.atomic
def weigh_archive(*, thread: Thread) -> None:
    """Weigh anew what waits in ``thread``, whose comments came one after the other: by all that it holds now.

    The rows are held, for what is decided meanwhile would come back into the queue.
    """
    waiting = list(Comment.objects.in_thread(thread).waiting().select_related("thread").select_for_update(of=("self",)))
    for comment in waiting:
        comment.urgency = weigh(comment)
    Comment.objects.bulk_update(waiting, ["urgency"], batch_size=500)
