"""Mail through the outbox: written in the transaction that decides it, sent after it, once."""

from __future__ import annotations

import logging
from datetime import datetime
from functools import partial

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from dateline.funding.models import Outbox
from dateline.people.models import Newsroom

log = logging.getLogger(__name__)


def post_mail(*, purpose: str, subject_key: str, recipient: str, subject: str, body: str, now: datetime) -> None:
    """Put a mail into the outbox; a second one for the same thing is the first one. Sent when the transaction holds."""
    mail, is_new = Outbox.objects.get_or_create(
        purpose=purpose,
        subject_key=subject_key,
        defaults={"recipient": recipient, "subject": subject, "body": body, "created_at": now},
    )
    if is_new:
        transaction.on_commit(partial(send_mail, pk=mail.pk), robust=True)


def send_mail(*, pk: int, now: datetime | None = None) -> None:
    """Send one mail unless it was sent. The row is claimed first, so two senders cannot send it twice.

    Whatever goes wrong gives the claim back: a server that is away, and settings that make no good header, are mended.
    """
    with transaction.atomic():
        mail = Outbox.objects.select_for_update().get(pk=pk)
        if mail.sent_at:
            return
        mail.attempts += 1
        mail.sent_at = now or timezone.now()
        mail.save(update_fields=["attempts", "sent_at"])
    try:
        _message(mail).send()
    except Exception as error:
        log.exception("Mail %s was not sent", pk)
        Outbox.objects.filter(pk=pk).update(sent_at=None, error=str(error)[:200])


def _message(mail: Outbox) -> EmailMessage:
    """The mail as it goes out; answers come to the newsroom."""
    contact = Newsroom.load().contact
    subject = " ".join(mail.subject.split())  # a name with a line break in it must not end the header
    replies = [contact] if contact else None
    return EmailMessage(subject, mail.body, settings.DEFAULT_FROM_EMAIL, [mail.recipient], reply_to=replies)


def send_waiting(*, now: datetime) -> int:
    """Send what did not go out at first; return how many were tried."""
    waiting = list(Outbox.objects.waiting()[:50])
    for mail in waiting:
        send_mail(pk=mail.pk, now=now)
    return len(waiting)
