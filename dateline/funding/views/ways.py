"""How the ways to give stand: open, closed or resting, what runs there each month, and asking it to move."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin.auth import require_admin_access
from wagtail.log_actions import log

from dateline.funding.actions import NowhereToGo, ask_to_move, lift_halt, request_to_move
from dateline.funding.mode import current_mode
from dateline.funding.models import Halt, Recurring
from dateline.funding.ways import Standing, all_ways
from dateline.people.models import Newsroom

HOME = "funding_ways"
SHOWN = 20


@require_admin_access
@permission_required("funding.view_recurring", raise_exception=True)
@require_safe
def ways(request: HttpRequest) -> HttpResponse:
    """Show each way that has its keys, and those at which something still runs."""
    now, mode = timezone.now(), current_mode()
    found: dict[str, Any] = {
        "title": _("State of ways to give"),
        "ways": all_ways(now, Recurring.objects.sums_by_provider(mode), Recurring.objects.asking(mode)),
        "halts": Halt.objects.latest_of(mode)[:SHOWN],
        "now": now,
    }
    return render(request, "funding/ways.html", found)


@require_admin_access
@permission_required("funding.change_recurring", raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Show the mail and to how many it goes; then write to everybody whose monthly gift runs by one way."""
    now = timezone.now()
    way = _way(str((request.POST or request.GET).get("provider", "")), now)
    try:
        if request.method == "POST":
            return _asked(request, way, ask_to_move(provider=way.name, now=now))
        found: dict[str, Any] = {"letter": request_to_move(provider=way.name, now=now)}
    except NowhereToGo:
        found = {"nowhere": True}
    return render(request, "funding/ways_ask.html", {"title": _("Ask by mail to move"), "way": way} | found)


def _way(name: str, now: datetime) -> Standing:
    """Return the way of this name. Raises Http404."""
    mode = current_mode()
    ways = all_ways(now, Recurring.objects.sums_by_provider(mode), Recurring.objects.asking(mode))
    found = next((way for way in ways if way.name == name), None)
    if found is None:
        raise Http404
    return found


def _asked(request: HttpRequest, way: Standing, count: int) -> HttpResponse:
    """Write down who asked, and say how many are written to."""
    if count:
        log(instance=Newsroom.load(request), action="funding.ask", user=request.user, data={"way": way.name})
    words = ngettext("One giver is written to.", "%(count)s givers are written to.", count) % {"count": count}
    messages.success(request, words)
    return redirect(HOME)


@require_admin_access
@permission_required("funding.change_halt", raise_exception=True)
@require_POST
def lift(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a way again before its time."""
    halt = get_object_or_404(Halt, pk=pk)
    lift_halt(halt=halt, by=request.user, now=timezone.now())  # type: ignore[arg-type]
    messages.success(request, _("Gifts can be begun there again."))
    return redirect(HOME)
