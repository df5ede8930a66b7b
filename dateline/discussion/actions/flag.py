"""A reader reports a comment."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from .. import limits
from ..models import Comment, Flag
from ..restraints import check_barred
from ..urgency import weigh
from ..writer import Writer


@transaction.atomic
def flag(*, comment: Comment, writer: Writer, reason: str, note: str = "", now: datetime) -> bool:
    """Ask a moderator to look; one reader counts once per reason. Returns whether this was new.

    Nothing is hidden by it. Raises ``limits.TooMuch`` and Barred.
    """
    check_barred(writer.key, now)
    limits.check_flag(writer, now)
    _flag, new = Flag.objects.get_or_create(
        comment=comment,
        voter=writer.key,
        reason=reason,
        defaults={"note": note, "origin": writer.origin, "flagged_at": now},
    )
    if new:
        fresh = Comment.objects.select_for_update().get(pk=comment.pk)
        fresh.open_flags += 1
        fresh.urgency = weigh(fresh)
        fresh.save(update_fields=["open_flags", "urgency"])
    return new
