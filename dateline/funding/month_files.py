"""A month's books as a file: every posting and every leg, so that the digest can be made again from it alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.lib.money import Money

from .mode import Mode
from .models import Posting

LEG_COLUMNS = (
    "month", "posting", "provider", "movement_id", "kind", "occurred_at", "booked_at",
    "gift", "account", "currency", "amount", "amount_minor", "by", "note",
)  # fmt: skip


def legs_of_month(month: str, mode: Mode) -> Iterator[dict[str, Any]]:
    """Yield a row a leg, in the order in which the digest takes them. ``occurred_at`` is as the digest has it (UTC)."""
    postings = Posting.objects.booked_in(month, mode).with_legs().iterator(chunk_size=500)
    for posting in postings:
        for leg in sorted(posting.legs.all(), key=lambda leg: (leg.account, leg.currency, leg.amount)):
            yield {
                "month": month,
                "posting": posting.pk,
                "provider": posting.provider,
                "movement_id": posting.movement_id,
                "kind": posting.kind,
                "occurred_at": posting.occurred_at.isoformat(),
                "booked_at": posting.booked_at.isoformat(),
                "gift": posting.gift_id or "",
                "account": leg.account,
                "currency": leg.currency,
                "amount": Money(leg.amount, leg.currency).plain,
                "amount_minor": leg.amount,
                "by": posting.actor.get_username() if posting.actor else "",
                "note": posting.note,
            }
