"""Taking a giver off the wall, or forgetting them: the person goes, the money stays."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.funding.mode import current_mode
from dateline.funding.models import BankLine, Gift, GiftIntent, Supporter
from dateline.funding.models.gift import Visibility

from .letters import forget_letters


def visible_supporters(*, mails: Collection[str], since: datetime) -> set[str]:
    """Return which of these mail addresses gave since then, let us name them, and took nothing back."""
    given = Gift.objects.in_mode(current_mode()).to_be_named().not_given_back().received_since(since)
    theirs = given.filter(supporter__email__in=mails) if mails else Gift.objects.none()
    return {mail for mail in theirs.values_list("supporter__email", flat=True) if mail}


def unname(*, gift: Gift) -> None:
    """Show nothing of who gave ``gift`` and what they said, nor with the later months of the same promise."""
    with transaction.atomic():
        Gift.objects.filter(pk=gift.pk).update(visibility=Visibility.SECRET)
        if gift.intent_id:
            Gift.objects.filter(intent_id=gift.intent_id).update(visibility=Visibility.SECRET)
            GiftIntent.objects.filter(pk=gift.intent_id).update(visibility=Visibility.SECRET)


def own_gifts(*, mails: Collection[str]) -> list[dict[str, Any]]:
    """Return what was given under these mail addresses, as plain values with ISO 8601 times."""
    given = Gift.objects.filter(supporter__email__in=mails).with_moves()
    return [
        {
            "mail": gift.supporter.email if gift.supporter else None,
            "amount": str(gift.money),
            "at": gift.received_at.isoformat(),
            "name": gift.name,
            "message": gift.message,
            "dedication": gift.dedication,
            "for_the_fee": str(gift.fee) if gift.fee else None,
            "shown": gift.visibility,
            "booked_by_mistake": gift.is_undone,
        }
        for gift in (given.select_related("supporter", "intent").order_by("pk") if mails else ())
    ]


def erase_supporters(*, mails: Collection[str], now: datetime) -> int:
    """Erase whoever gave under these mail addresses; returns how many. Sums and receipts' numbers stay."""
    theirs = list(Supporter.objects.filter(email__in=mails)) if mails else []
    for supporter in theirs:
        erase_supporter(supporter=supporter, now=now)
    return len(theirs)


def erase_supporter(*, supporter: Supporter, now: datetime) -> None:
    """Remove mail, names, words, written mails, and what banks' files say of the person.

    Gifts and postings keep their sums, as the law of books wants.
    """
    nothing = {"name": "", "message": "", "dedication": "", "withheld": False, "visibility": Visibility.SECRET}
    of_the_bank = {"name": "", "iban": "", "remittance": "", "end_to_end": ""}
    with transaction.atomic():
        forget_letters(to=supporter)
        BankLine.objects.filter(gift__supporter=supporter).update(**of_the_bank)
        Gift.objects.filter(supporter=supporter).update(**nothing)
        GiftIntent.objects.filter(supporter=supporter).update(**nothing)
        Supporter.objects.filter(pk=supporter.pk).update(email=None, language="", erased_at=now)
