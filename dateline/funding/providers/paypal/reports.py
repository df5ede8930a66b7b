"""What PayPal reports of the account as a whole, for the hourly comparison."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from dateline.funding.providers.interface import Moved

from . import searching, words
from .amounts import from_paypal
from .payments import Payments
from .wire import Said

OPEN = ("OPEN_INQUIRIES", "REQUIRED_ACTION", "REQUIRED_OTHER_PARTY_ACTION", "UNDER_PAYPAL_REVIEW", "APPEALABLE")


class Reports(Payments):
    """Lists movements and balances."""

    balances_at: datetime | None = None

    def movements(self, since: datetime, until: datetime) -> Iterator[Moved]:
        """Yield all movements of our balance there, those of no gift too, newest first; the last hours may lack."""
        for rows in searching.rows(self.wire, since, min(until, datetime.now(UTC))):
            found = searching.movements(rows)
            self.remember(found)
            yield from self._of_disputes(rows)
            yield from reversed(found)

    def _of_disputes(self, rows: list[Said]) -> Iterator[Moved]:
        """Yield what disputes took and gave back, by their own names and not by those that the rows have."""
        named: dict[str, list[Said]] = {}
        for row in filter(searching.is_of_dispute, rows):
            named.setdefault(row.get("paypal_reference_id", ""), []).append(row)
        for payment_id, theirs in named.items():
            payment = self.fetch_payment(payment_id)
            if payment:
                yield from (moved for moved in payment.moved if moved.kind in {"dispute", "reversal"})
            else:
                yield from searching.unknown_disputes(theirs)

    def balances(self) -> dict[str, int]:
        """Return what is ours there, in minor units by currency, pending included, as of ``balances_at``.

        What PayPal holds for a dispute it still counts as ours; we do not, until the dispute has ended for us.
        """
        said = self.wire.ask("GET", "/v1/reporting/balances", {"currency_code": "ALL"})
        self.balances_at = words.instant(said["last_refresh_time"])
        sums: dict[str, int] = {}
        for money in [from_paypal(each["total_balance"]) for each in said.get("balances") or ()]:
            sums[money.currency] = sums.get(money.currency, 0) + money.amount
        for moved in self._held(self.balances_at):
            if moved.at <= self.balances_at:
                sums[moved.settled.currency] = sums.get(moved.settled.currency, 0) + moved.settled.amount
        return sums

    def _held(self, as_of: datetime) -> Iterator[Moved]:
        """Yield what moved by the disputes for which PayPal held money then, and had not taken it."""
        seen: set[str] = set()
        for asked in ({"dispute_state": ",".join(OPEN)}, {"update_time_after": words.text(as_of)}):
            for each in self.disputes(asked):
                if each.get("dispute_life_cycle_stage") == "INQUIRY" and each["dispute_id"] not in seen:
                    seen.add(each["dispute_id"])
                    yield from self._moved_by(self.get("/v1/customer/disputes", each["dispute_id"]))

    def _moved_by(self, dispute: Said) -> Iterator[Moved]:
        """Yield what a dispute moved, as it is booked."""
        name = dispute["dispute_id"]
        for each in dispute["disputed_transactions"]:
            payment = self.fetch_payment(each["seller_transaction_id"])
            for moved in payment.moved if payment else ():
                if moved.movement_id.partition(":")[0] == name:
                    yield moved
