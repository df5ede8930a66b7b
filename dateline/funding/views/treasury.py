"""The treasurer's deeds: recording what came by hand, giving money back, taking a name off the supporters' page."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.auth import require_admin_access

from dateline.funding.actions import TooMuchBack, drive_at, record_gift, refund, unname
from dateline.funding.models import Gift
from dateline.funding.providers import ProviderDown, ProviderRefused
from dateline.funding.treasury_forms import OfflineGiftForm, RefundForm
from dateline.people.models import Newsroom

PAGE = "funding/treasury_form.html"


@require_admin_access
@permission_required("funding.add_gift", raise_exception=True)
def record_offline_gift(request: HttpRequest) -> HttpResponse:
    """Show the form, or book what it says."""
    now = timezone.now()
    drive = drive_at(now=now)
    currency = drive.currency if drive else Newsroom.load(request).currency
    form = OfflineGiftForm(request.POST or None, currency=currency)
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
def refund_gift(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how much is left, or give it back. The form carries a key, so that sending it twice gives back once."""
    gift = get_object_or_404(Gift, pk=pk)
    form = RefundForm(request.POST or None, gift=gift, initial={"key": uuid.uuid4()})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            user = request.user
            refund(gift=gift, amount=said["money"], by=user, now=timezone.now(), key=said["key"])  # type: ignore[arg-type]
        except TooMuchBack:
            form.add_error("money", _("This is more than is left of the gift. Nothing was given back."))
        except (ProviderDown, ProviderRefused):
            form.add_error(None, _("The provider did not take it. Nothing was booked; try again in a minute."))
        else:
            messages.success(request, _("%(money)s went back.") % {"money": said["money"]})
            return redirect("wagtailsnippets_funding_gift:list")
    title = _("Give back %(gift)s") % {"gift": gift}
    return render(request, PAGE, {"form": form, "title": title, "submit": _("Give it back")})


@require_admin_access
@permission_required("funding.refund_gift", raise_exception=True)
def unname_gift(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once, then take the giver's name and words off the supporters' page. The books stay as they are."""
    gift = get_object_or_404(Gift, pk=pk)
    if request.method == "POST":
        unname(gift=gift)
        messages.success(request, _("Readers no longer see who gave %(gift)s.") % {"gift": gift})
        return redirect("wagtailsnippets_funding_gift:list")
    title = _("Take “%(name)s” and its words off the supporters' page") % {"name": gift.name}
    return render(request, PAGE, {"form": Form(), "title": title, "submit": _("Take it off")})
