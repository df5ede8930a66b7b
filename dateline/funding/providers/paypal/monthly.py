"""Monthly gifts at PayPal: one product, a plan for each currency, and subscriptions that name their own amount.

PayPal collects nothing without a product and a plan. Ours are made when the first monthly gift asks for them and found
again by their names, so that there is nothing to set up by hand and nothing of them to keep.
"""

from __future__ import annotations

from typing import Any

from dateline.funding.providers.interface import Order

from .amounts import to_paypal
from .wire import PayPalWire, Refused, Said

PRODUCT = "DATELINE-MONTHLY-GIFT"
LONGEST = 127  # characters of a name
PAGE = 20  # plans in one answer; the most that PayPal gives
FAILURES = 3  # payments that may fail before PayPal suspends a subscription


def subscribe(wire: PayPalWire, order: Order) -> Said:
    """Return a subscription that waits for its giver's word; asked again with the same reference, the same one."""
    said = {
        "plan_id": plan(wire, order),
        "custom_id": order.reference,
        "plan": {"billing_cycles": [{"sequence": 1, "total_cycles": 0, "pricing_scheme": _price(order)}]},
        "application_context": {
            "brand_name": order.newsroom[:LONGEST],
            "shipping_preference": "NO_SHIPPING",
            "user_action": "SUBSCRIBE_NOW",
            "return_url": order.success_url,
            "cancel_url": order.cancel_url,
        },
    }
    if order.email:
        said["subscriber"] = {"email_address": order.email}
    return wire.ask("POST", "/v1/billing/subscriptions", said, f"checkout-{order.reference}")


def plan(wire: PayPalWire, order: Order) -> str:
    """Return the plan for gifts in the order's currency, made where there is none."""
    name = f"{order.newsroom}: {order.money.currency}"[:LONGEST]
    asked: dict[str, Any] = {"product_id": PRODUCT, "page_size": PAGE, "total_required": "true"}
    page, pages = 1, 1
    while page <= pages:
        said = wire.ask("GET", "/v1/billing/plans", asked | {"page": page})
        for each in said.get("plans") or ():
            if each["name"] == name and each["status"] == "ACTIVE":
                return str(each["id"])
        page, pages = page + 1, int(said.get("total_pages") or 1)
    _product(wire, order)
    return str(wire.ask("POST", "/v1/billing/plans", _new_plan(name, order), f"plan-{name}")["id"])


def _new_plan(name: str, order: Order) -> Said:
    cycle = {
        "frequency": {"interval_unit": "MONTH", "interval_count": 1},
        "tenure_type": "REGULAR",
        "sequence": 1,
        "total_cycles": 0,  # until somebody ends it
        "pricing_scheme": _price(order),
    }
    return {
        "product_id": PRODUCT,
        "name": name,
        "billing_cycles": [cycle],
        "payment_preferences": {"auto_bill_outstanding": False, "payment_failure_threshold": FAILURES},
    }


def _product(wire: PayPalWire, order: Order) -> None:
    """Make the product that plans hang on, unless it is there."""
    said = {"id": PRODUCT, "name": order.newsroom[:LONGEST], "type": "SERVICE"}
    try:
        wire.ask("POST", "/v1/catalogs/products", said, PRODUCT)
    except Refused as error:
        if error.issue != "DUPLICATE_RESOURCE_IDENTIFIER":
            raise


def _price(order: Order) -> Said:
    return {"fixed_price": to_paypal(order.money)}
