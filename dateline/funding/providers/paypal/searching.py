"""Transaction Search: all that moved at PayPal, as it reports it, up to three hours later.

A search spans at most 31 days and has pages. What PayPal exchanges by itself stands there as two more rows, which
belong to the payment that they name; what it only holds and lets go changes no balance, and is left out. From PayPal's
reference of transaction event codes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from dateline.funding.providers.interface import Moved, MovedKind
from dateline.lib.money import Money

from .amounts import from_paypal
from .wire import PayPalWire, Refused, Said
from .words import instant, text

SPAN = timedelta(days=31)
LEAST = timedelta(minutes=1)  # a span that is halved no further
PAGE = 500
DONE = {"S", "V"}  # succeeded; succeeded, and taken back later
DISPUTES = {"T1110", "T1111", "T1201", "T1202"}  # held for a dispute, let go, taken by a bank, given back by it
BY_BANKS = {"T1201", "T1202"}
HOLDS = {"T1101", "T1102", "T1103", "T1104", "T1105"}
HELD_GROUPS = {"T13", "T15", "T21"}  # authorisations, holds, reserves
BACK = {"T1106", "T1107"}  # reversed by PayPal, refunded by us
EXCHANGES = "T02"
TO_BANK = {"T03", "T04"}


def rows(wire: PayPalWire, since: datetime, until: datetime) -> Iterator[list[Said]]:
    """Yield the rows of each span, newest span first, oldest row first. Raises ProviderDown or ProviderRefused."""
    while until > since:
        start = max(since, until - SPAN)
        yield from _span(wire, start, until)
        until = start


def is_of_dispute(row: Said) -> bool:
    """Whether a row is money that a dispute took or gave back."""
    return row["transaction_event_code"] in DISPUTES


def movements(found: list[Said]) -> list[Moved]:
    """Return what the rows of a span moved, oldest first, without what only holds and what disputes did.

    Rows that exchange another one are folded into it.
    """
    exchanged = _exchanges(found)
    folded = {id(row) for rows in exchanged.values() for row in rows}
    plain = (row for row in found if id(row) not in folded and not is_of_dispute(row) and not _only_holds(row))
    return [_moved(row, exchanged.get(row["transaction_id"], [])) for row in plain]


def unknown_disputes(found: list[Said]) -> list[Moved]:
    """Return what banks took and gave back of payments that PayPal does not show us."""
    plain = (_moved(row, []) for row in found if row["transaction_event_code"] in BY_BANKS)
    return [replace(moved, kind="dispute" if moved.settled.amount < 0 else "reversal") for moved in plain]


def _only_holds(row: Said) -> bool:
    code = row["transaction_event_code"]
    return code in HOLDS or code[:3] in HELD_GROUPS


def _moved(row: Said, exchanged: list[Said]) -> Moved:
    """Return what a row moved. ``exchanged`` are the rows that exchange this very one."""
    code, money = row["transaction_event_code"], from_paypal(row["transaction_amount"])
    fee = from_paypal(row["fee_amount"]) if row.get("fee_amount") else Money(0, money.currency)
    settled, kept = _exchanged(money, Money(-fee.amount, fee.currency), exchanged)
    kind = _kind(code, money)
    payment = {"gift": row["transaction_id"], "refund": row.get("paypal_reference_id", "")}.get(kind, "")
    name = f"{row['transaction_id']}:{money.currency}" if code.startswith(EXCHANGES) else row["transaction_id"]
    at = instant(row["transaction_initiation_date"])
    return Moved(name, kind, settled, kept, at, of_gift=money if payment else None, payment_id=payment)


def _exchanges(found: list[Said]) -> dict[str, list[Said]]:
    """Return the rows that exchange another one of ``found``, by its id."""
    names = {row["transaction_id"] for row in found if not row["transaction_event_code"].startswith(EXCHANGES)}
    of: dict[str, list[Said]] = {}
    for row in found:
        if row["transaction_event_code"].startswith(EXCHANGES) and row.get("paypal_reference_id") in names:
            of.setdefault(row["paypal_reference_id"], []).append(row)
    return of


def _span(wire: PayPalWire, since: datetime, until: datetime) -> Iterator[list[Said]]:
    """Yield one span's rows, or those of its halves where PayPal has more of them than it gives."""
    try:
        yield _pages(wire, since, until)
        return
    except Refused as error:
        if error.issue != "RESULTSET_TOO_LARGE" or until - since <= LEAST:
            raise
    half = since + (until - since) / 2
    yield from _span(wire, half, until)
    yield from _span(wire, since, half)


def _pages(wire: PayPalWire, since: datetime, until: datetime) -> list[Said]:
    """Return all rows of a span that are done."""
    asked: dict[str, Any] = {"start_date": text(since), "end_date": text(until), "fields": "transaction_info"}
    found: list[Said] = []
    page, pages = 1, 1
    while page <= pages:
        said = wire.ask("GET", "/v1/reporting/transactions", asked | {"page_size": PAGE, "page": page})
        found += [each["transaction_info"] for each in said.get("transaction_details") or ()]
        page, pages = page + 1, int(said.get("total_pages") or 1)
    return [row for row in found if row.get("transaction_status") in DONE]


def _kind(code: str, money: Money) -> MovedKind:
    """Return what we call a transaction event code."""
    if code in BACK:
        return "refund"
    if code[:3] in TO_BANK:
        return "payout"
    return "gift" if code.startswith("T00") and money.amount > 0 else "other"


def _exchanged(money: Money, fee: Money, exchanged: list[Said]) -> tuple[Money, Money]:
    """Return amount and fee in the currency that they were exchanged into, where they were."""
    for row in exchanged:
        into = from_paypal(row["transaction_amount"])
        net = money.amount - fee.amount
        if into.currency != money.currency and net:
            kept = Money(round(into.amount * fee.amount / net), into.currency)
            return into + kept, kept
    return money, fee
