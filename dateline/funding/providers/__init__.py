"""Ways to be paid, one file or folder each, by the name that is kept in the ledger and in the webhook's path."""

from __future__ import annotations

from django.conf import settings

from dateline.funding.mode import Mode, current_mode

from . import paypal
from .interface import (
    BadNotice,
    Checkout,
    Moved,
    Notice,
    Order,
    Payment,
    Promise,
    Provider,
    ProviderDown,
    ProviderRefused,
)
from .paypal import PayPal
from .rehearsal import Rehearsal
from .stripe import Stripe, mode_of_key

__all__ = [
    "BadNotice",
    "Checkout",
    "Moved",
    "Notice",
    "Order",
    "Payment",
    "Promise",
    "Provider",
    "ProviderDown",
    "ProviderRefused",
    "configured",
    "provider_named",
]


def configured() -> list[Provider]:
    """Return the providers that have their keys, open to givers or not. Empty in production until a real one has.

    The rehearsal provider is there in a rehearsal as long as no other is. Each call makes new ones, since one may
    remember what it was told within one comparison.
    """
    mode = current_mode()
    found: list[Provider] = [Stripe()] if settings.STRIPE_KEY and mode_of_key(settings.STRIPE_KEY) == mode else []
    found += [PayPal()] if paypal.configured() else []
    is_alone = not (settings.STRIPE_KEY or settings.PAYPAL_CLIENT)
    return [Rehearsal()] if is_alone and mode == Mode.TEST else found


def provider_named(name: str) -> Provider | None:
    """Return the provider of this name if it may be used in the installation's mode."""
    return next((provider for provider in configured() if provider.name == name), None)
