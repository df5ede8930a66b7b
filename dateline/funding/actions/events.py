"""Webhooks: stored first, processed from the store."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import F

from dateline.funding.mode import current_mode
from dateline.funding.models import InboundEvent
from dateline.funding.providers import Notice, Provider, provider_named

from .fulfilling import fulfil_payment, fulfil_session
from .halting import halt_if_declined
from .promising import follow_subscription

log = logging.getLogger(__name__)
KIND, OBJECT = 80, 255  # characters that are kept


def record_event(
    *, provider: Provider, notice: Notice, body: bytes, headers: Mapping[str, str], now: datetime
) -> InboundEvent:
    """Store a notice whose signature is good, as it came. One that is stored already is returned."""
    with transaction.atomic():
        return InboundEvent.objects.get_or_create(
            provider=provider.name,
            mode=current_mode(),
            event_id=notice.event_id,
            defaults={
                "kind": notice.kind[:KIND],
                "declined": notice.declined,
                "renewal": notice.renewal,
                "about": notice.about,
                "object_id": notice.object_id[:OBJECT],
                "body": body,
                "headers": dict(headers),
                "signature_ok": True,
                "received_at": now,
            },
        )[0]


def process_event(*, event: InboundEvent, now: datetime) -> bool:
    """Do what a stored event asks for and return whether it is done. What fails stays on the row and is tried again."""
    if event.processed_at:
        return True
    InboundEvent.objects.filter(pk=event.pk).update(attempts=F("attempts") + 1)
    try:
        if event.declined:
            halt_if_declined(provider=event.provider, now=now)
        _handle(event, now)
    except Exception as error:  # whatever went wrong, the notice is kept, and the next try may know better
        log.exception("Event %s of %s failed", event.event_id, event.provider)
        InboundEvent.objects.filter(pk=event.pk).update(error=f"{type(error).__name__}: {error}"[:2000])
        return False
    InboundEvent.objects.filter(pk=event.pk).update(processed_at=now, error="")
    return True


def process_waiting(*, now: datetime) -> int:
    """Process what waits, oldest first; return how many were done."""
    return sum(process_event(event=event, now=now) for event in list(InboundEvent.objects.waiting()[:100]))


def _handle(event: InboundEvent, now: datetime) -> None:
    """Fetch the object that the event hints at. Kinds we do not know need nothing."""
    provider = provider_named(event.provider)
    if provider is None:
        raise LookupError(f"The provider {event.provider} is not in use.")
    match event.about:
        case "checkout":
            fulfil_session(session_id=event.object_id, provider=provider, now=now)
        case "payment" if payment := provider.fetch_payment(event.object_id):
            fulfil_payment(payment=payment, provider=provider, now=now)
        case "promise":
            follow_subscription(subscription_id=event.object_id, provider=provider, now=now)
