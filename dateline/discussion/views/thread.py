"""Reading: a thread page by page, one comment with its branch. The same bytes for everyone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from ..framing import frame_of
from ..models import Comment
from ..reading import read_branch, read_thread


def page_or_404(page_id: int) -> Page:
    """Return the page whose thread is asked for; drafts and pages for a few have no public discussion."""
    return get_object_or_404(Page.objects.live().public(), pk=page_id)


def comment_or_404(comment_id: int) -> Comment:
    """Return a published comment below a page that everybody may read, with its thread."""
    return get_object_or_404(Comment.objects.readable().select_related("thread__page"), pk=comment_id)


@require_safe
def thread(request: HttpRequest, page_id: int) -> HttpResponse:
    """One page of the thread below a page."""
    page = page_or_404(page_id)
    reading = read_thread(page, request.GET.get("sort", ""), request.GET.get("after", ""))
    return render(request, "discussion/thread.html", {"page": page, "reading": reading})


@require_safe
def comment(request: HttpRequest, comment_id: int) -> HttpResponse:
    """One comment, with what it answers and what answers it."""
    found = comment_or_404(comment_id)
    above = Comment.objects.above(found).published()
    reading = read_branch(found, request.GET.get("after", ""), frame=frame_of(request))
    return render(request, "discussion/comment.html", {"comment": found, "above": above, "reading": reading})
