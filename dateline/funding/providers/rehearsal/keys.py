"""Where the rehearsal provider listens and the secrets it shares with us, derived so that nobody has to set them."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.crypto import salted_hmac


def port() -> int:
    """Return the loopback port: the one set, or the one after the newsroom's own."""
    own = urlsplit(settings.BASE_URL)
    return settings.REHEARSAL_PORT or (own.port or 8000) + 1


def address() -> str:
    """Return the base address of the service: loopback only, as its money is anybody's to make."""
    return f"http://127.0.0.1:{port()}"


def api_key() -> str:
    """Return the key that we call the provider with."""
    return salted_hmac("dateline.funding.rehearsal.api", "key").hexdigest()


def hook_secret() -> str:
    """Return the secret that the provider signs its webhooks with."""
    return salted_hmac("dateline.funding.rehearsal.hook", "secret").hexdigest()
