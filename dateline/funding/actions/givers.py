"""What a giver may see and do of their own: whose mail address is proven, theirs are the gifts given under it.

``mails`` are always proven addresses (``people.proof.verified_mails``); what belongs to another is not found.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from dateline.funding.models import Gift, GiftIntent, Look, Receipt, Recurring
from dateline.funding.models.gift import Visibility
from dateline.funding.providers import ProviderDown, provider_named
from dateline.funding.wording import doubts_about

from .promising import end
from .standing_orders import end_order
from .supporters import erase_supporters
from .telling import BY_GIVER


def gifts_of(mails: Collection[str]) -> QuerySet[Gift]:
    """Return all gifts of the installation's mode, the latest first, with what is left of each; no mistakes of ours."""
    return Gift.objects.given_by(mails).standing()


def promises_of(mails: Collection[str]) -> QuerySet[Recurring]:
    """Return the monthly gifts, those that run first."""
    return Recurring.objects.made_by(mails)


def gift_of(mails: Collection[str], pk: int) -> Gift | None:
    """Return one gift of theirs, also one booked by mistake; None for another's as for one that is not there."""
    return Gift.objects.given_by(mails).filter(pk=pk).first()


def receipt_of(mails: Collection[str], number: int) -> Receipt | None:
    """Return one receipt of theirs; None for another's as for one that is not there."""
    return Receipt.objects.given_by(mails).filter(number=number).first()


@transaction.atomic
def show_as(*, gift: Gift, visibility: Visibility, name: str, now: datetime) -> bool:
    """Let readers see a gift under another name, or not at all; so with all months of its promise.

    Returns whether a person has to look at the words first. What was decided about other words does not hold for new
    ones.
    """
    shown: dict[str, Any] = {"visibility": visibility, "name": name}
    if gift.name != name:
        shown["withheld"] = bool(doubts_about(name, gift.message, gift.dedication))
        Look.objects.standing().filter(intent_id=gift.intent_id).update(undone_at=now)
    Gift.objects.filter(pk=gift.pk).update(**shown)
    if gift.intent_id:
        Gift.objects.filter(intent_id=gift.intent_id).update(**shown)
        GiftIntent.objects.filter(pk=gift.intent_id).update(**shown)
    gift.refresh_from_db()
    return gift.withheld and visibility != Visibility.SECRET


def end_promises(*, mails: Collection[str], now: datetime) -> int:
    """End every monthly gift that runs under these addresses; returns how many.

    Raises ProviderDown or ProviderRefused; what was ended before that stays ended, and asking again goes on from there.
    """
    running = [promise for promise in Recurring.objects.made_by(mails) if promise.stopped_at is None]
    for promise in running:
        if promise.is_standing_order:
            end_order(recurring=promise, now=now, why=BY_GIVER)
            continue
        provider = provider_named(promise.provider)
        if provider is None:
            raise ProviderDown(f"The provider {promise.provider} is not in use.")
        end(recurring=promise, provider=provider, now=now, key=f"erased-{uuid.uuid4()}")
    return len(running)


def forget_giver(*, mails: Collection[str], now: datetime) -> None:
    """End what runs, then forget whoever gave under these addresses. Raises ProviderDown or ProviderRefused.

    Nothing is forgotten before all has ended: a monthly gift whose giver nobody knows any more could not be ended by
    them.
    """
    end_promises(mails=mails, now=now)
    erase_supporters(mails=mails, now=now)
