"""Mail addresses, network origins and deleted words are kept for a while only."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from ..limits import CONTACT_KEPT
from ..models import Comment, Edit, Flag, Vote


def forget_contacts(*, now: datetime) -> int:
    """Wipe what is older than ``CONTACT_KEPT``; returns on how many comments.

    Runs by the clock every few seconds, so it looks (by index) before it takes the write lock.
    """
    old = now - CONTACT_KEPT
    votes = Vote.objects.filter(voted_at__lte=old).exclude(origin="")
    flags = Flag.objects.filter(flagged_at__lte=old).exclude(origin="")
    comments = Comment.objects.contacts_expired(now)
    if not (comments.exists() or votes.exists() or flags.exists()):
        return 0
    with transaction.atomic():
        votes.update(origin="")
        flags.update(origin="")
        gone = comments.withdrawn()
        Edit.objects.filter(comment__in=gone).delete()
        gone.update(text="", html="", author_name="", account=None, device="")
        return comments.update(mail="", origin="", contact_expires_at=None)
