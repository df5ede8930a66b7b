"""Turning a provider's word about a checkout or a payment into a gift. Safe to call as often as anybody likes.

Called by the webhook, by the page a giver lands on, and by the tick that asks after what nobody told us. All fetch the
object and book by the movement's id, so which comes first, and how often, does not matter.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from dateline.funding.mode import Mode, current_mode
from dateline.funding.models import Drive, Gift, GiftIntent, Recurring
from dateline.funding.models.gift import Frequency, State
from dateline.funding.models.ledger import Account, Kind
from dateline.funding.providers import Checkout, Payment, Provider, ProviderRefused

from .booking import Movement, book
from .receipts import issue_receipt


class ModeMismatch(Exception):
    """Live word for a rehearsal, or the other way about. Nothing is booked; trying again does not help."""


def fulfil(*, intent: GiftIntent, provider: Provider, now: datetime) -> GiftIntent:
    """Ask the provider where the intention stands and book what was paid. Raises ProviderDown or ProviderRefused."""
    if not intent.provider_session:
        return intent
    checkout = provider.fetch_checkout(intent.provider_session)
    _check_mode(checkout, intent)
    with transaction.atomic():
        intent = GiftIntent.objects.select_for_update().get(pk=intent.pk)
        if checkout.payment:
            intent.state = State.PAID
            intent.save(update_fields=["state"])
            _book_payment(intent, checkout.payment, now)
        elif intent.state == State.OPEN and checkout.state in State.values:
            intent.state = checkout.state
            intent.save(update_fields=["state"])
    return intent


def fulfil_session(*, session_id: str, provider: Provider, now: datetime) -> None:
    """As ``fulfil``, from the provider's name for the checkout. A checkout we do not know is refused."""
    mode = current_mode()
    intent = GiftIntent.objects.at_provider(provider.name, mode, session_id).first()
    if intent is None:
        # The notice may be faster than the row that remembers the checkout; the checkout itself says whose it is.
        reference = provider.fetch_checkout(session_id).reference
        intent = GiftIntent.objects.filter(pk=reference, provider=provider.name, mode=mode).first()
        if intent is None:
            raise ProviderRefused("This checkout was not made for us.")
        intent.provider_session = session_id
    fulfil(intent=intent, provider=provider, now=now)


def fulfil_renewal(*, payment_id: str, provider: Provider, now: datetime) -> None:
    """Book a later month of a monthly gift. The month is that of the payment."""
    payment = provider.fetch_payment(payment_id)
    fulfil_session(session_id=payment.session_id, provider=provider, now=now)
    intent = GiftIntent.objects.at_provider(provider.name, current_mode(), payment.session_id).get()
    with transaction.atomic():
        _book_payment(intent, payment, now)


def _book_payment(intent: GiftIntent, payment: Payment, now: datetime) -> Gift:
    """Make the gift and its posting: what was paid, which may differ from what was intended."""
    mode = Mode(intent.mode)
    drive = Drive.objects.at(payment.paid_at)
    gift, _ = Gift.objects.get_or_create(
        provider=intent.provider,
        mode=mode,
        payment_id=payment.payment_id,
        defaults={
            "amount": payment.money.amount,
            "currency": payment.money.currency,
            "received_at": payment.paid_at,
            "drive": drive,
            "intent": intent,
            "recurring": _recurring(intent, payment, now),
            "supporter": intent.supporter,
            "visibility": intent.visibility,
            "name": intent.name,
            "message": intent.message,
            "page": intent.page,
        },
    )
    movement = Movement(
        provider=intent.provider,
        mode=mode,
        movement_id=payment.movement_id,
        kind=Kind.GIFT,
        came=payment.money,
        where=Account.PROVIDER,
        why=Account.GIFTS,
        occurred_at=payment.paid_at,
        gift=gift,
        drive=gift.drive,
    )
    book(movement=movement, now=now)
    issue_receipt(gift=gift, now=now)
    return gift


def _recurring(intent: GiftIntent, payment: Payment, now: datetime) -> Recurring | None:
    """Return the promise that a payment belongs to, made at its first payment."""
    if intent.frequency != Frequency.MONTHLY or not payment.subscription_id:
        return None
    return Recurring.objects.get_or_create(
        provider=intent.provider,
        mode=intent.mode,
        subscription_id=payment.subscription_id,
        defaults={"intent": intent, "started_at": payment.paid_at},
    )[0]


def _check_mode(checkout: Checkout, intent: GiftIntent) -> None:
    """Raise ModeMismatch where the provider's money is real and ours is not, or the other way about."""
    if (Mode.LIVE if checkout.live else Mode.TEST) != intent.mode:
        raise ModeMismatch("The provider's mode is not that of the gift.")
