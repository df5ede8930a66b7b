"""Following a discussion."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from dateline.delivery.redirects import see_other
from dateline.discussion.actions import thread_of
from dateline.discussion.device import remember
from dateline.discussion.limits import TooMuch, check_stranger
from dateline.discussion.views.thread import page_or_404
from dateline.discussion.writer import Writer, reader_of, writer_of
from dateline.people.origin import same_origin_only

from .. import actions
from ..forms import FollowForm
from ..models import Recipient
from .own_page import own_page


@own_page
@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, page_id: int) -> HttpResponse:
    """Say how it goes, and follow. Whether a mail goes out is not told: it would tell of somebody else's address."""
    page = page_or_404(page_id)
    reader = reader_of(request)
    recipient = Recipient.objects.known_as(reader.key).first()
    form = FollowForm(request.POST if request.method == "POST" else None)
    context = {"page": page, "form": form, "recipient": recipient, "account": reader.account}
    if request.method != "POST":
        return render(request, "notices/follow.html", context)
    if not form.is_valid():
        return render(request, "notices/follow.html", context, status=422)
    writer = writer_of(request)
    try:
        check_stranger(writer)
        _follow(page, writer, form.cleaned_data["mail"])
    except TooMuch as refusal:
        return render(request, "notices/follow.html", {**context, "refusal": refusal}, status=429)
    response = see_other("notices:followed", page_id=page_id)
    if writer.fresh:
        remember(response, writer.fresh)
    return response


def _follow(page: Page, writer: Writer, mail: str) -> None:
    now = timezone.now()
    followed = actions.follow(thread=thread_of(page=page, now=now), writer=writer, now=now)
    if mail and not writer.account:
        actions.try_to_ask(recipient=followed.recipient, mail=mail, origin=writer.origin, now=now)


@own_page
@require_safe
def followed(request: HttpRequest, page_id: int) -> HttpResponse:
    """Say what comes next."""
    recipient = Recipient.objects.known_as(reader_of(request).key).first()
    return render(request, "notices/followed.html", {"page": page_or_404(page_id), "recipient": recipient})
