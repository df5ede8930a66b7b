"""A thread as one reader sees it. Private: the page that everybody gets says nothing of anybody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dateline.delivery.redirects import see_other
from dateline.people.origin import same_origin_only

from ..actions import mute as mute_author
from ..actions import unmute as unmute_author
from ..actions import visit
from ..device import remember
from ..hint import hint, unhint
from ..limits import TooMuch
from ..models import Mute, Thread
from ..reading import read_thread
from ..writer import reader_of, writer_of
from ..yours import Yours, muted_in
from .thread import comment_or_404, page_or_404

private = cache_control(private=True, no_store=True)


@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
@private
def yours(request: HttpRequest, page_id: int) -> HttpResponse:
    """The thread with what is new marked. A browser that nobody knows is remembered when it asks for that (POST)."""
    page, now = page_or_404(page_id), timezone.now()
    thread = Thread.objects.of_page(page).first()
    if request.method == "POST":
        writer = writer_of(request)
        response = see_other("discussion:yours", page_id=page_id)
        if thread is not None:
            visit(thread=thread, writer=writer, now=now)
        if writer.fresh:
            remember(response, writer.fresh)
        return response
    reader = reader_of(request)
    reading = read_thread(page, request.GET.get("sort", ""), request.GET.get("after", ""), address="discussion:yours")
    context = {"page": page, "reading": reading, "is_known": bool(reader.key)}
    if thread is not None and reader.key:
        noted = visit(thread=thread, writer=reader, now=now)
        shown = [node.comment for node in reading.nodes if node.comment.is_published]
        fresh = frozenset(said.pk for said in shown if said.pk > noted.before)
        context["yours"] = Yours(fresh, muted_in(thread, reader, [said.pk for said in shown]))
    return render(request, "discussion/yours.html", context)


@require_safe
@private
def muted_json(request: HttpRequest, page_id: int) -> JsonResponse:
    """The numbers of comments that the script of a public page folds away for this reader."""
    thread = Thread.objects.of_page(page_or_404(page_id)).first()
    return JsonResponse({"muted": sorted(muted_in(thread, reader_of(request))) if thread else []})


@same_origin_only
@require_POST
def mute(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Mute the author of a comment, then show who is muted."""
    comment, writer = comment_or_404(comment_id), writer_of(request)
    try:
        mute_author(comment=comment, writer=writer, now=timezone.now())
    except TooMuch as refusal:
        return render(request, "discussion/refused.html", {"refusal": refusal, "comment": comment}, status=429)
    response = see_other("discussion:muted")
    if writer.fresh:
        remember(response, writer.fresh)
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
