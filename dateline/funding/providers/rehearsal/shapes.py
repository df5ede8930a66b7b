"""Objects as Stripe's API has them, as far as anybody here looks at them."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]
VERSION = "2026-10-28.endive"


def session(name: str, wish: Row, address: str, now: float) -> Row:
    """A checkout session, open."""
    price = wish["line_items"][0]["price_data"]
    return {
        **wish,
        "id": name,
        "object": "checkout.session",
        "amount_total": int(price["unit_amount"]),
        "currency": price["currency"],
        "status": "open",
        "payment_status": "unpaid",
        "payment_intent": None,
        "subscription": None,
        "invoice": None,
        "url": f"{address}/checkout/{name}",
        "livemode": False,
        "created": int(now),
        "expires_at": int(now) + 86_400,
    }


def intent(name: str, bill: Row, now: float) -> Row:
    """A payment intent that nothing was paid of."""
    return {
        "id": name,
        "object": "payment_intent",
        "amount": bill["amount_total"],
        "currency": bill["currency"],
        "status": "requires_payment_method",
        "latest_charge": None,
        "last_payment_error": None,
        "metadata": {},
        "livemode": False,
        "created": int(now),
    }


def charge(name: str, bill: Row, now: float) -> Row:
    """A charge that succeeded."""
    return {
        "id": name,
        "object": "charge",
        "amount": bill["amount_total"],
        "amount_refunded": 0,
        "currency": bill["currency"],
        "status": "succeeded",
        "paid": True,
        "refunded": False,
        "disputed": False,
        "livemode": False,
        "created": int(now),
    }


def refund(name: str, charge: Row, amount: int, now: float) -> Row:
    """A refund that succeeded."""
    return {
        "id": name,
        "object": "refund",
        "amount": amount,
        "currency": charge["currency"],
        "charge": charge["id"],
        "payment_intent": charge["payment_intent"],
        "status": "succeeded",
        "failure_balance_transaction": None,
        "created": int(now),
    }


def dispute(name: str, charge: Row, amount: int, now: float) -> Row:
    """A dispute to be answered."""
    return {
        "id": name,
        "object": "dispute",
        "amount": amount,
        "currency": charge["currency"],
        "charge": charge["id"],
        "payment_intent": charge["payment_intent"],
        "status": "needs_response",
        "reason": "fraudulent",
        "balance_transactions": [],
        "livemode": False,
        "created": int(now),
    }


def movement(name: str, kind: str, source: Row, settled: tuple[int, int, str], now: float) -> Row:
    """A balance transaction; ``settled`` is (amount, fee, currency)."""
    amount, fee, currency = settled
    return {
        "id": name,
        "object": "balance_transaction",
        "type": kind,
        "amount": amount,
        "fee": fee,
        "net": amount - fee,
        "currency": currency,
        "source": source["id"],
        "created": int(now),
    }


def payout(name: str, amount: int, currency: str, now: float) -> Row:
    """A payout that arrived."""
    return {
        "id": name,
        "object": "payout",
        "amount": amount,
        "currency": currency,
        "status": "paid",
        "livemode": False,
        "created": int(now),
    }


def subscription(name: str, session: Row, kept: Row, ends: float) -> Row:
    """A subscription that was paid for the first time."""
    price = {
        "id": name.replace("sub", "price", 1),
        "object": "price",
        "product": name.replace("sub", "prod", 1),
        "unit_amount": session["amount_total"],
        "currency": session["currency"],
        "recurring": {"interval": "month"},
    }
    item = {"id": name.replace("sub", "si", 1), "price": price, "current_period_end": int(ends)}
    return {
        "id": name,
        "object": "subscription",
        "status": "active",
        "items": {"object": "list", "data": [item]},
        "pause_collection": None,
        "metadata": kept,
        "livemode": False,
    }


def invoice(name: str, subscription: Row, payment: str, now: float, *, reason: str) -> Row:
    """A month's bill, paid by ``payment``; open where there is none. ``reason`` is why it was made."""
    price = subscription["items"]["data"][0]["price"]
    paid = {"status": "paid", "payment": {"type": "payment_intent", "payment_intent": payment}}
    return {
        "id": name,
        "object": "invoice",
        "status": "paid" if payment else "open",
        "billing_reason": reason,
        "amount_due": price["unit_amount"],
        "currency": price["currency"],
        "parent": {
            "type": "subscription_details",
            "subscription_details": {"subscription": subscription["id"], "metadata": subscription["metadata"]},
        },
        "payments": {"object": "list", "data": [paid] if payment else []},
        "livemode": False,
        "created": int(now),
    }


def event(name: str, kind: str, thing: Row, now: float) -> Row:
    """What is told of a thing."""
    return {
        "id": name,
        "object": "event",
        "type": kind,
        "data": {"object": thing},
        "livemode": False,
        "api_version": VERSION,
        "created": int(now),
    }


def page(things: list[Row], *, more: bool = False) -> Row:
    """A list of things."""
    return {"object": "list", "data": things, "has_more": more}
