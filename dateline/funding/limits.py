"""How many tries one address gets. Senders are counted as keyed hashes and forgotten within the hour."""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpRequest

from dateline.delivery.sender import sender_key

SPANS = {60: 6, 3600: 30}


def may_try(request: HttpRequest) -> bool:
    """Count a try and say whether it is within the limits of its sender (6 a minute, 30 an hour)."""
    who = sender_key(request, purpose="funding")
    counts = []
    for seconds, most in SPANS.items():
        key = f"funding:tries:{seconds}:{who}"
        cache.add(key, 0, seconds)
        counts.append(cache.incr(key) <= most)
    return all(counts)
