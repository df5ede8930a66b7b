"""Where a giver is told how to transfer: to whom, how much, with which reference, and the square that fills it in."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from dateline.funding.actions import drive_at
from dateline.funding.models import FundingTerms, GiftIntent, Receipt
from dateline.funding.models.gift import State
from dateline.funding.transfers import Transfer


def transfer(request: HttpRequest, intent: GiftIntent) -> HttpResponse:
    """Tell what to write on the transfer; once it came, that it came. Raises Http404 where we name no account."""
    terms = FundingTerms.load(request)
    if not terms.bank_iban:
        raise Http404
    gift = intent.gifts.standing().order_by("received_at").first()
    found = {
        "intent": intent,
        "transfer": Transfer(intent, terms),
        "is_open": terms.takes_bank or intent.state == State.PAID,
        "drive": drive_at(now=timezone.now()),
        "gift": gift,
        "receipt": Receipt.objects.of_gift(gift) if gift else None,
    }
    return render(request, "funding/transfer.html", found)
