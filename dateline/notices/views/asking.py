"""An address is somebody's, or wants to be left alone."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from dateline.people.origin import same_origin_only

from .. import actions
from ..links import behind_confirm, behind_refuse, own_link
from .own_page import own_page


@own_page
@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Ask once more, for programs open links in mails too; then it is so."""
    asked = behind_confirm(token)
    if asked is None:
        return render(request, "notices/confirm.html", {"is_over": True}, status=410)
    context = {"mail": asked.mail, "is_done": request.method == "POST"}
    if request.method == "POST" and not asked.is_used:
        actions.confirm(recipient=asked.recipient, mail=asked.mail, now=timezone.now())
        asked.recipient.refresh_from_db()
        context["own"] = own_link(asked.recipient)
    return render(request, "notices/confirm.html", context)


@own_page
@csrf_exempt  # a mail program posts here (RFC 8058); the signed address is what it may do this by
@require_http_methods(["GET", "HEAD", "POST"])
def refuse(request: HttpRequest, token: str) -> HttpResponse:
    """Never ask this address again."""
    mail_hash = behind_refuse(token)
    if not mail_hash:
        raise Http404
    if request.method == "POST":
        actions.refuse(mail_hash=mail_hash, now=timezone.now())
    return render(request, "notices/refuse.html", {"is_done": request.method == "POST"})
