"""Finding threads."""

from __future__ import annotations

from datetime import datetime

from wagtail.models import Page

from ..models import Thread


def thread_of(*, page: Page, now: datetime) -> Thread:
    """Return the thread below ``page``, made now if nobody has written there."""
    thread, _made = Thread.objects.get_or_create(page_id=page.pk, defaults={"created_at": now})
    return thread
