"""A monthly gift in its giver's hands: paused, changed or ended from the link in any receipt, without an account.

The link is a word nobody can guess. Opening it changes nothing: programs that look at mails open links.
"""

from __future__ import annotations

import logging
import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from dateline.delivery.redirects import see_other
from dateline.funding.actions import NoChange, change, end, follow, pause
from dateline.funding.forms import ChangeForm
from dateline.funding.models import Gift, Recurring
from dateline.funding.models.gift import Standing
from dateline.funding.providers import Provider, ProviderDown, ProviderRefused, provider_named
from dateline.people.origin import same_origin_only

log = logging.getLogger(__name__)
DOWN = _("The payment provider does not answer. Nothing was changed; try again in a minute.")
ENDED = _("It has ended already. Nothing was changed.")
AT_BANK = _("Your bank sends it, and only you can change it or end it, there. Nothing was changed.")
FIXED = _("Nothing was changed. To give another amount, end this gift and give again.")


@cache_control(private=True, no_store=True)
@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
def monthly(request: HttpRequest, token: str) -> HttpResponse:
    """Show where the promise stands, as the provider has it, or do what its giver has chosen."""
    recurring = get_object_or_404(Recurring.objects.opened_by(token))
    provider = provider_named(recurring.provider)
    form = ChangeForm(request.POST or None, currency=recurring.currency, initial={"key": uuid.uuid4()})
    if request.method != "POST":
        return _page(request, recurring, form, problem="" if _is_followed(recurring, provider) else str(DOWN))
    if recurring.is_standing_order:
        return _page(request, recurring, form, status=409, problem=str(AT_BANK))
    if not form.is_valid():
        return _page(request, recurring, form, status=422)
    if form.cleaned_data["deed"] == "change" and not _can_change(provider):
        return _page(request, recurring, form, status=409, problem=str(FIXED))
    try:
        _do(recurring, form, provider)
    except NoChange:
        return _page(request, recurring, form, status=409, problem=str(ENDED))
    except (ProviderDown, ProviderRefused):
        log.exception("The monthly gift %s was not changed", recurring.subscription_id)
        return _page(request, recurring, form, status=503, problem=str(DOWN))
    return see_other("funding:monthly", token=token)


@cache_control(private=True, no_store=True)
@require_safe
def ask_to_end(request: HttpRequest, token: str) -> HttpResponse:
    """Say what ends and when, and ask: a gift that has ended cannot go on."""
    recurring = get_object_or_404(Recurring.objects.opened_by(token))
    if recurring.standing == Standing.ENDED or recurring.is_standing_order:
        return redirect("funding:monthly", token=token)
    form = ChangeForm(currency=recurring.currency, initial={"key": uuid.uuid4()})
    return render(request, "funding/monthly_end.html", {"promise": recurring, "form": form})


def _do(recurring: Recurring, form: ChangeForm, provider: Provider | None) -> None:
    """Do what the form says. Raises NoChange, ProviderDown or ProviderRefused."""
    if provider is None:
        raise ProviderDown(f"The provider {recurring.provider} is not in use.")
    said, now = form.cleaned_data, timezone.now()
    key = f"{said['deed']}-{said['key']}"
    match said["deed"]:
        case "end":
            end(recurring=recurring, provider=provider, now=now, key=key)
        case "change":
            change(recurring=recurring, money=said["money"], provider=provider, now=now, key=key)
        case deed:
            pause(recurring=recurring, provider=provider, now=now, key=key, paused=deed == "pause")


def _can_change(provider: Provider | None) -> bool:
    """Whether another amount can be asked for; where nobody can be asked, it is offered and said then."""
    return provider is None or provider.can_change_amount


def _is_followed(recurring: Recurring, provider: Provider | None) -> bool:
    """Look at the provider where the promise stands; False where it does not answer."""
    if recurring.standing == Standing.ENDED or recurring.is_standing_order:
        return True
    if provider is None:
        return False
    try:
        promise = provider.fetch_promise(recurring.subscription_id)
    except (ProviderDown, ProviderRefused):
        log.exception("Where the monthly gift %s stands is not known", recurring.subscription_id)
        return False
    follow(recurring=recurring, promise=promise, now=timezone.now())
    return True


def _page(
    request: HttpRequest, recurring: Recurring, form: ChangeForm, *, status: int = 200, problem: str = ""
) -> HttpResponse:
    gifts = Gift.objects.of_promise(recurring)
    can_change = _can_change(provider_named(recurring.provider))
    found = {"promise": recurring, "form": form, "problem": problem, "gifts": gifts, "can_change": can_change}
    return render(request, "funding/monthly.html", found, status=status)
