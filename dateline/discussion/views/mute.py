"""Not reading somebody, and reading them again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from dateline.delivery.redirects import see_other
from dateline.people.origin import same_origin_only

from ..actions import mute as mute_author
from ..actions import unmute as unmute_author
from ..device import remember
from ..hint import hint, unhint
from ..limits import TooMuch, check_stranger
from ..models import Mute
from ..writer import reader_of, writer_of
from .thread import comment_or_404

private = cache_control(private=True, no_store=True)


@same_origin_only
@require_POST
def mute(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Mute the author of a comment, then show who is muted."""
    comment, writer = comment_or_404(comment_id), writer_of(request)
    try:
        check_stranger(writer)
        muted_now = mute_author(comment=comment, writer=writer, now=timezone.now())
    except TooMuch as refusal:
        return render(request, "discussion/refused.html", {"refusal": refusal, "comment": comment}, status=429)
    response = see_other("discussion:muted")
    if writer.fresh:
        remember(response, writer.fresh)
    if muted_now:
        hint(response)
    return response


@require_safe
@private
def muted(request: HttpRequest) -> HttpResponse:
    """Whom this reader has muted."""
    return render(request, "discussion/muted.html", {"muted": Mute.objects.by_reader(reader_of(request).key)})


@same_origin_only
@require_POST
def unmute(request: HttpRequest, mute_id: int) -> HttpResponse:
    """Read somebody again."""
    reader = reader_of(request)
    unmute_author(muted=get_object_or_404(Mute, pk=mute_id, reader=reader.key))
    response = see_other("discussion:muted")
    if not Mute.objects.by_reader(reader.key).exists():
        unhint(response)
    return response
