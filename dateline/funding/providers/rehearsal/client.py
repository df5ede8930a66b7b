"""The adapter: speaks HTTP to the rehearsal service as it would to any provider."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from dateline.funding.providers.interface import (
    BadNotice,
    Checkout,
    Notice,
    Order,
    Payment,
    ProviderDown,
    ProviderRefused,
    Refunded,
)
from dateline.funding.providers.signature import BadSignature, check_signature
from dateline.lib.money import Money

from . import keys

SECONDS = 5
MOST_BYTES = 64 * 1024


class Rehearsal:
    """Speaks to the loopback service. Knows nothing that a stranger to its process could not know."""

    name = "rehearsal"
    label = "Rehearsal checkout"

    def open_checkout(self, order: Order) -> Checkout:
        """Make the hosted page; asked again with the same reference, return the same page."""
        wish = {
            "reference": order.reference,
            "amount": order.money.amount,
            "currency": order.money.currency,
            "monthly": order.monthly,
            "purpose": order.purpose,
            "newsroom": order.newsroom,
            "success_url": order.success_url,
            "cancel_url": order.cancel_url,
            "hook_url": order.hook_url,
        }
        return _checkout(_call("POST", "/v1/checkout/sessions", wish, order.reference))

    def fetch_checkout(self, session_id: str) -> Checkout:
        """Return where a checkout stands now."""
        return _checkout(_call("GET", f"/v1/checkout/sessions/{quote(session_id, safe='')}"))

    def fetch_payment(self, payment_id: str) -> Payment:
        """Return a payment, such as a month's renewal."""
        return _payment(_call("GET", f"/v1/payments/{quote(payment_id, safe='')}"))

    def refund(self, payment_id: str, money: Money, reference: str) -> Refunded:
        """Send money back; asked again with the same reference, send nothing more."""
        wish = {"payment": payment_id, "amount": money.amount, "currency": money.currency}
        answer = _call("POST", "/v1/refunds", wish, reference)
        return Refunded(answer["movement"], Money(answer["amount"], answer["currency"]), _instant(answer["created"]))

    def read_notice(self, body: bytes, headers: Mapping[str, str], now: datetime) -> Notice:
        """Check the signature and both bounds of its time, and return what the notice says. Raises BadNotice."""
        try:
            check_signature(body, headers.get("Rehearsal-Signature", ""), keys.hook_secret(), now)
            said = json.loads(body.decode("utf-8"))
            return Notice(str(said["id"]), str(said["type"]), str(said["object"]), said["livemode"] is True)
        except (BadSignature, ValueError, KeyError, TypeError) as error:
            raise BadNotice(str(error)) from error


def _call(verb: str, path: str, wish: Mapping[str, Any] | None = None, key: str = "") -> dict[str, Any]:
    """Call the service and return its answer. Raises ProviderDown or ProviderRefused."""
    headers = {"Authorization": f"Bearer {keys.api_key()}", "Content-Type": "application/json"}
    if key:
        headers["Idempotency-Key"] = key
    body = json.dumps(wish).encode() if wish is not None else None
    request = urllib.request.Request(keys.address() + path, body, headers, method=verb)  # noqa: S310 - always loopback
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
            return dict(json.loads(answer.read(MOST_BYTES)))
    except urllib.error.HTTPError as error:
        with error:
            reason = error.read(MOST_BYTES).decode("utf-8", "replace")
        if error.code >= 500:
            raise ProviderDown(reason) from error
        raise ProviderRefused(reason) from error
    except (OSError, ValueError) as error:
        raise ProviderDown(str(error)) from error


def _instant(seconds: float) -> datetime:
    """Turn the service's Unix seconds into an instant."""
    return datetime.fromtimestamp(seconds, UTC)


def _payment(said: Mapping[str, Any]) -> Payment:
    """Turn the service's payment into ours."""
    return Payment(
        payment_id=said["id"],
        movement_id=said["movement"],
        money=Money(said["amount"], said["currency"]),
        paid_at=_instant(said["created"]),
        session_id=said["session"],
        subscription_id=said["subscription"],
    )


def _checkout(said: Mapping[str, Any]) -> Checkout:
    """Turn the service's session into ours."""
    payment = _payment(said["payment"]) if said["payment"] else None
    return Checkout(said["id"], said["reference"], said["url"], said["state"], said["livemode"], payment)
