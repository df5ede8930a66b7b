"""What a payment provider is to us. Each provider is one file or folder that turns its own words into these.

Amounts are minor units by ISO 4217; a provider that counts differently converts in its own file. Times are aware UTC.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from dateline.lib.money import Money


class ProviderDown(Exception):
    """The provider cannot be reached or does not answer in time. Nothing was booked; trying again helps."""


class ProviderRefused(Exception):
    """The provider answered that it will not. Trying the same again does not help."""


class BadNotice(Exception):
    """A webhook that is not what it claims: signature, clock, encoding or shape. The same again does not help."""


MovedKind = Literal["gift", "refund", "returned", "dispute", "reversal", "payout", "other"]
About = Literal["checkout", "payment", "promise", ""]


@dataclass(frozen=True)
class Moved:
    """One movement of money at the provider.

    ``settled`` is what it changes of our balance there before the fee, in the balance's currency, at the rate of that
    moment; negative where money left. ``of_gift`` is the same in the currency that the giver paid in. ``fee`` is what
    the provider kept of it, positive.
    """

    movement_id: str
    kind: MovedKind
    settled: Money
    fee: Money
    at: datetime
    of_gift: Money | None = None
    payment_id: str = ""


@dataclass(frozen=True)
class Payment:
    """Money that somebody paid, and all that has moved of it since, oldest first. ``reference`` names the intention."""

    payment_id: str
    reference: str
    money: Money
    paid_at: datetime
    live: bool
    moved: tuple[Moved, ...]
    subscription_id: str = ""


@dataclass(frozen=True)
class Checkout:
    """A hosted page where one giver pays. ``state`` is open, paid, declined or expired.

    ``refused_card`` is for one that is open still: the last card that was tried there was declined.
    """

    session_id: str
    reference: str
    url: str
    state: str
    live: bool
    payment_id: str = ""
    refused_card: bool = False


@dataclass(frozen=True)
class Promise:
    """A gift that repeats. ``state`` is active, paused, late (a payment failed) or ended."""

    subscription_id: str
    reference: str
    money: Money
    state: str
    live: bool
    next_at: datetime | None = None


@dataclass(frozen=True)
class Order:
    """What we ask a provider to collect. ``reference`` is also the idempotency key: one per intention, not per call."""

    reference: str
    money: Money
    monthly: bool
    purpose: str
    newsroom: str
    success_url: str
    cancel_url: str
    hook_url: str
    email: str = ""


@dataclass(frozen=True)
class Notice:
    """What a good webhook says: a hint about an object to fetch, never a fact to book.

    ``kind`` is the provider's own word; ``about`` says what is to be fetched, empty where nothing is. ``declined``
    marks a payment that was tried and refused; ``renewal`` says that such a one was a month that failed by itself.
    """

    event_id: str
    kind: str
    about: About
    object_id: str
    live: bool
    declined: bool = False
    renewal: bool = False


class Provider(Protocol):
    """One way to be paid.

    ``can_change_amount`` says whether a repeating gift can get another amount without its giver's word there.
    ``balances_at`` is the instant that the balances last asked for are of; None where they are of the moment.
    """

    name: str
    label: str
    can_change_amount: bool
    balances_at: datetime | None

    def open_checkout(self, order: Order) -> Checkout:
        """Make the hosted page; asked again with the same reference, return the same page."""

    def fetch_checkout(self, session_id: str) -> Checkout:
        """Return where a checkout stands now."""

    def fetch_payment(self, payment_id: str) -> Payment | None:
        """Return a payment with all that moved of it; None where it has not been paid."""

    def fetch_promise(self, subscription_id: str) -> Promise:
        """Return where a repeating gift stands now."""

    def end_promise(self, subscription_id: str, reference: str) -> Promise:
        """Let a repeating gift end at once; one that has ended stays so."""

    def pause_promise(self, subscription_id: str, reference: str, *, paused: bool) -> Promise:
        """Collect nothing until it goes on again, or let it go on."""

    def change_promise(self, subscription_id: str, money: Money, reference: str) -> Promise:
        """Collect another amount from the next month on. Raises ProviderRefused where ``can_change_amount`` is not."""

    def refund(self, payment_id: str, money: Money, reference: str) -> None:
        """Send money back; asked again with the same reference, send nothing more. What moved is fetched after."""

    def movements(self, since: datetime, until: datetime) -> Iterator[Moved]:
        """Yield all movements of our balance there, those of no gift too, newest first."""

    def balances(self) -> dict[str, int]:
        """Return what is ours there, in minor units by currency, pending included."""

    def read_notice(self, body: bytes, headers: Mapping[str, str], now: datetime) -> Notice:
        """Check a webhook's signature and both bounds of its time, and return what it says. Raises BadNotice."""
