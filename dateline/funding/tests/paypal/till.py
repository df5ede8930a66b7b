"""What happens at PayPal: agreements, captures, months, refunds, disputes, withdrawals. Knows nothing of our ledger."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

from . import shapes
from .shapes import Row, amount_of

HOLDS = {"T1110", "T1111"}  # held and let go: still ours
BANK_FEE = 2_000
MONTH = 30 * 86_400


class No(Exception):
    """What PayPal answers where it will not: HTTP's status and its own word."""

    def __init__(self, status: int, issue: str) -> None:
        super().__init__(issue)
        self.status, self.issue = status, issue


class Till:
    """One account. ``clock`` tells Unix seconds."""

    def __init__(self, clock: Callable[[], float] | None = None) -> None:
        self.clock = clock or (lambda: datetime.now(UTC).timestamp())
        self.things: dict[str, dict[str, Row]] = {
            kind: {} for kind in ("order", "capture", "refund", "subscription", "plan", "product", "dispute")
        }
        self.rows: list[Row] = []
        self.events: list[Row] = []
        self.account: tuple[str, Fraction] = "", Fraction(1)  # currency that all is exchanged into, at which rate
        self.declines = 0.0  # how many of a hundred captures a card refuses, as a part of one
        self.dice = random.Random(7)
        self.numbers = itertools.count(1)

    def name(self, kind: str) -> str:
        """A new id."""
        return f"{kind}{next(self.numbers):014}"

    def get(self, kind: str, name: str) -> Row:
        """A thing. Raises No."""
        if name not in self.things[kind]:
            raise No(404, "RESOURCE_NOT_FOUND")
        return self.things[kind][name]

    def tell(self, kind: str, thing: Row) -> None:
        """Remember what is told by webhook."""
        copied = {**thing}
        self.events.append(shapes.event(self.name("WH-"), kind, copied, self.clock()))

    # Orders

    def open_order(self, wish: Row, address: str) -> Row:
        for unit in wish["purchase_units"]:
            amount_of(unit["amount"])
        order = shapes.order(self.name("ORDER"), wish, address, self.clock())
        self.things["order"][order["id"]] = order
        return order

    def approve(self, name: str) -> None:
        """The payer says yes on PayPal's page."""
        order = self.get("order", name)
        order |= {"status": "APPROVED", "update_time": shapes.moment(self.clock())}
        self.tell("CHECKOUT.ORDER.APPROVED", order)

    def forget(self, name: str) -> None:
        """Hours pass without a yes."""
        del self.things["order"][name]

    def capture_order(self, name: str, status: str = "COMPLETED") -> Row:
        """Take what the payer agreed to. Raises No."""
        order = self.get("order", name)
        if order["status"] != "APPROVED":
            raise No(422, "ORDER_ALREADY_CAPTURED" if order["status"] == "COMPLETED" else "ORDER_NOT_APPROVED")
        if self.dice.random() < self.declines:
            raise No(422, "INSTRUMENT_DECLINED")
        [unit] = order["purchase_units"]
        kept = {"custom_id": unit["custom_id"], "supplementary_data": {"related_ids": {"order_id": name}}}
        made = self._capture(amount_of(unit["amount"]), kept, "T0006", status)
        unit["payments"] = {"captures": [made], "refunds": []}
        order["status"] = "COMPLETED"
        return order

    def _capture(self, bill: tuple[int, str], kept: Row, code: str, status: str = "COMPLETED") -> Row:
        made = shapes.capture(self.name("CAP"), bill, kept, self.clock())
        made["status"] = status
        self.things["capture"][made["id"]] = made
        if status == "COMPLETED":
            self._settle(made, code)
        word = {"COMPLETED": "COMPLETED", "PENDING": "PENDING"}.get(status, "DENIED")
        self.tell(f"PAYMENT.{'SALE' if code == 'T0002' else 'CAPTURE'}.{word}", made)
        return made

    def complete(self, name: str) -> None:
        """What was looked at is let through."""
        made = self.get("capture", name)
        made["status"] = "COMPLETED"
        self._settle(made, "T0006")
        self.tell("PAYMENT.CAPTURE.COMPLETED", made)

    def _settle(self, made: Row, code: str) -> None:
        bill = amount_of(made["amount"])
        told, fee, received = shapes.receivable(bill, self.account)
        made["seller_receivable_breakdown"] = told
        rate = self.account[1] if received != bill[0] - fee else Fraction(1)
        made["whole"] = received + int(fee * rate + Fraction(1, 2))  # our own note, in the account's currency
        self._row(made["id"], code, bill, fee=fee, of=made.get("agreed", ""))
        self._exchange(made["id"], bill[0] - fee, bill[1], received)

    # Months

    def open_subscription(self, wish: Row, address: str) -> Row:
        self.get("plan", wish["plan_id"])
        made = shapes.subscription(self.name("I-"), wish, address, self.clock())
        self.things["subscription"][made["id"]] = made
        return made

    def subscribe(self, name: str, *, pays: bool = True) -> None:
        """The subscriber says yes; the first payment follows at once, or later."""
        made = self.get("subscription", name)
        made["status"] = "ACTIVE"
        if pays:
            self.renew(name)
        self.tell("BILLING.SUBSCRIPTION.ACTIVATED", made)

    def renew(self, name: str) -> bool:
        """A month's payment; whether there was one."""
        made = self.get("subscription", name)
        if made["status"] != "ACTIVE":
            return False
        [cycle] = made["plan"]["billing_cycles"]
        kept = {"custom_id": made["custom_id"], "agreed": name}
        self._capture(amount_of(cycle["pricing_scheme"]["fixed_price"]), kept, "T0002")
        billing = made["billing_info"]
        billing |= {"failed_payments_count": 0, "next_billing_time": shapes.moment(self.clock() + MONTH)}
        return True

    def fail(self, name: str) -> None:
        """A month's payment fails."""
        made = self.get("subscription", name)
        if made["status"] == "ACTIVE":
            made["billing_info"]["failed_payments_count"] += 1
            self.tell("BILLING.SUBSCRIPTION.PAYMENT.FAILED", made)

    def turn(self, name: str, deed: str) -> None:
        """Suspend, activate or cancel. Raises No."""
        made = self.get("subscription", name)
        wanted, allowed = {
            "suspend": ("SUSPENDED", {"ACTIVE"}),
            "activate": ("ACTIVE", {"SUSPENDED"}),
            "cancel": ("CANCELLED", {"ACTIVE", "SUSPENDED"}),
        }[deed]
        if made["status"] not in allowed:
            raise No(422, "SUBSCRIPTION_STATUS_INVALID")
        made["status"] = wanted
        self.tell(f"BILLING.SUBSCRIPTION.{'ACTIVATED' if deed == 'activate' else wanted}", made)

    # What goes back

    def left_of(self, capture: Row) -> int:
        """What of a capture has not been sent back, nor taken by a bank."""
        gone = [each["amount"] for each in self.refunds_of(capture)] + self._taken(capture["id"])
        return amount_of(capture["amount"])[0] - sum(amount_of(each)[0] for each in gone)

    def _taken(self, name: str) -> list[Row]:
        """What banks have taken of a capture and not given back."""
        return [
            each["dispute_amount"]
            for each in self.things["dispute"].values()
            if each["disputed_transactions"][0]["seller_transaction_id"] == name
            and each["dispute_life_cycle_stage"] == "CHARGEBACK"
            and each.get("dispute_outcome", {}).get("outcome_code") != "RESOLVED_SELLER_FAVOUR"
        ]

    def refunds_of(self, capture: Row) -> list[Row]:
        """Its refunds."""
        end = f"/{capture['id']}"
        return [each for each in self.things["refund"].values() if each["links"][0]["href"].endswith(end)]

    def refund(self, name: str, said: Row, code: str = "T1107") -> Row:
        """Send something back. Raises No where there is not so much."""
        capture = self.get("capture", name)
        bill = amount_of(said["amount"])
        if capture["status"] not in {"COMPLETED", "PARTIALLY_REFUNDED"}:
            raise No(422, "CAPTURE_FULLY_REFUNDED")
        if not 0 < bill[0] <= self.left_of(capture):
            raise No(422, "REFUND_AMOUNT_EXCEEDED")
        made = shapes.refund(self.name("REF"), capture, bill, self.account, self.clock())
        self.things["refund"][made["id"]] = made
        capture["status"] = "PARTIALLY_REFUNDED" if self.left_of(capture) else "REFUNDED"
        order = capture.get("supplementary_data", {}).get("related_ids", {}).get("order_id")
        if order:
            self.things["order"][order]["purchase_units"][0]["payments"]["refunds"].append(made)
        self._row(made["id"], code, (-bill[0], bill[1]), of=name)
        self._exchange(made["id"], -bill[0], bill[1], -round(bill[0] * self.account[1]))
        kind = "SALE" if "agreed" in capture else "CAPTURE"
        self.tell(f"PAYMENT.{kind}.{'REFUNDED' if code == 'T1107' else 'REVERSED'}", made)
        return made

    def dispute(self, name: str, stage: str = "INQUIRY") -> Row | None:
        """A giver complains at PayPal, which holds what is left; or at their bank, which takes it, and PayPal a fee."""
        capture = self.get("capture", name)
        left, currency = self.left_of(capture), amount_of(capture["amount"])[1]
        if not left or self.dispute_of(name):
            return None
        made = shapes.dispute(self.name("PP-D-"), capture, (left, currency), stage, self.clock())
        self.things["dispute"][made["dispute_id"]] = made
        self._row(self.name("TXN"), "T1110" if stage == "INQUIRY" else "T1201", (-left, currency), of=name)
        if stage == "CHARGEBACK":
            self._exchange_like(capture, -left)
            self._row(self.name("TXN"), "T0106", (-BANK_FEE, self.account[0] or currency))
        self.tell("CUSTOMER.DISPUTE.CREATED", made)
        return made

    def dispute_of(self, name: str) -> Row | None:
        """The dispute of a capture that is open."""
        mine = (each for each in self.things["dispute"].values() if each["status"] != "RESOLVED")
        return next((each for each in mine if each["disputed_transactions"][0]["seller_transaction_id"] == name), None)

    def resolve(self, name: str, *, won: bool) -> None:
        """A dispute ends."""
        made = self.dispute_of(name)
        if made is None:
            return
        outcome = "RESOLVED_SELLER_FAVOUR" if won else "RESOLVED_BUYER_FAVOUR"
        made |= {"status": "RESOLVED", "dispute_state": "RESOLVED", "update_time": shapes.moment(self.clock())}
        made["dispute_outcome"] = {"outcome_code": outcome}
        capture, (amount, currency) = self.get("capture", name), amount_of(made["dispute_amount"])
        if made["dispute_life_cycle_stage"] == "INQUIRY":
            self._row(self.name("TXN"), "T1111", (amount, currency), of=name)
            if not won and self.left_of(capture):
                self.refund(name, {"amount": shapes.money(self.left_of(capture), currency)}, "T1106")
        elif won:
            self._row(self.name("TXN"), "T1202", (amount, currency), of=name)
            self._exchange_like(capture, amount)
        self.tell("CUSTOMER.DISPUTE.RESOLVED", made)

    # The account

    def withdraw(self) -> None:
        """All that is ours goes to our bank."""
        for currency, total in self.totals().items():
            if total > 0:
                self._row(self.name("TXN"), "T0403", (-total, currency))

    def totals(self, last: str = "9") -> dict[str, int]:
        """What is ours by currency, what is held included, as of ``last``."""
        sums: dict[str, int] = {}
        for row in self.rows:
            if row["transaction_event_code"] not in HOLDS and row["transaction_initiation_date"] <= last:
                for part in (row["transaction_amount"], row.get("fee_amount")):
                    if part:
                        amount, currency = _signed(part)
                        sums[currency] = sums.get(currency, 0) + amount
        return sums

    def _row(self, name: str, code: str, bill: tuple[int, str], **more: Any) -> None:
        self.rows.append(shapes.row(name, code, bill, self.clock(), **more))

    def _exchange(self, of: str, net: int, currency: str, into: int) -> None:
        """PayPal exchanges a row's net sum by itself, in two more rows that have one id."""
        if self.account[0] and self.account[0] != currency:
            name = self.name("TXN")
            self._row(name, "T0200", (-net, currency), of=of)
            self._row(name, "T0200", (into, self.account[0]), of=of)

    def _exchange_like(self, capture: Row, amount: int) -> None:
        """The same for what a bank takes or gives back, at the rate of the payment."""
        paid, currency = amount_of(capture["amount"])
        into = int(Fraction(capture["whole"] * abs(amount), paid) + Fraction(1, 2)) * (1 if amount > 0 else -1)
        self._exchange(self.rows[-1]["transaction_id"], amount, currency, into)


def _signed(part: Row) -> tuple[int, str]:
    value = part["value"]
    amount, currency = amount_of({**part, "value": value.lstrip("-")})
    return (-amount if value.startswith("-") else amount), currency
