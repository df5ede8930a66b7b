"""Monthly gifts that change from one provider to another: begun anew by their giver, ended here.

No provider hands a card on to another, so the giver pays once more, in the new place; the old promise ends when the
first payment of the new one has come, and not before.
"""

from __future__ import annotations

import logging
from datetime import datetime

from dateline.funding.mode import current_mode
from dateline.funding.models import GiftIntent, Recurring
from dateline.funding.models.gift import Frequency, Standing, State, Visibility
from dateline.funding.providers import ProviderDown, ProviderRefused, provider_named

from .giving import Named, Wish, begin_gift
from .looking import carry_look
from .promising import NoChange, end
from .standing_orders import end_order
from .telling import MOVED

log = logging.getLogger(__name__)


def begin_move(*, recurring: Recurring, way: Named, language: str, now: datetime) -> GiftIntent:
    """Begin the same monthly gift in another way. Raises NoChange where it has ended, and TooManyGifts."""
    if recurring.standing == Standing.ENDED:
        raise NoChange
    before = recurring.intent
    wish = Wish(
        money=recurring.money,
        frequency=Frequency.MONTHLY,
        visibility=Visibility(before.visibility),
        name=before.name,
        message=before.message,
        dedication=before.dedication,
        email=(before.supporter.email or "") if before.supporter else "",
        page=before.page,
    )
    return begin_gift(wish=wish, provider=way, language=language, now=now, moves=recurring)


def finish_move(*, intent: GiftIntent, now: datetime) -> None:
    """End the promise whose place ``intent`` has taken. Where its provider is down, ``finish_moves`` tries again."""
    old = intent.moves
    if old is None:
        return
    carry_look(moved=old.intent, to=intent)
    if old.standing == Standing.ENDED:
        return
    if old.is_standing_order:
        end_order(recurring=old, now=now, why=MOVED)
        return
    provider = provider_named(old.provider)
    try:
        if provider is None:
            raise ProviderDown(f"The provider {old.provider} has no keys.")
        end(recurring=old, provider=provider, now=now, key=f"moved-{intent.pk}", why=MOVED)
    except (ProviderDown, ProviderRefused):
        log.exception("The monthly gift %s was moved and still runs at %s", old.subscription_id, old.provider)


def finish_moves(*, now: datetime) -> None:
    """End whatever was moved and still runs."""
    for intent in GiftIntent.objects.moved_and_running(current_mode(), State.PAID)[:50]:
        finish_move(intent=intent, now=now)
