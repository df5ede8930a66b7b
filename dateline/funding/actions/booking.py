"""Booking a movement of money: one posting, balanced legs, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from dateline.funding.mode import Mode
from dateline.funding.models import Closing, Drive, Gift, Leg, Posting
from dateline.lib.clock import month_of
from dateline.lib.money import Money
from dateline.people.models import Newsroom, User


class Unbalanced(ValueError):
    """Legs that do not sum to nothing: a bug of ours, never of a provider's."""


@dataclass(frozen=True)
class Movement:
    """What moved. ``came`` is negative for money that left; ``where`` holds it and ``why`` explains it (accounts)."""

    provider: str
    mode: Mode
    movement_id: str
    kind: str
    came: Money
    where: str
    why: str
    occurred_at: datetime
    gift: Gift | None = None
    drive: Drive | None = None
    note: str = ""


def book(*, movement: Movement, now: datetime, by: User | None = None) -> tuple[Posting, bool]:
    """Book ``movement`` and return its posting and whether it is new. One that is booked already stays as it is.

    Runs inside the caller's transaction or its own. The unique key on (provider, mode, movement) decides any race, so
    that doubled and disordered notices cannot book twice.
    """
    with transaction.atomic():
        posting, is_new = Posting.objects.get_or_create(
            provider=movement.provider,
            mode=movement.mode,
            movement_id=movement.movement_id,
            defaults={
                "kind": movement.kind,
                "gift": movement.gift,
                "occurred_at": movement.occurred_at,
                "booked_at": now,
                "book_month": _book_month(movement, now),
                "actor": by,
                "note": movement.note,
            },
        )
        if is_new:
            _write_legs(posting, movement)
    return posting, is_new


def _write_legs(posting: Posting, movement: Movement) -> None:
    """Write the two sides; the explaining one counts for the drive."""
    amount, currency, mode = movement.came.amount, movement.came.currency, movement.mode
    legs = [
        Leg(posting=posting, account=movement.where, amount=amount, currency=currency, mode=mode),
        Leg(posting=posting, account=movement.why, amount=-amount, currency=currency, mode=mode, drive=movement.drive),
    ]
    check_balance(legs)
    Leg.objects.bulk_create(legs)


def check_balance(legs: list[Leg]) -> None:
    """Raise Unbalanced unless the legs sum to nothing in each currency."""
    sums: dict[str, int] = {}
    for leg in legs:
        sums[leg.currency] = sums.get(leg.currency, 0) + leg.amount
    if any(sums.values()):
        raise Unbalanced(f"These legs leave {sums}.")


def _book_month(movement: Movement, now: datetime) -> str:
    """Return the month in whose books a movement stands: its own, or the present one if its own is closed."""
    zone = Newsroom.load().zone
    year, month = month_of(movement.occurred_at, zone)
    if Closing.objects.filter(drive__year=year, drive__month=month, mode=movement.mode).exists():
        year, month = month_of(max(now, movement.occurred_at), zone)
    return f"{year:04d}-{month:02d}"
