"""What other programs read of a thread."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from dateline.lib.feeds import writer_for
from dateline.people.models import Newsroom

from ..feed import feed_of
from .thread import page_or_404


@require_safe
def feed(request: HttpRequest, page_id: int, form: str) -> HttpResponse:
    """The thread below a page as RSS, Atom or JSON, readable from any other site."""
    writer = writer_for(form)
    channel = feed_of(page_or_404(page_id), Newsroom.load(request), itself=request.path)
    return HttpResponse(
        writer.write(channel), content_type=writer.CONTENT_TYPE, headers={"Access-Control-Allow-Origin": "*"}
    )
