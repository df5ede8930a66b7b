"""Putting a comment where it belongs in its thread."""

from __future__ import annotations

from django.db.models import F, Q
from django.db.models.expressions import Case, Value, When
from django.utils.translation import gettext as _

from ..markup import render
from ..models import Comment, Status, Thread
from ..paths import DEEPEST, ancestors_in, segment


class TooDeep(Exception):
    """The branch is as deep as it may get; an answer higher up helps."""

    def __str__(self) -> str:
        return _("This branch is as deep as it can get. Answer a comment higher up, or start a new one.")


def place(comment: Comment, parent: Comment | None) -> Comment:
    """Store ``comment`` below ``parent`` with its path, its HTML and, if it is published, everybody's counters.

    Call it inside a transaction. Raises TooDeep.
    """
    if parent and parent.depth >= DEEPEST:
        raise TooDeep
    comment.parent = parent
    comment.depth = parent.depth + 1 if parent else 0
    comment.html = render(comment.text)
    comment.shown = comment.is_published
    comment.save(force_insert=True)
    comment.path = (parent.path if parent else "") + segment(comment.pk)
    comment.root_id = parent.root_id if parent else comment.pk
    comment.save(update_fields=["path", "root"])
    if comment.is_published:
        count(comment, +1)
    return comment


def count(comment: Comment, step: int) -> None:
    """Add ``step`` published comment to the thread and to everything above ``comment``; keep what is shown in line."""
    Thread.objects.filter(pk=comment.thread_id).update(comment_count=F("comment_count") + step)
    above = Comment.objects.filter(pk__in=ancestors_in(comment.path))
    above.update(descendant_count=F("descendant_count") + step)
    if comment.parent_id:
        Comment.objects.filter(pk=comment.parent_id).update(reply_count=F("reply_count") + step)
    above.update(shown=standing())


def standing() -> Case:
    """Whether a comment stands in the thread: published, or holding up published replies."""
    return Case(When(Q(status=Status.PUBLISHED) | Q(descendant_count__gt=0), then=Value(True)), default=Value(False))
