"""Noting how far somebody has read."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max

from ..models import Comment, Thread, Visit
from ..writer import Writer

SAME_VISIT = timedelta(minutes=30)  # turning pages and coming back from a reply is one visit
KEPT = timedelta(days=180)


@transaction.atomic
def visit(*, thread: Thread, writer: Writer, now: datetime, begin: bool = True) -> Visit | None:
    """Note that ``writer`` reads ``thread`` now; what is new to them are comments beyond ``before``.

    Without ``begin``, only for who has a note already; None for others.

    On the first visit nothing is new: everything would be.
    """
    if not begin and not Visit.objects.filter(thread=thread, reader=writer.key).exists():
        return None
    newest = Comment.objects.filter(thread=thread).aggregate(newest=Max("pk"))["newest"] or 0
    known, is_first = Visit.objects.select_for_update().get_or_create(
        thread=thread, reader=writer.key, defaults={"before": newest, "until": newest, "at": now}
    )
    if is_first:
        return known
    if now - known.at > SAME_VISIT:
        known.before = known.until
    known.until, known.at = newest, now
    known.save(update_fields=["before", "until", "at"])
    return known


def forget_visits(*, now: datetime) -> int:
    """Forget visits of long ago; runs by the clock, and returns how many were."""
    old = Visit.objects.filter(at__lte=now - KEPT)
    return old.delete()[0] if old.exists() else 0
