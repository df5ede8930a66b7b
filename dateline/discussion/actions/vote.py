"""A reader finds a comment good or not."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from .. import limits
from ..models import Comment, Vote
from ..restraints import check_barred
from ..score import wilson
from ..writer import Writer
from .telling import tell_readers


@transaction.atomic
def vote(*, comment: Comment, writer: Writer, value: int, now: datetime) -> Comment:
    """Count one voter's ``value`` (+1 or -1) once; the same again takes it back. Nobody votes for their own words.

    Raises ``limits.TooMuch`` and Barred.
    """
    fresh = Comment.objects.select_for_update().get(pk=comment.pk)
    if not fresh.is_published or writer.wrote(fresh):
        return fresh
    check_barred(writer.key, now)
    limits.check_vote(fresh, writer)
    known = Vote.objects.filter(comment=fresh, voter=writer.key).first()
    _count(fresh, known.value if known else 0, -1)
    if known and known.value == value:
        known.delete()
    else:
        origin = "" if writer.account else writer.origin
        change = {"value": value, "origin": origin, "voted_at": now}
        Vote.objects.update_or_create(comment=fresh, voter=writer.key, defaults=change)
        _count(fresh, value, +1)
    fresh.score = wilson(fresh.up, fresh.down)
    fresh.save(update_fields=["up", "down", "score"])
    tell_readers([fresh.thread.tag])
    return fresh


def _count(comment: Comment, value: int, step: int) -> None:
    """Add or take back one vote. Steps, not a recount: imported comments bring votes without voters."""
    if value > 0:
        comment.up += step
    elif value < 0:
        comment.down += step
