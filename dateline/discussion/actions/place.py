"""Putting comments where they belong in their threads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from ..grounds import Ground, Parent
from ..markup import render
from ..models import Comment, Status, Thread
from ..models.thread import tag_of
from ..paths import ancestors_in, segment
from ..rows import insert_comments, reserve_ids
from ..statements import listed, tell, tell_each
from .telling import tell_readers

THREADS = "UPDATE discussion_thread SET comment_count = comment_count + %s WHERE id = %s"
ABOVE = """
    UPDATE discussion_comment SET descendant_count = descendant_count + %s, reply_count = reply_count + %s WHERE id = %s
"""
STANDING = """
    UPDATE discussion_comment SET shown = (status = 'published' OR descendant_count > 0)
    WHERE id IN (SELECT CAST(asked.value AS bigint) FROM EACH(%s) AS asked)
        AND shown <> (status = 'published' OR descendant_count > 0)
"""


class Placed(NamedTuple):
    """Where a comment stands now. ``page_id`` is None below somebody else's page.

    ``change`` is the number of the change that pages must reflect to show it; 0 where it is not shown, or not known.
    """

    comment_id: int
    path: str
    thread_id: int
    page_id: int | None
    parent_id: int | None
    is_published: bool
    change: int = 0


def place(comment: Comment, parent: Comment | None) -> Comment:
    """Store ``comment`` below ``parent`` with its path, its HTML and, if it is published, everybody's counters.

    Call it inside a transaction. Raises TooDeep.
    """
    above = Parent(parent.pk, parent.path, parent.depth, parent.root_id or parent.pk, parent.status) if parent else None
    Ground(None, parent=above).check_depth()
    comment.parent = parent
    comment.depth = parent.depth + 1 if parent else 0
    comment.html = render(comment.text)
    comment.shown = comment.is_published
    comment.save(force_insert=True)
    comment.path = (parent.path if parent else "") + segment(comment.pk)
    comment.root_id = parent.root_id if parent else comment.pk
    comment.save(update_fields=["path", "root"])
    if comment.is_published:
        count([placed_as(comment)], +1)
        tell_readers([comment.thread.tag])
    return comment


def place_all(comments: Sequence[tuple[dict[str, Any], Ground]], *, now: datetime) -> list[Placed]:
    """Store new comments, each given by the columns of its row and its ground, and count those that are published.

    Call it inside a transaction.
    """
    threads = _threads_below({ground.page_id for _, ground in comments if ground.page_id and not ground.thread_id}, now)
    rows: list[dict[str, Any]] = []
    placed: list[Placed] = []
    for number, (columns, ground) in zip(reserve_ids(len(comments)), comments, strict=True):
        parent = ground.parent
        thread = ground.thread_id or threads[ground.page_id or 0]
        path = (parent.path if parent else "") + segment(number)
        published = columns["status"] == Status.PUBLISHED
        place = Placed(number, path, thread, ground.page_id, parent.comment_id if parent else None, published)
        placed.append(place)
        rows.append({**columns, **_place_columns(place, parent)})
    insert_comments(rows)
    published = [each for each in placed if each.is_published]
    count(published, +1)
    change = tell_readers(tag_of(each.page_id, each.thread_id) for each in published)
    return [each._replace(change=change) if each.is_published else each for each in placed]


def _place_columns(place: Placed, parent: Parent | None) -> dict[str, Any]:
    return {
        "id": place.comment_id,
        "thread_id": place.thread_id,
        "parent_id": place.parent_id,
        "root_id": parent.root_id if parent else place.comment_id,
        "depth": parent.depth + 1 if parent else 0,
        "path": place.path,
        "shown": place.is_published,
    }


def _threads_below(pages: Iterable[int], now: datetime) -> dict[int, int]:
    """Make the threads of pages where nobody has written yet."""
    return {page: Thread.objects.get_or_create(page_id=page, defaults={"created_at": now})[0].pk for page in pages}


def placed_as(comment: Comment) -> Placed:
    """Return where ``comment`` stands, without asking for its thread."""
    return Placed(comment.pk, comment.path, comment.thread_id, None, comment.parent_id, comment.is_published)


def count(comments: Sequence[Placed], step: int) -> None:
    """Add ``step`` for each of ``comments`` to its thread and to everything above it; keep what is shown in line."""
    threads = Counter(each.thread_id for each in comments)
    above = Counter(ancestor for each in comments for ancestor in ancestors_in(each.path))
    answered = Counter(each.parent_id for each in comments)
    tell_each(THREADS, [(step * times, thread) for thread, times in sorted(threads.items())])
    tell_each(ABOVE, [(step * times, step * answered[each], each) for each, times in sorted(above.items())])
    if above:
        keep_shown(above)


def keep_shown(comments: Iterable[int]) -> None:
    """See to it that a comment stands in its thread when it is published or holds up published replies."""
    tell(STANDING, listed(list(comments)))
