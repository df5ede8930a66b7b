"""An author's own comments and where they stand. Private: nobody else, and no cache, sees these pages."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ..actions import may_edit, may_withdraw, own_comments
from ..models import Comment
from ..models.comment import CommentQuerySet
from ..reasons import state_of, was_revised, why_held, words_to_author
from ..restraints import told_to
from ..writer import Writer, reader_of

RECENT = 50


@require_safe
@cache_control(private=True, no_store=True)
def mine(request: HttpRequest) -> HttpResponse:
    """The latest comments of this account or device."""
    return render(request, "discussion/mine.html", own_in_words(reader_of(request), RECENT))


@require_safe
@cache_control(private=True, no_store=True)
def mine_one(request: HttpRequest, comment_id: int) -> HttpResponse:
    """One of them."""
    comment = own_or_404(request, comment_id)
    told = _told(comment, reader_of(request))
    return render(request, "discussion/mine.html", {"comments": [told], "one": comment})


def own_in_words(reader: Writer, most: int) -> dict[str, object]:
    """The latest comments of ``reader`` as the page of them tells them, and what a moderator has to say."""
    comments = [_told(comment, reader) for comment in _own(reader).newest_first()[:most]]
    return {"comments": comments, "notices": told_to(reader.key, timezone.now())}


def own_or_404(request: HttpRequest, comment_id: int) -> Comment:
    """Return one of the asker's own comments; somebody else's is as absent as one that was never written."""
    return get_object_or_404(_own(reader_of(request)), pk=comment_id)


def _own(reader: Writer) -> CommentQuerySet:
    return (
        own_comments(reader)
        .select_related("thread__page", "parent", "explanation")
        .prefetch_related("verdicts", "edits")
    )


def _told(comment: Comment, reader: Writer) -> dict[str, object]:
    """A comment with its state and the reasons, in words for its author, and what they may do with it."""
    is_revised = was_revised(comment)
    return {
        "comment": comment,
        "state": state_of(comment),
        "words": words_to_author(comment),
        "is_revised": is_revised,
        "reasons": why_held(comment) if comment.is_held else [],
        "may_edit": may_edit(comment, reader, timezone.now()) and not is_revised,
        "may_withdraw": may_withdraw(comment, reader),
    }
