"""How often somebody has tried, counted by all processes together: in Redis, or in rows (see ``counting``)."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.cache import cache


def tries_made(keys: Iterable[str]) -> dict[str, int]:
    """Return how many tries are counted under each of ``keys`` at this moment; counts none."""
    return cache.get_many(list(keys))


def count_try(key: str, seconds: int) -> int:
    """Count one try under ``key`` and return how many there were in its ``seconds``, which begin with the first."""
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key)
    except ValueError:  # its time ended between the two: this try is the first of the next
        cache.set(key, 1, seconds)
        return 1
