"""The discussion for programs: what the pages show, and what the forms do, by the same actions under the same limits.

``front`` puts it at its address and turns refusals into problem details. Nothing here knows of held comments: what is
not published is absent, as it is for readers.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from urllib.parse import parse_qsl, urlsplit

from django.http import HttpRequest
from django.utils import timezone
from ninja import Path, Query, Router, Schema, Status
from ninja.errors import ValidationError
from pydantic import Field

from dateline.delivery.sender import sender_key
from dateline.people.bearer import Bearer
from dateline.people.models import ApiToken, Scope
from dateline.people.roles import is_staff_member
from dateline.screening import LONGEST

from .actions import Entry, own_comments, post_one
from .actions import flag as flag_comment
from .actions import vote as vote_for
from .forms import CommentForm, FlagForm
from .models import Badge, Comment, FlagReason, Mode
from .models import Status as Standing
from .reading import Sort, ThreadPage, read_branch, read_thread
from .reasons import words_to_author
from .said import Said, said_by_itself
from .views.thread import comment_or_404, page_or_404
from .writer import Writer

OWN = 50
MOST = 2**63 - 1  # the largest number that a row can have
STORABLE = r"^[^\x00]*$"  # NUL is no character of a text
SEEN = r"^[^\x00]*[^\s\x00-\x1f][^\x00]*$"  # and blanks alone are no comment
Number = Annotated[int, Path(ge=1, le=MOST)]
After = Annotated[str, Query(max_length=800, description="The `next` of the page before.")]
router = Router(tags=["discussion"])


class CommentOut(Schema):
    """A published comment, or the empty place (`text` and `author` null) that holds up published replies."""

    id: int
    parent_id: int | None
    depth: int
    author: str | None
    by_staff: bool
    badge: Badge = Field(description="Of the author of the report, or of a supporter who wished to be seen.")
    html: str | None
    up: int
    down: int
    replies: int = Field(description="Published comments below it, at every depth.")
    created_at: datetime
    url: str


class ThreadOut(Schema):
    """A page of a thread: roots in the order asked for, each followed by the beginning of its branch."""

    page_id: int
    count: int = Field(description="Published comments in the whole thread.")
    closed: bool
    mode: Mode = Field(description="Who may write now, and what waits; `closed` also where age has closed the thread.")
    closes_at: datetime | None = Field(description="When age will close it; null for never, and once it is closed.")
    slow: int = Field(description="Seconds that one writer has to let pass between two comments; 0 for none.")
    comments: list[CommentOut]
    next: str | None = Field(description="What to send as `after` for the next page; null on the last.")


class BranchOut(Schema):
    """One comment, what it answers (root first), and what answers it, in thread order."""

    comment: CommentOut
    above: list[CommentOut]
    below: list[CommentOut]
    next: str | None


class CommentIn(Schema):
    """Words in the small Markdown of the comment form."""

    text: str = Field(min_length=1, max_length=LONGEST, pattern=SEEN)


class PostedOut(Schema):
    """Where a new comment stands. One that is held is read by a moderator first, and only its author sees it."""

    id: int
    status: Literal["published", "held"]
    url: str


class OwnOut(Schema):
    """Where one of your comments stands, whatever others see of it."""

    id: int
    status: Standing
    told: str = Field(description="What the moderator who decided says to you; often nothing.")
    text: str
    created_at: datetime


class VoteIn(Schema):
    """The same value again takes the vote back."""

    value: Literal[1, -1]


class VotesOut(Schema):
    """The votes as they are counted now."""

    up: int
    down: int


class FlagIn(Schema):
    """What is wrong with a comment; only moderators read the note."""

    reason: FlagReason
    note: str = Field("", max_length=300, pattern=STORABLE)


class FlaggedOut(Schema):
    """Whether this report is a new one of yours."""

    new: bool


@router.get("/threads/{page_id}", response=ThreadOut, auth=Bearer(Scope.READ), summary="Read a thread")
def thread(request: HttpRequest, page_id: Number, sort: Sort = Sort.NEWEST, after: After = "") -> dict[str, Any]:
    """Comments below a report, page by page; a page is stable while comments arrive."""
    reading = read_thread(page_or_404(page_id), sort, after)
    comments = [told(node.comment) for node in reading.nodes]
    return {
        "page_id": page_id,
        "count": reading.count,
        "closed": reading.is_closed,
        "mode": reading.terms.mode,
        "closes_at": reading.terms.closes_at,
        "slow": reading.terms.slow,
        "comments": comments,
        "next": next_of(reading),
    }


@router.get("/comments/mine", response=list[OwnOut], auth=Bearer(Scope.POST), summary="Your comments")
def mine(request: HttpRequest) -> list[dict[str, Any]]:
    """Your latest fifty, also those that wait or were not published, with why."""
    own = own_comments(writer_behind(request)).select_related("explanation").newest_first()[:OWN]
    shown = ("text", "status", "created_at")
    return [
        {"id": each.pk, "told": words_to_author(each), **{name: getattr(each, name) for name in shown}} for each in own
    ]


@router.get("/comments/{comment_id}", response=BranchOut, auth=Bearer(Scope.READ), summary="Read a comment")
def branch(request: HttpRequest, comment_id: Number, after: After = "") -> dict[str, Any]:
    """One comment with its branch, page by page."""
    found = comment_or_404(comment_id)
    reading = read_branch(found, after)
    above = [told_model(comment) for comment in Comment.objects.above(found).published()]
    first, *below = [told(node.comment) for node in reading.nodes]
    return {"comment": first, "above": above, "below": below, "next": next_of(reading)}


@router.post("/threads/{page_id}/comments", response={201: PostedOut}, auth=Bearer(Scope.POST), summary="Comment")
def comment(request: HttpRequest, page_id: Number, words: CommentIn) -> Status[dict[str, Any]]:
    """Write below a report, as the token's owner."""
    page = page_or_404(page_id)
    return _post(request, words, page.pk, None)


