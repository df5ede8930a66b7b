"""Hourly, our books are held against the provider's: what nobody told us of is booked, and the balances are compared.

Notices get lost, and an endpoint may be down for longer than they are repeated. Money that is at the provider must be
in the books all the same.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from dateline.funding.mode import Mode, current_mode
from dateline.funding.models import Leg, Posting, Reconciliation
from dateline.funding.providers import Moved, Provider, ProviderDown, ProviderRefused, configured

from .fulfilling import ModeMismatch, fulfil_payment
from .moving import book_moved

log = logging.getLogger(__name__)
EVERY = timedelta(hours=1)
OVERLAP = timedelta(days=4)  # longer than any provider repeats its notices
FIRST = timedelta(days=400)  # how far back the first comparison looks


def reconcile_hourly(*, now: datetime) -> None:
    """Compare with each provider in use whose last comparison is an hour old. ``serve`` asks every few seconds."""
    for provider in configured():
        last = Reconciliation.objects.filter(provider=provider.name, mode=current_mode()).first()
        if last is None or last.at <= now - EVERY:
            reconcile(provider=provider, now=now)


def reconcile(*, provider: Provider, now: datetime, told: Callable[[int], None] = lambda _: None) -> Reconciliation:
    """Book all that moved at ``provider`` since ``OVERLAP`` before the last time, and compare the balances.

    ``told`` is called with how many movements were looked at.

    Where the provider does not answer, that is written down, and what was compared before stays.
    """
    mode = current_mode()
    row, _ = Reconciliation.objects.get_or_create(provider=provider.name, mode=mode, defaults={"at": now})
    row.at, row.error = now, ""
    since = (row.until - OVERLAP) if row.until else now - FIRST
    try:
        row.found = book_missing(provider=provider, since=since, until=now + timedelta(days=1), now=now, told=told)
        row.theirs = {currency: amount for currency, amount in provider.balances().items() if amount}
        row.ours = Leg.objects.held_by(provider.name, mode, until=provider.balances_at)
        row.until = now
    except (ProviderDown, ProviderRefused) as error:
        row.error = str(error)[:300]
        log.warning("Could not compare our books with %s: %s", provider.name, error)
    row.save()
    if row.differences:
        log.error("Our books and those of %s differ: %s", provider.name, row.differences)
    return row


def apart() -> list[str]:
    """Return a sentence for each provider whose books differ from ours, or that did not answer when last asked."""
    rows = Reconciliation.objects.filter(mode=current_mode())
    told = {row: row.error or (f"it has {row.differences} beyond our books" if row.differences else "") for row in rows}
    return [f"{row.provider}, at {row.at:%Y-%m-%d %H:%M} UTC: {words}." for row, words in told.items() if words]


def book_missing(
    *, provider: Provider, since: datetime, until: datetime, now: datetime, told: Callable[[int], None]
) -> int:
    """Book the movements at ``provider`` that are not in the books; return how many there were.

    A payment that is none of ours (another shop on the same account) is booked as it moved, without a gift, so that the
    balances agree.
    """
    mode = current_mode()
    missing: dict[str, list[Moved]] = {}
    for seen, moved in enumerate(provider.movements(since, until), start=1):
        told(seen)
        if not Posting.objects.is_booked(provider.name, mode, moved.movement_id):
            missing.setdefault(moved.payment_id, []).append(moved)
    for payment_id, movements in missing.items():
        if not (payment_id and _is_fulfilled(payment_id, provider, now)):
            for moved in reversed(movements):
                book_moved(moved=moved, provider=provider.name, mode=Mode(mode), now=now)
    return sum(map(len, missing.values()))


def _is_fulfilled(payment_id: str, provider: Provider, now: datetime) -> bool:
    """Book a payment that somebody made to us; False where it is none of ours."""
    payment = provider.fetch_payment(payment_id)
    try:
        return payment is not None and fulfil_payment(payment=payment, provider=provider, now=now) is not None
    except (ProviderRefused, ModeMismatch) as error:
        log.warning("The payment %s at %s is none of ours: %s", payment_id, provider.name, error)
        return False
