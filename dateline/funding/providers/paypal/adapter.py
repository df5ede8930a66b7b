"""The adapter: our questions in PayPal's words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings

from dateline.funding.providers.interface import Checkout, Notice, Order, Promise, ProviderRefused
from dateline.lib.money import Money

from . import monthly, notices, words
from .amounts import to_paypal
from .asking import path_of
from .places import address, fits
from .reports import Reports
from .wire import Refused, Said

SUBSCRIPTION = "I-"  # how PayPal's ids of subscriptions begin; orders' never do
LONGEST = 127
FIRST_PAYMENT = timedelta(days=31)  # after it was agreed to, by which the first payment of a subscription has come


class PayPal(Reports):
    """A PayPal account, a card or what else PayPal shows on its own page."""

    name = "paypal"
    label = "PayPal"
    can_change_amount = False  # PayPal wants the giver to agree again, on a page of its own

    # Checkouts

    def open_checkout(self, order: Order) -> Checkout:
        """Make the hosted page; asked again with the same reference, return the same page."""
        if order.monthly:
            return words.checkout_of_subscription(monthly.subscribe(self.wire, order), "", live=self.live)
        unit = {
            "custom_id": order.reference,
            "description": order.purpose[:LONGEST],
            "amount": to_paypal(order.money),
        }
        context = {
            "brand_name": order.newsroom[:LONGEST],
            "shipping_preference": "NO_SHIPPING",
            "user_action": "PAY_NOW",
            "return_url": order.success_url,
            "cancel_url": order.cancel_url,
        }
        source: dict[str, Any] = {"experience_context": context}
        if order.email:
            source["email_address"] = order.email
        said = {"intent": "CAPTURE", "purchase_units": [unit], "payment_source": {"paypal": source}}
        made = self.wire.ask("POST", "/v2/checkout/orders", said, f"checkout-{order.reference}")
        return words.checkout_of_order(made, live=self.live)

    def fetch_checkout(self, session_id: str) -> Checkout:
        """Return where a checkout stands now; what its giver has agreed to is taken first.

        PayPal forgets an order that nobody agreed to within hours: that is one that expired.
        """
        try:
            if session_id.startswith(SUBSCRIPTION):
                said = self.get("/v1/billing/subscriptions", session_id)
                payment = "" if said["status"] == "APPROVAL_PENDING" else self._first_payment(said)
                return words.checkout_of_subscription(said, payment, live=self.live)
            order = self.get("/v2/checkout/orders", session_id)
        except Refused as error:
            if error.status != 404:
                raise
            return Checkout(session_id, "", "", "expired", self.live)
        if order["status"] == "APPROVED":
            order = self._capture(order)
        return words.checkout_of_order(order, live=self.live)

    def _capture(self, order: Said) -> Said:
        """Take what a giver has agreed to, once. Where their card is refused, they may choose another on the same page.

        The key has the time at which they agreed, so that agreeing again asks again.
        """
        path, key = (
            path_of("/v2/checkout/orders", order["id"], "capture"),
            f"{order['id']}-{order.get('update_time', '')}",
        )
        try:
            self.wire.ask("POST", path, key=f"capture-{key}")
        except Refused as error:
            if error.status != 422:
                raise
        return self.get("/v2/checkout/orders", order["id"])

    def _first_payment(self, subscription: Said) -> str:
        """Return the first payment of a subscription; empty while there is none."""
        began = words.instant(subscription["create_time"])
        span = {"start_time": words.text(began), "end_time": words.text(began + FIRST_PAYMENT)}
        path = path_of("/v1/billing/subscriptions", subscription["id"], "transactions")
        found = self.wire.ask("GET", path, span).get("transactions") or ()
        paid = sorted((each["time"], each["id"]) for each in found if each["status"] in words.SETTLED)
        return str(paid[0][1]) if paid else ""

    # Promises

    def fetch_promise(self, subscription_id: str) -> Promise:
        """Return where a repeating gift stands now."""
        said = self.wire.ask("GET", path_of("/v1/billing/subscriptions", subscription_id), {"fields": "plan"})
        return words.promise(said, live=self.live)

    def end_promise(self, subscription_id: str, reference: str) -> Promise:
        """Let a repeating gift end at once; one that has ended stays so."""
        return self._turn(subscription_id, "cancel", "ended", reference)

    def pause_promise(self, subscription_id: str, reference: str, *, paused: bool) -> Promise:
        """Collect nothing until it goes on again, or let it go on."""
        deed, wanted = ("suspend", "paused") if paused else ("activate", "active")
        return self._turn(subscription_id, deed, wanted, reference)

    def _turn(self, subscription_id: str, deed: str, wanted: str, reference: str) -> Promise:
        """Do a deed to a subscription, unless it stands there already."""
        if self.fetch_promise(subscription_id).state != wanted:
            path = path_of("/v1/billing/subscriptions", subscription_id, deed)
            self.wire.ask("POST", path, {"reason": "The giver's wish."}, reference)
        return self.fetch_promise(subscription_id)

    def change_promise(self, subscription_id: str, money: Money, reference: str) -> Promise:
        """Refuse: another amount is another agreement. ``can_change_amount`` says so before anybody asks."""
        raise ProviderRefused(
            "PayPal takes another amount only where the giver agrees anew: end this and begin another."
        )

    # Notices

    def read_notice(self, body: bytes, headers: Mapping[str, str], now: datetime) -> Notice:
        """Return what a notice says. Raises BadNotice, and ProviderDown where PayPal cannot be asked who signed it."""
        return notices.read(self.wire, settings.PAYPAL_WEBHOOK, body, headers, now, live=self.live)


def configured() -> bool:
    """Whether gifts can be taken: the three settings are there, and their money is the installation's."""
    given = settings.PAYPAL_CLIENT and settings.PAYPAL_SECRET and settings.PAYPAL_WEBHOOK
    return bool(given) and fits(address())
