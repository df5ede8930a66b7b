"""The adapter: speaks HTTP to the rehearsal service, in Stripe's words but without Stripe's library."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from dateline.funding.providers.hosted import HostedCheckout
from dateline.funding.providers.interface import BadNotice, ProviderDown, ProviderRefused
from dateline.funding.providers.signature import BadSignature, check_signature

from . import keys
from .encoding import encoded

SECONDS = 5
MOST_BYTES = 4 * 1024 * 1024


class LoopbackWire:
    """Asks the service on this machine. Knows nothing that a stranger to its process could not know."""

    def ask(
        self, verb: Literal["get", "post", "delete"], path: str, said: Mapping[str, Any] | None = None, key: str = ""
    ) -> Mapping[str, Any]:
        """Return the answer as plain values. Raises ProviderDown or ProviderRefused."""
        headers = {"Authorization": f"Bearer {keys.api_key()}"} | ({"Idempotency-Key": key} if key else {})
        form = encoded(dict(said or {}))
        url = keys.address() + path + (f"?{form}" if verb == "get" and form else "")
        body = form.encode() if verb == "post" else None
        request = urllib.request.Request(url, body, headers, method=verb.upper())  # noqa: S310 - always loopback
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


class Rehearsal(HostedCheckout):
    """A hosted checkout on this very machine, where no money moves."""

    name = "rehearsal"
    label = "Rehearsal checkout"
    wire = LoopbackWire()

    def check_signature(self, body: bytes, headers: Mapping[str, str], now: datetime) -> None:
        """Raise BadNotice unless the service signed ``body``, lately."""
        try:
            check_signature(body, headers.get("Stripe-Signature", ""), keys.hook_secret(), now)
        except BadSignature as error:
            raise BadNotice(str(error)) from error
