"""Mail addresses and network origins are kept for a while only."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from ..limits import CONTACT_KEPT
from ..models import Comment, Flag, Vote


@transaction.atomic
def forget_contacts(*, now: datetime) -> int:
    """Wipe what is older than ``CONTACT_KEPT``; returns on how many comments."""
    old = now - CONTACT_KEPT
    Vote.objects.filter(voted_at__lte=old).exclude(origin="").update(origin="")
    Flag.objects.filter(flagged_at__lte=old).exclude(origin="").update(origin="")
    return Comment.objects.contacts_expired(now).update(mail="", origin="", contact_expires_at=None)
