"""Being on duty: first comments do not wait for the night to be over while somebody is."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from dateline.people.models import User

from ..models import Duty
from .policy import new_edition


@transaction.atomic
def begin_duty(*, moderator: User, until: datetime, now: datetime) -> Duty:
    """Note that ``moderator`` looks after the discussions until then, instead of what they said before."""
    end_duty(moderator=moderator, now=now)
    return Duty.objects.create(moderator=moderator, since=now, until=until)


@transaction.atomic
def end_duty(*, moderator: User, now: datetime) -> bool:
    """Note that ``moderator`` does so no more; returns False where they did not."""
    new_edition()
    return bool(Duty.objects.of(moderator).at(now).update(ended_at=now))
