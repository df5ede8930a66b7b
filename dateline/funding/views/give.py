"""Giving: the form, the last look before the provider, the way there and the thanks.

The form is the same bytes for everybody. What follows is one giver's own, opened by a word nobody can
guess. The way to the provider is a link and not the form's own redirect: under ``form-action 'self'`` Chromium silently
blocks a form whose answer leads to another origin, and a page between says once more what is about to happen.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from dateline.delivery.proof import MOST, new_challenge, redeem
from dateline.delivery.redirects import see_other
from dateline.funding.actions import (
    TooManyGifts,
    TooManyPages,
    WayClosed,
    admit,
    begin_gift,
    drive_at,
    fulfil_checkout,
    open_checkout,
    tell_transfer,
)
from dateline.funding.actions.fulfilling import ModeMismatch
from dateline.funding.again import amount_asked, is_token, wish_again
from dateline.funding.forms import GiveForm
from dateline.funding.limits import has_tried_enough, is_rush, may_try
from dateline.funding.meter import meter_of
from dateline.funding.mode import Mode, current_mode
from dateline.funding.models import GiftIntent, Receipt
from dateline.funding.models.gift import BANK, Frequency, State
from dateline.funding.providers import ProviderDown, ProviderRefused, provider_named
from dateline.funding.ways import TRANSFER, Way, open_ways, resting_ways
from dateline.people.models import Newsroom
from dateline.people.origin import same_origin_only

from .transfer import transfer
from .waiting import RESTS, RUSHED, TOO_MANY, TOO_OFTEN, wait_page

log = logging.getLogger(__name__)
PURPOSE = "funding"  # of the sum that browsers work out in a rush
CLOSED = gettext_lazy("We cannot take gifts here at the moment.")
private = cache_control(private=True, no_store=True)


@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: HttpRequest) -> HttpResponse:
    """Show the form, or write down a wish and lead on to the last look."""
    now = timezone.now()
    if request.method != "POST":
        return _empty_form(request, now)
    if has_tried_enough(request):
        return wait_page(request, TOO_OFTEN)
    told = _told(request, now)
    if _rests(request.POST.get("way", ""), told["ways"], now):
        return wait_page(request, RESTS, instead=told["ways"])
    form = GiveForm(request.POST, **told)
    if not form.is_valid():
        return _form_page(request, form, 422)
    if form.is_robot or not form.ways:
        return _form_page(request, form, 422, str(CLOSED))
    if not may_try(request):
        return wait_page(request, TOO_OFTEN)
    if form.chosen.name != BANK and is_rush(now) and not redeem(PURPOSE, form.cleaned_data["proof"]):
        return wait_page(request, RUSHED, instead=form.ways)
    return _begin(request, form)


def _empty_form(request: HttpRequest, now: datetime) -> HttpResponse:
    """The form as a link asks for it; one that is filled as a giver left it is nobody else's to keep."""
    told, before = _told(request, now), _again(request)
    if before is None:
        return _form_page(request, GiveForm(initial=_asked(request, told["currency"]), **told))
    way = {"way": request.GET["way"][:20]} if "way" in request.GET else {}
    response = _form_page(request, GiveForm(initial=wish_again(before) | way, **told))
    response.headers["Cache-Control"] = "private, no-store"
    return response


@same_origin_only
@require_POST
@private
def check(request: HttpRequest) -> JsonResponse:
    """What a browser works out before a gift is begun; nothing unless there is a rush."""
    now = timezone.now()
    if not is_rush(now):
        return JsonResponse({})
    words = _("Many gifts are arriving at once. Your browser works something out first; that takes some seconds.")
    return JsonResponse({"challenge": new_challenge(PURPOSE, now), "most": MOST, "words": words})


@private
@require_GET
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Say once more what will happen, with the link that makes it happen; or how the try before ended."""
    intent = get_object_or_404(GiftIntent, token=token)
    if intent.is_transfer:
        return transfer(request, intent)
    intent, refused_card = _seen(intent)
    if intent.state == State.PAID:
        return redirect("funding:thanks", token=token)
    came_back = "refused" if refused_card else "unpaid" if "back" in request.GET else ""
    return _last_look(request, intent, came_back=came_back)


@private
@require_GET
def pay(request: HttpRequest, token: str) -> HttpResponse:
    """Lead to the provider's page. Opened twice, it is the same page: the gift cannot be paid twice."""
    intent = get_object_or_404(GiftIntent, token=token)
    provider = provider_named(intent.provider)
    if provider is None or intent.state != State.OPEN:
        return redirect("funding:confirm", token=token)
    now = timezone.now()
    origin = request.build_absolute_uri("/").rstrip("/")
    try:
        if not intent.provider_session:
            admit(provider=provider, now=now)
        checkout = open_checkout(intent=intent, provider=provider, origin=origin, drive=drive_at(now=now))
    except (ProviderDown, ProviderRefused):
        log.exception("No checkout for %s", intent.pk)
        return _last_look(request, intent, "down")
    except (WayClosed, TooManyPages):
        return _last_look(request, intent, "full")
    if checkout.state != State.OPEN:
        return redirect("funding:confirm", token=token)
    return HttpResponseRedirect(checkout.url)


