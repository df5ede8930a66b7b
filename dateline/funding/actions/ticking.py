"""What the clock does for funding; ``serve`` calls it every few seconds."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from dateline.funding.mode import current_mode
from dateline.funding.models import GiftIntent
from dateline.funding.models.gift import State
from dateline.funding.providers import ProviderDown, ProviderRefused, provider_named

from .drives import turn_month
from .events import process_waiting
from .fulfilling import ModeMismatch, fulfil
from .mailing import send_waiting

log = logging.getLogger(__name__)
ASK_AFTER = timedelta(days=4)


def tick(*, now: datetime) -> None:
    """Turn the month, process what waits, send what mail is left, ask after checkouts nobody told us of."""
    turn_month(now=now)
    process_waiting(now=now)
    send_waiting(now=now)
    if now.second < 10:
        ask_after_checkouts(now=now)


def ask_after_checkouts(*, now: datetime) -> None:
    """Fetch checkouts whose notice never came: money that is at the provider must be in the books."""
    for intent in GiftIntent.objects.unsettled(now - ASK_AFTER)[:50]:
        provider = provider_named(intent.provider)
        if provider is None or intent.mode != current_mode():
            continue
        try:
            fulfil(intent=intent, provider=provider, now=now)
        except ProviderDown:
            return
        except (ProviderRefused, ModeMismatch):
            GiftIntent.objects.filter(pk=intent.pk, state=State.OPEN).update(state=State.EXPIRED)
        except Exception:  # whatever is odd about one checkout must not keep us from asking after the others
            log.exception("Could not ask after the checkout of %s; it is asked after again", intent.pk)
