"""A badge goes when its reason has gone."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from ..models import Badge, Comment
from ..models.thread import tag_of
from .telling import tell_readers


@transaction.atomic
def take_badge(*, accounts: Collection[int], badge: Badge) -> int:
    """Take ``badge`` from everything that these accounts wrote; returns from how many comments."""
    theirs = Comment.objects.with_badge(badge).by_authors(set(accounts), set())
    threads = set(theirs.values_list("thread__page_id", "thread_id"))
    taken = theirs.update(badge=Badge.NONE)
    tell_readers(tag_of(*ids) for ids in threads)
    return taken
