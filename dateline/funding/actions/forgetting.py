"""What is forgotten by itself: who wished to give and did not, strangers on statements, the words of old notices."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from dateline.delivery.tries import count_try
from dateline.funding.models import BankLine, GiftIntent, InboundEvent, Supporter
from dateline.funding.models.gift import Visibility

from .letters import forget_letters
from .matching import AWAITED

WISHES = timedelta(days=30)  # after which a gift that was begun at a provider is not paid any more
LINES = timedelta(days=90)  # in which a line that was put aside may still be looked at again
NOTICES = timedelta(days=90)  # longer than any provider repeats one, or anybody asks what it said
DAY = 24 * 3600


def forget_daily(*, now: datetime) -> None:
    """Forget what nobody needs any more, once a day in all processes together. Sums, days and keys stay."""
    if count_try(f"funding:forgotten:{now.date().isoformat()}", 2 * DAY) > 1:
        return
    forget_wishes(now=now)
    BankLine.objects.aside_since_before(now - LINES).update(name="", iban="", remittance="", end_to_end="")
    InboundEvent.objects.done_before(now - NOTICES).update(body=b"", headers={})


def forget_wishes(*, now: datetime) -> None:
    """Take names, words and givers off gifts that were begun and never paid, and forget whom nothing else names."""
    nothing = {"name": "", "message": "", "dedication": "", "visibility": Visibility.SECRET, "supporter": None}
    with transaction.atomic():
        GiftIntent.objects.never_paid(now - WISHES, now - AWAITED).update(**nothing)
        for supporter in Supporter.objects.without_gifts(now - WISHES)[:500]:
            forget_letters(to=supporter)
            supporter.delete()
