"""A thread as one reader sees it: what is new to them, and without those whom they have muted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .models import Comment, Mute, Thread
from .writer import Writer

LATEST = 2_000  # comments by muted authors; a thread from an archive may hold any number


@dataclass(frozen=True, slots=True)
class Yours:
    """Numbers of comments: ``fresh`` since the last visit, ``muted`` by somebody this reader does not want to read."""

    fresh: frozenset[int] = frozenset()
    muted: frozenset[int] = frozenset()


def muted_in(thread: Thread, reader: Writer, numbers: Iterable[int] | None = None) -> frozenset[int]:
    """Return which comments of ``thread`` (of ``numbers``, where given) are by authors that ``reader`` has muted."""
    if not reader.key:
        return frozenset()
    authors = set(Mute.objects.filter(reader=reader.key).values_list("author", flat=True))
    if not authors:
        return frozenset()
    comments = Comment.objects.filter(thread=thread).published()
    if numbers is not None:
        comments = comments.with_ids(list(numbers))
    named = comments.by_keys(authors).only("pk", "account_id", "device", "author_name").order_by("-pk")[:LATEST]
    return frozenset(comment.pk for comment in named if comment.author_key in authors)
