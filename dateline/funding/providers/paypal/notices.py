"""PayPal's webhooks: what can be checked here is, and only then PayPal is asked whether it signed them.

PayPal signs with a key whose certificate lies at an address that the notice itself names. We never fetch that: whoever
writes to us would choose where we go. PayPal's own answer (``verify-webhook-signature``) needs no address of theirs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.core.cache import cache

from dateline.delivery.tries import count_try
from dateline.funding.providers.interface import About, BadNotice, Notice, ProviderRefused

from .wire import PayPalWire, Said
from .words import instant

REFUND = "refund:"  # before a refund's id, where a payment is asked for by it
# PayPal repeats what was not taken for three days and does not say whether with a new time. A notice is a hint, kept
# once by its id, so one that is three days old does no harm; one that was thrown away would be missed.
OLDEST = timedelta(days=3)
AHEAD = timedelta(minutes=5)
MOST_FORGED = 30  # a minute that PayPal is asked about
FORGED = "funding:tries:paypal:forged"
HEADERS = {
    "transmission_id": ("PayPal-Transmission-Id", re.compile(r"(?!\d+$)[\w-]{1,50}", re.ASCII)),
    "transmission_time": ("PayPal-Transmission-Time", re.compile(r"[\d:TZ.+-]{20,35}", re.ASCII)),
    "transmission_sig": ("PayPal-Transmission-Sig", re.compile(r"[\w+/=-]{1,500}", re.ASCII)),
    "cert_url": ("PayPal-Cert-Url", re.compile(r"https://[\w./:-]{1,490}", re.ASCII)),
    "auth_algo": ("PayPal-Auth-Algo", re.compile(r"[A-Za-z0-9]{1,100}")),
}
# Of a payment that somebody tries at this moment. A month that fails by itself is nobody's try.
DECLINED = {
    "CHECKOUT.PAYMENT-APPROVAL.REVERSED",
    "PAYMENT.CAPTURE.DECLINED",
    "PAYMENT.CAPTURE.DENIED",
    "PAYMENT.SALE.DENIED",
}


def read(
    wire: PayPalWire, webhook: str, body: bytes, headers: Mapping[str, str], now: datetime, *, live: bool
) -> Notice:
    """Return what a notice says, once PayPal has said that it is its own. Raises BadNotice or ProviderDown."""
    signed = _signed(headers)
    _check_time(signed["transmission_time"], now)
    said = _event(body)
    try:
        kind, name = str(said["event_type"]), str(said["id"])
        about, thing = about_what(kind, said["resource"])
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise BadNotice(f"The notice is not in the words that we know: {error!r}") from error
    _check_signature(wire, {**signed, "webhook_id": webhook}, body)
    return Notice(name, kind, about, thing, live, declined=kind in DECLINED)


def about_what(kind: str, thing: Said) -> tuple[About, str]:
    """Return what an event's object asks us to fetch."""
    match kind.split("."):
        case ["CHECKOUT", "ORDER", *_]:
            return "checkout", str(thing["id"])
        case ["CHECKOUT", "PAYMENT-APPROVAL", *_]:
            return "checkout", str(thing.get("order_id", ""))
        case ["PAYMENT", "CAPTURE" | "SALE", "REFUNDED" | "REVERSED"]:
            return "payment", f"{REFUND}{thing['id']}"
        case ["PAYMENT", "CAPTURE" | "SALE", *_]:
            return "payment", str(thing["id"])
        case ["BILLING", "SUBSCRIPTION", "ACTIVATED"]:
            return "checkout", str(thing["id"])  # the first payment is there, or comes as a sale of its own
        case ["BILLING", "SUBSCRIPTION", *_]:
            return "promise", str(thing["id"])
        case ["CUSTOMER", "DISPUTE", *_]:
            return "payment", str(thing["disputed_transactions"][0]["seller_transaction_id"])
        case _:
            return "", str(thing.get("id", ""))


def _signed(headers: Mapping[str, str]) -> dict[str, str]:
    """Return the headers that PayPal signs with, in the words of its question. Raises BadNotice where one is odd."""
    found = {}
    for word, (name, shape) in HEADERS.items():
        value = headers.get(name, "")
        if not shape.fullmatch(value):
            raise BadNotice(f"{name} is missing, or not in PayPal's shape.")
        found[word] = value
    host = urlsplit(found["cert_url"]).hostname or ""
    if host != "paypal.com" and not host.endswith(".paypal.com"):
        raise BadNotice("The certificate is not said to lie at PayPal.")
    return found


def _check_time(stamp: str, now: datetime) -> None:
    """Raise BadNotice unless a notice was sent within the three days in which PayPal repeats it."""
    try:
        sent = instant(stamp)
    except ValueError as error:
        raise BadNotice("The notice's time is none.") from error
    if not now - OLDEST <= sent <= now + AHEAD:
        raise BadNotice("The notice is from the future, or older than PayPal repeats any.")


def _event(body: bytes) -> dict[str, Any]:
    """Return the event. Raises BadNotice unless it is one JSON object in UTF-8."""
    try:
        said = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise BadNotice(f"The notice cannot be read: {error}") from error
    if not isinstance(said, dict):
        raise BadNotice("The notice is no event.")
    return said


def _check_signature(wire: PayPalWire, signed: Said, body: bytes) -> None:
    """Ask PayPal whether it signed these very bytes. Raises BadNotice, also where too many are asked about already.

    The event goes back as it came: PayPal signed its bytes, and written anew it would not be the same. It has been read
    as one object, so it cannot change the question around it.
    """
    if cache.get(FORGED, 0) >= MOST_FORGED:
        raise BadNotice("Too many forged notices; PayPal will send this one again.")
    question = json.dumps(signed)[:-1].encode() + b', "webhook_event": ' + body + b"}"
    try:
        answer = wire.ask("POST", "/v1/notifications/verify-webhook-signature", body=question)
        is_good = answer.get("verification_status") == "SUCCESS"
    except ProviderRefused:
        is_good = False
    if not is_good:
        count_try(FORGED, 60)
        raise BadNotice("PayPal did not sign this.")
