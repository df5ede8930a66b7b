"""Putting into force what was learned. What it was learned from is moderation's to know."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b
from typing import Any

from django.db import transaction

from dateline.screening.learning import Learned as Model

from ..models import Learned
from .policy import new_edition


@transaction.atomic
def put_in_force(*, model: Model, decisions: Sequence[int], until: int, now: datetime) -> Learned:
    """Let comments be judged by ``model`` from the next one on; ``decisions`` are the numbers of what it was taught by.

    Of two who have learned at the same time, the one that has seen less changes nothing.
    """
    new_edition()  # one at a time from here on
    latest = Learned.objects.in_force().first()
    if latest and latest.until > until:
        return latest
    packed = model.to_bytes()
    Learned.objects.in_force().update(in_force=False, model=b"")
    reports: list[dict[str, Any]] = [report.as_dict() for report in model.report()]
    return Learned.objects.create(
        version=blake2b(packed, digest_size=12).hexdigest(),
        shipped=model.shipped,
        decisions=len(decisions),
        until=until,
        reports=reports,
        created_at=now,
        model=packed,
    )
