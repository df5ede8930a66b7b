"""Mail through the outbox: written in the transaction that decides it, sent after it, at least once.

A mail counts as sent when the server has taken it. Who stops in between (a crash, a power cut) may have sent it or not:
it is sent again when the lease is over. So none is lost, and once in a long while one comes twice.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from functools import partial
from smtplib import SMTPConnectError, SMTPServerDisconnected
from socket import gaierror
from time import monotonic

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from .beside import beside
from .models import Newsroom, Outbox
from .models.outbox import GIVE_UP_AFTER, pause_after

log = logging.getLogger(__name__)
AT_ONCE = 50  # mails between two looks
ROUND = 60.0  # seconds, after which what is still due is looked up anew
LEASE = timedelta(minutes=10)  # of whoever sends a mail: a round, and one server that takes its time at every step
AWAY = (ConnectionError, TimeoutError, gaierror, SMTPConnectError, SMTPServerDisconnected)  # nobody's mail would go


def post_mail(
    *,
    purpose: str,
    subject_key: str,
    recipient: str,
    subject: str,
    body: str,
    now: datetime,
    headers: Mapping[str, str] | None = None,
    kept: timedelta | None = None,
    at_once: bool = True,
) -> Outbox:
    """Put a mail into the outbox; a second one for the same thing is the first one. Sent when the transaction holds.

    Without ``at_once`` it is left to the postman. ``kept`` is how long the outbox remembers it; None for good.
    """
    mail, is_new = Outbox.objects.get_or_create(
        purpose=purpose,
        subject_key=subject_key,
        defaults={
            "recipient": recipient,
            "subject": subject[:200],
            "body": body,
            "headers": dict(headers or {}),
            "created_at": now,
            "due_at": now,
            "forget_at": now + kept if kept else None,
        },
    )
    if is_new and at_once:
        transaction.on_commit(partial(send_mail, pk=mail.pk, now=now), robust=True)
    return mail


def send_mail(*, pk: int, now: datetime) -> bool:
    """Send one mail that is due, unless somebody else does just now.

    Whatever goes wrong is tried again: a server that is away, and settings that make no good header, are mended.
    Returns False where the server is away, so that others need not be tried.
    """
    mail = _claimed(pk, now)
    if mail is None:
        return True
    try:
        message_of(mail).send()
    except Exception as error:
        log.exception("Mail %s was not sent", pk)
        if mail.attempts >= GIVE_UP_AFTER:
            log.error("Mail %s is not tried again; it stays in the outbox with its error.", pk)
        due = now + pause_after(mail.attempts)
        Outbox.objects.filter(pk=pk).update(error=str(error)[:200], due_at=due)
        return not isinstance(error, AWAY)
    Outbox.objects.filter(pk=pk).update(sent_at=now)
    return True


def _claimed(pk: int, now: datetime) -> Outbox | None:
    """Return that mail, which is due to nobody else before the lease is over; None where another was faster.

    One statement with its condition: of two senders, on whichever machines, one changes the row.
    """
    due = Outbox.objects.waiting(now).filter(pk=pk).order_by()
    is_ours = due.update(due_at=now + LEASE, attempts=F("attempts") + 1)
    return Outbox.objects.filter(pk=pk).first() if is_ours else None


def message_of(mail: Outbox) -> EmailMessage:
    """The mail as it goes out; answers come to the newsroom."""
    contact = Newsroom.load().contact
    subject = " ".join(mail.subject.split())  # a name with a line break in it must not end the header
    replies = [contact] if contact else None
    return EmailMessage(
        subject, mail.body, settings.DEFAULT_FROM_EMAIL, [mail.recipient], reply_to=replies, headers=mail.headers
    )


def send_waiting(*, now: datetime) -> int:
    """Send what is due, until the server is found to be away; return how many were tried."""
    tried, end = 0, monotonic() + ROUND
    for pk in list(Outbox.objects.waiting(now).values_list("pk", flat=True)[:AT_ONCE]):
        tried += 1
        if not send_mail(pk=pk, now=now) or monotonic() > end:
            break
    return tried


def forget_mails(*, now: datetime) -> int:
    """Forget mails that need not be kept; runs by the clock, so it looks before it takes the write lock."""
    over = Outbox.objects.to_forget(now)
    return over.delete()[0] if over.exists() else 0


def posting() -> AbstractContextManager[None]:
    """Send what waits in the outbox, every second, while the block runs: a slow mail server must stop no clock."""
    return beside("post", lambda: send_waiting(now=timezone.now()), seconds=1.0)
