"""Showing and hiding. Who decided it and why is moderation's to keep."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction

from ..echoes import ends_of, file_published
from ..likeness import file_waiting, unfile
from ..models import Comment, Explanation, Flag, Standing, Status, Verdict
from ..urgency import weigh
from .place import count, keep_shown, placed_as
from .telling import tell_readers


def set_status(
    *, comment: Comment, status: Status, settle_flags: bool = True, since: datetime | None = None, words: str = ""
) -> Comment:
    """Give ``comment`` its new standing and keep all counters in the same transaction.

    ``settle_flags`` takes it off the list of reported comments; without it, all reports ever made count again, and so
    does what screening last doubted of what it let pass.
    ``words`` are for its author, and stand as long as this standing does. ``since`` is from when it waits, if it does
    and not from when it was written, edited or reported.
    """
    [fresh] = set_statuses({comment.pk: status}, settle_flags=settle_flags, since=since, words=words)
    return fresh


@transaction.atomic
def set_statuses(
    wanted: Mapping[int, Status], *, settle_flags: bool = True, since: datetime | None = None, words: str = ""
) -> list[Comment]:
    """Give each comment, by its id, the standing that is wanted for it, as ``set_status`` does, all at once.

    For some hundreds; whoever has more does it in turns.
    """
    fresh = list(
        Comment.objects.with_ids(wanted).select_for_update(of=("self",)).select_related("thread").order_by("id")
    )
    was_published = {comment.pk for comment in fresh if comment.is_published}
    flags = {} if settle_flags else Flag.objects.counted(wanted)
    doubts = {} if settle_flags else _doubts_about([each for each in fresh if wanted[each.pk] == Status.PUBLISHED])
    for comment in fresh:
        comment.status, comment.open_flags = wanted[comment.pk], flags.get(comment.pk, 0)
        comment.doubted_at = doubts.get(comment.pk)
    _store_standing(fresh)
    unfile(wanted)
    file_waiting((comment.pk, comment.text) for comment in fresh if comment.is_held)
    file_published((comment.pk, ends_of(comment.text)) for comment in fresh if comment.is_published)
    keep_shown(wanted)
    changed = [comment for comment in fresh if comment.is_published != (comment.pk in was_published)]
    for published, step in ((True, +1), (False, -1)):
        count([placed_as(comment) for comment in changed if comment.is_published == published], step)
    tell_readers(comment.thread.tag for comment in changed)
    _place_in_queue(fresh, since)
    _explain(fresh, words)
    return fresh


def _store_standing(comments: Collection[Comment]) -> None:
    """Write the standings, all that are the same at once, and note that they changed."""
    same: dict[tuple[str, int, datetime | None], list[int]] = {}
    for comment in comments:
        same.setdefault((comment.status, comment.open_flags, comment.doubted_at), []).append(comment.pk)
    for (status, flags, doubted), ids in same.items():
        Comment.objects.with_ids(ids).update(status=status, open_flags=flags, doubted_at=doubted)
    Standing.objects.bulk_create(Standing(comment=comment, status=comment.status) for comment in comments)


def _place_in_queue(comments: Collection[Comment], since: datetime | None) -> None:
    """Give those that wait their urgency, by the counters as they are now, and the others none."""
    rows = Comment.objects.with_ids([comment.pk for comment in comments])
    waiting = rows.with_ids([comment.pk for comment in comments if comment.waits])
    urgencies = {
        each.pk: weigh(each, since) for each in waiting.select_related("thread").prefetch_related("verdicts", "flags")
    }
    for comment in comments:
        comment.urgency = urgencies.get(comment.pk)
    rows.update(urgency=None)
    Comment.objects.bulk_update([comment for comment in comments if comment.waits], ["urgency"])


def _explain(comments: Collection[Comment], words: str) -> None:
    """What authors were told of the standing before holds no longer; ``words`` are of this one."""
    Explanation.objects.of_comments(comments).delete()
    if words:
        Explanation.objects.bulk_create(Explanation(comment=comment, words=words) for comment in comments)


def _doubts_about(comments: Collection[Comment]) -> dict[int, datetime]:
    """Since when screening doubts what it let pass; what came from an archive is not looked at for that."""
    here = [comment.pk for comment in comments if not comment.source_key]
    latest = Verdict.objects.latest_about(here) if here else {}
    return {number: verdict.screened_at for number, verdict in latest.items() if verdict.is_flagged}
