"""What the discussions keep of one account or browser: handed over, and erased (GDPR, articles 15, 17 and 20).

Restrictions and what moderators decided stay: who was banned does not end that by asking to be forgotten. Nor does it
begin the limits anew: who wrote is kept beside erased words for as long as contacts are.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from ..beside import erase_beside, told_beside
from ..likeness import unfile
from ..limits import CONTACT_KEPT, COUNTED
from ..models import Badge, Comment, Edit, Explanation, Flag, Learned, Mute, Restriction, Status, Verdict, Visit, Vote
from ..models.comment import CommentQuerySet
from ..models.thread import tag_of
from ..reasons import SILENT, words_to_author
from ..score import wilson
from ..urgency import weigh
from ..writer import Writer
from .place import count, keep_shown, placed_as
from .telling import tell_readers

TOLD = ["pk", "status", "author_name", "mail", "origin", "text", "parent_id", "up", "down"]
BATCH = 200  # rows in one transaction: others want to write, too
HIDDEN_BY_IT = {Status.PUBLISHED, Status.HELD}


def own_sums(*, writer: Writer) -> dict[str, int]:
    """Return how much of each kind is kept of ``writer``."""
    kept = {
        "comments": own_comments(writer),
        "votes": Vote.objects.filter(voter=writer.key),
        "reports": Flag.objects.filter(voter=writer.key),
        "muted": Mute.objects.by_reader(writer.key),
        "visits": Visit.objects.filter(reader=writer.key),
    }
    return {name: rows.count() if writer.key else 0 for name, rows in kept.items()}


def own_data(*, writer: Writer) -> dict[str, list[dict[str, Any]]]:
    """Return what is known of ``writer``, as plain values with ISO 8601 times; nothing of anybody else.

    ``origin`` is what is kept of a network address for thirty days: a keyed hash. That a writer is silently held is a
    decision about the discussion, and not told here either.
    """
    if not writer.key:
        return {"comments": [], "votes": [], "reports": [], "muted": [], "visits": [], "restrictions": []}
    return {
        "comments": [
            _told(each)
            for each in own_comments(writer)
            .select_related("explanation")
            .prefetch_related("edits", "verdicts")
            .iterator(500)
        ],
        "votes": [
            {"comment": vote.comment_id, "value": vote.value, "at": vote.voted_at.isoformat()}
            for vote in Vote.objects.filter(voter=writer.key).order_by("pk")
        ],
        "reports": [
            {"comment": flag.comment_id, "reason": flag.reason, "note": flag.note, "at": flag.flagged_at.isoformat()}
            for flag in Flag.objects.filter(voter=writer.key).order_by("pk")
        ],
        "muted": [{"name": each.name, "at": each.at.isoformat()} for each in Mute.objects.by_reader(writer.key)],
        "visits": [
            {"thread": each.thread_id, "read_until": each.until, "at": each.at.isoformat()}
            for each in Visit.objects.filter(reader=writer.key).order_by("pk")
        ],
        "restrictions": [
            {"kind": each.kind, "reason": each.words, "since": each.since.isoformat()}
            for each in Restriction.objects.upon(writer.key).told().order_by("pk")
        ],
        **told_beside(writer),
    }


def own_comments(writer: Writer) -> CommentQuerySet:
    """Return the comments of ``writer`` that still have words."""
    return Comment.objects.by_author(writer.account_id, writer.device).with_words().order_by("pk")


def erase_own_data(*, writer: Writer, now: datetime) -> int:
    """Erase what is kept of ``writer``; what others answered stays. Returns how many comments lost their words.

    In batches, each a transaction: whatever is interrupted can be asked for again. A comment that anybody has reported
    is hidden at once; its words go when contacts do, so that nobody does away with what was complained of. Where a
    moderator has refused it already, they go at once, too.
    """
    if not writer.key:
        return 0
    erase_beside(writer, now)
    open_to_doubt = own_comments(writer).filter(status__in={*HIDDEN_BY_IT, Status.DELETED})
    reported = set(open_to_doubt.reported().values_list("pk", flat=True))
    waiting = own_comments(writer).filter(status__in=HIDDEN_BY_IT)
    while hidden := list(waiting.select_related("thread")[:BATCH]):
        _hide(hidden, now)
    erased = 0
    while numbers := list(own_comments(writer).exclude(pk__in=reported).values_list("pk", flat=True)[:BATCH]):
        _forget_words(numbers)
        erased += len(numbers)
    _forget_the_rest(writer)
    return erased


def leave_own_words(*, writer: Writer, name: str, now: datetime) -> int:
    """Let the words of ``writer`` stand under ``name``, which is nobody's, and erase the rest; returns how many stand.

    They cannot be laid beside one another any more. What waits for a moderator goes on waiting.
    """
    if not writer.key:
        return 0
    erase_beside(writer, now)
    left = 0
    while comments := list(own_comments(writer).select_related("thread")[:BATCH]):
        _part_with(comments, name)
        left += len(comments)
    _forget_the_rest(writer)
    return left


def _forget_the_rest(writer: Writer) -> None:
    """Forget all but words."""
    while votes := list(Vote.objects.filter(voter=writer.key).select_related("comment")[:BATCH]):
        _take_back(votes)
    Flag.objects.filter(voter=writer.key).update(voter=f"nobody:{secrets.token_hex(16)}", note="")
    Mute.objects.by_reader(writer.key).delete()
    Mute.objects.of_author(writer.key).delete()
    Visit.objects.filter(reader=writer.key).delete()


@transaction.atomic
def _hide(comments: Sequence[Comment], now: datetime) -> None:
    """Take comments out of readers' sight, with all counters."""
    rows = Comment.objects.with_ids([comment.pk for comment in comments])
    unfile([comment.pk for comment in comments])
    rows.update(status=Status.DELETED, mail="", contact_expires_at=now + CONTACT_KEPT, urgency=None)
    for reported in rows.flagged().select_related("thread"):
        rows.with_ids([reported.pk]).update(urgency=weigh(reported))
    rows.filter(created_at__lte=now - COUNTED).update(origin="")
    published = [comment for comment in comments if comment.is_published]
    keep_shown([comment.pk for comment in comments])
    count([placed_as(comment) for comment in published], -1)
    tell_readers([comment.thread.tag for comment in published])


