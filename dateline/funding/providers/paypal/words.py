"""PayPal's objects in our words. Nothing here asks anybody anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from dateline.funding.providers.interface import Checkout, Moved, MovedKind, Promise
from dateline.lib.money import Money, exponent

from .amounts import from_paypal, part_of

Said = Mapping[str, Any]
SETTLED = {"COMPLETED", "PARTIALLY_REFUNDED", "REFUNDED"}  # captures whose money came
ON_ITS_WAY = {*SETTLED, "PENDING"}
FAILED = {"DECLINED", "FAILED"}
FOR_THE_GIVER = {"RESOLVED_BUYER_FAVOUR", "ACCEPTED"}
WITHIN_A_SECOND = ("gift", "dispute", "reversal", "refund")
STANDING = {"ACTIVE": "active", "SUSPENDED": "paused", "CANCELLED": "ended", "EXPIRED": "ended"}


def instant(said: str) -> datetime:
    """Turn PayPal's time into an aware instant in UTC."""
    return datetime.fromisoformat(said).astimezone(UTC)


def text(moment: datetime) -> str:
    """Write an instant as PayPal takes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def link(said: Said, *names: str) -> str:
    """Return the address of the first of the links that go by one of these names; empty where there is none."""
    links = {each["rel"]: each["href"] for each in said.get("links", ())}
    return next((str(links[name]) for name in names if name in links), "")


def payments(order: Said, kind: str) -> list[Said]:
    """Return the captures or refunds of an order."""
    [unit] = order["purchase_units"]
    return list((unit.get("payments") or {}).get(kind) or ())


def checkout_of_order(order: Said, *, live: bool) -> Checkout:
    """An order. A capture that PayPal still looks at is paid, and no payment yet."""
    [unit] = order["purchase_units"]
    captures = payments(order, "captures")
    good = next((each for each in captures if each["status"] in ON_ITS_WAY), None)
    if good:
        state = "paid"
    elif order["status"] == "VOIDED":
        state = "expired"
    else:
        state = "declined" if any(each["status"] in FAILED for each in captures) else "open"
    return Checkout(
        session_id=order["id"],
        reference=unit.get("custom_id", ""),
        url=link(order, "payer-action", "approve"),
        state=state,
        live=live,
        payment_id=good["id"] if good else "",
    )


def checkout_of_subscription(said: Said, payment_id: str, *, live: bool) -> Checkout:
    """A subscription that somebody is about to agree to, or has; ``payment_id`` is its first payment."""
    waits, is_over = said["status"] == "APPROVAL_PENDING", said["status"] in {"CANCELLED", "EXPIRED"}
    state = "open" if waits else "expired" if is_over and not payment_id else "paid"
    return Checkout(said["id"], said.get("custom_id", ""), link(said, "approve"), state, live, payment_id)


def promise(said: Said, *, live: bool) -> Promise:
    """A subscription with its plan."""
    billing = said.get("billing_info") or {}
    state = STANDING.get(said["status"], "late")
    if state == "active" and int(billing.get("failed_payments_count") or 0):
        state = "late"
    following = billing.get("next_billing_time") if state != "ended" else None
    [cycle] = said["plan"]["billing_cycles"]
    return Promise(
        subscription_id=said["id"],
        reference=said.get("custom_id", ""),
        money=from_paypal(cycle["pricing_scheme"]["fixed_price"]),
        state=state,
        live=live,
        next_at=instant(following) if following else None,
    )


def moved_by_capture(capture: Said) -> Moved:
    """What a capture changed of our balance. Where PayPal exchanged it, in the currency that it exchanged it into."""
    told = capture.get("seller_receivable_breakdown") or {}
    money = from_paypal(capture["amount"])
    fee = from_paypal(told["paypal_fee"]) if told.get("paypal_fee") else Money(0, money.currency)
    settled = money
    if told.get("receivable_amount") and told.get("exchange_rate"):
        received = from_paypal(told["receivable_amount"])
        fee = _fee_exchanged(told, fee, received.currency)
        settled = received + fee
    at = instant(capture["create_time"])
    return Moved(capture["id"], "gift", settled, fee, at, of_gift=money, payment_id=capture["id"])


def moved_by_refund(refund: Said, payment_id: str) -> Moved:
    """What a refund changed of our balance; the part of the fee that comes back with it is a fee below nothing."""
    told = refund.get("seller_payable_breakdown") or {}
    money = from_paypal(refund["amount"])
    fee = from_paypal(told["paypal_fee"]) if told.get("paypal_fee") else Money(0, money.currency)
    paid = money - fee
    if told.get("net_amount_in_receivable_currency"):
        paid = from_paypal(told["net_amount_in_receivable_currency"])
        exchanges = [
            each["exchange_rate"] for each in told.get("net_amount_breakdown") or () if "exchange_rate" in each
        ]
        rate = {"exchange_rate": exchanges[0]} if exchanges else {}
        fee = _fee_exchanged({**rate, **told}, fee, paid.currency)
    settled, back = paid + fee, Money(-money.amount, money.currency)
    at = instant(refund["create_time"])
    return Moved(refund["id"], "refund", _less(settled), _less(fee), at, of_gift=back, payment_id=payment_id)


def moved_by_dispute(dispute: Said, gift: Moved, others: Iterable[Moved]) -> list[Moved]:
    """What a dispute takes when it is opened, and what of it comes back; ``others`` is what else moved of the gift.

    PayPal says it in the giver's currency; ours is reckoned at the rate at which the gift came. What is sent back while
    the dispute is open is let go of by it, and the rest comes back when it ends for us.
    """
    name, opened = dispute["dispute_id"], instant(dispute["create_time"])
    others = in_order(others)
    left = min(from_paypal(dispute["dispute_amount"]).amount, of_gift(gift) + sum(map(of_gift, before(opened, others))))
    if left <= 0:
        return []
    found = [_part(gift, name, "dispute", (0, left), opened)]
    ended = instant(dispute["update_time"]) if dispute["status"] == "RESOLVED" else None
    for each in others:
        back = min(left, -of_gift(each))
        if each.kind == "refund" and opened <= each.at <= (ended or each.at) and back > 0:
            found.append(_part(gift, f"{name}:{each.movement_id}", "reversal", (left, left - back), each.at))
            left -= back
    outcome = (dispute.get("dispute_outcome") or {}).get("outcome_code", "")
    if left and ended and outcome not in FOR_THE_GIVER:
        found.append(_part(gift, f"{name}:back", "reversal", (left, 0), ended))
    return found


def of_gift(moved: Moved) -> int:
    """Return what a movement is of its gift, in minor units of the giver's currency."""
    return moved.of_gift.amount if moved.of_gift else 0


