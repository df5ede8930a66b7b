"""An author's own comments and where they stand. Private: nobody else, and no cache, sees these pages."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ..models import Comment
from ..models.comment import CommentQuerySet
from ..reasons import state_of, why_held
from ..restraints import told_to
from ..writer import reader_of

RECENT = 50


@require_safe
@cache_control(private=True, no_store=True)
def mine(request: HttpRequest) -> HttpResponse:
    """The latest comments of this account or device."""
    comments = [_told(comment) for comment in _own(request).newest_first()[:RECENT]]
    context = {"comments": comments, "notices": told_to(reader_of(request).key, timezone.now())}
    return render(request, "discussion/mine.html", context)


@require_safe
@cache_control(private=True, no_store=True)
def mine_one(request: HttpRequest, comment_id: int) -> HttpResponse:
    """One of them. Somebody else's is as absent as one that was never written."""
    comment = _own(request).with_id(comment_id).first()
    if comment is None:
        raise Http404
    return render(request, "discussion/mine.html", {"comments": [_told(comment)], "one": comment})


def _own(request: HttpRequest) -> CommentQuerySet:
    reader = reader_of(request)
    own = Comment.objects.by_author(reader.account_id, reader.device)
    return own.select_related("thread__page", "parent").prefetch_related("verdicts")


def _told(comment: Comment) -> dict[str, object]:
    """A comment with its state and the reasons, in words for its author."""
    return {"comment": comment, "state": state_of(comment), "reasons": why_held(comment) if comment.is_held else []}
