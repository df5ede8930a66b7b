"""From a wish to give to the provider's page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse

from dateline.funding.mode import current_mode
from dateline.funding.models import Drive, GiftIntent, Supporter
from dateline.funding.models.gift import Frequency, Visibility
from dateline.funding.providers import Checkout, Order, Provider
from dateline.lib.money import Money
from dateline.people.models import Newsroom

MOST_A_MINUTE = 60


class TooManyGifts(Exception):
    """More forms than givers send. Trying again in a minute helps."""


@dataclass(frozen=True)
class Wish:
    """What the form says."""

    money: Money
    frequency: Frequency = Frequency.ONCE
    visibility: Visibility = Visibility.SECRET
    name: str = ""
    message: str = ""
    email: str = ""
    page: str = ""


def begin_gift(*, wish: Wish, provider: Provider, language: str, now: datetime) -> GiftIntent:
    """Write down what somebody wants to give. The provider hears of it when the giver goes on, and robots seldom do.

    Raises TooManyGifts where the whole site gets more than a minute's share: a card-testing burst must not reach the
    provider.
    """
    with transaction.atomic():
        if GiftIntent.objects.begun_since(now - timedelta(minutes=1)).count() >= MOST_A_MINUTE:
            raise TooManyGifts
        return GiftIntent.objects.create(
            amount=wish.money.amount,
            currency=wish.money.currency,
            frequency=wish.frequency,
            visibility=wish.visibility,
            name=wish.name,
            message=wish.message,
            page=wish.page,
            supporter=_supporter(wish.email, language, now),
            provider=provider.name,
            mode=current_mode(),
            created_at=now,
        )


def open_checkout(*, intent: GiftIntent, provider: Provider, origin: str, drive: Drive | None) -> Checkout:
    """Ask the provider for the page where this gift is paid; asked again, it is the same page.

    ``origin`` is the address under which the giver sees us, without a slash at its end. No transaction is held while
    the provider answers. Raises ProviderDown or ProviderRefused.
    """
    newsroom = Newsroom.load()
    checkout = provider.open_checkout(
        Order(
            reference=str(intent.uuid),
            money=intent.money,
            monthly=intent.is_monthly,
            purpose=drive.purpose if drive else newsroom.tagline,
            newsroom=newsroom.name,
            success_url=origin + reverse("funding:thanks", args=[intent.token]),
            cancel_url=origin + reverse("funding:confirm", args=[intent.token]),
            hook_url=origin + reverse("funding:hook", args=[provider.name]),
        )
    )
    GiftIntent.objects.filter(pk=intent.pk).update(provider_session=checkout.session_id)
    intent.provider_session = checkout.session_id
    return checkout


def _supporter(email: str, language: str, now: datetime) -> Supporter | None:
    """Return whom the mail belongs to, new or known; nobody without a mail."""
    if not email:
        return None
    defaults = {"language": language, "since": now}
    return Supporter.objects.get_or_create(email=email.strip().lower(), defaults=defaults)[0]