@private
@require_GET
def thanks(request: HttpRequest, token: str) -> HttpResponse:
    """Thank, from the ledger. Asks the provider itself, so that nobody waits for a webhook."""
    intent, _refused_card = _seen(get_object_or_404(GiftIntent, token=token))
    if intent.state in {State.DECLINED, State.EXPIRED}:
        return redirect("funding:confirm", token=token)
    gift = intent.gifts.standing().order_by("received_at").first()
    now = timezone.now()
    drive = (gift.drive if gift else None) or drive_at(now=now)
    found = {
        "intent": intent,
        "gift": gift,
        "receipt": Receipt.objects.of_gift(gift) if gift else None,
        "meter": meter_of(drive, now) if drive else None,
    }
    return render(request, "funding/thanks.html", found)


def _asked(request: HttpRequest, currency: str) -> dict[str, Any]:
    """Return what a link to the form fills in: an amount, how often, by which way, from which page."""
    asked: dict[str, Any] = {"page": request.GET.get("from", "")[:255]}
    asked |= amount_asked(request.GET.get("amount", "10")[:20], currency)
    if request.GET.get("every") == "month":
        asked["frequency"] = Frequency.MONTHLY
    return asked | ({"way": request.GET["way"][:20]} if "way" in request.GET else {})


def _again(request: HttpRequest) -> GiftIntent | None:
    """Return the gift that is to be changed, by the word that only its giver has."""
    token = request.GET.get("again", "")
    return GiftIntent.objects.with_word(token) if is_token(token) else None


def _told(request: HttpRequest, now: datetime) -> dict[str, Any]:
    """Return what the form has to know: in which currency, and by which ways."""
    drive = drive_at(now=now)
    return {"currency": drive.currency if drive else Newsroom.load(request).currency, "ways": open_ways(now)}


def _rests(way: str, ways: Sequence[Way], now: datetime) -> bool:
    """Whether the way that was chosen rests; where none was named, whether all that might be taken do."""
    if any(way in {"", each.name} for each in ways):
        return False
    resting = resting_ways(now)
    return way in resting if way else bool(resting)


def _begin(request: HttpRequest, form: GiveForm) -> HttpResponse:
    """Write the wish down and lead on."""
    now = timezone.now()
    try:
        intent = begin_gift(wish=form.wish(), provider=form.chosen, language=get_language() or "", now=now)
    except TooManyGifts:
        return wait_page(request, TOO_MANY, instead=() if form.chosen == TRANSFER else form.ways)
    if intent.is_transfer:
        tell_transfer(intent=intent, now=now)
    return see_other("funding:confirm", token=intent.token)


def _seen(intent: GiftIntent) -> tuple[GiftIntent, bool]:
    """Return the intention as the provider knows it, and whether a card was declined on its page, which is open still.

    Where the provider does not answer, it is as we know it.
    """
    provider = provider_named(intent.provider)
    if provider is None or intent.state == State.PAID or not intent.provider_session:
        return intent, False
    try:
        checkout = provider.fetch_checkout(intent.provider_session)
        intent = fulfil_checkout(intent=intent, checkout=checkout, provider=provider, now=timezone.now())
    except (ProviderDown, ProviderRefused, ModeMismatch):
        log.exception("Not fulfilled yet: %s", intent.pk)
        return intent, False
    return intent, checkout.refused_card


def _last_look(request: HttpRequest, intent: GiftIntent, trouble: str = "", came_back: str = "") -> HttpResponse:
    """Render the page before the payment, or why there is no way there: ``down`` or ``full``.

    Who ``came_back`` with nothing paid (``refused`` or ``unpaid``) is told so, and how else to give.
    """
    now = timezone.now()
    found: dict[str, Any] = {"intent": intent, "drive": drive_at(now=now), "trouble": trouble, "came_back": came_back}
    found["others"] = [way for way in open_ways(now) if way.name != intent.provider]
    found["has_transfer"] = any(way.name == BANK for way in found["others"])
    response = render(request, "funding/confirm.html", found, status=503 if trouble else 200)
    if trouble:
        response.headers["Retry-After"] = "600" if trouble == "full" else "60"
    return response


def _form_page(request: HttpRequest, form: GiveForm, status: int = 200, problem: str = "") -> HttpResponse:
    """Render the form; where no way is open, say so before anybody fills it in."""
    now = timezone.now()
    problem = problem or ("" if form.ways else str(CLOSED))
    drive = drive_at(now=now)
    found = {
        "form": form,
        "meter": meter_of(drive, now) if drive else None,
        "problem": problem,
        "rests": not any(way.provider for way in form.ways) and bool(resting_ways(now)),
        "is_rehearsal": current_mode() == Mode.TEST,
        "by_transfer_alone": [way.name for way in form.ways] == [BANK],
    }
    return render(request, "funding/give.html", found, status=status)
