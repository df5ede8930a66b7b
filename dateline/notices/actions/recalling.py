"""A mail that waits because a mail server is away is made anew where what it carries is hidden or changed meanwhile."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from dateline.discussion.models import Comment
from dateline.discussion.writer import Writer
from dateline.people.models import Outbox
from dateline.people.models.outbox import GIVE_UP_AFTER

from ..models import Arrival, Carried, Follow, Notice, Pace, Recipient
from ..models.notice import CHOICE_OF


def recall_outdated(*, now: datetime) -> None:
    """Take mails out of the outbox that carry what was hidden or changed since. Called by the clock.

    What else they told of is due again, so that ``send_due`` makes a mail of what is left.
    """
    waiting = Carried.objects.waiting()
    for number in waiting.outdated().mails() if waiting.exists() else ():
        _recall(number, now)


def recall_words_of(writer: Writer, *, now: datetime) -> None:
    """Forget the words of ``writer`` in mails to others: those that wait are made anew, those that went are deleted."""
    carried = Carried.objects.of(Comment.objects.by_author(writer.account_id, writer.device))
    for number in carried.waiting().mails():
        _recall(number, now)
    Outbox.objects.filter(pk__in=carried.mails()).delete()


@transaction.atomic
def _recall(number: int, now: datetime) -> None:
    """Do so with one mail. If it is being sent this moment, it goes, and what is left of it is told once more."""
    mail = Outbox.objects.select_for_update().filter(pk=number, sent_at__isnull=True).first()
    carried = list(Carried.objects.in_mail(mail).select_related("recipient")) if mail else []
    if mail and carried and mail.attempts < GIVE_UP_AFTER:
        _tell_again(carried[0].recipient, mail, now)
        _follow_again(carried[0].recipient, {each.comment_id for each in carried if each.as_news}, now)
    if mail:
        mail.delete()


def _tell_again(recipient: Recipient, mail: Outbox, now: datetime) -> None:
    """What stood in the mail was told at its moment."""
    for kind, choice in CHOICE_OF.items():
        due = _due(recipient, choice, now)
        Notice.objects.of(recipient).filter(kind=kind, mailed_at=mail.created_at).update(mailed_at=None, due_at=due)


def _follow_again(recipient: Recipient, comments: set[int], now: datetime) -> None:
    """A mail prints the first of what is new in a thread: from there on it is new again."""
    for arrival in Arrival.objects.filter(comment__in=comments):
        follow = Follow.objects.filter(recipient=recipient, thread=arrival.thread_id, until__gte=arrival.pk)
        follow.update(until=arrival.pk - 1, due_at=_due(recipient, "follows", now))


def _due(recipient: Recipient, choice: str, now: datetime) -> datetime | None:
    return None if getattr(recipient, choice) == Pace.NEVER else now
