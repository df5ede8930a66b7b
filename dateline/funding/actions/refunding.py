"""Giving money back: a contra posting on the gift's own drive. The gift stays in the books."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from dateline.funding.mode import Mode
from dateline.funding.models import Gift, Leg, Posting
from dateline.funding.models.ledger import Account, Kind
from dateline.funding.providers import Refunded, provider_named
from dateline.lib.money import Money
from dateline.people.models import User

from .booking import Movement, book

BY_HAND = {"offline", "import"}


class TooMuchBack(ValueError):
    """More than is left of the gift. Trying again with less helps."""


def refund(*, gift: Gift, amount: Money, by: User | None, now: datetime, key: str = "") -> Posting:
    """Send ``amount`` of ``gift`` back and book it. Raises TooMuchBack, ProviderDown or ProviderRefused.

    ``key`` makes a form that is sent twice one refund. The meter of the gift's drive goes down; where that month is
    closed, its page says so and the books of the present month carry it.
    """
    key = key or str(uuid.uuid4())
    mode = Mode(gift.mode)
    known = Posting.objects.refund_named(gift, key)
    if known:
        return known
    check_left(gift, amount)
    sent = _send_back(gift, amount, key, now)
    movement = Movement(
        provider=gift.provider,
        mode=mode,
        movement_id=sent.movement_id,
        kind=Kind.REFUND,
        came=Money(-sent.money.amount, sent.money.currency),
        where=Leg.objects.holder_of(gift),
        why=Account.REFUNDS,
        occurred_at=sent.refunded_at,
        gift=gift,
        drive=gift.drive,
        note=key,
    )
    with transaction.atomic():
        Gift.objects.select_for_update().get(pk=gift.pk)
        if gift.provider in BY_HAND:
            check_left(gift, amount)  # again, alone: no provider stands behind us to refuse the second of two at once
        return book(movement=movement, now=now, by=by)[0]


def check_left(gift: Gift, amount: Money) -> None:
    """Raise TooMuchBack unless ``amount`` is left of ``gift``."""
    if amount.currency != gift.currency or not 0 < amount.amount <= left_of(gift).amount:
        raise TooMuchBack("This is more than is left of the gift.")


def left_of(gift: Gift) -> Money:
    """Return what of a gift has not gone back."""
    return Money(-Leg.objects.explaining(gift), gift.currency)


def _send_back(gift: Gift, amount: Money, key: str, now: datetime) -> Refunded:
    """Have the provider pay back; what came by hand goes back by hand."""
    if gift.provider in BY_HAND:
        return Refunded(key, amount, now)
    provider = provider_named(gift.provider)
    if provider is None:
        raise LookupError(f"The provider {gift.provider} is not in use.")
    return provider.refund(gift.payment_id, amount, key)
