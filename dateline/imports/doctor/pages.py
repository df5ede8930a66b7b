"""Pages that were made ahead."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.conf import settings

from dateline.delivery.keeping import store

from .answer import Answer, answer

LATE = 60  # seconds; while anybody tends them, a page that is no longer right is made anew or taken away in one


def pages(*, now: datetime, fix: bool) -> Answer:
    """No reader is sent a page that is known to be out of date; taken away, it is made for the next one."""
    if not settings.DELIVERY_FOLDER or not Path(settings.DELIVERY_FOLDER).is_dir():
        return Answer("none are kept")
    late = [page.address for page in store().stale() if page.since < now.timestamp() - LATE]
    if fix:
        store().drop(late)
    return answer("every page that is kept is right", [f"{address} is out of date." for address in late], fix=fix)
