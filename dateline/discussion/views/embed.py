"""Threads below other sites' pages: what stands in the frame there, and what those sites may ask."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from dateline.lib.web_address import BadAddress, canonical
from dateline.people.models import Newsroom
from dateline.people.origin import same_origin_only

from ..device import signed
from ..framing import refused
from ..limits import TooMuch, check_stranger
from ..models import Embedding, Thread
from ..places import NotListed, Place, check_listed, is_listed, place_in, place_of, sealed, unsealed
from ..reading import read_elsewhere
from ..writer import writer_of
from .compose import Spot, write

SCRIPT = Path(__file__).parent.parent / "static" / "discussion" / "embed.js"
NAME = '"Comments"'  # in the script: what a screen reader calls the frame
MOST = 100  # pages whose comments are counted at once
FRESH = 300  # seconds for which a browser need not ask again where a thread stands
OPEN = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}


@require_safe
def script(request: HttpRequest) -> HttpResponse:
    """The script that other sites put on their pages, which names the frame in the newsroom's language."""
    name = _("Comments at %(newsroom)s") % {"newsroom": Newsroom.load(request).name}
    words = SCRIPT.read_text(encoding="utf-8").replace(NAME, json.dumps(name).replace("<", "\\u003c"), 1)
    return HttpResponse(words, content_type="text/javascript; charset=utf-8", headers=OPEN)


@require_safe
def embed(request: HttpRequest) -> HttpResponse:
    """Lead to the thread below a page elsewhere or, where nobody has written yet, show that; nothing is stored."""
    try:
        place = place_in(request.GET.dict(), Embedding.allowed())
    except BadAddress:
        return refused(request, _("This link names no page, or one that cannot be read. Ask whoever made it."))
    except NotListed as refusal:
        return refused(request, refusal)
    thread = Thread.objects.at(place.place).first()
    if thread is None:
        return render(request, "discussion/embedded.html", _around(place, None, request))
    response = HttpResponse(status=302, headers={"Location": reverse("discussion:embedded", args=[thread.pk])})
    response["Cache-Control"] = f"public, max-age={FRESH}"
    return response


@require_safe
def embedded(request: HttpRequest, thread_id: int) -> HttpResponse:
    """One page of such a thread, the same for everybody."""
    thread = get_object_or_404(Thread.objects.elsewhere(), pk=thread_id)
    if not is_listed(thread):
        return refused(request, NotListed())
    return render(request, "discussion/embedded.html", _around(place_of(thread), thread, request))


@require_safe
def received(request: HttpRequest, thread_id: int) -> HttpResponse:
    """Say that a comment has arrived and that a moderator reads it first; the same for everybody."""
    thread = get_object_or_404(Thread.objects.elsewhere(), pk=thread_id)
    if not is_listed(thread):
        return refused(request, NotListed())
    return render(request, "discussion/received.html", {"thread": thread})


@same_origin_only
@require_POST
@sensitive_post_parameters("mail", "device")
def post(request: HttpRequest) -> HttpResponse:
    """A new comment in the thread of a place that we have sealed."""
    place = unsealed(request.POST.get("place", ""))
    if place is None:
        raise PermissionDenied(_("This form belongs to no discussion of ours. Open the page again and write there."))
    try:
        check_listed(place.address, Embedding.allowed())
    except NotListed as refusal:
        return refused(request, refusal)
    return write(request, Spot(place=place))


@same_origin_only
@require_POST
@cache_control(private=True, no_store=True)
def device(request: HttpRequest) -> JsonResponse:
    """A secret for a browser that is about to write in a frame and keeps no cookies there; none where it has one."""
    writer = writer_of(request)
    try:
        check_stranger(writer)
    except TooMuch as refusal:
        return JsonResponse({"device": "", "refusal": str(refusal)}, status=429)
    return JsonResponse({"device": signed(writer.fresh) if writer.fresh else ""})


@require_safe
@cache_control(public=True, max_age=60)
def counts(request: HttpRequest) -> HttpResponse:
    """Published comments below many pages elsewhere, by their addresses as they were asked for."""
    asked = request.GET.getlist("url")
    if len(asked) > MOST:
        words = _("Ask for at most %(most)s pages at once.") % {"most": MOST}
        return JsonResponse({"detail": words}, status=400, headers=OPEN)
    places = {address: _place(address) for address in asked}
    totals = Thread.objects.totals_at({place for place in places.values() if place})
    told = {address: totals.get(place, 0) for address, place in places.items()}
    return JsonResponse({"counts": told}, headers=OPEN)


def _place(address: str) -> str:
    """The place of an address; empty, where nobody can have written, for what is none."""
    try:
        return canonical(address)
    except BadAddress:
        return ""


def _around(place: Place, thread: Thread | None, request: HttpRequest) -> dict[str, Any]:
    """What the page of a thread says."""
    asked = (request.GET.get("sort", ""), request.GET.get("after", "")) if thread else ()
    reading = read_elsewhere(thread, *asked)
    own = reverse("discussion:embedded", args=[thread.pk]) if thread else f"{reverse('discussion:embed')}?{place.query}"
    return {"place": place, "thread": thread, "reading": reading, "sealed": sealed(place), "own_address": own}
