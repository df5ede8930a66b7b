"""Following a discussion."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from dateline.discussion.limits import TooMuch
from dateline.discussion.models import Thread
from dateline.discussion.writer import Writer

from ..models import Arrival, Follow, Recipient
from .recipients import recipient_for

FOLLOWED = 200  # by one reader


@transaction.atomic
def follow(*, thread: Thread, writer: Writer, now: datetime) -> Follow:
    """Tell ``writer`` of what is written in ``thread`` from now on. Raises ``TooMuch``."""
    recipient = recipient_for(writer=writer, now=now)
    known = Follow.objects.filter(recipient=recipient, thread=thread).first()
    if known:
        return known
    if Follow.objects.filter(recipient=recipient).count() >= FOLLOWED:
        raise TooMuch(_("You follow as many discussions as one reader can. Leave some to follow others."))
    newest = Arrival.objects.aggregate(newest=Max("pk"))["newest"] or 0
    return Follow.objects.create(recipient=recipient, thread=thread, until=newest, seen=newest, made_at=now)


def unfollow(*, recipient: Recipient, thread_id: int) -> None:
    """Tell them no more of it. Doing it twice is doing it once."""
    Follow.objects.filter(recipient=recipient, thread_id=thread_id).delete()
