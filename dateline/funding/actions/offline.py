"""Gifts that no provider tells us of: cash, cheques, and the figures of an archive."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from dateline.funding.mode import current_mode
from dateline.funding.models import Gift
from dateline.funding.models.gift import Visibility
from dateline.funding.models.ledger import Account, Kind
from dateline.lib.money import Money
from dateline.people.models import User

from .booking import Movement, book
from .drives import drive_at


def record_gift(
    *,
    money: Money,
    occurred_at: datetime,
    now: datetime,
    key: str = "",
    provider: str = "offline",
    account: str = Account.BANK,
    name: str = "",
    message: str = "",
    visibility: Visibility = Visibility.SECRET,
    by: User | None = None,
    note: str = "",
) -> Gift:
    """Book a gift by hand and return it: it counts for the drive of ``occurred_at``, without mail or receipt.

    ``key`` names it (an importer's own name for it): the same key again books nothing new. ``provider`` is ``offline``
    for the treasurer and ``import`` for archives.
    """
    mode, drive = current_mode(), drive_at(now=occurred_at)
    key = key or str(uuid.uuid4())
    with transaction.atomic():
        gift, _ = Gift.objects.get_or_create(
            provider=provider,
            mode=mode,
            payment_id=key,
            defaults={
                "amount": money.amount,
                "currency": money.currency,
                "settled": money.amount,
                "settled_currency": money.currency,
                "received_at": occurred_at,
                "drive": drive,
                "name": name,
                "message": message,
                "visibility": visibility,
            },
        )
        movement = Movement(
            provider=provider,
            mode=mode,
            movement_id=key,
            kind=Kind.GIFT,
            came=gift.money,
            where=account,
            why=Account.GIFTS,
            occurred_at=gift.received_at,
            gift=gift,
            of_gift=gift.money,
            drive=gift.drive,
            note=note,
        )
        book(movement=movement, now=now, by=by)
    return gift
