"""Turning a provider's word about a checkout or a payment into gifts and postings. Safe to call as often as you like.

Called by the webhook, by the page a giver lands on, by the tick that asks after what nobody told us, and by the hourly
comparison. All fetch the object and book its movements by their ids, so which comes first, and how often, does not
matter.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from dateline.funding.mode import Mode, current_mode
from dateline.funding.models import Gift, GiftIntent
from dateline.funding.models.gift import State
from dateline.funding.providers import Checkout, Payment, Provider, ProviderRefused
from dateline.people.models import User

from .drives import drive_at
from .moving import book_moved
from .promising import promise_of, stop_disputed
from .receipts import issue_receipt
from .switching import finish_move


class ModeMismatch(Exception):
    """Live word for a rehearsal, or the other way about. Nothing is booked; trying again does not help."""


def fulfil(*, intent: GiftIntent, provider: Provider, now: datetime) -> GiftIntent:
    """Ask the provider where the intention stands and book what was paid. Raises ProviderDown or ProviderRefused."""
    if not intent.provider_session:
        return intent
    checkout = provider.fetch_checkout(intent.provider_session)
    return fulfil_checkout(intent=intent, checkout=checkout, provider=provider, now=now)


def fulfil_checkout(*, intent: GiftIntent, checkout: Checkout, provider: Provider, now: datetime) -> GiftIntent:
    """As ``fulfil``, from what the provider has just said of the checkout."""
    _check_mode(checkout, intent.mode)
    payment = provider.fetch_payment(checkout.payment_id) if checkout.payment_id else None
    if payment:
        fulfil_payment(payment=payment, provider=provider, now=now, intent=intent)
    elif checkout.state in {State.EXPIRED, State.DECLINED}:
        GiftIntent.objects.filter(pk=intent.pk, state=State.OPEN).update(state=checkout.state)
    intent.refresh_from_db()
    return intent


def fulfil_session(*, session_id: str, provider: Provider, now: datetime) -> None:
    """As ``fulfil``, from the provider's name for the checkout. A checkout we do not know is refused."""
    mode = current_mode()
    intent = GiftIntent.objects.at_provider(provider.name, mode, session_id).first()
    if intent is None:
        # The notice may be faster than the row that remembers the checkout; the checkout itself says whose it is.
        intent = _intent_of(provider.fetch_checkout(session_id).reference, provider)
        GiftIntent.objects.filter(pk=intent.pk).update(provider_session=session_id)
        intent.provider_session = session_id
    fulfil(intent=intent, provider=provider, now=now)


def fulfil_payment(
    *,
    payment: Payment,
    provider: Provider,
    now: datetime,
    intent: GiftIntent | None = None,
    by: User | None = None,
    note: str = "",
) -> Gift | None:
    """Book all that has moved of ``payment`` and return its gift; None while it is not settled: promises are no money.

    ``by`` and ``note`` are kept with what is booked anew. Raises ProviderRefused where it is not ours.
    """
    intent = intent or _intent_for(payment, provider)
    _check_mode(payment, intent.mode)
    with transaction.atomic():
        GiftIntent.objects.select_for_update().get(pk=intent.pk)
        gift = _gift_of(intent, payment, provider, now)
        if gift is None:
            return None
        GiftIntent.objects.filter(pk=intent.pk).update(state=State.PAID)
        for moved in payment.moved:
            book_moved(moved=moved, provider=provider.name, mode=Mode(gift.mode), gift=gift, now=now, by=by, note=note)
        issue_receipt(gift=gift, now=now)
    stop_disputed(gift=gift, provider=provider, now=now)
    finish_move(intent=intent, now=now)
    return gift


def _gift_of(intent: GiftIntent, payment: Payment, provider: Provider, now: datetime) -> Gift | None:
    """Return the payment's gift, made of what was paid, which may differ from what was intended."""
    came = next((moved for moved in payment.moved if moved.kind == "gift"), None)
    if came is None:
        return None
    return Gift.objects.get_or_create(
        provider=intent.provider,
        mode=intent.mode,
        payment_id=payment.payment_id,
        defaults={
            "amount": payment.money.amount,
            "currency": payment.money.currency,
            "settled": came.settled.amount,
            "settled_currency": came.settled.currency,
            "received_at": payment.paid_at,
            "drive": drive_at(now=payment.paid_at),  # made now where nobody asked for it yet: the first of a month
            "intent": intent,
            "recurring": promise_of(intent=intent, payment=payment, provider=provider),
            "supporter": intent.supporter,
            "visibility": intent.visibility,
            "name": intent.name,
            "message": intent.message,
            "dedication": intent.dedication,
            "withheld": intent.withheld,
            "page": intent.page,
        },
    )[0]


def _intent_for(payment: Payment, provider: Provider) -> GiftIntent:
    known = Gift.objects.at_provider(provider.name, current_mode(), payment.payment_id)
    return known.intent if known and known.intent else _intent_of(payment.reference, provider)


def _intent_of(reference: str, provider: Provider) -> GiftIntent:
    """Return the intention that a provider names. Raises ProviderRefused where it is none of ours."""
    intent = GiftIntent.objects.named(reference, provider.name, current_mode())
    if intent is None:
        raise ProviderRefused("This was not made for us.")
    return intent


def _check_mode(said: Checkout | Payment, mode: str) -> None:
    """Raise ModeMismatch where the provider's money is real and ours is not, or the other way about."""
    if (Mode.LIVE if said.live else Mode.TEST) != mode:
        raise ModeMismatch("The provider's mode is not that of the gift.")
