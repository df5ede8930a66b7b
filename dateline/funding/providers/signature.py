"""Webhook signatures in the manner of Stripe's ``t=…,v1=…``: HMAC-SHA256 over time, dot and raw body.

The time is bounded on both sides: a notice from the future is as forged as one from last week.
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime, timedelta

TOLERANCE = timedelta(seconds=300)


class BadSignature(Exception):
    """The bytes were not signed with our secret, or not lately."""


def sign(body: bytes, secret: str, now: datetime) -> str:
    """Return the header's value for ``body`` signed at ``now``."""
    stamp = int(now.timestamp())
    return f"t={stamp},v1={_mac(body, secret, str(stamp))}"


def check_signature(body: bytes, header: str, secret: str, now: datetime) -> None:
    """Raise BadSignature unless one of the v1 values is ours (there are two while a secret changes) and is of now."""
    pairs = [part.partition("=") for part in header.split(",")]
    stamps = [value for key, _, value in pairs if key.strip() == "t"]
    macs = [value for key, _, value in pairs if key.strip() == "v1"]
    if len(stamps) != 1 or not stamps[0].isascii() or not stamps[0].isdigit() or len(stamps[0]) > 12 or not macs:
        raise BadSignature("The signature header is malformed.")
    if not secret:
        raise BadSignature("No secret is set.")
    wanted = _mac(body, secret, stamps[0]).encode()
    if not any(hmac.compare_digest(wanted, mac.encode("utf-8", "replace")) for mac in macs):
        raise BadSignature("The signature is not ours.")
    if abs(now.timestamp() - int(stamps[0])) > TOLERANCE.total_seconds():
        raise BadSignature("The signature's time is more than five minutes from our clock.")


def _mac(body: bytes, secret: str, stamp: str) -> str:
    """Return the hexadecimal HMAC."""
    return hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
