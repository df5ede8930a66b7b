"""Taking a giver off the wall, or forgetting them: the person goes, the money stays."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from dateline.funding.mode import current_mode
from dateline.funding.models import Gift, GiftIntent, Outbox, Receipt, Supporter
from dateline.funding.models.gift import Visibility


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


def erase_supporter(*, supporter: Supporter, now: datetime) -> None:
    """Remove mail, names, messages and written mails. Gifts and postings keep their sums, as the law of books wants."""
    nothing = {"name": "", "message": "", "visibility": Visibility.SECRET}
    with transaction.atomic():
        receipts = Receipt.objects.filter(gift__supporter=supporter).values_list("pk", flat=True)
        Outbox.objects.filter(purpose="receipt", subject_key__in=[str(pk) for pk in receipts]).delete()
        Gift.objects.filter(supporter=supporter).update(**nothing)
        GiftIntent.objects.filter(supporter=supporter).update(**nothing)
        Supporter.objects.filter(pk=supporter.pk).update(email=None, language="", erased_at=now)
