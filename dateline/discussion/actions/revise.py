"""A moderator changes what a comment says, and puts it back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from ..markup import render
from ..models import Comment, Edit
from .telling import tell_readers


class WordsGone(Exception):
    """What is asked for is not kept any more, or the words have changed since; trying again does not help."""


@transaction.atomic
def revise(*, comment: Comment, text: str, now: datetime) -> Comment:
    """Give ``comment`` the words ``text``. Its old ones are kept beside the author's edits, who sees that."""
    fresh = Comment.objects.select_for_update().get(pk=comment.pk)
    _keep(fresh, now)
    return _give(fresh, text, now)


@transaction.atomic
def unrevise(*, comment: Comment, at: datetime, now: datetime) -> Comment:
    """Give ``comment`` back exactly what it said until it was revised at ``at``, and the date of that.

    Raises WordsGone where those words are forgotten, or others stand there now.
    """
    fresh = Comment.objects.select_for_update().get(pk=comment.pk)
    before = Edit.objects.filter(comment=fresh, by_moderator=True, edited_at=at).first()
    if before is None or Edit.objects.filter(comment=fresh, pk__gt=before.pk).exists():
        raise WordsGone
    _keep(fresh, now)
    return _give(fresh, before.text, before.since)


def _keep(comment: Comment, now: datetime) -> None:
    Edit.objects.create(comment=comment, text=comment.text, since=comment.edited_at, edited_at=now, by_moderator=True)


def _give(comment: Comment, text: str, edited_at: datetime | None) -> Comment:
    comment.text, comment.html, comment.edited_at = text, render(text), edited_at
    comment.save(update_fields=["text", "html", "edited_at"])
    tell_readers([comment.thread.tag] if comment.is_published else [])
    return comment
