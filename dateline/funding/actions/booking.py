"""Booking a movement of money: one posting, balanced legs, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from dateline.funding.mode import Mode
from dateline.funding.models import Closing, Drive, Gift, Leg, Posting
from dateline.funding.models.ledger import Account
from dateline.lib.clock import month_of
from dateline.lib.money import Money
from dateline.people.models import Newsroom, User


@dataclass(frozen=True)
class Movement:
    """What moved. ``came`` is negative for money that left; ``where`` holds it and ``why`` explains it (accounts).

    ``of_gift`` is what moved of the gift in its own currency, None where no gift did. ``rates`` is as much of ``came``
    as only a difference of rates explains (minor units of its currency).
    """

    provider: str
    mode: Mode
    movement_id: str
    kind: str
    came: Money
    where: str
    why: str
    occurred_at: datetime
    gift: Gift | None = None
    of_gift: Money | None = None
    drive: Drive | None = None
    rates: int = 0
    note: str = ""


def book(*, movement: Movement, now: datetime, by: User | None = None) -> tuple[Posting, bool]:
    """Book ``movement`` and return its posting and whether it is new. One that is booked already stays as it is.

    Runs inside the caller's transaction or its own. The unique key on (provider, mode, movement) decides any race, so
    that doubled and disordered notices cannot book twice. Raises IntegrityError
    where the database refuses: more goes back than came.
    """
    key = {"provider": movement.provider, "mode": movement.mode, "movement_id": movement.movement_id}
    known = Posting.objects.filter(**key).first()
    if known:
        return known, False
    if movement.of_gift and movement.gift and movement.of_gift.currency != movement.gift.currency:
        raise ValueError("What moves of a gift is counted in the gift's own currency.")
    try:
        with transaction.atomic():
            return _write(movement, now, by), True
    except IntegrityError:
        known = Posting.objects.filter(**key).first()
        if known is None:
            raise
        return known, False  # somebody else was quicker


def _write(movement: Movement, now: datetime, by: User | None) -> Posting:
    """Write the legs, then the posting: the database refuses one whose legs do not balance."""
    posting = Posting(
        pk=Posting.objects.next_number(),
        provider=movement.provider,
        mode=movement.mode,
        movement_id=movement.movement_id,
        kind=movement.kind,
        gift=movement.gift,
        of_gift=movement.of_gift.amount if movement.of_gift else None,
        occurred_at=movement.occurred_at,
        booked_at=now,
        book_month=_book_month(movement, now),
        actor=by,
        note=movement.note,
    )
    Leg.objects.bulk_create(_legs(posting, movement))
    posting.save(force_insert=True)
    return posting


def _legs(posting: Posting, movement: Movement) -> list[Leg]:
    """Return where it came, why, and what rates explain of it; the explaining one counts for the drive."""
    amount, currency, mode = movement.came.amount, movement.came.currency, movement.mode
    sides = [
        Leg(posting_id=posting.pk, account=movement.where, amount=amount),
        Leg(posting_id=posting.pk, account=movement.why, amount=movement.rates - amount, drive=movement.drive),
        Leg(posting_id=posting.pk, account=Account.RATES, amount=-movement.rates),
    ]
    legs = [leg for leg in sides if leg.amount]
    for leg in legs:
        leg.currency, leg.mode = currency, mode
    return legs


def _book_month(movement: Movement, now: datetime) -> str:
    """Return the month in whose books a movement stands: its own, or the present one if its own is closed.

    Where the present one is closed too (a clock that was put back), it is the first that is not.
    """
    zone = Newsroom.load().zone
    for instant in (movement.occurred_at, max(now, movement.occurred_at)):
        year, month = month_of(instant, zone)
        if not Closing.objects.seals(f"{year:04d}-{month:02d}", movement.mode):
            return f"{year:04d}-{month:02d}"
    return Closing.objects.first_open_month(movement.mode)
