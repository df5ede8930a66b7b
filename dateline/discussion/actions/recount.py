"""What must always be true of the discussion, asked of the rows. ``dateline doctor`` prints the answer.

Counters can be made anew from the comments, and are where it is asked for; where a comment stands is only told.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction

from ..models import Comment, Thread
from ..paths import segment
from ..score import wilson
from ..urgency import weigh

KEPT = ("reply_count", "descendant_count", "shown", "score", "urgency")


def miscounted(*, fix: bool = False) -> list[str]:
    """Return a sentence for each thread whose counters differ from a recount; with ``fix``, set them right."""
    found = []
    for thread in Thread.objects.order_by("pk").iterator():
        if _differing(thread):
            # Somebody may have written between two reads of ours: what counts is what the thread says while it is held.
            with transaction.atomic():
                held = Thread.objects.select_for_update().get(pk=thread.pk)
                differing = _differing(held, held=True)
                if fix:
                    _set_right(held, differing)
            found += [f"Thread {thread.pk}: {len(differing)} counters differ from a recount."] if differing else []
    return found


def misplaced() -> list[str]:
    """Return a sentence for each comment whose path, depth or root is not what its parent says."""
    return [
        f"Comment {comment.pk} does not stand below comment {comment.parent_id}."
        if comment.parent_id
        else f"Comment {comment.pk} does not stand where a comment on the page itself does."
        for comment in Comment.objects.without_words().select_related("parent").order_by("pk").iterator()
        if not _is_in_place(comment)
    ]


def _is_in_place(comment: Comment) -> bool:
    parent = comment.parent
    if parent is None:
        return (comment.path, comment.depth, comment.root_id) == (segment(comment.pk), 0, comment.pk)
    place = (parent.path + segment(comment.pk), parent.depth + 1, parent.root_id, parent.thread_id)
    return (comment.path, comment.depth, comment.root_id, comment.thread_id) == place


def _differing(thread: Thread, *, held: bool = False) -> list[Thread | Comment]:
    """Return what of a thread has other counters than a recount gives, with those set on it."""
    rows = Comment.objects.filter(thread=thread).without_words()
    comments = list(rows.select_for_update() if held else rows)
    differing: list[Thread | Comment] = list(_recounted(comments))
    published = sum(comment.is_published for comment in comments)
    if thread.comment_count != published:
        thread.comment_count = published
        differing.append(thread)
    return differing


def _recounted(comments: list[Comment]) -> Iterator[Comment]:
    """Count replies by who answers whom, the last first, so that a branch is summed before what it hangs from."""
    replies: dict[int, int] = {}
    below: dict[int, int] = {}
    for comment in sorted(comments, key=lambda one: one.depth, reverse=True):
        had = [getattr(comment, name) for name in KEPT]
        comment.reply_count, comment.descendant_count = replies.get(comment.pk, 0), below.get(comment.pk, 0)
        comment.shown = comment.is_published or comment.descendant_count > 0
        comment.score = wilson(comment.up, comment.down)
        if comment.waits != (comment.urgency is not None):
            comment.urgency = weigh(comment)
        if comment.parent_id:
            replies[comment.parent_id] = replies.get(comment.parent_id, 0) + comment.is_published
            below[comment.parent_id] = below.get(comment.parent_id, 0) + comment.descendant_count + comment.is_published
        if had != [getattr(comment, name) for name in KEPT]:
            yield comment


def _set_right(thread: Thread, differing: list[Thread | Comment]) -> None:
    """Write down what was counted."""
    Comment.objects.bulk_update([one for one in differing if isinstance(one, Comment)], KEPT, batch_size=500)
    if thread in differing:
        thread.save(update_fields=["comment_count"])


def adrift() -> list[str]:
    """Return a sentence for each thread whose page was deleted. That is no fault: its words are kept, unseen."""
    return [f"Thread {thread.pk} has lost its page; its comments are kept." for thread in Thread.objects.adrift()]
