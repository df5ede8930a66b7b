"""Givers' words that screening would not publish: a person lets them through or keeps them off, and may take it back.

The words belong to the intention; each month's gift carries them too, so what is decided holds for all of them and for
those to come.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from dateline.funding.mode import current_mode
from dateline.funding.models import Gift, GiftIntent, Look
from dateline.funding.models.gift import State, Visibility
from dateline.people.models import User


def waiting_words() -> QuerySet[GiftIntent]:
    """Return the intentions that were paid, whose words wait for a person and may be seen then, oldest first."""
    held = GiftIntent.objects.filter(mode=current_mode(), state=State.PAID, withheld=True)
    undecided = held.exclude(looks__in=Look.objects.standing())
    return undecided.exclude(visibility=Visibility.SECRET).exclude(name="").order_by("created_at")


def latest_looks() -> QuerySet[Look]:
    """Return what was decided last, newest first."""
    return Look.objects.newest_first().filter(intent__mode=current_mode())[:50]


@transaction.atomic
def look_at_words(*, intent: GiftIntent, lets_through: bool, by: User, now: datetime) -> Look:
    """Let a giver's words through, or keep them off; readers see them in the first case alone.

    Whoever comes second finds what the first has decided, and changes nothing.
    """
    GiftIntent.objects.select_for_update().get(pk=intent.pk)
    look, is_new = Look.objects.standing().get_or_create(
        intent=intent, undone_at=None, defaults={"lets_through": lets_through, "by": by, "at": now}
    )
    if is_new:
        _withhold(intent, not lets_through)
    return look


@transaction.atomic
def undo_look(*, look: Look, by: User, now: datetime) -> None:
    """Take a decision back: the words wait again. One that was taken back already stays as it is."""
    if Look.objects.standing().filter(pk=look.pk).update(undone_at=now, undone_by=by):
        _withhold(look.intent, True)


@transaction.atomic
def carry_look(*, moved: GiftIntent, to: GiftIntent) -> None:
    """Let what was found and decided about a gift's words hold where it goes on in another way, with the same words.

    Once only: whatever is decided there later is of those words alone.
    """
    to = GiftIntent.objects.select_for_update().get(pk=to.pk)
    if to.looks.exists() or not to.says_the_same(moved):
        return
    _withhold(to, moved.withheld)
    if look := Look.objects.standing().filter(intent=moved).first():
        Look.objects.create(intent=to, lets_through=look.lets_through, by=look.by, at=look.at)


def _withhold(intent: GiftIntent, withheld: bool) -> None:
    Gift.objects.filter(intent=intent).update(withheld=withheld)
    GiftIntent.objects.filter(pk=intent.pk).update(withheld=withheld)
