"""One click ends it (RFC 8058): no cookie, no token of a form, no sign-in, no other page in between."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from .. import actions
from ..links import EVERYTHING, THREAD, behind_stop
from ..models import Recipient
from .own_page import own_page


@own_page
@csrf_exempt  # a mail program posts here; the signed address is what it may do this by
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """A page with a button for people, whose programs may open links unasked; and for mail programs the deed itself."""
    what = behind_stop(token)
    if what is None:
        raise Http404
    if request.method == "POST":
        actions.stop(what=what, now=timezone.now())
    labels = {field.name: field.verbose_name for field in Recipient._meta.fields if field.name in Recipient.CHOICES}
    context = {
        "is_done": request.method == "POST",
        "is_all": what.what == EVERYTHING,
        "is_thread": what.what.startswith(THREAD),
        "label": labels.get(what.what, ""),
    }
    return render(request, "notices/stop.html", context)
