"""Hosted checkout in Stripe's words: what the adapter of Stripe and that of the rehearsal provider share."""

from .adapter import HostedCheckout
from .wire import Wire

__all__ = ["HostedCheckout", "Wire"]
