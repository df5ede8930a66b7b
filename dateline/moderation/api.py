"""Moderating for programs: the queue, one decision, its undo, by the desk's own actions."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Router, Schema, Status
from pydantic import BaseModel, Field

from dateline.discussion.api import MOST, SEEN, STORABLE, After, Number
from dateline.discussion.models import Comment
from dateline.discussion.models import Status as Standing
from dateline.people.bearer import Bearer
from dateline.people.models import ApiToken, Scope, User

from . import actions
from .appeals import Objection, appeals_before
from .desk import ONLY_MODERATORS, RIGHT
from .forms import MOST_LINKS
from .models import Action, Answer, Appeal, Claim, Decision, Outcome
from .models.appeal import WORDS
from .models.reason import LABEL, reasons, told_to_author
from .queue import Card, queue_page, waiting_count

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
    doubted: bool = Field(description="Published, but the automatic check asks for a look at it.")
    accepted: int = Field(description="How many of this author's latest hundred comments stand.")
    refused: int
    notes: list[str] = Field(description="What moderators noted about the author, the newest first.")
    links: list[str] = Field(description="The addresses in the text, in the order in which `unlink` counts them.")
    claimed_by: str | None = Field(description="Who looks at it just now.")
    claim: int | None = Field(description="The number of that claim.")


class QueueOut(Schema):
    """Cards of the queue, the most urgent first as at the desk, and how many wait in all."""

    waiting: int
    cards: list[CardOut]
    next: str | None = Field(description="What to send as `after` for the next cards; null on the last.")


class SeenIn(Schema):
    """What was looked at: who was faster is not overruled unawares."""

    expected: Standing
    edited_at: datetime | None = Field(None, description="Of the card; an edit that was not seen is not decided about.")
    claim: int | None = Field(None, description="Of the card, to decide though somebody else looks at it.")
    note: str = Field("", max_length=300, pattern=STORABLE)


class DecisionIn(SeenIn):
    """About what its author has deleted only `note` is taken: it was looked at. `unlink` takes `links` out."""

    action: Literal["approve", "reject", "spam", "hold", "note", "unlink"]
    reason: str = Field("", max_length=LABEL, pattern=STORABLE, description="The label of one of the reasons.")
    words: str = Field("", max_length=300, pattern=STORABLE, description="Told to the author besides.")
    links: list[Annotated[int, Field(ge=0, lt=MOST_LINKS)]] = Field([], max_length=MOST_LINKS)
    approve: bool = Field(False, description="With `unlink`: let the rest stand.")


class ReasonOut(Schema):
    """A reason for authors."""

    label: str
    words: str


class ClaimIn(BaseModel):  # a ``Schema`` reads attributes, and so takes a list for an object that names nothing
    """``over`` is the number of somebody else's claim, to take it over."""

    over: int | None = Field(None, ge=1, le=MOST)


class ClaimOut(Schema):
    """Until when you look at the comment."""

    id: int
    until: datetime


class DecisionOut(Schema):
    """A decision, which stays for good."""

    id: int
    comment_id: int
    action: str
    previous_status: str
    new_status: str
    at: datetime


class AppealOut(Schema):
    """An appeal that waits for an answer."""

    id: int
    comment_id: int
    author: str
    text: str
    against: str = Field(description="What was decided: `reject`, `spam`, or of a person `suspended`, `banned` ...")
    decided_at: datetime
    words: str = Field(description="What the author objects; empty where they had it erased.")
    at: datetime
    answerable: bool = Field(description="False where the token's owner decided or wrote what it is about.")


class AnswerIn(Schema):
    """`overturned` takes the decision back; the words are for the author."""

    outcome: Outcome
    words: str = Field(min_length=1, max_length=WORDS, pattern=SEEN)


class AnswerOut(Schema):
    """An answer, which stays for good."""

    appeal_id: int
    outcome: Outcome
    at: datetime


@router.get("/queue", response=QueueOut, summary="What waits")
def queue(request: HttpRequest, after: After = "") -> dict[str, Any]:
    """Look at the queue, twenty cards at a time."""
    page = queue_page(now=timezone.now(), moderator=moderator_behind(request), after=after)
    return {"waiting": waiting_count(), "cards": [told(card) for card in page.cards], "next": page.after or None}


