"""Opening, closing and finding threads."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from wagtail.models import Page

from ..models import Mode, Thread
from .telling import tell_readers


def thread_of(*, page: Page, now: datetime) -> Thread:
    """Return the thread below ``page``, made now if nobody has written there."""
    thread, _made = Thread.objects.get_or_create(page_id=page.pk, defaults={"created_at": now})
    return thread


@transaction.atomic
def set_mode(*, page: Page, mode: Mode, now: datetime) -> Thread:
    """Say who may write below ``page`` from now on."""
    thread = thread_of(page=page, now=now)
    thread.mode = mode
    thread.save(update_fields=["mode"])
    tell_readers([thread.page_id])
    return thread