def before(moment: datetime, moved: Iterable[Moved]) -> list[Moved]:
    """Return what moved before a moment."""
    return [each for each in moved if each.at < moment]


def in_order(moved: Iterable[Moved]) -> tuple[Moved, ...]:
    """Return movements, oldest first; within a second, what a dispute lets go of comes before it is sent back."""
    return tuple(sorted(moved, key=lambda each: (each.at, WITHIN_A_SECOND.index(each.kind))))


def _fee_exchanged(told: Said, fee: Money, currency: str) -> Money:
    """Return a fee in the currency of our balance, as PayPal says it or at the rate that it says."""
    if told.get("paypal_fee_in_receivable_currency"):
        return from_paypal(told["paypal_fee_in_receivable_currency"])
    if not fee.amount or fee.currency == currency:
        return Money(fee.amount, currency)
    rate = Decimal(told["exchange_rate"]["value"])
    scale = Decimal(10) ** (exponent(currency) - exponent(fee.currency))
    return Money(int((fee.amount * rate * scale).to_integral_value(rounding="ROUND_HALF_UP")), currency)


def _part(gift: Moved, name: str, kind: MovedKind, held: tuple[int, int], at: datetime) -> Moved:
    """Return the movement that changes what a dispute holds of ``gift``, to the minor unit, from one sum to another."""
    was, now = (part_of(gift.settled, each, of_gift(gift)) for each in held)
    nothing, back = Money(0, was.currency), Money(held[0] - held[1], gift.of_gift.currency if gift.of_gift else "")
    return Moved(name, kind, was - now, nothing, at, of_gift=back, payment_id=gift.movement_id)


def _less(money: Money) -> Money:
    return Money(-money.amount, money.currency)
