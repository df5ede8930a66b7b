"""Stripe's objects in our words. Nothing here asks anybody anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from dateline.funding.providers.interface import About, Checkout, Moved, MovedKind, Promise

from .amounts import from_stripe

Said = Mapping[str, Any]
KINDS: dict[str, MovedKind] = {
    "charge": "gift",
    "payment": "gift",
    "refund": "refund",
    "payment_refund": "refund",
    "refund_failure": "returned",
    "payment_failure_refund": "returned",
    "payout": "payout",
    "payout_failure": "payout",
    "payout_cancel": "payout",
}
DECLINED = "payment_intent.payment_failed"  # sent for each card that is refused, also where a month renews itself
STATES = {"active": "active", "trialing": "active", "past_due": "late", "unpaid": "late", "incomplete": "late"}


def instant(seconds: float) -> datetime:
    """Turn Unix seconds into an instant."""
    return datetime.fromtimestamp(seconds, UTC)


def id_of(thing: str | Said | None) -> str:
    """Return the id of what may be expanded, named, or missing."""
    return str(thing["id"] if isinstance(thing, Mapping) else thing or "")


def checkout(said: Said) -> Checkout:
    """A checkout session."""
    paid = said["payment_status"] == "paid" or (said["status"] == "complete" and said["mode"] == "subscription")
    ended = "declined" if _has_failed(said) else "expired" if said["status"] == "expired" else ""
    payment = said.get("invoice") if said["mode"] == "subscription" else said.get("payment_intent")
    return Checkout(
        session_id=said["id"],
        reference=said.get("client_reference_id") or "",
        url=said.get("url") or "",
        state="paid" if paid else ended or "open",
        live=said["livemode"],
        payment_id=id_of(payment) if paid else "",
        refused_card=said["status"] == "open" and _has_refused(said.get("payment_intent")),
    )


def _has_refused(payment: str | Said | None) -> bool:
    """Whether the last try of a payment failed. Of a monthly gift nothing is told before it is paid."""
    return isinstance(payment, Mapping) and bool(payment.get("last_payment_error"))


def _has_failed(said: Said) -> bool:
    """Whether a payment that takes days (a direct debit) was sent and refused: no other can be tried on this page."""
    payment = said.get("payment_intent")
    state = payment["status"] if isinstance(payment, Mapping) else ""
    return said["status"] == "complete" and state in {"requires_payment_method", "canceled"}


def promise(said: Said) -> Promise:
    """A subscription."""
    [item] = said["items"]["data"]
    paused = bool(said.get("pause_collection"))
    state = STATES.get(said["status"], "ended")
    return Promise(
        subscription_id=said["id"],
        reference=(said.get("metadata") or {}).get("reference", ""),
        money=from_stripe(item["price"]["unit_amount"], item["price"]["currency"]),
        state="paused" if paused and state != "ended" else state,
        live=said["livemode"],
        next_at=instant(item["current_period_end"]) if state != "ended" else None,
    )


def moved(said: Said, kind: MovedKind | None = None, of_gift: int | None = None, currency: str = "") -> Moved:
    """A balance transaction; ``of_gift`` in ``currency`` is the same in what the giver paid, in Stripe's counting."""
    known = kind or KINDS.get(said["type"], "other")
    return Moved(
        movement_id=said["id"],
        kind=known,
        settled=from_stripe(said["amount"], said["currency"]),
        fee=from_stripe(said["fee"], said["currency"]),
        at=instant(said["created"]),
        of_gift=from_stripe(of_gift, currency) if of_gift is not None else None,
    )


def movements_of(charge: Said, refunds: list[Said], disputes: list[Said]) -> Iterator[Moved]:
    """Yield what has moved of a charge, in no order; what is not settled yet has no balance transaction."""
    if charge.get("balance_transaction"):
        yield moved(charge["balance_transaction"], "gift", charge["amount"], charge["currency"])
    for refund in refunds:
        if refund.get("balance_transaction"):
            yield moved(refund["balance_transaction"], "refund", -refund["amount"], refund["currency"])
        if refund.get("failure_balance_transaction"):
            yield moved(refund["failure_balance_transaction"], "returned", refund["amount"], refund["currency"])
    for dispute in disputes:
        for each in dispute["balance_transactions"]:
            came_back = each["amount"] > 0
            kind: MovedKind = "reversal" if came_back else "dispute"
            yield moved(each, kind, dispute["amount"] * (1 if came_back else -1), dispute["currency"])


def is_renewal(kind: str, thing: Said) -> bool:
    """Whether a month failed by itself. A payment does not name its invoice; Stripe tells of both, one by one."""
    return kind == "invoice.payment_failed" and thing.get("billing_reason") == "subscription_cycle"


def about(kind: str, thing: Said) -> tuple[About, str]:
    """Return what an event's object asks us to fetch."""
    match kind.split("."):
        case ["checkout", "session", *_]:
            return "checkout", id_of(thing)
        case ["invoice", "paid"]:
            return "payment", id_of(thing)
        case ["invoice", "payment_failed"]:
            details = (thing.get("parent") or {}).get("subscription_details") or {}
            return "promise", id_of(details.get("subscription"))
        case ["customer", "subscription", *_]:
            return "promise", id_of(thing)
        case ["charge", "refunded"] | ["charge", "dispute", *_] | ["charge", "refund", *_] | ["refund", *_]:
            return "payment", id_of(thing.get("payment_intent"))
        case _:
            return "", id_of(thing)
