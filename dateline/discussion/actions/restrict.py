"""Restricting a writer, and lifting that. Who decided it and why is moderation's to keep."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from dateline.people.roles import is_staff_member

from ..models import Comment, Restraint, Restriction
from ..writer import key_of


class NotRestrictable(Exception):
    """There is nobody to restrict, or somebody who works here; trying again does not help."""


@transaction.atomic
def restrict(
    *, author_of: Comment, kind: Restraint, words: str = "", until: datetime | None = None, now: datetime
) -> Restriction:
    """Restrict whoever wrote ``author_of`` until a time, or for good where there is none.

    Raises NotRestrictable for an archive's authors, of whom nothing is known but a name, and for staff.
    """
    whose = key_of(author_of)
    if not whose or (author_of.account and is_staff_member(author_of.account)):
        raise NotRestrictable
    return Restriction.objects.create(whose=whose, kind=kind, words=words, since=now, until=until)


@transaction.atomic
def lift(*, restriction: Restriction, now: datetime) -> bool:
    """End ``restriction``; returns False where it was lifted already."""
    return bool(Restriction.objects.filter(pk=restriction.pk, lifted_at__isnull=True).update(lifted_at=now))
