"""Marking what a transaction changes for readers, within that transaction."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from django.db import connection

from .models import Change

TAG = re.compile(r"[a-z]+(?::[\w-]+)?")
KEPT = timedelta(days=2)
INSERT = "INSERT INTO delivery_change (tags) VALUES (%s) RETURNING id"  # a tenth of the time that a model takes


def mark(*tags: str) -> int:
    """Say that everything which depends on ``tags`` is out of date once this transaction commits.

    A tag is a word, or a word and a key: ``thread:12``. Returns the number of the change: a page that reflects it is
    one made from that change or a later one. Call it in the transaction that changes the rows, as near its end as can
    be; a transaction that is rolled back has marked nothing. Raises ValueError for what is no tag.
    """
    for tag in tags:
        if not TAG.fullmatch(tag):
            raise ValueError(f"“{tag}” is no tag")
    with connection.cursor() as cursor:
        cursor.execute(INSERT, [" ".join(tags)])
        return int(cursor.fetchone()[0])


def forget_changes(*, now: datetime) -> int:
    """Forget changes older than ``KEPT``; returns how many. A store that stood still for longer begins anew."""
    return Change.objects.seen_by_all(now - KEPT).delete()[0]
