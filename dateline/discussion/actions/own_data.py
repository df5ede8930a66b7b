"""All that is kept here of one account or browser: handed over, and erased (GDPR, articles 15, 17 and 20)."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any

from django.db import transaction

from ..limits import CONTACT_KEPT
from ..models import Comment, Flag, Mute, Status, Visit, Vote
from ..writer import Writer
from .standing import set_status
from .telling import tell_readers

TOLD = ["pk", "status", "author_name", "mail", "created_at", "edited_at", "text", "parent_id", "up", "down"]


def own_data(*, writer: Writer) -> dict[str, list[dict[str, Any]]]:
    """Return what is known of ``writer``, as plain values with ISO 8601 times; nothing of anybody else."""
    if not writer.key:
        return {"comments": [], "votes": [], "reports": [], "muted": [], "visits": []}
    return {
        "comments": [_comment(each) for each in _comments(writer).prefetch_related("edits", "verdicts").iterator(500)],
        "votes": [
            {"comment": vote.comment_id, "value": vote.value, "at": vote.voted_at.isoformat()}
            for vote in Vote.objects.filter(voter=writer.key).order_by("pk")
        ],
        "reports": [
            {"comment": flag.comment_id, "reason": flag.reason, "note": flag.note, "at": flag.flagged_at.isoformat()}
            for flag in Flag.objects.filter(voter=writer.key).order_by("pk")
        ],
        "muted": [{"name": each.name, "at": each.at.isoformat()} for each in Mute.objects.filter(reader=writer.key)],
        "visits": [
            {"thread": each.thread_id, "read_until": each.until, "at": each.at.isoformat()}
            for each in Visit.objects.filter(reader=writer.key).order_by("pk")
        ],
    }


@transaction.atomic
def erase_own_data(*, writer: Writer, now: datetime) -> int:
    """Erase what is kept of ``writer``; what others answered stays, and so do the sums of votes. Returns the comments.

    A comment that somebody has reported and nobody has decided about is an open case: it is hidden at once, and its
    words are forgotten when contacts are.
    """
    if not writer.key:
        return 0
    comments = list(_comments(writer).select_related("thread").select_for_update(of=("self",)))
    for comment in comments:
        _erase(comment, now)
    tell_readers({comment.thread.page_id for comment in comments})
    nobody = f"nobody:{secrets.token_hex(16)}"  # one for all of these: who voted twice must not count as two
    Vote.objects.filter(voter=writer.key).update(voter=nobody, origin="")
    Flag.objects.filter(voter=writer.key).update(voter=nobody, origin="", note="")
    Mute.objects.filter(reader=writer.key).delete()
    Visit.objects.filter(reader=writer.key).delete()
    return len(comments)


def _comments(writer: Writer) -> Any:
    return Comment.objects.by_author(writer.account_id, writer.device).order_by("pk")


def _erase(comment: Comment, now: datetime) -> None:
    is_open_case = comment.open_flags > 0
    if comment.status in {Status.PUBLISHED, Status.HELD}:
        comment = set_status(comment=comment, status=Status.DELETED, settle_flags=not is_open_case)
    comment.account, comment.device, comment.contact_expires_at = None, "", now + CONTACT_KEPT
    if not is_open_case:
        comment.edits.all().delete()
        comment.text = comment.html = comment.author_name = comment.mail = comment.origin = ""
        comment.contact_expires_at = None
    comment.save()


def _comment(comment: Comment) -> dict[str, Any]:
    told = {name: getattr(comment, name) for name in TOLD}
    told["number"] = told.pop("pk")
    told["created_at"] = comment.created_at.isoformat()
    told["edited_at"] = comment.edited_at.isoformat() if comment.edited_at else None
    told["before_edits"] = [{"text": edit.text, "until": edit.edited_at.isoformat()} for edit in comment.edits.all()]
    told["screening"] = [
        {"outcome": verdict.outcome, "reasons": verdict.codes, "at": verdict.screened_at.isoformat()}
        for verdict in comment.verdicts.all()
    ]
    return told
