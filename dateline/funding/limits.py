"""How many tries one address gets. Senders are counted as keyed hashes and forgotten within the hour."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.http import HttpRequest

from dateline.delivery.sender import sender_key
from dateline.delivery.tries import count_try, tries_made
from dateline.funding.models import GiftIntent

SPANS = {60: 6, 3600: 30}
RUSH = 20  # gifts begun in a minute, by everybody together, from which on browsers work for theirs


def has_tried_enough(request: HttpRequest) -> bool:
    """Say, before anything is read, whether this sender's tries are used up. One look; counts nothing."""
    made = tries_made(_keys(request))
    return any(made.get(key, 0) >= most for key, most in zip(_keys(request), SPANS.values(), strict=True))


def may_try(request: HttpRequest) -> bool:
    """Count a try to begin a gift and say whether it is within the limits of its sender (6 a minute, 30 an hour).

    Forms with mistakes are not counted: they cost no more than asking for the form, and who types badly is no attacker.
    """
    spans = zip(_keys(request), SPANS.items(), strict=True)
    counts = [count_try(key, seconds) <= most for key, (seconds, most) in spans]
    return all(counts)


def _keys(request: HttpRequest) -> list[str]:
    """Where this sender's tries are counted, in the order of ``SPANS``."""
    who = sender_key(request, purpose="funding")
    return [f"funding:tries:{seconds}:{who}" for seconds in SPANS]


def is_rush(now: datetime) -> bool:
    """Return whether more gifts are begun at providers than givers of a newsroom begin. One query."""
    lately = GiftIntent.objects.begun_since(now - timedelta(minutes=1)).by_transfer(False)
    return len(lately.values_list("pk")[:RUSH]) >= RUSH
