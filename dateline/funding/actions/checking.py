"""What must always be true of the books, asked of the database. ``dateline doctor`` prints the answer."""

from __future__ import annotations

from datetime import datetime

from dateline.funding.mode import Mode
from dateline.funding.models import Closing, Gift, InboundEvent, Leg, Receipt

from .drives import books_digest


def complaints(*, now: datetime) -> list[str]:
    """Return a sentence for each rule that does not hold. An empty list is a sound ledger."""
    found = [f"Posting {row['posting']} leaves {row['total']} {row['currency']}." for row in Leg.objects.unbalanced()]
    found += [
        f"The books of {closing.drive.key} ({closing.mode}) have changed since they were closed."
        for closing in Closing.objects.select_related("drive")
        if closing.digest != books_digest(closing.drive.key, Mode(closing.mode))
    ]
    found += [f"More has gone back of gift {gift.pk} than was given." for gift in Gift.objects.overdrawn()]
    found += [f"Gift {gift.pk} and what was booked of it differ." for gift in Gift.objects.unlike_their_postings()]
    found += [f"Event {event.event_id} has waited for an hour." for event in InboundEvent.objects.overdue(now)]
    for mode in Mode:
        last, count = Receipt.objects.next_number(mode) - 1, Receipt.objects.filter(mode=mode).count()
        if last != count:
            found.append(f"The {mode} receipts have a gap: {count} of {last}.")
    return found
