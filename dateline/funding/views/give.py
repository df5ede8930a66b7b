"""Giving: the form, the last look before the provider, the way there and the thanks.

The form is a public page, the same bytes for everybody. What follows is one giver's own, opened by a word nobody can
guess. The way to the provider is a link and not the form's own redirect: under ``form-action 'self'`` Chromium silently
blocks a form whose answer leads to another origin, and a page between says once more what is about to happen.
"""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET, require_http_methods

from dateline.delivery.redirects import see_other
from dateline.funding.actions import TooManyGifts, begin_gift, drive_at, fulfil, open_checkout
from dateline.funding.actions.fulfilling import ModeMismatch
from dateline.funding.forms import GiveForm
from dateline.funding.limits import may_try
from dateline.funding.meter import meter_of
from dateline.funding.models import GiftIntent, Receipt
from dateline.funding.models.gift import State
from dateline.funding.providers import ProviderDown, ProviderRefused, offered, provider_named
from dateline.people.models import Newsroom
from dateline.people.origin import same_origin_only

log = logging.getLogger(__name__)
CLOSED = gettext_lazy("We cannot take gifts here at the moment. Nothing was paid.")
private = cache_control(private=True, no_store=True)


@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: HttpRequest) -> HttpResponse:
    """Show the form, or write down a wish and lead on to the last look."""
    drive = drive_at(now=timezone.now())
    currency = drive.currency if drive else Newsroom.load(request).currency
    if request.method != "POST":
        asked = {"page": request.GET.get("from", "")[:255], "preset": request.GET.get("amount", "10")[:20]}
        return _form_page(request, GiveForm(initial=asked, currency=currency))
    form = GiveForm(request.POST, currency=currency)
    if not may_try(request):
        return _form_page(request, form, 429, _("Too many tries from your address. Nothing was paid. Wait a minute."))
    if not form.is_valid():
        return _form_page(request, form, 422)
    if form.is_robot or not offered():
        return _form_page(request, form, 422, str(CLOSED))
    return _begin(request, form)


@private
@require_GET
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Say once more what will happen, with the link that makes it happen; or how the try before ended."""
    intent = _fulfilled(get_object_or_404(GiftIntent, token=token))
    if intent.state == State.PAID:
        return redirect("funding:thanks", token=token)
    drive = drive_at(now=timezone.now())
    return render(request, "funding/confirm.html", {"intent": intent, "drive": drive})


@private
@require_GET
def pay(request: HttpRequest, token: str) -> HttpResponse:
    """Lead to the provider's page. Opened twice, it is the same page: the gift cannot be paid twice."""
    intent = get_object_or_404(GiftIntent, token=token)
    provider = provider_named(intent.provider)
    if provider is None or intent.state != State.OPEN:
        return redirect("funding:confirm", token=token)
    drive = drive_at(now=timezone.now())
    try:
        origin = request.build_absolute_uri("/").rstrip("/")
        checkout = open_checkout(intent=intent, provider=provider, origin=origin, drive=drive)
    except (ProviderDown, ProviderRefused):
        log.exception("No checkout for %s", intent.pk)
        return render(request, "funding/confirm.html", {"intent": intent, "drive": drive, "is_down": True}, status=503)
    return HttpResponseRedirect(checkout.url)


@private
@require_GET
def thanks(request: HttpRequest, token: str) -> HttpResponse:
    """Thank, from the ledger. Asks the provider itself, so that nobody waits for a webhook."""
    intent = _fulfilled(get_object_or_404(GiftIntent, token=token))
    if intent.state in {State.DECLINED, State.EXPIRED}:
        return redirect("funding:confirm", token=token)
    gift = intent.gifts.order_by("received_at").first()
    now = timezone.now()
    drive = (gift.drive if gift else None) or drive_at(now=now)
    found = {
        "intent": intent,
        "gift": gift,
        "receipt": Receipt.objects.of_gift(gift) if gift else None,
        "meter": meter_of(drive, now) if drive else None,
    }
    return render(request, "funding/thanks.html", found)


def _begin(request: HttpRequest, form: GiveForm) -> HttpResponse:
    """Write the wish down and lead on."""
    try:
        intent = begin_gift(wish=form.wish(), provider=offered()[0], language=get_language() or "", now=timezone.now())
    except TooManyGifts:
        return _form_page(
            request, form, 429, _("More gifts than we can take at once. Nothing was paid. Wait a minute.")
        )
    return see_other("funding:confirm", token=intent.token)


def _fulfilled(intent: GiftIntent) -> GiftIntent:
    """Return the intention as the provider knows it; as we know it where the provider does not answer."""
    provider = provider_named(intent.provider)
    if provider is None or intent.state == State.PAID:
        return intent
    try:
        return fulfil(intent=intent, provider=provider, now=timezone.now())
    except (ProviderDown, ProviderRefused, ModeMismatch):
        log.exception("Not fulfilled yet: %s", intent.pk)
        return intent


def _form_page(request: HttpRequest, form: GiveForm, status: int = 200, problem: str = "") -> HttpResponse:
    """Render the form; where no provider stands behind it, say so before anybody fills it in."""
    now = timezone.now()
    problem = problem or ("" if offered() else str(CLOSED))
    drive = drive_at(now=now)
    found = {"form": form, "meter": meter_of(drive, now) if drive else None, "problem": problem}
    return render(
        request,
        "funding/give.html",
        found | {"is_rehearsal": any(p.name == "rehearsal" for p in offered())},
        status=status,
    )
