"""What has happened, as rows: read by the clock, so that posting and deciding cost nothing for being told of."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from django.db import transaction
from django.db.models import Model

from dateline.discussion.models import Status
from dateline.discussion.models.comment import CommentQuerySet, writer_key
from dateline.lib.skeleton import skeleton

from .horizon import readable_until
from .models import Reading

CHUNK = 500  # rows in one transaction: others want to write, too
CHUNKS = 60  # in one turn of the clock


class Fresh(NamedTuple):
    """A comment that has just been posted, or has got another standing."""

    pk: int
    thread_id: int
    parent_id: int | None
    parent_account: int | None
    parent_device: str | None
    account_id: int | None
    device: str
    author_name: str
    status: str
    mail: str
    origin: str

    @property
    def whose(self) -> str:
        """Its author's ``Writer.key``."""
        return writer_key(self.account_id, self.device)

    @property
    def author_key(self) -> str:
        """Its author as ``Comment.author_key`` has it: whom readers mute."""
        return self.whose if self.account_id else f"{self.whose or 'name'}:{skeleton(self.author_name)}"

    @property
    def answered(self) -> str:
        """The ``Writer.key`` of whom it answers; empty for nobody, or somebody of whom nothing is known but a name."""
        return writer_key(self.parent_account, self.parent_device or "")

    @property
    def is_published(self) -> bool:
        """Whether others may read it."""
        return self.status == Status.PUBLISHED


def fresh_in(comments: CommentQuerySet) -> list[Fresh]:
    """Return ``comments``, which somebody posted, as far as that is needed to know who is told: one query."""
    columns = ("pk", "thread_id", "parent_id", "parent__account_id", "parent__device", *Fresh._fields[5:])
    return [Fresh._make(row) for row in comments.order_by("pk").values_list(*columns)]


def read_on(source: str, rows: type[Model], handle: Callable[[int, int], None]) -> None:
    """Give ``handle`` what is new of ``rows`` since the last turn, as (after, until) of their numbers, chunk by chunk.

    What ``handle`` does is done in one transaction with the note that it was, so it is done once.
    """
    reading, _made = Reading.objects.get_or_create(source=source)
    limit = readable_until(rows, reading)
    after = reading.until
    for _ in range(CHUNKS):
        if after >= limit:
            return
        until = min(limit, after + CHUNK)
        with transaction.atomic():
            handle(after, until)
            Reading.objects.filter(pk=reading.pk).update(until=until)
        after = until
