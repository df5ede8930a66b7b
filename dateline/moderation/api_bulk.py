"""Many comments at once, and lists, for programs."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Router, Schema, Status
from pydantic import Field

from dateline.discussion.api import STORABLE, Number
from dateline.discussion.models import Catch, Comment, WordList
from dateline.discussion.models import Status as Standing
from dateline.people.bearer import Bearer
from dateline.people.models import Scope

from . import actions
from .actions.batch import MOST, Seen
from .api import moderator_behind
from .clusters import copies_of
from .models import About, Action, Batch

router = Router(tags=["moderation"], auth=Bearer(Scope.MODERATE))


class CopyOut(Schema):
    """A comment that waits and says nearly the same; `alike` is the share of its words in hundredths."""

    id: int
    alike: int
    author: str
    text: str
    status: Standing
    created_at: datetime
    edited_at: datetime | None


class SeenIn(Schema):
    """A comment as it was looked at; one that is otherwise by now is left alone."""

    id: Number
    expected: Standing
    edited_at: datetime | None = None


class BatchIn(Schema):
    """One decision about many comments."""

    action: Literal["approve", "reject", "spam", "hold"]
    comments: list[SeenIn] = Field(min_length=1, max_length=MOST)
    note: str = Field("", max_length=300, pattern=STORABLE)


class BatchOut(Schema):
    """What was decided in one go, which stays for good; `left` are comments that somebody had changed meanwhile."""

    id: int
    action: str
    number: int
    left: list[int]
    at: datetime


class ListOut(Schema):
    """A list of words or domains, and how many comments it has found."""

    id: int
    name: str
    kind: str
    in_force: bool
    version: int = Field(description="The version in force, or that was last; 0 where none ever was.")
    holds: bool = Field(description="Whether what it finds waits for a moderator; otherwise it is only marked.")
    found: int


class ListTextOut(ListOut):
    """The same with the lines of that version."""

    text: str


@router.get("/comments/{comment_id}/copies", response=list[CopyOut], summary="What says nearly the same")
def copies(request: HttpRequest, comment_id: Number) -> list[dict[str, Any]]:
    """A comment with what waits and says nearly the same, the likest first, 200 at most."""
    moderator_behind(request)
    comment = get_object_or_404(Comment.objects.select_related("thread__page"), pk=comment_id)
    return [
        {
            "id": member.comment.pk,
            "alike": member.alike,
            "author": member.comment.author_name,
            "text": member.comment.text,
            "status": member.comment.status,
            "created_at": member.comment.created_at,
            "edited_at": member.comment.edited_at,
        }
        for member in copies_of(comment)
    ]


@router.post("/batches", response={201: BatchOut}, summary="Decide about many")
def decide_all(request: HttpRequest, wanted: BatchIn) -> Status[Batch]:
    """Decide about up to 200 comments in one go, which can be undone in one go."""
    seen = [
        Seen(each.id, each.expected.value, each.edited_at.isoformat() if each.edited_at else "")
        for each in wanted.comments
    ]
    batch = actions.decide_all(
        seen=seen,
        action=Action(wanted.action),
        about=About.CHOSEN,
        note=wanted.note,
        moderator=moderator_behind(request),
        now=timezone.now(),
    )
    return Status(201, batch)


@router.post("/batches/{batch_id}/undo", response={201: BatchOut}, summary="Undo many")
def undo_all(request: HttpRequest, batch_id: Number) -> Status[Batch]:
    """Give each comment of a batch back the standing it had, except those that somebody has changed since."""
    moderator = moderator_behind(request)
    batch = get_object_or_404(Batch, pk=batch_id)
    return Status(201, actions.undo_all(batch=batch, moderator=moderator, now=timezone.now()))


@router.get("/lists", response=list[ListOut], summary="Lists of words and domains")
def lists(request: HttpRequest) -> list[dict[str, Any]]:
    """All lists, those in force first."""
    moderator_behind(request)
    found = list(WordList.objects.by_name())
    numbers = Catch.objects.numbers_by_list([each.pk for each in found])
    return [_told(each, numbers.get(each.pk, 0)) for each in found]


@router.get("/lists/{list_id}", response=ListTextOut, summary="One list")
def one_list(request: HttpRequest, list_id: Number) -> dict[str, Any]:
    """A list with its lines."""
    moderator_behind(request)
    found = get_object_or_404(WordList, pk=list_id)
    number = Catch.objects.numbers_by_list([found.pk]).get(found.pk, 0)
    return {**_told(found, number), "text": found.text}


def _told(wordlist: WordList, found: int) -> dict[str, Any]:
    return {
        "id": wordlist.pk,
        "name": wordlist.name,
        "kind": wordlist.kind,
        "in_force": wordlist.in_force,
        "version": wordlist.version,
        "holds": wordlist.holds,
        "found": found,
    }