@router.post("/comments/{comment_id}/decisions", response={201: DecisionOut}, summary="Decide")
def decide(request: HttpRequest, comment_id: Number, wanted: DecisionIn) -> Status[Decision]:
    """Decide about one comment, in whatever standing."""
    moderator = moderator_behind(request)
    comment = get_object_or_404(Comment, pk=comment_id)
    shared: dict[str, Any] = {
        "comment": comment,
        "moderator": moderator,
        "expected": wanted.expected.value,
        "edited": wanted.edited_at.isoformat() if wanted.edited_at else "",
        "claim": wanted.claim,
        "note": wanted.note,
        "now": timezone.now(),
    }
    if wanted.action == "unlink":
        return Status(201, actions.unlink(links=wanted.links, approve=wanted.approve, **shared))
    shared |= told_to_author(wanted.reason, wanted.words)
    return Status(201, actions.decide(action=Action(wanted.action), **shared))


@router.get("/reasons", response=list[ReasonOut], summary="Reasons for authors")
def list_reasons(request: HttpRequest) -> list[dict[str, str]]:
    """What authors may be told in a word."""
    moderator_behind(request)
    return [{"label": reason.label, "words": reason.words} for reason in reasons()]


@router.post("/comments/{comment_id}/claim", response={201: ClaimOut}, summary="Claim")
def claim(request: HttpRequest, comment_id: Number, wanted: ClaimIn) -> Status[Claim]:
    """Say for ten minutes that you look at a comment. A decision ends it, whoever's."""
    moderator = moderator_behind(request)
    comment = get_object_or_404(Comment, pk=comment_id)
    return Status(201, actions.claim(comment=comment, moderator=moderator, now=timezone.now(), over=wanted.over))


@router.delete("/comments/{comment_id}/claim", response={204: None}, summary="Leave it to others")
def release(request: HttpRequest, comment_id: Number) -> Status[None]:
    """End your claim."""
    moderator = moderator_behind(request)
    actions.release(comment=get_object_or_404(Comment, pk=comment_id), moderator=moderator)
    return Status(204, None)


@router.post("/decisions/{decision_id}/undo", response={201: DecisionOut}, summary="Undo")
def undo(request: HttpRequest, decision_id: Number) -> Status[Decision]:
    """Take the latest decision about a comment back; that is a decision too."""
    moderator = moderator_behind(request)
    decision = get_object_or_404(Decision.objects.select_related("undoes"), pk=decision_id)
    return Status(201, actions.undo(decision=decision, moderator=moderator, now=timezone.now()))


@router.get("/appeals", response=list[AppealOut], summary="What is appealed against")
def appeals(request: HttpRequest) -> list[dict[str, Any]]:
    """Look at the open appeals, the longest wait first."""
    return [told_appeal(objection) for objection in appeals_before(moderator_behind(request))]


@router.post("/appeals/{appeal_id}/answer", response={201: AnswerOut}, summary="Answer an appeal")
def answer(request: HttpRequest, appeal_id: Number, wanted: AnswerIn) -> Status[Answer]:
    """Answer one: not whoever decided what it is about."""
    moderator = moderator_behind(request)
    appeal = get_object_or_404(Appeal, pk=appeal_id)
    words, now = wanted.words.strip(), timezone.now()
    given = actions.answer(appeal=appeal, outcome=wanted.outcome, words=words, moderator=moderator, now=now)
    return Status(201, given)


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
        "doubted": comment.is_doubted,
        "accepted": card.accepted,
        "refused": card.refused,
        "notes": [note.words for note in card.notes],
        "links": [link.address for link in card.links],
        "claimed_by": card.claim.moderator.public_name if card.claim else None,
        "claim": card.claim.pk if card.claim else None,
    }


def told_appeal(objection: Objection) -> dict[str, Any]:
    """Return an appeal as it is told."""
    appeal, comment = objection.appeal, objection.appeal.comment
    decision, measure = appeal.decision, appeal.measure
    return {
        "id": appeal.pk,
        "comment_id": comment.pk,
        "author": comment.author_name,
        "text": comment.text,
        "against": decision.action if decision else measure.restriction.kind if measure else "",
        "decided_at": appeal.against.at,
        "words": appeal.words,
        "at": appeal.at,
        "answerable": objection.may_answer,
    }
