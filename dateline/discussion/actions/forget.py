"""Mail addresses, network origins, deleted words and what words are filed under are kept for a while only."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from ..echoes import KEPT
from ..limits import CONTACT_KEPT
from ..models import Comment, Echo, Edit, Explanation, Flag, Learned, Verdict, Vote

AT_ONCE = 500  # rows of what is filed; the clock comes again soon


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
        Explanation.objects.filter(comment__in=gone).delete()
        Verdict.objects.about(gone).forget_authors()
        if gone.update(text="", html="", author_name="", account=None, device=""):
            Learned.objects.something_is_gone()
        return comments.update(mail="", origin="", contact_expires_at=None)


def forget_echoes(*, now: datetime) -> int:
    """Forget under what comments were filed that were written before ``KEPT``; returns of how many.

    Rows lie in the order in which comments came in, so that those at the beginning tell whether there is anything.
    """
    oldest = Echo.objects.oldest_first().values_list("pk", "comment__created_at")
    if all(written > now - KEPT for _number, written in oldest[:1]):
        return 0
    old = [number for number, written in oldest[:AT_ONCE] if written <= now - KEPT]
    return Echo.objects.of_comments(old).delete()[0]
