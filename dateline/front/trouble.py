"""The page for when the database, the disk or the storage is away: made of files alone, with what was sent kept in it.

It is Django's handler of errors, so it is asked whatever raised: a view, a middleware, a template. No row may be read
here, and no session: the newsroom's own row may be what cannot be had.
"""

from __future__ import annotations

import logging
import sys
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.request import UnreadablePostError
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _
from django.views.defaults import server_error

from dateline.delivery.outage import Trouble, trouble_of
from dateline.discussion.kept import kept_comment
from dateline.funding.kept import kept_gift
from dateline.people.origin import is_same_origin

log = logging.getLogger("dateline.trouble")
AGAIN_SECONDS = {Trouble.BUSY: 5}
LATER_SECONDS = 30
CAUSES = {
    Trouble.AWAY: _("The place where we keep everything does not answer just now. What was there before is safe."),
    Trouble.BUSY: _("Too much is being written down at once. What was there before is safe."),
    Trouble.READ_ONLY: _("Nothing can be written down just now. What was there before is safe, and can be read."),
    Trouble.UNSURE: _(
        "We were interrupted while we kept it. It may be there already: look at the page before you send it again."
    ),
    Trouble.FULL: _("Our disk is full, so that nothing can be written down. What was there before is safe."),
}
KEPT = {
    "discussion:post": kept_comment,
    "discussion:reply": kept_comment,
    "funding:give": kept_gift,
}
NOT_PRINTED = "password"  # in the name of a field: such a form is not kept


def handle_error(request: HttpRequest) -> HttpResponse:
    """Answer for an error that nothing else answered: 503 for what is over by itself, 500 for a mistake of ours."""
    error = sys.exc_info()[1]
    trouble = trouble_of(error)
    if trouble is None:
        return server_error(request)
    told = " ".join(str(error).split())
    log.error("%s %s was answered with 503 (%s): %s", request.method, request.path, trouble.value, told)
    response = apology(trouble, request)
    response._has_been_logged = True  # type: ignore[attr-defined]  # Django would print the way there each time
    return response


def apology(trouble: Trouble, request: HttpRequest) -> HttpResponse:
    """Say what happened, what is safe and what to do, in the shape that was asked for; 503 with Retry-After."""
    seconds = AGAIN_SECONDS.get(trouble, LATER_SECONDS)
    response: HttpResponse
    if request.headers.get("Accept") == "application/json":
        response = JsonResponse({"error": str(CAUSES[trouble])}, status=503)
    else:
        found = {"cause": CAUSES[trouble], "sending": request.method == "POST", **kept_of(request)}
        response = HttpResponse(render_to_string("503.html", found), status=503)
    response.headers["Retry-After"] = str(seconds)
    response.headers["Cache-Control"] = "no-store"
    return response


def kept_of(request: HttpRequest) -> dict[str, Any]:
    """Return what the page needs to hold what was sent: the form's own shape where its room has one, else its fields.

    Only for our own forms: what another site made a browser send would be one click from being believed.
    """
    if request.method != "POST" or not is_same_origin(request):
        return {}
    try:
        sent, where = request.POST, resolve(request.path_info)
        lost = bool(request.FILES)
    except (UnreadablePostError, SuspiciousOperation, Resolver404):
        return {}
    shape = KEPT.get(where.view_name)
    if shape is not None:
        return shape(sent, where.kwargs)
    if any(NOT_PRINTED in name.lower() for name in sent):
        return {}
    fields = [(name, value) for name, values in sent.lists() for value in values]
    return {"fields": fields, "action": request.get_full_path(), "lost_files": lost}
