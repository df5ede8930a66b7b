"""What moved at a provider, as postings: the money, what rates explain of it, and the fee."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from dateline.funding.mode import Mode
from dateline.funding.models import Gift, Posting
from dateline.funding.models.ledger import Account, Kind
from dateline.funding.providers import Moved
from dateline.lib.money import Money
from dateline.people.models import User

from .booking import Movement, book
from .receipts import tell_refund

WHY = {
    "gift": (Kind.GIFT, Account.GIFTS),
    "refund": (Kind.REFUND, Account.REFUNDS),
    "returned": (Kind.RETURNED, Account.REFUNDS),
    "dispute": (Kind.DISPUTE, Account.DISPUTES),
    "reversal": (Kind.REVERSAL, Account.DISPUTES),
    "payout": (Kind.PAYOUT, Account.BANK),
    "other": (Kind.FEE, Account.FEES),
}


@transaction.atomic
def book_moved(
    *,
    moved: Moved,
    provider: str,
    mode: Mode,
    now: datetime,
    gift: Gift | None = None,
    by: User | None = None,
    note: str = "",
) -> bool:
    """Book a movement and its fee, each once; return whether anything was new.

    What goes back of a gift counts on its meter at the rate at which it came, so that a gift that went back altogether
    counts nothing; the rest is a difference of rates.
    """
    kind, why = WHY[moved.kind]
    counted = _counted(gift, moved, moved.settled) if gift else moved.settled
    movement = Movement(
        provider=provider,
        mode=mode,
        movement_id=moved.movement_id,
        kind=kind,
        came=moved.settled,
        where=Account.PROVIDER,
        why=why,
        occurred_at=moved.at,
        gift=gift,
        of_gift=moved.of_gift if gift else None,
        drive=gift.drive if gift else None,
        rates=moved.settled.amount - counted.amount,
        note=note,
    )
    posting, is_new = book(movement=movement, now=now, by=by) if moved.settled.amount else (None, False)
    if posting and is_new and kind == Kind.REFUND:
        tell_refund(posting=posting, now=now)
    return _book_fee(moved, provider, mode, gift, now) or is_new


def _counted(gift: Gift, moved: Moved, settled: Money) -> Money:
    """Return what counts of a movement: the part of the gift that it is, at the gift's own rate, to the minor unit."""
    if moved.of_gift is None or settled.currency != gift.settled_currency or moved.kind == "gift":
        return settled
    left = Posting.objects.left_of(gift)
    after = left + moved.of_gift.amount
    return Money(gift.settled * after // gift.amount - gift.settled * left // gift.amount, settled.currency)


def _book_fee(moved: Moved, provider: str, mode: Mode, gift: Gift | None, now: datetime) -> bool:
    """Book what the provider kept of a movement; it counts on no meter."""
    if not moved.fee.amount:
        return False
    fee = Movement(
        provider=provider,
        mode=mode,
        movement_id=f"{moved.movement_id}:fee",
        kind=Kind.FEE,
        came=Money(-moved.fee.amount, moved.fee.currency),
        where=Account.PROVIDER,
        why=Account.FEES,
        occurred_at=moved.at,
        gift=gift,
    )
    return book(movement=fee, now=now)[1]
