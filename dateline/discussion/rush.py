"""Whether more strangers write at once than can be good. Counted from rows, so by all processes together."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings

from .authors import Known
from .models import Comment, Verdict
from .writer import Writer

MINUTE = timedelta(minutes=1)
WHILE = timedelta(minutes=10)
SPAM = 30  # comments that screening took for spam, of the last ``WHILE``
KEPT = timedelta(seconds=5)  # for as long a process believes what it has counted


class _Last:
    """What this process last counted, and when."""

    at: datetime | None = None
    answer = False


def is_stranger(writer: Writer, known: Known) -> bool:
    """Return whether ``writer`` is a guest of whom nothing was accepted yet: in a rush these have to bring a proof."""
    return not writer.account and not known.accepted


def is_rush(now: datetime) -> bool:
    """Return whether guests write more than the newsroom has set, or much of what comes is spam."""
    if not settings.DISCUSSION_RUSH:
        return False
    if _Last.at is None or not timedelta(0) < now - _Last.at < KEPT:
        _Last.answer = _count(now)
        _Last.at = now
    return _Last.answer


def _count(now: datetime) -> bool:
    most = settings.DISCUSSION_RUSH
    guests = Comment.objects.written_between(now - MINUTE, now + MINUTE).by_guests()
    return len(guests.values_list("pk")[:most]) >= most or Verdict.objects.took_for_spam(now - WHILE, SPAM) >= SPAM
