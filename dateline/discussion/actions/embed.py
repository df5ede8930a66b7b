"""Readers write below somebody else's page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from ..entry import Entry
from ..models import Thread
from ..places import Place
from .place import Placed
from .post import post_one


@transaction.atomic
def post_elsewhere(entry: Entry, *, place: Place, now: datetime) -> Placed:
    """Post one entry in the thread at ``place``, which is made now if nobody has written there; raises as ``post_one``.

    Where the entry is refused, no thread is made either.
    """
    known = {"url": place.address, "title": place.title, "created_at": now}
    thread, _made = Thread.objects.get_or_create(place=place.place, defaults=known)
    return post_one(replace(entry, thread_id=thread.pk), now=now)
