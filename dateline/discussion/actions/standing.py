"""Showing and hiding. Who decided it and why is moderation's to keep."""

from __future__ import annotations

from django.db import transaction

from ..models import Comment, Flag, Status
from .place import count, keep_shown, placed_as
from .telling import tell_readers


@transaction.atomic
def set_status(*, comment: Comment, status: Status, settle_flags: bool = True) -> Comment:
    """Give ``comment`` its new standing and keep all counters in the same transaction.

    ``settle_flags`` takes it off the list of reported comments; without it, all reports ever made count again.
    """
    fresh = Comment.objects.select_for_update().get(pk=comment.pk)
    was, fresh.status = fresh.is_published, status
    fresh.open_flags = 0 if settle_flags else Flag.objects.filter(comment=fresh).count()
    fresh.save(update_fields=["status", "open_flags"])
    keep_shown([fresh.pk])
    if was != fresh.is_published:
        count([placed_as(fresh)], +1 if fresh.is_published else -1)
        tell_readers([fresh.thread.page_id])
    return fresh
