"""A thread as one reader sees it. Private: the page that everybody gets says nothing of anybody."""

from __future__ import annotations

from datetime import datetime

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from dateline.delivery.redirects import see_other
from dateline.people.origin import same_origin_only

from ..actions import visit
from ..device import remember
from ..limits import TooMuch, check_stranger
from ..models import Thread, Visit
from ..reading import read_thread
from ..writer import Writer, reader_of, writer_of
from ..yours import Yours, muted_in
from .thread import page_or_404

private = cache_control(private=True, no_store=True)


@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
@private
def yours(request: HttpRequest, page_id: int) -> HttpResponse:
    """The thread with what is new marked. A browser that nobody knows is remembered when it asks for that (POST)."""
    page, now = page_or_404(page_id), timezone.now()
    thread = Thread.objects.of_page(page).first()
    if request.method == "POST":
        return _begin(request, page_id, thread, now)
    reader = reader_of(request)
    reading = read_thread(page, request.GET.get("sort", ""), request.GET.get("after", ""), address="discussion:yours")
    noted = _note(request, thread, reader, now)
    shown = [node.comment.pk for node in reading.nodes if node.comment.is_published]
    fresh = frozenset(number for number in shown if noted and number > noted.before)
    own = Yours(fresh, muted_in(thread, reader, shown) if thread else frozenset())
    context = {"page": page, "reading": reading, "is_noted": bool(noted), "yours": own}
    return render(request, "discussion/yours.html", context)


def _begin(request: HttpRequest, page_id: int, thread: Thread | None, now: datetime) -> HttpResponse:
    """Note from now on how far this browser reads."""
    writer = writer_of(request)
    try:
        check_stranger(writer)
    except TooMuch as refusal:
        return render(request, "discussion/refused.html", {"refusal": refusal}, status=429)
    if thread is not None:
        visit(thread=thread, writer=writer, now=now)
    response = see_other("discussion:yours", page_id=page_id)
    if writer.fresh:
        remember(response, writer.fresh)
    return response


def _note(request: HttpRequest, thread: Thread | None, reader: Writer, now: datetime) -> Visit | None:
    """Note how far an account reads, or a browser that has asked for it. Reading goes on where nothing can be noted."""
    if thread is None or not reader.key or request.method == "HEAD":
        return None
    try:
        return visit(thread=thread, writer=reader, now=now, begin=reader.account is not None)
    except DatabaseError:
        return None


@require_safe
@private
def muted_json(request: HttpRequest, page_id: int) -> JsonResponse:
    """The numbers of comments that the script of a public page folds away for this reader."""
    thread = Thread.objects.of_page(page_or_404(page_id)).first()
    return JsonResponse({"muted": sorted(muted_in(thread, reader_of(request))) if thread else []})
