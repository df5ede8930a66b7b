"""Giving money back: a contra posting on the gift's own drive. The gift stays in the books."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from dateline.funding.mode import Mode
from dateline.funding.models import Gift, Leg, Posting
from dateline.funding.models.gift import BANK
from dateline.funding.models.ledger import Account, Kind
from dateline.funding.providers import ProviderDown, provider_named
from dateline.lib.money import Money
from dateline.people.models import User

from .booking import Movement, book
from .fulfilling import fulfil_payment
from .receipts import tell_refund

BY_HAND = {"offline", "import", BANK}  # no provider to ask: a person sends it back


class TooMuchBack(ValueError):
    """More than is left of the gift. Trying again with less helps."""


def refund(*, gift: Gift, amount: Money, by: User | None, now: datetime, key: str = "") -> Posting:
    """Send ``amount`` of ``gift`` back and book it. Raises TooMuchBack, ProviderDown or ProviderRefused.

    ``key`` makes a form that is sent twice one refund. The meter of the gift's drive goes down; where that month is
    closed, its page says so and the books of the present month carry it.
    """
    key = key or str(uuid.uuid4())
    known = Posting.objects.refund_named(gift, key)
    if known:
        return known
    check_left(gift, amount)
    if gift.provider in BY_HAND:
        return give_back(gift=gift, amount=amount, by=by, now=now, key=key)
    provider = provider_named(gift.provider)
    if provider is None:
        raise LookupError(f"The provider {gift.provider} is not in use.")
    provider.refund(gift.payment_id, amount, key)
    payment = provider.fetch_payment(gift.payment_id)
    if payment:
        fulfil_payment(payment=payment, provider=provider, now=now, by=by, note=key)
    booked = Posting.objects.refund_named(gift, key) or Posting.objects.refunds_of(gift).first()
    if booked is None:
        raise ProviderDown("The provider has taken the refund and not settled it yet.")
    return booked


def give_back(*, gift: Gift, amount: Money, by: User | None, now: datetime, key: str) -> Posting:
    """Book what goes back by hand. No provider stands behind us to refuse the second of two at once: we look again.

    Raises TooMuchBack.
    """
    back = Money(-amount.amount, amount.currency)
    movement = Movement(
        provider=gift.provider,
        mode=Mode(gift.mode),
        movement_id=key,
        kind=Kind.REFUND,
        came=back,
        where=Leg.objects.holder_of(gift),
        why=Account.REFUNDS,
        occurred_at=now,
        gift=gift,
        of_gift=back,
        drive=gift.drive,
        note=key,
    )
    with transaction.atomic():
        Gift.objects.select_for_update().get(pk=gift.pk)
        check_left(gift, amount)
        posting = book(movement=movement, now=now, by=by)[0]
        tell_refund(posting=posting, now=now)
        return posting


def check_left(gift: Gift, amount: Money) -> None:
    """Raise TooMuchBack unless ``amount`` is left of ``gift``."""
    if amount.currency != gift.currency or not 0 < amount.amount <= left_of(gift).amount:
        raise TooMuchBack("This is more than is left of the gift.")


def left_of(gift: Gift) -> Money:
    """Return what of a gift has not gone back."""
    return Money(Posting.objects.left_of(gift), gift.currency)
