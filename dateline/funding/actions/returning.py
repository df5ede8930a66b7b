"""Giving a gift back and ending the promise that it belongs to, in one step that can be taken again."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime

from dateline.funding.models import Gift, Posting, Recurring
from dateline.funding.models.gift import Standing
from dateline.funding.providers import ProviderDown, ProviderRefused, provider_named
from dateline.lib.money import Money
from dateline.people.models import User

from .promising import end
from .refunding import check_left, left_of, refund
from .telling import BY_NEWSROOM

log = logging.getLogger(__name__)
TROUBLE = (ProviderDown, ProviderRefused, LookupError)


@dataclass(frozen=True)
class Returned:
    """What is done by now: ``has_ended`` of the promise, ``has_gone_back`` of the money.

    ``trouble`` is the word of the provider that stopped us, and the same again helps; None where all is done.
    """

    has_ended: bool
    has_gone_back: bool
    trouble: Exception | None = None


def end_by_newsroom(*, recurring: Recurring, now: datetime, key: str) -> None:
    """Let a promise end; one that has stays so. Raises ProviderDown, ProviderRefused, LookupError where none is."""
    if recurring.standing == Standing.ENDED:
        return
    provider = provider_named(recurring.provider)
    if provider is None:
        raise LookupError(f"The provider {recurring.provider} is not in use.")
    end(recurring=recurring, provider=provider, now=now, key=f"end-{key}", why=BY_NEWSROOM)


def give_back_and_end(*, gift: Gift, amount: Money, by: User | None, now: datetime, key: str) -> Returned:
    """End the promise of ``gift``, so that no more comes, and send ``amount`` back. Raises TooMuchBack before either.

    Where the provider stops half-way, the same again with the same ``key`` does what is left and nothing twice.
    """
    if gift.recurring is None:
        raise ValueError("This gift belongs to no promise.")
    has_gone_back = is_gone(gift, key)
    if not has_gone_back:
        check_left(gift, amount)
    has_ended = False
    try:
        end_by_newsroom(recurring=gift.recurring, now=now, key=key)
        has_ended = True
        if not has_gone_back:
            refund(gift=gift, amount=amount, by=by, now=now, key=key)
    except TROUBLE as trouble:
        log.exception("Gift %s was given back and ended in part", gift.pk)
        return Returned(has_ended=has_ended, has_gone_back=has_gone_back or is_gone(gift, key), trouble=trouble)
    return Returned(has_ended=True, has_gone_back=True)


def is_gone(gift: Gift, key: str) -> bool:
    """Whether what was asked for under ``key`` has gone back, or all of the gift, by whoever's word."""
    return Posting.objects.refund_named(gift, key) is not None or not left_of(gift).amount
