"""Undoing what was decided about a bank's line: a correction in the books, since at the bank nothing moves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from dateline.funding.mode import Mode
from dateline.funding.models import BankLine, Gift, GiftIntent, Leg, Receipt
from dateline.funding.models.gift import State
from dateline.funding.models.ledger import Account, Kind
from dateline.funding.models.statement import Fate
from dateline.lib.money import Money
from dateline.people.models import User

from .booking import Movement, book
from .letters import gone_out
from .matching import AlreadyDecided, NotThisLine, decide
from .receipts import void_receipt
from .refunding import left_of
from .standing_orders import leave_order


class Letter(StrEnum):
    """What undoing does to the giver's mail."""

    NONE = "none"  # nobody was written to, and nobody is
    HELD_BACK = "held back"  # the thank-you mail has not gone out, and will not
    WRITTEN = "written"  # it has: a second one says that it was a mistake


def letters_of_undoing(lines: Iterable[BankLine]) -> dict[int, Letter]:
    """Return what undoing each of these lines would do to its giver's mail, by the lines' numbers; two queries."""
    gifts = {line.gift_id: line.pk for line in lines if line.gift_id and line.amount > 0}
    receipts = {str(receipt.pk): gifts[receipt.gift_id] for receipt in Receipt.objects.of_gifts(gifts)}
    letters = gone_out(purpose="receipt", keys=receipts)
    found = dict.fromkeys(gifts.values(), Letter.NONE)
    return found | {receipts[key]: Letter.WRITTEN if gone else Letter.HELD_BACK for key, gone in letters.items()}


def undo_line(*, line: BankLine, by: User | None, now: datetime) -> bool:
    """Undo what was decided: the line waits again. Returns whether a giver is written to.

    A gift that was booked by it is booked the other way about and its receipt is void: it is a mistake put right, no
    refund. Raises NotThisLine where the line was a return, which stands, and AlreadyDecided where it waits already.
    """
    with transaction.atomic():
        line.refresh_from_db(from_queryset=BankLine.objects.select_for_update())
        if line.fate == Fate.WAITING:
            raise AlreadyDecided
        gift = line.gift
        if gift and line.amount < 0:
            raise NotThisLine("What went back is in the books; record the gift anew if it came again.")
        is_written = gift is not None and _undo_gift(gift, by, now)
        decide(line, Fate.WAITING, None, by, now)
    return is_written


def _undo_gift(gift: Gift, by: User | None, now: datetime) -> bool:
    """Take what is left of a gift out of the gifts; return whether its giver is written to."""
    Gift.objects.select_for_update().get(pk=gift.pk)  # who gives back of it at this moment is done before, or waits
    left = left_of(gift)
    if left.amount:
        book(movement=_correction(gift, left), now=now, by=by)
        leave_order(gift=gift)
    if gift.intent_id:
        GiftIntent.objects.without_gifts_left(gift.intent_id).update(state=State.OPEN)
    return bool(left.amount) and void_receipt(gift=gift, now=now)


def _correction(gift: Gift, left: Money) -> Movement:
    """Return the booking of ``gift`` the other way about. It is of the gift's own moment: nothing happened since."""
    back = Money(-left.amount, left.currency)
    return Movement(
        provider=gift.provider,
        mode=Mode(gift.mode),
        movement_id=f"undo-{gift.pk}",
        kind=Kind.UNDONE,
        came=back,
        where=Leg.objects.holder_of(gift),
        why=Account.GIFTS,
        occurred_at=gift.received_at,
        gift=gift,
        of_gift=back,
        drive=gift.drive,
    )
