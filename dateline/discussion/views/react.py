"""Voting and reporting."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dateline.delivery.redirects import see_other
from dateline.people.origin import same_origin_only

from ..actions import Barred
from ..actions import flag as flag_comment
from ..actions import vote as vote_for
from ..device import remember
from ..forms import FlagForm, VoteForm
from ..framing import frame_of
from ..limits import TooMuch
from ..models import Comment
from ..writer import Writer, writer_of
from .thread import comment_or_404


@same_origin_only
@require_POST
def vote(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Count a vote, then lead back to the comment; a script asks for JSON and stays where it is."""
    comment = comment_or_404(comment_id)
    writer = writer_of(request)
    form = VoteForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    try:
        counted = vote_for(comment=comment, writer=writer, value=form.cleaned_data["value"], now=timezone.now())
    except (Barred, TooMuch) as refusal:
        return _refused(request, refusal, comment)
    if request.headers.get("Accept") == "application/json":
        response: HttpResponse = JsonResponse({"up": counted.up, "down": counted.down})
    else:
        response = see_other(f"{frame_of(request)}{comment.get_absolute_url()}#{comment.anchor}")
    return _with_device(response, writer)


@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
def flag(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Ask what is wrong, then tell the moderators."""
    comment = comment_or_404(comment_id)
    if request.method != "POST":
        return render(request, "discussion/flag.html", {"comment": comment, "form": FlagForm()})
    form = FlagForm(request.POST)
    if not form.is_valid():
        return render(request, "discussion/flag.html", {"comment": comment, "form": form}, status=422)
    writer = writer_of(request)
    try:
        flag_comment(comment=comment, writer=writer, now=timezone.now(), **form.cleaned_data)
    except (Barred, TooMuch) as refusal:
        return _refused(request, refusal, comment)
    return _with_device(see_other(f"{frame_of(request)}{comment.get_absolute_url()}report/thanks/"), writer)


@require_safe
def flagged(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Say that the report arrived and what happens now."""
    return render(request, "discussion/flagged.html", {"comment": comment_or_404(comment_id)})


def _refused(request: HttpRequest, refusal: Barred | TooMuch, comment: Comment) -> HttpResponse:
    context = {"refusal": refusal, "comment": comment}
    return render(request, "discussion/refused.html", context, status=429 if isinstance(refusal, TooMuch) else 403)


def _with_device(response: HttpResponse, writer: Writer) -> HttpResponse:
    if writer.fresh:
        remember(response, writer.fresh)
    return response
