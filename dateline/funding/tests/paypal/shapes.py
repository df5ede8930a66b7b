"""PayPal's objects, as its API writes them. Amounts are whole numbers of what PayPal takes as the smallest unit."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

Row = dict[str, Any]
WHOLE = {"HUF", "JPY", "TWD"}  # no decimals
FEE, FIXED = Fraction(29, 1000), 30


def money(amount: int, currency: str) -> Row:
    """An amount."""
    if currency in WHOLE:
        return {"currency_code": currency, "value": str(amount)}
    sign, units = "-" if amount < 0 else "", divmod(abs(amount), 100)
    return {"currency_code": currency, "value": f"{sign}{units[0]}.{units[1]:02}"}


def amount_of(said: Row) -> tuple[int, str]:
    """Read an amount as PayPal does: decimals where there are none are an error."""
    code, value = said["currency_code"], said["value"]
    units, _, rest = value.partition(".")
    if code in WHOLE:
        if rest:
            raise ValueError("DECIMALS_NOT_SUPPORTED")
        return int(units), code
    if len(rest) > 2:
        raise ValueError("DECIMAL_PRECISION")
    return int(units) * 100 + int(rest.ljust(2, "0")), code


def moment(seconds: float) -> str:
    """A time."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def seconds(said: str) -> float:
    """The same, read."""
    return datetime.fromisoformat(said).timestamp()


def order(name: str, wish: Row, address: str, at: float) -> Row:
    """An order that waits for its payer."""
    links = [
        {"rel": "self", "href": f"{address}/v2/checkout/orders/{name}", "method": "GET"},
        {"rel": "payer-action", "href": f"https://www.sandbox.paypal.com/checkoutnow?token={name}", "method": "GET"},
    ]
    units = [{"reference_id": "default", **unit} for unit in wish["purchase_units"]]
    return {
        "id": name,
        "intent": wish["intent"],
        "status": "PAYER_ACTION_REQUIRED",
        "purchase_units": units,
        "create_time": moment(at),
        "links": links,
    }


def capture(name: str, bill: tuple[int, str], kept: Row, at: float) -> Row:
    """A captured payment."""
    return {
        "id": name,
        "status": "COMPLETED",
        "amount": money(*bill),
        "final_capture": True,
        "create_time": moment(at),
        "update_time": moment(at),
        **kept,
    }


def receivable(bill: tuple[int, str], account: tuple[str, Fraction]) -> tuple[Row, int, int]:
    """What a capture brings, and its fee and what is received of it in the account's currency."""
    amount, currency = bill
    fee = int(amount * FEE) + FIXED
    told = {
        "gross_amount": money(amount, currency),
        "paypal_fee": money(fee, currency),
        "net_amount": money(amount - fee, currency),
    }
    into, rate = account
    if not into or into == currency:
        return told, fee, amount - fee
    received = round((amount - fee) * rate)
    told |= {
        "receivable_amount": money(received, into),
        "exchange_rate": {"source_currency": currency, "target_currency": into, "value": f"{float(rate):.10f}"},
    }
    return told, fee, received


def refund(name: str, capture: Row, bill: tuple[int, str], account: tuple[str, Fraction], at: float) -> Row:
    """A refund; the fee stays with PayPal."""
    amount, currency = bill
    told = {
        "gross_amount": money(amount, currency),
        "paypal_fee": money(0, currency),
        "net_amount": money(amount, currency),
    }
    into, rate = account
    if into and into != currency:
        told["net_amount_in_receivable_currency"] = money(round(amount * rate), into)
    up = {
        "rel": "up",
        "href": f"https://api-m.sandbox.paypal.com/v2/payments/captures/{capture['id']}",
        "method": "GET",
    }
    return {
        "id": name,
        "status": "COMPLETED",
        "amount": money(amount, currency),
        "seller_payable_breakdown": told,
        "create_time": moment(at),
        "links": [up],
    }


def subscription(name: str, wish: Row, address: str, at: float) -> Row:
    """A subscription that waits for its subscriber."""
    return {
        "id": name,
        "status": "APPROVAL_PENDING",
        "plan_id": wish["plan_id"],
        "custom_id": wish.get("custom_id", ""),
        "plan": wish["plan"],
        "create_time": moment(at),
        "billing_info": {"failed_payments_count": 0, "outstanding_balance": money(0, "USD")},
        "links": [{"rel": "approve", "href": f"https://www.sandbox.paypal.com/webapps/billing?token={name}"}],
    }


def dispute(name: str, capture: Row, bill: tuple[int, str], stage: str, at: float) -> Row:
    """A dispute that has just been opened."""
    return {
        "dispute_id": name,
        "create_time": moment(at),
        "update_time": moment(at),
        "status": "OPEN",
        "dispute_state": "REQUIRED_ACTION",
        "dispute_life_cycle_stage": stage,
        "dispute_amount": money(*bill),
        "disputed_transactions": [{"seller_transaction_id": capture["id"]}],
    }


def row(name: str, code: str, bill: tuple[int, str], at: float, *, fee: int = 0, of: str = "") -> Row:
    """A row of the reports. ``fee`` is what PayPal keeps, positive."""
    amount, currency = bill
    told = {
        "transaction_id": name,
        "transaction_event_code": code,
        "transaction_initiation_date": moment(at),
        "transaction_status": "S",
        "transaction_amount": money(amount, currency),
    }
    if fee:
        told["fee_amount"] = money(-fee, currency)
    if of:
        told |= {"paypal_reference_id": of, "paypal_reference_id_type": "TXN"}
    return told


def event(name: str, kind: str, thing: Row, at: float) -> Row:
    """What is told by webhook."""
    return {
        "id": name,
        "event_version": "1.0",
        "create_time": moment(at),
        "event_type": kind,
        "summary": "Ünïcode, and a slash \\/ that is written in two ways.",
        "resource": thing,
    }
