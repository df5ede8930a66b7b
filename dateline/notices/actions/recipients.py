"""Finding who is told, and making a row of those who have none."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from dateline.discussion.writer import Writer
from dateline.people.proof import verified_among

from ..models import Recipient


def recipients_of(keys: Collection[str], *, now: datetime) -> dict[str, Recipient]:
    """Return by ``Writer.key`` who of these is told: verified accounts in any case, guests who have asked for it."""
    found = {each.whose: each for each in Recipient.objects.among(keys)}
    missing = {int(key.removeprefix("account:")) for key in keys if key.startswith("account:") and key not in found}
    fresh = [Recipient(whose=f"account:{pk}", account_id=pk, made_at=now) for pk in sorted(verified_among(missing))]
    if fresh:
        Recipient.objects.bulk_create(fresh, ignore_conflicts=True)
        found |= {each.whose: each for each in Recipient.objects.among([each.whose for each in fresh])}
    return found


def recipient_for(*, writer: Writer, now: datetime) -> Recipient:
    """Return the row of one who asks to be told something. Raises ValueError for a stranger."""
    if not writer.key:
        raise ValueError("nobody to tell")
    defaults = {"account": writer.account, "made_at": now}
    return Recipient.objects.get_or_create(whose=writer.key, defaults=defaults)[0]
