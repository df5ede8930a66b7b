"""My gifts: what somebody gave under mail addresses that they have proven, and what they may do about it.

Whether anything was given under an address is seen by nobody before a code from a mail to it was entered: until then
the page is the same for all.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from functools import wraps
from typing import Any

from allauth.account.decorators import reauthentication_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from dateline.delivery.redirects import see_other
from dateline.funding.actions import forget_giver, gift_of, gifts_of, promises_of, receipt_of, show_as
from dateline.funding.giver_forms import ForgetForm, ShownForm
from dateline.funding.models import FundingTerms
from dateline.funding.models.gift import Visibility
from dateline.funding.providers import ProviderDown, ProviderRefused
from dateline.funding.yearly import file_name, sheet_of, statement_of, years_of
from dateline.people.origin import same_origin_only
from dateline.people.proof import verified_mails

log = logging.getLogger(__name__)
private = cache_control(private=True, no_store=True)
View = Callable[..., HttpResponse]


def for_givers(view: View) -> View:
    """Hand a view the proven addresses of whoever asks; who is not signed in is told how to come in."""

    @private
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            status = 200 if request.method in {"GET", "HEAD"} else 403
            return render(request, "funding/mine_closed.html", {"next": request.get_full_path()}, status=status)
        return view(request, list(verified_mails([request.user.pk])), *args, **kwargs)

    return guarded


@for_givers
@require_safe
def mine(request: HttpRequest, mails: Collection[str]) -> HttpResponse:
    """Everything at a glance."""
    gifts = list(gifts_of(mails))
    found = {"mails": mails, "gifts": gifts, "promises": promises_of(mails), "years": years_of(gifts)}
    return render(request, "funding/mine.html", found)


@for_givers
@require_safe
def receipt(request: HttpRequest, mails: Collection[str], number: int) -> HttpResponse:
    """One receipt, to be printed."""
    found = receipt_of(mails, number)
    if found is None:
        raise Http404
    gift = gift_of(mails, found.gift_id)
    return render(request, "funding/mine_receipt.html", {"receipt": found, "gift": gift, "terms": FundingTerms.load()})


@for_givers
@require_safe
def year(request: HttpRequest, mails: Collection[str], year: int) -> HttpResponse:
    """The statement of one year of accounts."""
    told = statement_of(mails, year, timezone.now())
    if told is None:
        raise Http404
    return pdf_answer(sheet_of(told), file_name(told))


@for_givers
@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
def shown(request: HttpRequest, mails: Collection[str], pk: int) -> HttpResponse:
    """Show what readers see of a gift, or change it."""
    gift = gift_of(mails, pk)
    if gift is None:
        raise Http404
    form = ShownForm(_sent(request), initial={"visibility": gift.visibility, "name": gift.name})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        show_as(gift=gift, visibility=Visibility(said["visibility"]), name=said["name"], now=timezone.now())
        return see_other("funding:mine")
    return render(request, "funding/mine_shown.html", {"form": form, "gift": gift}, status=422 if form.errors else 200)


@for_givers
@reauthentication_required
@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
def forget(request: HttpRequest, mails: Collection[str]) -> HttpResponse:
    """Say what goes and what stays, and do it. Monthly gifts end first; where one cannot be, nothing is done."""
    form = ForgetForm(_sent(request))
    problem, status = "", 422 if form.errors else 200
    if request.method == "POST" and form.is_valid():
        try:
            forget_giver(mails=mails, now=timezone.now())
        except (ProviderDown, ProviderRefused):
            log.exception("A giver could not be forgotten")
            problem, status = _("A monthly gift could not be ended just now. Nothing was erased; try again soon."), 503
        else:
            return see_other("funding:mine")
    running = [promise for promise in promises_of(mails) if promise.stopped_at is None]
    promises = [promise for promise in running if not promise.is_standing_order]
    orders = [promise for promise in running if promise.is_standing_order]
    found = {"form": form, "mails": mails, "promises": promises, "orders": orders, "problem": problem}
    return render(request, "funding/mine_forget.html", found, status=status)


def _sent(request: HttpRequest) -> QueryDict | None:
    """Return what was sent, also where that is an empty form."""
    return request.POST if request.method == "POST" else None


def pdf_answer(sheet: bytes, name: str) -> HttpResponse:
    """A PDF to keep."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(sheet, content_type="application/pdf", headers=headers)
