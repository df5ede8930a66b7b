"""Moderating for programs: the queue, one decision, its undo, by the desk's own actions."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Router, Schema, Status
from pydantic import Field

from dateline.discussion.api import STORABLE, Number
from dateline.discussion.models import Comment
from dateline.discussion.models import Status as Standing
from dateline.people.bearer import Bearer
from dateline.people.models import ApiToken, Scope, User

from . import actions
from .desk import ONLY_MODERATORS, RIGHT
from .models import Action, Decision
from .queue import Card, cards, waiting_count

router = Router(tags=["moderation"], auth=Bearer(Scope.MODERATE))


class CardOut(Schema):
    """A comment that waits, with what speaks about it."""

    id: int
    page_id: int | None
    author: str
    text: str
    status: Standing
    created_at: datetime
    edited_at: datetime | None
    reasons: list[dict[str, Any]]
    flags: list[str]
    accepted: int = Field(description="How many comments of this author stand.")
    refused: int


class QueueOut(Schema):
    """The first cards of the queue, in the desk's order, and how many wait in all."""

    waiting: int
    cards: list[CardOut]


class DecisionIn(Schema):
    """``expected`` is the standing that was looked at: who was faster is not overruled unawares.

    About what its author has deleted only `note` is taken: it was looked at.
    """

    action: Literal["approve", "reject", "spam", "hold", "note"]
    expected: Standing
    edited_at: datetime | None = Field(None, description="Of the card; an edit that was not seen is not decided about.")
    note: str = Field("", max_length=300, pattern=STORABLE)


class DecisionOut(Schema):
    """A decision, which stays for good."""

    id: int
    comment_id: int
    action: str
    previous_status: str
    new_status: str
    at: datetime


@router.get("/queue", response=QueueOut, summary="What waits")
def queue(request: HttpRequest) -> dict[str, Any]:
    """Look at the queue."""
    moderator_behind(request)
    return {"waiting": waiting_count(), "cards": [told(card) for card in cards(now=timezone.now())]}


@router.post("/comments/{comment_id}/decisions", response={201: DecisionOut}, summary="Decide")
def decide(request: HttpRequest, comment_id: Number, wanted: DecisionIn) -> Status[Decision]:
    """Decide about one comment, in whatever standing."""
    moderator = moderator_behind(request)
    comment = get_object_or_404(Comment, pk=comment_id)
    decision = actions.decide(
        comment=comment,
        action=Action(wanted.action),
        moderator=moderator,
        expected=wanted.expected.value,
        edited=wanted.edited_at.isoformat() if wanted.edited_at else "",
        note=wanted.note,
        now=timezone.now(),
    )
    return Status(201, decision)


@router.post("/decisions/{decision_id}/undo", response={201: DecisionOut}, summary="Undo")
def undo(request: HttpRequest, decision_id: Number) -> Status[Decision]:
    """Take the latest decision about a comment back; that is a decision too."""
    moderator = moderator_behind(request)
    decision = get_object_or_404(Decision, pk=decision_id)
    return Status(201, actions.undo(decision=decision, moderator=moderator, now=timezone.now()))


def moderator_behind(request: HttpRequest) -> User:
    """Return the token's owner. Raises PermissionDenied where the role is theirs no more: a token gives no right."""
    token: ApiToken = request.auth  # type: ignore[attr-defined]  # ninja puts what Bearer returned there
    if not token.user.has_perm(RIGHT):
        raise PermissionDenied(ONLY_MODERATORS)
    return token.user


def told(card: Card) -> dict[str, Any]:
    """Return a card as it is told."""
    comment = card.comment
    return {
        "id": comment.pk,
        "page_id": comment.thread.page_id,
        "author": comment.author_name,
        "text": comment.text,
        "status": comment.status,
        "created_at": comment.created_at,
        "edited_at": comment.edited_at,
        "reasons": card.reasons,
        "flags": [flag.reason for flag in card.flags],
        "accepted": card.accepted,
        "refused": card.refused,
    }
