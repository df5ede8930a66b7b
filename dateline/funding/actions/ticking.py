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
from .reminding import remind_yearly
from .standing_orders import end_silent_orders
from .switching import finish_moves

log = logging.getLogger(__name__)
ASK_AFTER = timedelta(days=4)
REMIND_AT = 7  # minutes past each hour


def tick(*, now: datetime) -> None:
    """Turn the month, process what waits, ask after checkouts nobody told us of, remind those whose year is over."""
    turn_month(now=now)
    process_waiting(now=now)
    if now.second < 10:
        ask_after_checkouts(now=now)
        finish_moves(now=now)
        if now.minute == REMIND_AT:
            remind_yearly(now=now)
            end_silent_orders(now=now)


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
