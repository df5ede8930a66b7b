"""Readers are told: what shows a thread is out of date."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.delivery.marks import mark


def tell_readers(tags: Iterable[str]) -> int:
    """Mark threads by their tags, each once, in the transaction at hand; return the number of the change.

    Where there is nothing to tell, the number is 0.
    """
    changed = sorted(set(tags))
    return mark(*changed) if changed else 0
