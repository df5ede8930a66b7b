"""What somebody wants to be told of, how soon, and where."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from ..followed import News
from ..links import EVERYTHING, THREAD, Stop, new_seed
from ..models import Follow, Notice, Pace, Recipient
from ..models.notice import CHOICE_OF
from ..paces import due_at
from .following import unfollow


@transaction.atomic
def choose(*, recipient: Recipient, paces: dict[str, str], now: datetime) -> None:
    """Keep the choices; what waits to be mailed goes by the new ones."""
    chosen = {name: pace for name, pace in paces.items() if name in Recipient.CHOICES}
    Recipient.objects.filter(pk=recipient.pk).update(**chosen)
    for name, pace in chosen.items():
        kinds = [kind for kind, choice in CHOICE_OF.items() if choice == name]
        waiting = Notice.objects.filter(
            recipient=recipient, kind__in=kinds, due_at__isnull=False, mailed_at__isnull=True
        )
        waiting.update(due_at=due_at(pace, now))
    if "follows" in chosen:
        recipient.follows_of.filter(due_at__isnull=False).update(due_at=due_at(chosen["follows"], now))


def stop(*, what: Stop, now: datetime) -> None:
    """End what one mail was sent for. Doing it twice is doing it once; somebody who is gone is told nothing anyway."""
    recipient = Recipient.objects.filter(pk=what.recipient_id).first()
    if recipient is None:
        return
    if what.what.startswith(THREAD):
        unfollow(recipient=recipient, thread_id=int(what.what.removeprefix(THREAD)))
        return
    names = Recipient.CHOICES if what.what == EVERYTHING else (what.what,)
    choose(recipient=recipient, paces=dict.fromkeys(names, Pace.NEVER.value), now=now)


def see(*, recipient: Recipient, newest: int) -> None:
    """Note that they have looked at their list up to notice ``newest``."""
    Recipient.objects.filter(pk=recipient.pk, seen__lt=newest).update(seen=newest)


def see_news(*, news: Iterable[News]) -> None:
    """Note that they have been shown what is new in the discussions that they follow."""
    for each in news:
        Follow.objects.filter(pk=each.follow.pk, seen__lt=each.newest).update(seen=each.newest)


@transaction.atomic
def make_feed(*, recipient: Recipient) -> None:
    """Give their feed an address, or another one; the one before leads nowhere then, nor do the links in mails.

    Whoever asks for another fears that somebody has got in.
    """
    Recipient.objects.filter(pk=recipient.pk).exclude(feed_seed="").update(link_seed=new_seed())
    Recipient.objects.filter(pk=recipient.pk).update(feed_seed=new_seed())


def forget_feed(*, recipient: Recipient) -> None:
    """Take the address of their feed away."""
    Recipient.objects.filter(pk=recipient.pk).update(feed_seed="")
