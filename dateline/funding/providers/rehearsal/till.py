"""What happens at the rehearsal provider: checkouts, payments, months, refunds, disputes, payouts, in Stripe's words.

Each deed returns the events that a real provider would tell of. Amounts are in Stripe's counting; nothing here knows of
our ledger.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

from . import shapes
from .things import Row, Things

MONTH = 30 * 86_400  # seconds from one payment of a rehearsed promise to the next
FEE = Fraction(29, 1000)  # of what is paid; as much again as ``FIXED`` and the rest is ours
FIXED = 30
DISPUTE_FEE = 1_500


class Refused(Exception):
    """What a caller asked for cannot be done; the words are the answer."""


class Till:
    """All the deeds of the provider; ``clock`` tells Unix seconds."""

    def __init__(self, path: Path | None = None, clock: Callable[[], float] | None = None) -> None:
        self.things = Things(path)
        self.clock = clock or (lambda: datetime.now(UTC).timestamp())
        self.account = "", Fraction(1)  # currency that all is settled in, at which rate; empty is as it was paid

    def close(self) -> None:
        """Let the file go."""
        self.things.close()

    # Checkouts

    def open_session(self, wish: Row, address: str) -> Row:
        """Make a checkout session."""
        return self.things.put("session", shapes.session(_name("cs"), wish, address, self.clock()))

    def session(self, name: str) -> Row:
        """Return a session. Raises Refused."""
        return self._found("session", name)

    def settle(self, name: str, outcome: str, at: float | None = None) -> list[Row]:
        """Give an open session its outcome: paid, pending (for days), expired, or declined and open to another try."""
        with self.things.lock:
            session = self.session(name)
            if session["status"] != "open":
                return []
            if outcome == "declined":
                return [self._event("payment_intent.payment_failed", self._refuse(session))]
            if outcome == "expired":
                session["status"] = "expired"
            elif outcome == "pending" and session["mode"] == "payment":
                self._send_session(session)
            else:
                self._pay_session(session, self.clock() if at is None else at)
            kind = "expired" if outcome == "expired" else "completed"
            return [self._event(f"checkout.session.{kind}", self.things.put("session", session))]

    def _refuse(self, session: Row) -> Row:
        """Decline a card. A gift of one time has its payment from the first try on, a monthly one when it is paid."""
        intent = shapes.intent(session["payment_intent"] or _name("pi"), session, self.clock())
        intent["last_payment_error"] = {"type": "card_error", "code": "card_declined"}
        if session["mode"] == "payment":
            self.things.put("session", session | {"payment_intent": self.things.put("intent", intent)["id"]})
        return intent

    def _send_session(self, session: Row) -> None:
        """Send a direct debit, which arrives or is refused in some days."""
        intent = shapes.intent(_name("pi"), session, self.clock()) | {"status": "processing"}
        self.things.put("intent", intent)
        session |= {"status": "complete", "payment_intent": intent["id"]}

    def arrive(self, name: str, *, refused: bool = False) -> list[Row]:
        """Let what was sent arrive, or be refused by the giver's bank."""
        with self.things.lock:
            session = self.session(name)
            intent = self.things.get("intent", session["payment_intent"] or "")
            if not intent or intent["status"] != "processing":
                return []
            if refused:
                self.things.put("intent", intent | {"status": "requires_payment_method"})
            else:
                session["payment_status"] = "paid"
                self._charge(session, session["payment_intent_data"]["metadata"], self.clock(), intent["id"])
            kind = "failed" if refused else "succeeded"
            return [self._event(f"checkout.session.async_payment_{kind}", self.things.put("session", session))]

    def _pay_session(self, session: Row, at: float) -> None:
        session |= {"status": "complete", "payment_status": "paid"}
        if session["mode"] == "payment":
            session["payment_intent"] = self._charge(session, session["payment_intent_data"]["metadata"], at)["id"]
            return
        kept = session["subscription_data"]["metadata"]
        subscription = self.things.put("subscription", shapes.subscription(_name("sub"), session, kept, at + MONTH))
        session |= {
            "subscription": subscription["id"],
            "invoice": self._invoice(subscription, at, "subscription_create")["id"],
        }

    # Months of a promise

    def renew(self, name: str, at: float | None = None) -> list[Row]:
        """Let a month pass for a subscription: one more payment, unless it is paused or has ended."""
        with self.things.lock:
            subscription = self.subscription(name)
            if subscription["status"] == "canceled" or subscription["pause_collection"]:
                return []
            subscription["status"] = "active"
            subscription["items"]["data"][0]["current_period_end"] += MONTH
            self.things.put("subscription", subscription)
            invoice = self._invoice(subscription, self.clock() if at is None else at, "subscription_cycle")
            return [self._event("invoice.paid", invoice)]

    def fail(self, name: str) -> list[Row]:
        """Let the next month's payment fail: told of as a payment and as an invoice, as Stripe does."""
        with self.things.lock:
            subscription = self.subscription(name)
            if subscription["status"] == "canceled":
                return []
            subscription["status"] = "past_due"
            self.things.put("subscription", subscription)
            invoice = shapes.invoice(_name("in"), subscription, "", self.clock(), reason="subscription_cycle")
            bill = {"amount_total": invoice["amount_due"], "currency": invoice["currency"]}
            return [
                self._event("payment_intent.payment_failed", shapes.intent(_name("pi"), bill, self.clock())),
                self._event("invoice.payment_failed", self.things.put("invoice", invoice)),
            ]

    def subscription(self, name: str) -> Row:
        """Return a subscription. Raises Refused."""
        return self._found("subscription", name)

    def end(self, name: str) -> tuple[Row, list[Row]]:
        """End a subscription."""
        with self.things.lock:
            subscription = self.subscription(name)
            if subscription["status"] == "canceled":
                raise Refused("This subscription has been canceled.")
            subscription["status"] = "canceled"
            return subscription, [self._event("customer.subscription.deleted", self._keep(subscription))]

    def change(self, name: str, wish: Row) -> tuple[Row, list[Row]]:
        """Pause a subscription, let it go on, or change its amount."""
        with self.things.lock:
            subscription = self.subscription(name)
            if subscription["status"] == "canceled":
                raise Refused("A canceled subscription can only update its cancellation details.")
            if "pause_collection" in wish:
                subscription["pause_collection"] = wish["pause_collection"] or None
            for item in wish.get("items", []):
                price = subscription["items"]["data"][0]["price"]
                price["unit_amount"] = int(item["price_data"]["unit_amount"])
            return subscription, [self._event("customer.subscription.updated", self._keep(subscription))]

    def _keep(self, subscription: Row) -> Row:
        return self.things.put("subscription", subscription)

    def _invoice(self, subscription: Row, at: float, reason: str) -> Row:
        price = subscription["items"]["data"][0]["price"]
        bill = {"amount_total": price["unit_amount"], "currency": price["currency"]}
        intent = self._charge(bill, {}, at)
        invoice = self.things.put("invoice", shapes.invoice(_name("in"), subscription, intent["id"], at, reason=reason))
        link = {"id": _name("inpay"), "object": "invoice_payment", "invoice": invoice["id"], "status": "paid"}
        self.things.put("invoice_payment", link, intent["id"])
        return invoice

    # Payments, and what goes back of them

    def _charge(self, bill: Row, kept: Row, at: float, name: str = "") -> Row:
        charge = shapes.charge(_name("ch"), bill, at)
        intent = shapes.intent(name or _name("pi"), bill, at) | {
            "status": "succeeded", "latest_charge": charge["id"], "metadata": kept
        }  # fmt: skip
        charge["payment_intent"] = intent["id"]
        fee = int(bill["amount_total"] * FEE) + FIXED
        charge["balance_transaction"] = self._move("charge", charge, charge["amount"], fee, at)
        self.things.put("charge", charge, intent["id"])
        return self.things.put("intent", intent)

    def charge_of(self, payment: str) -> Row:
        """Return the charge of a payment intent. Raises Refused."""
        charges = self.things.all_of("charge", payment)
        if not charges:
            raise Refused(f"No such payment_intent: '{payment}'")
        return charges[-1]

    def refund(self, payment: str, amount: int) -> tuple[Row, list[Row]]:
        """Send part of a payment back. Raises Refused where there is not so much."""
        with self.things.lock:
            charge, at = self.charge_of(payment), self.clock()
            if not 0 < amount <= charge["amount"] - charge["amount_refunded"] or charge["disputed"]:
                raise Refused(
                    f"Refund amount ({amount}) is greater than unrefunded amount on charge, or it is disputed."
                )
            refund = shapes.refund(_name("re"), charge, amount, at)
            refund["balance_transaction"] = self._move("refund", refund, -amount, 0, at)
            self.things.put("refund", refund, payment)
            charge["amount_refunded"] += amount
            charge["refunded"] = charge["amount_refunded"] == charge["amount"]
            return refund, [self._event("charge.refunded", self.things.put("charge", charge, payment))]

    def fail_refund(self, payment: str) -> list[Row]:
        """Let the last refund of a payment come back: the giver's bank did not take it."""
        with self.things.lock:
            good = [each for each in self.things.all_of("refund", payment) if each["status"] == "succeeded"]
            if not good:
                return []
            refund, charge, at = good[-1], self.charge_of(payment), self.clock()
            refund["status"] = "failed"
            refund["failure_balance_transaction"] = self._move("refund_failure", refund, refund["amount"], 0, at)
            charge["amount_refunded"] -= refund["amount"]
            charge["refunded"] = False
            self.things.put("charge", charge, payment)
            return [self._event("refund.failed", self.things.put("refund", refund, payment))]

    def dispute(self, payment: str) -> list[Row]:
        """Let a giver's bank take back what is left of a payment, and a fee."""
        with self.things.lock:
            charge, at = self.charge_of(payment), self.clock()
            left = charge["amount"] - charge["amount_refunded"]
            if charge["disputed"] or not left:
                return []
            dispute = shapes.dispute(_name("du"), charge, left, at)
            dispute["balance_transactions"] = [self._move("adjustment", dispute, -left, DISPUTE_FEE, at)]
            charge["disputed"] = True
            self.things.put("charge", charge, payment)
            return [self._event("charge.dispute.created", self.things.put("dispute", dispute, payment))]

    def close_dispute(self, payment: str, *, won: bool) -> list[Row]:
        """Let a dispute end: what was taken comes back, or does not."""
        with self.things.lock:
            dispute = next((each for each in self.things.all_of("dispute", payment) if _is_open(each)), None)
            if dispute is None:
                return []
            dispute["status"] = "won" if won else "lost"
            if won:
                back = self._move("adjustment", dispute, dispute["amount"], -DISPUTE_FEE, self.clock())
                dispute["balance_transactions"].append(back)
            return [self._event("charge.dispute.closed", self.things.put("dispute", dispute, payment))]

    # The balance

    def pay_out(self) -> list[Row]:
        """Send all that is ours to our bank."""
        with self.things.lock:
            sent = [
                self._event("payout.paid", self._payout(amount, currency))
                for currency, amount in self.things.total("movement", "net").items()
                if amount > 0
            ]
        return sent

    def _payout(self, amount: int, currency: str) -> Row:
        payout = shapes.payout(_name("po"), amount, currency, self.clock())
        payout["balance_transaction"] = self._move("payout", payout, -amount, 0, self.clock(), as_paid=True)
        return self.things.put("payout", payout)

    def balance(self) -> Row:
        """Return what is ours, by currency."""
        sums = self.things.total("movement", "net").items()
        held = [{"amount": amount, "currency": currency} for currency, amount in sums]
        return {"object": "balance", "available": held, "pending": [], "livemode": False}

    def _move(self, kind: str, source: Row, amount: int, fee: int, at: float, *, as_paid: bool = False) -> Row:
        currency, rate = self.account
        settled = amount if as_paid or not currency or currency == source["currency"] else round(amount * rate)
        name = source["currency"] if as_paid or not currency else currency
        moved = shapes.movement(_name("txn"), kind, source, (settled, fee, name), at)
        self.things.put("movement", {**moved, "source_kind": source["object"]})
        return moved

    # Events

    def _event(self, kind: str, thing: Row) -> Row:
        return self.things.put("event", shapes.event(_name("evt"), kind, thing, self.clock()))

    def _found(self, kind: str, name: str) -> Row:
        found = self.things.get(kind, name)
        if found is None:
            raise Refused(f"No such {kind}: '{name}'")
        return found


def _is_open(dispute: Row) -> bool:
    return str(dispute["status"]) == "needs_response"


def _name(kind: str) -> str:
    return f"{kind}_test_{secrets.token_urlsafe(12)}" if kind == "cs" else f"{kind}_{secrets.token_urlsafe(12)}"
