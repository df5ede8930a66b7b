"""What was told is forgotten after a while."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from dateline.discussion.models import Standing

from ..models import Arrival, Asking, Call, Hook, Notice, Recipient
from ..models.call import LOGGED
from .asking import A_MONTH

NOTICES = timedelta(days=90)
ARRIVALS = timedelta(days=30)
STANDINGS = timedelta(days=7)
CALLS = timedelta(days=30)  # made or not: a program that was switched off for long starts anew
UNCONFIRMED = timedelta(days=30)  # as long as any address that came with a comment


def forget(*, now: datetime) -> None:
    """Forget old notices, askings, calls, and guests of whom nothing is left. Runs by the clock: looks, then writes."""
    old = [
        Notice.objects.older_than(now - NOTICES),
        Standing.objects.older_than(now - STANDINGS),
        Arrival.objects.filter(at__lt=now - ARRIVALS),
        Asking.objects.filter(at__lt=now - A_MONTH),
        Call.objects.filter(made_at__lt=now - CALLS),
        Recipient.objects.idle(now - UNCONFIRMED),
    ]
    for rows in old:
        if rows.exists():
            with transaction.atomic():
                rows.delete()
    for hook in Hook.objects.all():
        _trim(hook)


def _trim(hook: Hook) -> None:
    """Keep the latest calls of one hook, and those that are still to be made."""
    edge = Call.objects.of(hook).values_list("pk", flat=True)[LOGGED : LOGGED + 1]
    for number in edge:
        Call.objects.of(hook).over().filter(pk__lte=number).delete()
