"""A gift in the editor: what it is and what moved of it, giving it back, ending its promise; and lists to take away."""

from __future__ import annotations

import uuid
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from wagtail.log_actions import log

from dateline.funding.actions import (
    Returned,
    TooMuchBack,
    end_by_newsroom,
    give_back_and_end,
    refund,
)
from dateline.funding.downloads import csv_lines, download, json_lines
from dateline.funding.gift_desk import GIFT_COLUMNS, chosen_gifts, rows_of
from dateline.funding.models import Gift, Posting
from dateline.funding.models.gift import Standing
from dateline.funding.providers import ProviderDown, ProviderRefused
from dateline.funding.treasury_forms import GiftForm
from dateline.lib.money import Money
from dateline.people.models import Newsroom, User

from .rights import may

TROUBLE = (ProviderDown, ProviderRefused, LookupError)


@may("funding.view_gift")
def gift(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a gift, or do what its form says. The form carries a key: sent twice, it does everything once."""
    found = get_object_or_404(Gift.objects.for_treasurer(), pk=pk)
    rights = {"may_return": request.user.has_perm("funding.refund_gift")}
    can_end = found.recurring is not None and not found.recurring.is_standing_order
    rights["may_end"] = can_end and rights["may_return"] and request.user.has_perm("funding.change_recurring")
    form = GiftForm(request.POST or None, gift=found, initial={"key": uuid.uuid4()})
    if request.method == "POST":
        deed = str(request.POST.get("deed", ""))
        if not rights["may_end" if deed in {"both", "end"} else "may_return"]:
            return render(request, "funding/treasury_refused.html", status=403)
        if form.is_valid() and _is_done(request, found, form):
            return redirect("funding_gift", pk=pk)
        found = Gift.objects.for_treasurer().get(pk=pk)
    return render(request, "funding/treasury_gift.html", {**_shown(found), **rights, "form": form})


@require_GET
@may("funding.view_gift")
def gifts_csv(request: HttpRequest) -> HttpResponseBase:
    """The gifts of the list, as CSV."""
    return _taken_away(request, "gifts.csv")


@require_GET
@may("funding.view_gift")
def gifts_json(request: HttpRequest) -> HttpResponseBase:
    """The gifts of the list, as JSON."""
    return _taken_away(request, "gifts.json")


def _taken_away(request: HttpRequest, name: str) -> HttpResponseBase:
    """Write down who takes what away, then give it."""
    gifts = chosen_gifts(request.GET)
    newsroom = Newsroom.load(request)
    taken = {"file": name, "rows": gifts.count(), "asked": request.GET.urlencode()}
    log(instance=newsroom, action="funding.export", user=request.user, data=taken)
    rows = rows_of(gifts, newsroom.zone)
    if name.endswith(".csv"):
        return download(request, csv_lines(GIFT_COLUMNS, rows), name=name)
    head = {"schema": 1, "newsroom": newsroom.name, "amounts": "minor units of currency, and as decimal text"}
    return download(request, json_lines(head, "gifts", rows), name=name)


def _shown(gift: Gift) -> dict[str, Any]:
    """What the page shows of a gift: where its money is, and its promise with all its months."""
    months = Gift.objects.of_promise(gift.recurring) if gift.recurring else []
    postings = Posting.objects.with_legs().of_gift(gift)
    return {"gift": gift, "postings": postings, "promise": gift.recurring, "months": months}


def _is_done(request: HttpRequest, gift: Gift, form: GiftForm) -> bool:
    """Do it, write down who ended a promise, and say so; what could not be done is said on the form."""
    had_ended = _has_ended(gift)
    try:
        done, sentence = _do(request, gift, form)
    except TooMuchBack:
        form.add_error("money", _("This is more than is left of the gift. Nothing was given back."))
        return False
    except TROUBLE:
        form.add_error(None, _("The provider did not do it. Press again in a minute: nothing is done twice."))
        return False
    if _has_ended(gift) and not had_ended:
        log(instance=gift.recurring, action="funding.end", user=request.user)
    if done:
        messages.success(request, sentence)
    else:
        form.add_error(None, sentence)
    return done


def _do(request: HttpRequest, gift: Gift, form: GiftForm) -> tuple[bool, str]:
    """Return whether all is done, and what to say of it. Raises TooMuchBack and what a provider raises."""
    said, now, by = form.cleaned_data, timezone.now(), cast("User", request.user)
    match said["deed"]:
        case "both":
            returned = give_back_and_end(gift=gift, amount=said["money"], by=by, now=now, key=said["key"])
            return returned.trouble is None, _told(returned, said["money"])
        case "end":
            if gift.recurring:
                end_by_newsroom(recurring=gift.recurring, now=now, key=said["key"])
            return True, _("The monthly gift has ended. What was given stays given.")
        case _:
            refund(gift=gift, amount=said["money"], by=by, now=now, key=said["key"])
            return True, _("%(money)s went back.") % {"money": said["money"]}


def _told(returned: Returned, money: Money) -> str:
    """Say exactly what both deeds came to."""
    if returned.trouble is None:
        return _("%(money)s went back, and the monthly gift has ended.") % {"money": money}
    if returned.has_ended:
        return _(
            "The monthly gift has ended: nothing more is taken. The provider did not say that %(money)s went back, and"
            " nothing of it is booked. Press again to finish: nothing is done twice."
        ) % {"money": money}
    if returned.has_gone_back:
        return _("The money has gone back. The monthly gift goes on: the provider did not end it. Press again.")
    return _(
        "The provider did not answer as it should. The monthly gift goes on, and nothing was given back. Press again in"
        " a minute: nothing is done twice."
    )


def _has_ended(gift: Gift) -> bool:
    return gift.recurring is not None and gift.recurring.standing == Standing.ENDED
