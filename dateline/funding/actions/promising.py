"""Gifts that repeat: kept in step with the provider, ended when a giver's bank disputes one, never resumed by us."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.funding.models import Gift, GiftIntent, Recurring
from dateline.funding.models.gift import Standing
from dateline.funding.models.ledger import Kind
from dateline.funding.providers import Payment, Promise, Provider, ProviderDown, ProviderRefused
from dateline.lib.money import Money

from .telling import AFTER_FAILURES, AT_THE_PROVIDER, BY_GIVER, DISPUTED, tell, tell_standing

log = logging.getLogger(__name__)


def promise_of(*, intent: GiftIntent, payment: Payment, provider: Provider) -> Recurring | None:
    """Return the promise that a payment belongs to, made at its first payment."""
    if not intent.is_monthly or not payment.subscription_id:
        return None
    return Recurring.objects.get_or_create(
        provider=provider.name,
        mode=intent.mode,
        subscription_id=payment.subscription_id,
        defaults={
            "intent": intent,
            "started_at": payment.paid_at,
            "amount": payment.money.amount,
            "currency": payment.money.currency,
        },
    )[0]


def follow(*, recurring: Recurring, promise: Promise, now: datetime, why: str = AT_THE_PROVIDER) -> None:
    """Write down where a promise stands, and to its giver where that is news to them.

    One that has ended stays so, whatever arrives late.
    """
    with transaction.atomic():
        was = Recurring.objects.select_for_update().get(pk=recurring.pk)
        if was.standing != Standing.ENDED:
            Recurring.objects.filter(pk=was.pk).update(**_told(was, promise, now, why))
            was.refresh_from_db()
            tell_standing(recurring=was, now=now)
    recurring.refresh_from_db()


def _told(was: Recurring, promise: Promise, now: datetime, why: str) -> dict[str, Any]:
    """Return the columns that say what the provider says.

    Why it ends is who asked for it, where that was written down before it was asked: the provider's notice of the end
    may be faster than its answer.
    """
    told: dict[str, Any] = {
        "standing": promise.state,
        "amount": promise.money.amount,
        "currency": promise.money.currency,
        "next_at": promise.next_at,
    }
    if promise.state != Standing.ENDED:
        return told | {"stop_reason": ""}
    if why == AT_THE_PROVIDER and was.standing == Standing.LATE:
        why = AFTER_FAILURES
    return told | {"stopped_at": now, "stop_reason": was.stop_reason or why, "next_at": None}


def _end(recurring: Recurring, provider: Provider, key: str, now: datetime, why: str) -> None:
    """Write down why, then ask the provider for the end. Raises ProviderDown or ProviderRefused."""
    Recurring.objects.filter(pk=recurring.pk).exclude(standing=Standing.ENDED).update(stop_reason=why)
    follow(recurring=recurring, promise=provider.end_promise(recurring.subscription_id, key), now=now, why=why)


def follow_subscription(*, subscription_id: str, provider: Provider, now: datetime) -> None:
    """Ask where a promise stands and write it down; of one without a payment there is nothing to keep."""
    recurring = Recurring.objects.at_provider(provider.name, subscription_id)
    if recurring:
        follow(recurring=recurring, promise=provider.fetch_promise(subscription_id), now=now)


def stop_disputed(*, gift: Gift, provider: Provider, now: datetime) -> None:
    """End the promise of a gift that its giver's bank has disputed: each month it would cost more than it brings.

    Also where the dispute is won. Where the provider does not answer, the next look at the payment tries again.
    """
    recurring = gift.recurring
    if (
        recurring is None
        or recurring.standing == Standing.ENDED
        or not gift.postings.filter(kind=Kind.DISPUTE).exists()
    ):
        return
    try:
        _end(recurring, provider, f"disputed-{gift.payment_id}", now, DISPUTED)
    except (ProviderDown, ProviderRefused):
        log.exception("The disputed monthly gift %s could not be ended", recurring.subscription_id)


class NoChange(Exception):
    """A promise that has ended is changed no more; another can be made."""


def end(*, recurring: Recurring, provider: Provider, now: datetime, key: str, why: str = BY_GIVER) -> None:
    """Let a promise end now. Nothing more is taken; what was given stays given. Raises ProviderDown or ProviderRefused.

    ``key`` makes a form that is sent twice one deed, here and below.
    """
    _end(recurring, provider, key, now, why)


def pause(*, recurring: Recurring, provider: Provider, now: datetime, key: str, paused: bool = True) -> None:
    """Take nothing until it goes on again, or let it go on. Raises NoChange, ProviderDown or ProviderRefused."""
    _check_goes_on(recurring)
    was = recurring.standing
    promise = provider.pause_promise(recurring.subscription_id, key, paused=paused)
    follow(recurring=recurring, promise=promise, now=now)
    if recurring.standing != was and recurring.standing != Standing.ENDED:
        tell(recurring=recurring, purpose="gift_paused" if paused else "gift_goes_on", key=key, now=now)


def change(*, recurring: Recurring, money: Money, provider: Provider, now: datetime, key: str) -> None:
    """Take another amount from the next month on. Raises NoChange, ProviderDown or ProviderRefused."""
    _check_goes_on(recurring)
    was = recurring.money
    promise = provider.change_promise(recurring.subscription_id, money, key)
    follow(recurring=recurring, promise=promise, now=now)
    if recurring.money != was:
        tell(recurring=recurring, purpose="gift_changed", key=key, now=now, was=was)


def _check_goes_on(recurring: Recurring) -> None:
    if recurring.standing == Standing.ENDED:
        raise NoChange
