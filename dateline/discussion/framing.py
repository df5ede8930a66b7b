"""Pages that stand in frames on other people's sites: everything below ``/embed/``, and nothing else.

Most of them are our ordinary pages below another address and without masthead; ``frame`` in a template is what stands
before an address there, and empty elsewhere. Who may frame them, their policy says (``frame-ancestors``); each page
says it in its head too, for the door that sends it without asking us, and for its script.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.functional import SimpleLazyObject

from .models import Comment, Embedding
from .places import NotListed, is_listed

FRAME = "/embed"


class Framing:
    """Let the sites that an editor has listed frame whatever is answered below ``FRAME``, refusals too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if frame_of(request):
            response.xframe_options_exempt = True  # type: ignore[attr-defined]
            response._csp_update = {"frame-ancestors": list(Embedding.allowed())}  # type: ignore[attr-defined]
        return response


def frame_of(request: HttpRequest) -> str:
    """Return what stands before the addresses of a page that may be framed; empty for any other page."""
    return FRAME if request.path.startswith(f"{FRAME}/") else ""


def framing(request: HttpRequest) -> dict[str, Any]:
    """Give templates ``frame``, the page that theirs is a part of, and for one that is framed who may do so."""
    frame = frame_of(request)
    if not frame:
        return {"frame": "", "whole_page": "base.html"}
    return {
        "frame": frame,
        "whole_page": "frame.html",
        "ancestors": SimpleLazyObject(lambda: " ".join(Embedding.allowed())),
    }


def in_frame(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Do for a frame what ``view`` does with a comment: one that stands on a site which may show it, and no other."""

    @wraps(view)
    def framed(request: HttpRequest, comment_id: int) -> HttpResponse:
        comment = get_object_or_404(Comment.objects.elsewhere().select_related("thread"), pk=comment_id)
        if not is_listed(comment.thread):
            return refused(request, NotListed())
        return view(request, comment_id)

    return framed


def refused(request: HttpRequest, refusal: object) -> HttpResponse:
    """Say why there is no discussion here."""
    return render(request, "discussion/not_embedded.html", {"refusal": refusal}, status=403)
