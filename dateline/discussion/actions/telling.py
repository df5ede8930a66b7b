"""Readers are told: what shows a thread is out of date."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.delivery.marks import mark


def tell_readers(pages: Iterable[int | None]) -> int:
    """Mark the threads below ``pages``, each once, in the transaction at hand; return the number of the change.

    Below somebody else's page (None) nothing of ours is out of date; where there is nothing to tell, the number is 0.
    """
    tags = [f"thread:{page}" for page in sorted({page for page in pages if page})]
    return mark(*tags) if tags else 0
