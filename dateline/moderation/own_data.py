"""Appeals among what is kept of a reader; named by ``DISCUSSION_BESIDE`` in the settings.

An appeal's words are its author's, and go when they wish. That there was one, what was decided and what a moderator
answered stays, as all decisions do.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from dateline.discussion.writer import Writer

from .models import Appeal


def told(writer: Writer) -> dict[str, list[dict[str, Any]]]:
    """Return the appeals of ``writer`` with their answers."""
    appeals = Appeal.objects.by_author(writer.account_id, writer.device).select_related("answer").order_by("pk")
    return {"appeals": [_told(each) for each in appeals]}


def erase(writer: Writer, now: datetime) -> None:
    """Forget the words of the appeals of ``writer``."""
    Appeal.objects.by_author(writer.account_id, writer.device).exclude(words="").update(words="")


def _told(appeal: Appeal) -> dict[str, Any]:
    answer = appeal.answer if appeal.is_answered else None
    return {
        "comment": appeal.comment_id,
        "against": "decision" if appeal.decision_id else "restriction",
        "words": appeal.words,
        "at": appeal.at.isoformat(),
        "outcome": answer.outcome if answer else None,
        "answer": answer.words if answer else None,
        "answered_at": answer.at.isoformat() if answer else None,
    }
