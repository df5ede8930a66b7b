"""What a payment provider is to us. Each provider is one file or folder that turns its own words into these.

Amounts are minor units by ISO 4217; a provider that counts differently converts in its own file. Times are aware UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from dateline.lib.money import Money


class ProviderDown(Exception):
    """The provider cannot be reached or does not answer in time. Nothing was booked; trying again helps."""


class ProviderRefused(Exception):
    """The provider answered that it will not. Trying the same again does not help."""


class BadNotice(Exception):
    """A webhook that is not what it claims: signature, clock, encoding or shape. The same again does not help."""


@dataclass(frozen=True)
class Payment:
    """Money that arrived. ``movement_id`` names the movement of money, ``payment_id`` what a refund refers to."""

    payment_id: str
    movement_id: str
    money: Money
    paid_at: datetime
    session_id: str
    subscription_id: str = ""


@dataclass(frozen=True)
class Checkout:
    """A hosted page where one giver pays. ``state`` is open, paid, declined or expired."""

    session_id: str
    reference: str
    url: str
    state: str
    live: bool
    payment: Payment | None = None


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


@dataclass(frozen=True)
class Notice:
    """What a good webhook says: a hint about an object to fetch, never a fact to book."""

    event_id: str
    kind: str
    object_id: str
    live: bool


@dataclass(frozen=True)
class Refunded:
    """Money that went back."""

    movement_id: str
    money: Money
    refunded_at: datetime


class Provider(Protocol):
    """One way to be paid."""

    name: str
    label: str

    def open_checkout(self, order: Order) -> Checkout:
        """Make the hosted page; asked again with the same reference, return the same page."""

    def fetch_checkout(self, session_id: str) -> Checkout:
        """Return where a checkout stands now."""

    def fetch_payment(self, payment_id: str) -> Payment:
        """Return a payment, such as a month's renewal."""

    def refund(self, payment_id: str, money: Money, reference: str) -> Refunded:
        """Send money back; asked again with the same reference, send nothing more."""

    def read_notice(self, body: bytes, headers: Mapping[str, str], now: datetime) -> Notice:
        """Check a webhook's signature and both bounds of its time, and return what it says. Raises BadNotice."""
