"""From a wish to give to the provider's page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from django.db import IntegrityError, transaction
from django.urls import reverse

from dateline.delivery.tries import count_try
from dateline.funding.bank.reference import new_reference, new_token
from dateline.funding.cover import cover_of
from dateline.funding.mode import current_mode
from dateline.funding.models import Drive, GiftIntent, Recurring, Supporter
from dateline.funding.models.gift import BANK, Frequency, Visibility
from dateline.funding.providers import Checkout, Order, Provider
from dateline.funding.ways import open_ways
from dateline.funding.wording import doubts_about
from dateline.lib.money import Money
from dateline.people.models import Newsroom

MOST_A_MINUTE = 60  # gifts begun by way of a provider, by everybody together; as many again by transfer
WHILE = timedelta(minutes=10)
MOST_PAGES = 100  # asked of a provider in a ``WHILE``, and open there at the same time


class TooManyGifts(Exception):
    """More forms than givers send. Trying again in a minute helps."""


class TooManyPages(Exception):
    """More payment pages stand open than givers need. Trying again in ten minutes helps."""


class WayClosed(Exception):
    """The treasurer has closed this way, or it rests because many cards were refused. Another way is open, or later."""


class Named(Protocol):
    """A provider or a way, by its name."""

    @property
    def name(self) -> str:
        """As it is kept in the ledger."""


@dataclass(frozen=True)
class Wish:
    """What the form says."""

    money: Money
    frequency: Frequency = Frequency.ONCE
    visibility: Visibility = Visibility.SECRET
    name: str = ""
    message: str = ""
    dedication: str = ""
    email: str = ""
    page: str = ""
    covers: bool = False  # adds what the provider will keep


def begin_gift(
    *, wish: Wish, provider: Named, language: str, now: datetime, moves: Recurring | None = None
) -> GiftIntent:
    """Write down what somebody wants to give; the words wait for a person where screening would not publish them.

    The provider hears of it when the giver goes on, and robots seldom do.

    A transfer gets the reference that its giver writes on it. ``moves`` is the monthly gift whose place this one takes;
    its words were read already.

    Raises TooManyGifts where the whole site gets more than a minute's share: a card-testing burst must not reach the
    provider, nor keep those away who transfer.
    """
    cover = cover_of(wish.money, provider.name) if wish.covers else Money(0, wish.money.currency)
    with transaction.atomic():
        lately = GiftIntent.objects.begun_since(now - timedelta(minutes=1)).by_transfer(provider.name == BANK)
        if lately.count() >= MOST_A_MINUTE:
            raise TooManyGifts
        return _written(
            amount=wish.money.amount + cover.amount,
            cover=cover.amount,
            currency=wish.money.currency,
            frequency=wish.frequency,
            visibility=wish.visibility,
            name=wish.name,
            message=wish.message,
            dedication=wish.dedication,
            withheld=moves.intent.withheld if moves else bool(doubts_about(wish.name, wish.message, wish.dedication)),
            page=wish.page,
            supporter=_supporter(wish.email, language, now),
            provider=provider.name,
            mode=current_mode(),
            created_at=now,
            moves=moves,
        )


def _written(**told: Any) -> GiftIntent:
    """Store an intention; where somebody has its reference already, another is drawn."""
    while True:
        reference = new_reference(new_token()) if told["provider"] == BANK else ""
        try:
            with transaction.atomic():
                return GiftIntent.objects.create(reference=reference, **told)
        except IntegrityError:
            if not GiftIntent.objects.referred(reference):
                raise


def admit(*, provider: Provider, now: datetime) -> None:
    """Count one payment page more, for all processes together. Raises WayClosed, or TooManyPages for one too many."""
    if not any(way.name == provider.name for way in open_ways(now)):
        raise WayClosed
    lately = count_try(f"funding:pages:{provider.name}", int(WHILE.total_seconds()))
    if lately > MOST_PAGES or GiftIntent.objects.at_their_page(now - WHILE).count() >= MOST_PAGES:
        raise TooManyPages


def open_checkout(*, intent: GiftIntent, provider: Provider, origin: str, drive: Drive | None) -> Checkout:
    """Ask the provider for the page where this gift is paid; asked again, it is the same page as it is now.

    Providers forget the key of a question after a day, and refuse it where the month's purpose has changed since; so
    a page that is known is asked for by its name, and no gift has two that can be paid.

    ``origin`` is the address under which the giver sees us, without a slash at its end. No transaction is held while
    the provider answers. Raises ProviderDown or ProviderRefused.
    """
    if intent.provider_session:
        return provider.fetch_checkout(intent.provider_session)
    newsroom = Newsroom.load()
    checkout = provider.open_checkout(
        Order(
            reference=str(intent.uuid),
            money=intent.money,
            monthly=intent.is_monthly,
            purpose=drive.purpose if drive else newsroom.tagline,
            newsroom=newsroom.name,
            success_url=origin + reverse("funding:thanks", args=[intent.token]),
            cancel_url=origin + reverse("funding:confirm", args=[intent.token]) + "?back=1",
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
