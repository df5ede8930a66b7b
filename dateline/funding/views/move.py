"""A monthly gift moves to another way of paying: from the link in the mail that asks for it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from dateline.delivery.redirects import see_other
from dateline.funding.actions import NoChange, TooManyGifts, begin_move, tell_transfer
from dateline.funding.forms import WayForm
from dateline.funding.limits import may_try
from dateline.funding.models import Recurring
from dateline.funding.ways import open_ways
from dateline.people.origin import same_origin_only


@cache_control(private=True, no_store=True)
@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, token: str) -> HttpResponse:
    """Show the ways there are, or begin the same gift by the one that was chosen. Nothing ends before that is paid."""
    recurring = get_object_or_404(Recurring.objects.opened_by(token))
    now = timezone.now()
    ways = [way for way in open_ways(now) if way.name != recurring.provider]
    form = WayForm(request.POST or None, ways=ways)
    if request.method != "POST":
        return _page(request, recurring, form)
    if not may_try(request):
        return _page(
            request, recurring, form, 429, _("Too many tries from your address. Nothing was paid. Wait a minute.")
        )
    if not ways or not form.is_valid():
        return _page(request, recurring, form, 422)
    try:
        intent = begin_move(recurring=recurring, way=form.chosen, language=get_language() or "", now=now)
    except NoChange:
        return _page(request, recurring, form, 409)
    except TooManyGifts:
        return _page(
            request, recurring, form, 429, _("More gifts than we can take at once. Nothing was paid. Wait a minute.")
        )
    if intent.is_transfer:
        tell_transfer(intent=intent, now=now)
    return see_other("funding:confirm", token=intent.token)


def _page(
    request: HttpRequest, recurring: Recurring, form: WayForm, status: int = 200, problem: str = ""
) -> HttpResponse:
    found = {"promise": recurring, "form": form, "problem": problem}
    return render(request, "funding/move.html", found, status=status)
