"""The treasurer's deeds: recording what came by hand, taking a name off the supporters' page."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.auth import require_admin_access

from dateline.funding.actions import currency_at, record_gift, unname
from dateline.funding.models import Gift
from dateline.funding.treasury_forms import OfflineGiftForm

PAGE = "funding/treasury_form.html"


@require_admin_access
@permission_required("funding.add_gift", raise_exception=True)
def record_offline_gift(request: HttpRequest) -> HttpResponse:
    """Show the form, or book what it says."""
    now = timezone.now()
    form = OfflineGiftForm(request.POST or None, currency=currency_at(now=now))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        gift = record_gift(
            money=said["money"],
            occurred_at=said["received_at"],
            now=now,
            account=said["account"],
            name=said["name"],
            visibility=said["visibility"],
            note=said["note"],
            by=request.user,  # type: ignore[arg-type]
        )
        messages.success(request, _("%(money)s is in the books.") % {"money": gift.money})
        return redirect("wagtailsnippets_funding_gift:list")
    title = _("Record a gift that came by hand")
    return render(request, PAGE, {"form": form, "title": title, "submit": _("Book it")})


@require_admin_access
@permission_required("funding.refund_gift", raise_exception=True)
def unname_gift(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once, then take the giver's name and words off the supporters' page. The books stay as they are."""
    gift = get_object_or_404(Gift, pk=pk)
    if request.method == "POST":
        unname(gift=gift)
        messages.success(request, _("Readers no longer see who gave %(gift)s.") % {"gift": gift})
        return redirect("funding_gift", pk=pk)
    title = _("Take “%(name)s” and its words off the supporters' page") % {"name": gift.name}
    return render(request, PAGE, {"form": Form(), "title": title, "submit": _("Take it off")})
