"""Restricting whoever wrote a comment, and taking that back."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from dateline.discussion.actions import lift, restrict
from dateline.discussion.models import Comment, Restraint
from dateline.people.models import User

from ..models import Measure
from .overtaken import Overtaken


@transaction.atomic
def restrain(
    *,
    comment: Comment,
    kind: Restraint,
    days: int | None,
    moderator: User,
    now: datetime,
    words: str = "",
    note: str = "",
) -> Measure:
    """Restrict the author of ``comment`` for ``days``, or for good without them, and keep who did it and why.

    ``words`` are for the author, ``note`` for moderators. Raises ``NotRestrictable``.
    """
    until = now + timedelta(days=days) if days else None
    restriction = restrict(author_of=comment, kind=kind, words=words, until=until, now=now)
    return Measure.objects.create(restriction=restriction, comment=comment, note=note, moderator=moderator, at=now)


@transaction.atomic
def take_back(*, measure: Measure, moderator: User, now: datetime, note: str = "") -> Measure:
    """Lift what ``measure`` placed. That is kept, too. Raises Overtaken where it was lifted already."""
    if not lift(restriction=measure.restriction, now=now):
        raise Overtaken(_("Somebody has lifted this meanwhile. Nothing was changed."))
    return Measure.objects.create(
        restriction=measure.restriction,
        comment=measure.comment,
        note=note,
        moderator=moderator,
        at=now,
        undoes=measure,
    )
