"""Receipts: a number in the same transaction as the gift, a mail after it; others for what went back or was wrong."""

from __future__ import annotations

from datetime import datetime

from dateline.funding.mode import Mode
from dateline.funding.models import Gift, Posting, Receipt
from dateline.lib.money import Money

from .letters import post_letter, withdraw_letter


def issue_receipt(*, gift: Gift, now: datetime) -> Receipt:
    """Give the gift its number and, where we have an address, its mail. A gift that has a receipt keeps it."""
    mode = Mode(gift.mode)
    receipt, is_new = Receipt.objects.get_or_create(
        gift=gift,
        defaults={"mode": mode, "number": Receipt.objects.next_number(mode), "issued_at": now},
    )
    if is_new:
        told = {"receipt": receipt, "gift": gift}
        post_letter(purpose="receipt", key=str(receipt.pk), to=gift.supporter, mode=mode, told=told, now=now)
    return receipt


def void_receipt(*, gift: Gift, now: datetime) -> bool:
    """Say to the giver that a gift was booked by mistake, and return whether they are written to.

    Only who may have the thank-you mail is: one that has not gone out is taken back, and then there is nothing to say.
    """
    receipt = Receipt.objects.of_gift(gift)
    if receipt is None or not withdraw_letter(purpose="receipt", key=str(receipt.pk)):
        return False
    told = {"receipt": receipt, "gift": gift}
    post_letter(purpose="gift_undone", key=str(receipt.pk), to=gift.supporter, mode=gift.mode, told=told, now=now)
    return True


def tell_refund(*, posting: Posting, now: datetime) -> None:
    """Write to the giver what went back of a gift, once for each refund."""
    gift = posting.gift
    if gift is None or not posting.of_gift:
        return
    told = {
        "gift": gift,
        "receipt": Receipt.objects.of_gift(gift),
        "posting": posting,
        "back": Money(-posting.of_gift, gift.currency),
    }
    post_letter(purpose="gift_back", key=str(posting.pk), to=gift.supporter, mode=gift.mode, told=told, now=now)
