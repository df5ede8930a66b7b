"""How many tries one address gets. Addresses are counted as keyed hashes and forgotten within the hour."""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

SPANS = {60: 6, 3600: 30}


def may_try(request: HttpRequest) -> bool:
    """Count a try and say whether it is within the limits of its address (6 a minute, 30 an hour)."""
    who = salted_hmac("dateline.funding.limits", request.META.get("REMOTE_ADDR", "")).hexdigest()[:32]
    counts = []
    for seconds, most in SPANS.items():
        key = f"funding:tries:{seconds}:{who}"
        cache.add(key, 0, seconds)
        counts.append(cache.incr(key) <= most)
    return all(counts)
