"""Where PayPal's API is asked. Its events do not say whether their money is real: live and sandbox are two hosts."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings

from dateline.funding.mode import Mode, current_mode

LIVE = "https://api-m.paypal.com"
SANDBOX = "https://api-m.sandbox.paypal.com"
LIVE_HOSTS = {"api-m.paypal.com", "api.paypal.com"}


def address() -> str:
    """Return the address that is set, or the one that PayPal has for the installation's mode."""
    return (settings.PAYPAL_ADDRESS or (LIVE if current_mode() == Mode.LIVE else SANDBOX)).rstrip("/")


def is_live(address: str) -> bool:
    """Whether what moves at ``address`` is real money. Anything but PayPal's own live hosts is a rehearsal."""
    return urlsplit(address).hostname in LIVE_HOSTS


def fits(address: str) -> bool:
    """Whether what moves at ``address`` is of the kind that this installation books, and our key gets there unread."""
    url = urlsplit(address)
    is_private = url.scheme == "https" or url.hostname in {"127.0.0.1", "::1", "localhost"}
    return is_private and is_live(address) == (current_mode() == Mode.LIVE)