@router.post("/comments/{comment_id}/replies", response={201: PostedOut}, auth=Bearer(Scope.POST), summary="Reply")
def reply(request: HttpRequest, comment_id: Number, words: CommentIn) -> Status[dict[str, Any]]:
    """Answer a published comment."""
    return _post(request, words, None, comment_or_404(comment_id).pk)


@router.post("/comments/{comment_id}/vote", response=VotesOut, auth=Bearer(Scope.POST), summary="Vote")
def vote(request: HttpRequest, comment_id: Number, ballot: VoteIn) -> Comment:
    """Vote for or against a comment. Nobody votes for their own words: such a vote changes nothing."""
    found = comment_or_404(comment_id)
    return vote_for(comment=found, writer=writer_behind(request), value=ballot.value, now=timezone.now())


@router.post("/comments/{comment_id}/flags", response=FlaggedOut, auth=Bearer(Scope.POST), summary="Report a comment")
def flag(request: HttpRequest, comment_id: Number, report: FlagIn) -> dict[str, bool]:
    """Ask a moderator to look. Nothing is hidden by it."""
    words = cleaned(FlagForm({"reason": report.reason.value, "note": report.note}))
    found, writer = comment_or_404(comment_id), writer_behind(request)
    return {"new": flag_comment(comment=found, writer=writer, now=timezone.now(), **words)}


def _post(request: HttpRequest, words: CommentIn, page: int | None, parent: int | None) -> Status[dict[str, Any]]:
    """Hold the words against the form that readers fill in, and post them."""
    writer = writer_behind(request)
    text = cleaned(CommentForm({"text": words.text}, writer=writer))["text"]
    placed = post_one(Entry(writer, text, page, parent), now=timezone.now())
    found = Comment(pk=placed.comment_id)
    status = "published" if placed.is_published else "held"
    return Status(201, {"id": found.pk, "status": status, "url": found.get_absolute_url()})


def writer_behind(request: HttpRequest) -> Writer:
    """Return the token's owner as somebody who writes."""
    token: ApiToken = request.auth  # type: ignore[attr-defined]  # ninja puts what Bearer returned there
    user = token.user
    origin = sender_key(request, purpose="discussion")
    return Writer(account=user, origin=origin, by_staff=is_staff_member(user), name=user.public_name)


def cleaned(form: CommentForm | FlagForm) -> dict[str, Any]:
    """Return what a form holds. Raises ninja's ValidationError with the form's own sentences."""
    if form.is_valid():
        return form.cleaned_data
    found = form.errors.get_json_data()
    raise ValidationError([{"loc": ["body", name], "msg": each["message"]} for name in found for each in found[name]])


def next_of(reading: ThreadPage) -> str | None:
    """Return where the next page begins."""
    return dict(parse_qsl(urlsplit(reading.next_url).query)).get("after")


def told(said: Said) -> dict[str, Any]:
    """Return a comment as it is told; of one that is not public, its place."""
    shown = said.is_published
    return {
        "id": said.pk,
        "parent_id": said.parent_id,
        "depth": said.depth,
        "author": said.author_name if shown else None,
        "by_staff": said.by_staff and shown,
        "badge": said.badge if shown else Badge.NONE,
        "html": said.html if shown else None,
        "up": said.up if shown else 0,
        "down": said.down if shown else 0,
        "replies": said.descendant_count,
        "created_at": said.created_at,
        "url": said.get_absolute_url,
    }


def told_model(comment: Comment) -> dict[str, Any]:
    """The same of a model."""
    return told(said_by_itself(comment))
