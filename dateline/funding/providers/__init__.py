"""Ways to be paid, one file or folder each, by the name that is kept in the ledger and in the webhook's path."""

from __future__ import annotations

from dateline.funding.mode import Mode, current_mode

from .interface import (
    BadNotice,
    Checkout,
    Notice,
    Order,
    Payment,
    Provider,
    ProviderDown,
    ProviderRefused,
    Refunded,
)
from .rehearsal import Rehearsal

__all__ = [
    "BadNotice",
    "Checkout",
    "Notice",
    "Order",
    "Payment",
    "Provider",
    "ProviderDown",
    "ProviderRefused",
    "Refunded",
    "offered",
    "provider_named",
]


def offered() -> list[Provider]:
    """Return the providers a giver may choose from today. Empty in production until a real one has its keys."""
    return [Rehearsal()] if current_mode() == Mode.TEST else []


def provider_named(name: str) -> Provider | None:
    """Return the provider of this name if it may be used in the installation's mode."""
    return next((provider for provider in offered() if provider.name == name), None)
