"""Payments at PayPal, and what goes back of them."""

from __future__ import annotations

from datetime import timedelta

from dateline.funding.providers.interface import Moved, Payment, ProviderDown
from dateline.lib.money import Money

from . import notices, searching, words
from .amounts import from_paypal, to_paypal
from .asking import Account, path_of
from .wire import Refused, Said


class Payments(Account):
    """Fetches payments and gives back.

    Made anew for each question or comparison: what the reports told of a payment is remembered for that long, because
    PayPal lists the refunds of an order, and nowhere those of a subscription's payment.
    """

    def __init__(self) -> None:
        super().__init__()
        self.told: dict[str, dict[str, Moved]] = {}  # refunds by payment, as far as somebody told us

    def fetch_payment(self, payment_id: str) -> Payment | None:
        """Return a payment with all that moved of it; None where it has not been paid, or PayPal knows none by that id.

        Takes a refund's id too, behind ``refund:``.
        """
        if payment_id.startswith(notices.REFUND):
            payment_id = self._payment_of(payment_id.removeprefix(notices.REFUND))
        capture = self.find("/v2/payments/captures", payment_id) if payment_id else {}
        if capture.get("status") not in words.SETTLED:
            return None
        order, subscription = self._came_by(capture)
        gift, disputes = words.moved_by_capture(capture), self._disputes(payment_id)
        if not order and capture["status"] != "COMPLETED":
            self._recall(disputes)
        moved = [gift, *self._refunds(payment_id, order)]
        for dispute in disputes:
            moved += words.moved_by_dispute(dispute, gift, moved[1:])
        return Payment(
            payment_id=payment_id,
            reference=capture.get("custom_id") or subscription.get("custom_id", ""),
            money=from_paypal(capture["amount"]),
            paid_at=gift.at,
            live=self.live,
            moved=words.in_order(moved),
            subscription_id=subscription.get("id", ""),
        )

    def _came_by(self, capture: Said) -> tuple[Said, Said]:
        """Return the order and the subscription that a capture came by; nothing for what is not there."""
        related = (capture.get("supplementary_data") or {}).get("related_ids") or {}
        if related.get("order_id"):
            return self.find("/v2/checkout/orders", related["order_id"]), {}
        agreed = self.find("/v1/payments/sale", capture["id"]).get("billing_agreement_id", "")
        return {}, self.find("/v1/billing/subscriptions", agreed) if agreed else {}

    def _payment_of(self, refund: str) -> str:
        """Return the payment that a refund is of, and remember that it is; empty where PayPal knows no such refund."""
        said = self.find("/v2/payments/refunds", refund)
        payment = words.link(said, "up").rpartition("/")[2]
        if payment and said["status"] == "COMPLETED":
            self.told.setdefault(payment, {})[refund] = words.moved_by_refund(said, payment)
        return payment

    def _recall(self, disputes: list[Said]) -> None:
        """Ask the reports what was sent back while disputes were open that have ended: it is let go of no second time.

        Raises ProviderDown where they do not reach so far yet.
        """
        for dispute in disputes:
            if dispute["status"] == "RESOLVED":
                opened, ended = words.instant(dispute["create_time"]), words.instant(dispute["update_time"])
                try:
                    for rows in searching.rows(self.wire, opened, ended + timedelta(seconds=1)):
                        self.remember(searching.movements(rows))
                except Refused as error:
                    raise ProviderDown(f"PayPal's reports do not reach to {ended} yet: {error}") from error

    def remember(self, moved: list[Moved]) -> None:
        """Keep the refunds among what moved, for who asks for their payments."""
        for each in moved:
            if each.kind == "refund" and each.payment_id:
                self.told.setdefault(each.payment_id, {}).setdefault(each.movement_id, each)

    def _refunds(self, payment_id: str, order: Said) -> list[Moved]:
        """Return the refunds that an order lists and those that we were told of."""
        listed = words.payments(order, "refunds") if order else []
        found = [words.moved_by_refund(each, payment_id) for each in listed if each["status"] == "COMPLETED"]
        known = {each.movement_id for each in found}
        told = self.told.get(payment_id, {})
        return [*found, *(moved for name, moved in told.items() if name not in known)]

    def _disputes(self, payment_id: str) -> list[Said]:
        """Return the disputes of a payment, oldest first."""
        listed = self.disputes({"disputed_transaction_id": payment_id})
        found = [self.get("/v1/customer/disputes", each["dispute_id"]) for each in listed]
        return sorted(found, key=lambda each: str(each["create_time"]))

    def refund(self, payment_id: str, money: Money, reference: str) -> None:
        """Send money back; asked again with the same reference, send nothing more."""
        path, said = path_of("/v2/payments/captures", payment_id, "refund"), {"amount": to_paypal(money)}
        made = self.wire.ask("POST", path, said, f"refund-{reference}")
        self._payment_of(made["id"])
