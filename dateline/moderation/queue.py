"""What waits for a moderator, as cards with all they need to decide."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count

from dateline.discussion.models import Comment, Flag, Restriction, latest_verdict
from dateline.discussion.writer import key_of

from .highlight import Piece, pieces_of

FLAGS_TO_QUEUE = 1  # a report by one reader is looked at; it hides nothing by itself
CARDS = 20


@dataclass(slots=True)
class Card:
    """One comment on the desk. ``history`` counts the same author's comments by standing."""

    comment: Comment
    pieces: list[Piece]
    reasons: list[dict[str, Any]]
    flags: list[Flag] = field(default_factory=list)
    history: Counter[str] = field(default_factory=Counter)
    restrictions: list[Restriction] = field(default_factory=list)

    @property
    def writer_key(self) -> str:
        """Who wrote it, as restrictions name a writer; empty where nobody is known."""
        return key_of(self.comment)

    @property
    def is_author_known(self) -> bool:
        """Whether anything ties this comment to others: an archive brings names only, and a name proves nothing."""
        return bool(self.comment.account_id or self.comment.device)

    @property
    def accepted(self) -> int:
        """How many comments of this author stand."""
        return self.history["published"]

    @property
    def refused(self) -> int:
        """How many were rejected or spam."""
        return self.history["rejected"] + self.history["spam"]


def waiting_count() -> int:
    """How many comments wait."""
    return Comment.objects.waiting(FLAGS_TO_QUEUE).count()


def cards(now: datetime) -> list[Card]:
    """Return the first cards of the queue: held comments first, the longest wait on top, then reported ones."""
    comments = list(
        Comment.objects.waiting(FLAGS_TO_QUEUE)
        .select_related("thread__page", "parent")
        .prefetch_related("verdicts", "flags")[:CARDS]
    )
    return _cards(comments, now)


def card_of(comment: Comment, now: datetime) -> Card:
    """Return the card of one comment, wherever it stands."""
    return _cards([comment], now)[0]


def _cards(comments: list[Comment], now: datetime) -> list[Card]:
    histories, restrictions = _histories(comments), _restrictions(comments, now)
    return [_card(each, histories[_author(each)], restrictions.get(key_of(each), [])) for each in comments]


def _card(comment: Comment, history: Counter[str], restrictions: list[Restriction]) -> Card:
    verdict = latest_verdict(comment)
    return Card(
        comment=comment,
        pieces=pieces_of(comment.text, verdict.spans if verdict else []),
        reasons=verdict.reasons if verdict else [],
        flags=list(comment.flags.all()),
        history=history,
        restrictions=restrictions,
    )


def _author(comment: Comment) -> tuple[int | None, str]:
    """Who wrote it, as far as known: an account, a device, or nobody known."""
    return (comment.account_id, "") if comment.account_id else (None, comment.device)


def _histories(comments: list[Comment]) -> dict[tuple[int | None, str], Counter[str]]:
    """Count the earlier comments of all authors on the desk, in one query."""
    histories: dict[tuple[int | None, str], Counter[str]] = {_author(comment): Counter() for comment in comments}
    rows = (
        Comment.objects.by_authors(
            {comment.account_id for comment in comments if comment.account_id},
            {comment.device for comment in comments if comment.device and not comment.account_id},
        )
        .values_list("account_id", "device", "status")
        .annotate(number=Count("pk"))
        .order_by()
    )
    for account, device, status, number in rows:
        histories[(account, "") if account else (None, device)][status] += number
    return histories


def _restrictions(comments: list[Comment], now: datetime) -> dict[str, list[Restriction]]:
    """What the authors on the desk are under now, in one query."""
    found: dict[str, list[Restriction]] = {}
    for each in Restriction.objects.upon_any({key_of(comment) for comment in comments}).in_force(now):
        found.setdefault(each.whose, []).append(each)
    return found
