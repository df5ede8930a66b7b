"""Saying that one looks at a comment, and that one does not any more."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from dateline.discussion.models import Comment
from dateline.people.models import User

from ..models import Claim
from .overtaken import look_again


@transaction.atomic
def claim(*, comment: Comment, moderator: User, now: datetime, over: int | None = None) -> Claim:
    """Say for ten minutes that ``moderator`` looks at ``comment``; one's own claim begins anew.

    ``over`` is the number of somebody else's claim that they have seen, to take it over. Raises Claimed.
    """
    look_again(comment=comment, moderator=moderator, now=now, expected=None, edited=None, claim=over)
    own = Claim.objects.of_comment(comment).by(moderator)
    if own.update(at=now):
        return own.get()
    Claim.objects.of_comment(comment).delete()
    return Claim.objects.create(comment=comment, moderator=moderator, at=now)


def release(*, comment: Comment, moderator: User) -> None:
    """Leave ``comment`` to the others; somebody else's claim stays."""
    Claim.objects.of_comment(comment).by(moderator).delete()
