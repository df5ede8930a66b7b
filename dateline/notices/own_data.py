"""What is kept of a reader so that they can be told; named by ``DISCUSSION_BESIDE`` in the settings."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from dateline.discussion.writer import Writer
from dateline.people.models import Outbox

from .actions.hooking import empty_calls_of
from .actions.recalling import recall_words_of
from .models import Recipient


def told(writer: Writer) -> dict[str, list[dict[str, Any]]]:
    """Return where and of what ``writer`` is told, what they follow, and what they were told."""
    recipients = list(Recipient.objects.known_as(writer.key))
    return {
        "told": [_choices(each) for each in recipients],
        "follows": [
            {"thread": follow.thread_id, "since": follow.made_at.isoformat()}
            for each in recipients
            for follow in each.follows_of.order_by("pk")
        ],
        "notices": [
            {"kind": notice.kind, "comment": notice.comment_id, "at": notice.made_at.isoformat()}
            for each in recipients
            for notice in each.notices.order_by("pk")
        ],
    }


def erase(writer: Writer, now: datetime) -> None:
    """Forget all of it, what was mailed or waits to be, and their words in calls and in mails to others."""
    empty_calls_of(writer)
    recall_words_of(writer, now=now)
    recipients = Recipient.objects.known_as(writer.key)
    for recipient in recipients:
        Outbox.objects.filter(purpose="notice", subject_key__startswith=f"{recipient.pk}-").delete()
    recipients.delete()


def _choices(recipient: Recipient) -> dict[str, Any]:
    return {
        "mail": recipient.mail,
        "confirmed_at": recipient.confirmed_at.isoformat() if recipient.confirmed_at else None,
        **{name: getattr(recipient, name) for name in Recipient.CHOICES},
    }
