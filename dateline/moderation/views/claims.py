"""Taking a comment for oneself for a while, and leaving it to the others."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from dateline.delivery.redirects import see_other
from dateline.discussion.models import Comment

from .. import actions
from ..desk import moderator_of, moderators_only
from .queue import CONFLICT, in_the_way, number_in

QUIETLY = "quietly"  # sent by the desk's script, which shows what is answered on the card


@moderators_only
@require_POST
def claim(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Take a comment, and open it by itself."""
    comment = get_object_or_404(Comment, pk=comment_id)
    over = number_in(request.POST, "claim")
    try:
        actions.claim(comment=comment, moderator=moderator_of(request), now=timezone.now(), over=over)
    except actions.Claimed as claimed:
        if QUIETLY in request.POST:
            return HttpResponse(str(claimed), status=CONFLICT, content_type="text/plain; charset=utf-8")
        return in_the_way(request, claimed, comment_id)
    if QUIETLY in request.POST:
        return HttpResponse(status=204)
    return see_other("moderation:comment", comment_id=comment_id)


@moderators_only
@require_POST
def release(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Leave a comment to the others, and go on with the queue."""
    actions.release(comment=get_object_or_404(Comment, pk=comment_id), moderator=moderator_of(request))
    return see_other(f"{reverse('moderation:queue')}#card-{comment_id}")
