"""Writing down what other moderators should know about a person."""

from __future__ import annotations

from datetime import datetime

from dateline.people.models import User

from ..models import Note


def note_about(*, whose: str, words: str, moderator: User, now: datetime) -> Note:
    """Keep ``words`` about the writer ``whose`` (a ``Writer.key``). They stay for good."""
    return Note.objects.create(whose=whose, words=words, moderator=moderator, at=now)
