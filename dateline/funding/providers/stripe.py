"""Stripe, through its own library, which is loaded when it is first asked for: it takes 24 MiB."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from importlib import import_module
from typing import Any, Literal

from django.conf import settings

from dateline.funding.mode import Mode

from .hosted import HostedCheckout
from .interface import BadNotice, ProviderDown, ProviderRefused

VERSION = "2026-10-28.endive"  # of the API: what ``hosted`` reads. Endpoints of webhooks are to be made with the same
RETRIES = 2
SECONDS = 10
TOLERANCE = timedelta(seconds=300)


class StripeWire:
    """Asks over Stripe's library: its retries, its idempotency, its errors."""

    def __init__(self, key: str, address: str = "") -> None:
        self.key, self.address = key, address

    def ask(
        self,
        verb: Literal["get", "post", "delete"],
        path: str,
        said: Mapping[str, Any] | None = None,
        key: str = "",
    ) -> Mapping[str, Any]:
        """Return the answer as plain values. Raises ProviderDown or ProviderRefused."""
        stripe, options = library(), {"idempotency_key": key} if key else {}
        client = _client(self.key, self.address)
        try:
            answer = client.deserialize(client.raw_request(verb, path, **{**(said or {}), **options}), api_mode="V1")
        except (stripe.APIConnectionError, stripe.RateLimitError) as error:
            raise ProviderDown(str(error)) from error
        except stripe.StripeError as error:
            if (error.http_status or 500) >= 500:
                raise ProviderDown(str(error)) from error
            raise ProviderRefused(str(error)) from error
        return dict(answer.to_dict())


class Stripe(HostedCheckout):
    """Cards, wallets and direct debits, on Stripe's own page."""

    name = "stripe"
    label = "Stripe"

    def __init__(self) -> None:
        self.wire = StripeWire(settings.STRIPE_KEY, settings.STRIPE_ADDRESS)

    def check_signature(self, body: bytes, headers: Mapping[str, str], now: datetime) -> None:
        """Raise BadNotice unless Stripe signed ``body``, lately: its library lets the future pass, we do not."""
        stripe, header = library(), headers.get("Stripe-Signature", "")
        try:
            text = body.decode("utf-8")
            stripe.WebhookSignature.verify_header(text, header, settings.STRIPE_HOOK_SECRET, tolerance=None)
            stamp = int(dict(part.split("=", 1) for part in header.split(",") if "=" in part)["t"])
        except (stripe.SignatureVerificationError, ValueError, TypeError, KeyError) as error:
            raise BadNotice(f"Stripe did not sign this: {error}") from error
        if abs(now.timestamp() - stamp) > TOLERANCE.total_seconds():
            raise BadNotice("The signature's time is more than five minutes from our clock.")


@cache
def library() -> Any:
    """Return Stripe's library."""
    return import_module("stripe")


def mode_of_key(key: str) -> Mode | None:
    """Return in which mode Stripe books what is asked with ``key``; None where it is no secret or restricted key."""
    kind, _, rest = key.partition("_")
    mode = rest.partition("_")[0]
    return Mode(mode) if kind in {"sk", "rk"} and mode in Mode.values else None


@cache
def _client(key: str, address: str) -> Any:
    """Return the library's client; one for all threads."""
    stripe = library()
    addresses: Any = {"api": address} if address else None
    return stripe.StripeClient(
        key,
        base_addresses=addresses,
        stripe_version=VERSION,
        max_network_retries=RETRIES,
        http_client=stripe.RequestsClient(timeout=SECONDS),
    )
