"""The adapter: our questions in Stripe's words, over whatever wire."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote

from dateline.funding.providers.interface import BadNotice, Checkout, Moved, Notice, Order, Payment, Promise
from dateline.lib.money import Money

from . import words
from .amounts import from_stripe, to_stripe
from .wire import Said, Wire

PAGE = 100  # objects in one answer; the most that Stripe gives
BALANCE = "latest_charge.balance_transaction"
REFUNDED = ("data.balance_transaction", "data.failure_balance_transaction")


class HostedCheckout:
    """A provider that speaks as Stripe's API does. Who derives from it says over which wire, and checks signatures."""

    name: str
    label: str
    wire: Wire
    can_change_amount = True
    balances_at: datetime | None = None

    def open_checkout(self, order: Order) -> Checkout:
        """Make the hosted page; asked again with the same reference, return the same page."""
        amount, currency = to_stripe(order.money)
        price: dict[str, Any] = {
            "currency": currency,
            "unit_amount": amount,
            "product_data": {"name": order.newsroom, "description": order.purpose},
        }
        kept = {"reference": order.reference, "hook": order.hook_url}
        said: dict[str, Any] = {
            "mode": "subscription" if order.monthly else "payment",
            "client_reference_id": order.reference,
            "line_items": [{"price_data": price, "quantity": 1}],
            "success_url": order.success_url,
            "cancel_url": order.cancel_url,
            "metadata": kept,
        }
        if order.email:
            said["customer_email"] = order.email
        if order.monthly:
            price["recurring"] = {"interval": "month"}
            said["subscription_data"] = {"metadata": kept}
        else:
            said["submit_type"] = "donate"
            said["payment_intent_data"] = {"metadata": kept}
        return words.checkout(self.wire.ask("post", "/v1/checkout/sessions", said, f"checkout-{order.reference}"))

    def fetch_checkout(self, session_id: str) -> Checkout:
        """Return where a checkout stands now."""
        said = self.wire.ask("get", _path("checkout/sessions", session_id), {"expand": ["payment_intent"]})
        return words.checkout(said)

    def fetch_payment(self, payment_id: str) -> Payment | None:
        """Return a payment with all that moved of it; None where it has not been paid. Takes an invoice's id too."""
        invoice = self._invoice(payment_id)
        if payment_id.startswith("in_"):
            payment_id = _payment_of(invoice)
        if not payment_id:
            return None
        said = self.wire.ask("get", _path("payment_intents", payment_id), {"expand": [BALANCE]})
        charge = said.get("latest_charge")
        if said["status"] != "succeeded" or not charge:
            return None
        of_this = {"payment_intent": payment_id, "limit": PAGE}
        refunds = self.wire.ask("get", "/v1/refunds", {**of_this, "expand": [*REFUNDED]})["data"]
        disputes = self.wire.ask("get", "/v1/disputes", of_this)["data"]
        details = (invoice.get("parent") or {}).get("subscription_details") or {}
        kept = said.get("metadata") or {}
        return Payment(
            payment_id=payment_id,
            reference=kept.get("reference") or (details.get("metadata") or {}).get("reference", ""),
            money=from_stripe(charge["amount"], charge["currency"]),
            paid_at=words.instant(charge["created"]),
            live=said["livemode"],
            moved=tuple(sorted(words.movements_of(charge, refunds, disputes), key=lambda moved: moved.at)),
            subscription_id=words.id_of(details.get("subscription")),
        )

    def fetch_promise(self, subscription_id: str) -> Promise:
        """Return where a repeating gift stands now."""
        return words.promise(self.wire.ask("get", _path("subscriptions", subscription_id)))

    def end_promise(self, subscription_id: str, reference: str) -> Promise:
        """Let a repeating gift end at once; one that has ended stays so."""
        now = self.fetch_promise(subscription_id)
        if now.state == "ended":
            return now
        return words.promise(self.wire.ask("delete", _path("subscriptions", subscription_id), key=reference))

    def pause_promise(self, subscription_id: str, reference: str, *, paused: bool) -> Promise:
        """Collect nothing until it goes on again, or let it go on. Months between are not asked for afterwards."""
        how = {"pause_collection": {"behavior": "void"} if paused else ""}
        return words.promise(self.wire.ask("post", _path("subscriptions", subscription_id), how, reference))

    def change_promise(self, subscription_id: str, money: Money, reference: str) -> Promise:
        """Collect another amount from the next month on; nothing is asked for the days until then."""
        said = self.wire.ask("get", _path("subscriptions", subscription_id))
        [item] = said["items"]["data"]
        amount, currency = to_stripe(money)
        price = {
            "currency": currency,
            "unit_amount": amount,
            "product": words.id_of(item["price"]["product"]),
            "recurring": {"interval": "month"},
        }
        change = {"items": [{"id": item["id"], "price_data": price}], "proration_behavior": "none"}
        return words.promise(self.wire.ask("post", _path("subscriptions", subscription_id), change, reference))

    def refund(self, payment_id: str, money: Money, reference: str) -> None:
        """Send money back; asked again with the same reference, send nothing more."""
        amount, _currency = to_stripe(money)
        said = {"payment_intent": payment_id, "amount": amount}
        self.wire.ask("post", "/v1/refunds", said, f"refund-{reference}")

    def movements(self, since: datetime, until: datetime) -> Iterator[Moved]:
        """Yield all movements of our balance there, those of no gift too, newest first."""
        bounds = {"created": {"gte": int(since.timestamp()), "lt": int(until.timestamp())}, "limit": PAGE}
        after: dict[str, Any] = {}
        while True:
            page = self.wire.ask("get", "/v1/balance_transactions", {**bounds, **after, "expand": ["data.source"]})
            for each in page["data"]:
                yield _with_payment(words.moved(each), each)
            if not page["has_more"]:
                return
            after = {"starting_after": page["data"][-1]["id"]}

    def balances(self) -> dict[str, int]:
        """Return what is ours there, in minor units by currency, pending included."""
        said = self.wire.ask("get", "/v1/balance")
        sums: dict[str, int] = {}
        for each in [*said["available"], *said["pending"]]:
            money = from_stripe(each["amount"], each["currency"])
            sums[money.currency] = sums.get(money.currency, 0) + money.amount
        return sums

    def read_notice(self, body: bytes, headers: Mapping[str, str], now: datetime) -> Notice:
        """Check a webhook's signature and both bounds of its time, and return what it says. Raises BadNotice."""
        self.check_signature(body, headers, now)
        try:
            said = json.loads(body.decode("utf-8"))
            kind = str(said["type"])
            thing = said["data"]["object"]
            about, name = words.about(kind, thing)
            declined, renewal = kind == words.DECLINED, words.is_renewal(kind, thing)
            return Notice(str(said["id"]), kind, about, name, said["livemode"] is True, declined, renewal)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadNotice(f"The notice is not in the words that we know: {error!r}") from error

    def check_signature(self, body: bytes, headers: Mapping[str, str], now: datetime) -> None:
        """Raise BadNotice unless the provider signed ``body``, lately."""
        raise NotImplementedError

    def _invoice(self, payment_id: str) -> Said:
        """Return the invoice that a payment belongs to or that is asked for; nothing for a gift of one time."""
        if payment_id.startswith("in_"):
            return self.wire.ask("get", _path("invoices", payment_id), {"expand": ["payments"]})
        asked = {"payment": {"type": "payment_intent", "payment_intent": payment_id}, "limit": 1}
        found = self.wire.ask("get", "/v1/invoice_payments", asked)["data"]
        return self.wire.ask("get", _path("invoices", words.id_of(found[0]["invoice"]))) if found else {}


def _path(kind: str, name: str) -> str:
    """Return where a thing is asked for; whatever it is called, it leads nowhere else."""
    return f"/v1/{kind}/{quote(name, safe='')}"


def _payment_of(invoice: Said) -> str:
    """Return the payment that settled an invoice, empty where none has."""
    for each in (invoice.get("payments") or {}).get("data", ()):
        if each["status"] == "paid":
            return words.id_of(each["payment"].get("payment_intent"))
    return ""


def _with_payment(moved: Moved, said: Said) -> Moved:
    """Say which payment a movement is of, from the object that it came of."""
    source = said.get("source")
    payment = words.id_of(source.get("payment_intent")) if isinstance(source, Mapping) else ""
    return Moved(**{**moved.__dict__, "payment_id": payment}) if payment else moved