@transaction.atomic
def _forget_words(numbers: Sequence[int]) -> None:
    Edit.objects.filter(comment__in=numbers).delete()
    Explanation.objects.filter(comment__in=numbers).delete()
    Verdict.objects.about(numbers).forget_authors()
    rows = Comment.objects.with_ids(numbers)
    rows.update(text="", html="", author_name="", mail="", badge=Badge.NONE)
    Learned.objects.something_is_gone()
    rows.filter(contact_expires_at__isnull=True).update(account=None, device="")


@transaction.atomic
def _part_with(comments: Sequence[Comment], name: str) -> None:
    """Take from comments whose they are. Where they were sent from is forgotten in its time, as everybody's is."""
    Edit.objects.filter(comment__in=comments).delete()
    numbers = [comment.pk for comment in comments]
    Verdict.objects.about(numbers).forget_authors()
    Learned.objects.something_is_gone()
    rows = Comment.objects.with_ids(numbers)
    rows.update(author_name=name, account=None, device="", mail="", badge=Badge.NONE)
    tell_readers({comment.thread.tag for comment in comments if comment.is_published})


@transaction.atomic
def _take_back(votes: Sequence[Vote]) -> None:
    """Uncount votes: kept without a voter, they could be cast again."""
    for vote in votes:
        side = "up" if vote.value > 0 else "down"
        Comment.objects.with_ids([vote.comment_id]).update(**{side: F(side) - 1})
        up, down = Comment.objects.values_list("up", "down").get(pk=vote.comment_id)
        Comment.objects.with_ids([vote.comment_id]).update(score=wilson(up, down))
    voted = Comment.objects.with_ids([vote.comment_id for vote in votes])
    tell_readers(tag_of(*ids) for ids in voted.values_list("thread__page", "thread"))
    Vote.objects.filter(pk__in=[vote.pk for vote in votes]).delete()


def _told(comment: Comment) -> dict[str, Any]:
    told = {name: getattr(comment, name) for name in TOLD}
    told["number"] = told.pop("pk")
    told["created_at"] = comment.created_at.isoformat()
    told["edited_at"] = comment.edited_at.isoformat() if comment.edited_at else None
    told["told"] = words_to_author(comment)
    told["before_edits"] = [{"text": edit.text, "until": edit.edited_at.isoformat()} for edit in comment.edits.all()]
    told["screening"] = [
        {
            "outcome": verdict.outcome,
            "reasons": [code for code in verdict.codes if code not in SILENT],
            "at": verdict.screened_at.isoformat(),
            "accepted": verdict.accepted,
            "seconds": verdict.seconds,
        }
        for verdict in comment.verdicts.all()
    ]
    return told
