"""Threads of any length in little time: rows with their places and counts worked out beforehand, as if posted.

``dateline doctor`` finds nothing to mend in what is made here; a test sees to that.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction

from dateline.discussion.actions import thread_of
from dateline.discussion.markup import render
from dateline.discussion.models import Comment, Status, Thread
from dateline.discussion.paths import DEEPEST, ancestors_in, segment
from dateline.discussion.rows import insert_comments, insert_verdicts, moment, reserve_ids
from dateline.discussion.score import wilson
from dateline.discussion.urgency import urgency
from dateline.reports.models import ReportPage

from . import words

BATCH = 5_000
EACH = timedelta(seconds=7)  # between two comments
REPLIES = 0.6  # of the comments, as in lively threads
LATEST = 40  # comments, one of which a reply answers
TEXTS = 997
VOTES = 30
REASON: dict[str, Any] = {
    "code": "first-comment",
    "words": "The first comment of this author here.",
    "weight": 1.0,
    "kind": "policy",
    "spans": [],
}

Row = dict[str, Any]


def talk(page: ReportPage, comments: int, *, held: int, now: datetime, say: Callable[[int], None]) -> None:
    """Put ``comments`` published comments below ``page``, six in ten of them replies, and ``held`` that wait.

    ``say`` is told how many were stored, batch by batch.
    """
    thread = thread_of(page=page, now=now)
    chance = random.Random(page.slug)  # noqa: S311 (a story, not a secret; the same on any database)
    with transaction.atomic():
        rows = list(_talk(thread, comments, held, chance, now))
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            insert_comments(batch)
            waiting = [row for row in batch if row["status"] == Status.HELD]
            insert_verdicts([_verdict(row) for row in waiting], now)
            say(len(batch))
        Thread.objects.filter(pk=thread.pk).update(comment_count=thread.comment_count + comments)


def _talk(thread: Thread, comments: int, held: int, chance: random.Random, now: datetime) -> Iterator[Row]:
    texts = [words.comment(chance) for _ in range(TEXTS)]
    made: dict[int, Row] = {}
    latest: list[Row] = []
    number = comments + held
    for place, key in enumerate(reserve_ids(number)):
        is_reply = bool(latest) and chance.random() < REPLIES
        parent = chance.choice(latest) if is_reply else None
        if parent is not None and parent["depth"] >= DEEPEST:
            parent = None
        is_held = chance.random() * (number - place) < held
        held -= is_held
        row = _row(thread, key, parent, texts[place % TEXTS], chance, now - EACH * (number - place))
        if is_held:
            row["status"], row["shown"] = Status.HELD.value, False
            row["urgency"] = urgency(REASON["weight"], place, now - EACH * (number - place))
        else:
            _count(row, made)
            latest = [*latest[1 - LATEST :], row]
        made[key] = row
    yield from made.values()


def _row(thread: Thread, key: int, parent: Row | None, text: str, chance: random.Random, at: datetime) -> Row:
    up, down = chance.randrange(VOTES), chance.randrange(VOTES // 3)
    path = (parent["path"] if parent else "") + segment(key)
    return {
        "id": key,
        "thread_id": thread.pk,
        "parent_id": parent["id"] if parent else None,
        "root_id": parent["root_id"] if parent else key,
        "depth": parent["depth"] + 1 if parent else 0,
        "path": path,
        "status": Status.PUBLISHED.value,
        "shown": True,
        "author_name": words.name(chance),
        "device": f"{chance.getrandbits(256):064x}",
        "text": text,
        "html": render(text),
        "up": up,
        "down": down,
        "score": wilson(up, down),
        "reply_count": 0,
        "descendant_count": 0,
        "created_at": moment(at),
        "urgency": None,
    }


def _count(row: Row, made: dict[int, Row]) -> None:
    for above in ancestors_in(row["path"]):
        made[above]["descendant_count"] += 1
    if row["parent_id"]:
        made[row["parent_id"]]["reply_count"] += 1


def _verdict(row: Row) -> Row:
    return {"comment_id": row["id"], "outcome": "hold", "reasons": [REASON], "version": "bench"}


def settle() -> None:
    """Let the database look at what it has, as it does by itself after a while."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def comments_in_all() -> int:
    """How many comments there are."""
    return Comment.objects.count()
