"""Asking by mail that monthly gifts move to another way: shown first, then sent, to each giver once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from dateline.funding.mode import current_mode
from dateline.funding.models import FundingTerms, Recurring
from dateline.funding.ways import open_ways
from dateline.people.mailing import post_mail
from dateline.people.models import Newsroom


class NowhereToGo(Exception):
    """No other way is open, so nobody was written to. Opening one helps."""


@dataclass(frozen=True)
class Request:
    """What would be sent: to how many, and the mail to the first of them, in the newsroom's language."""

    count: int
    subject: str
    body: str


def request_to_move(*, provider: str, now: datetime) -> Request | None:
    """Return what asking would send; None where nobody is left to ask. Raises NowhereToGo."""
    _check_other_way(provider, now)
    asked = list(Recurring.objects.to_ask(provider, current_mode()))
    if not asked:
        return None
    subject, body = _letter(asked[0], Newsroom.load().language, _("(a link of the giver’s own)"))
    return Request(len(asked), subject, body)


def ask_to_move(*, provider: str, now: datetime) -> int:
    """Write to everybody whose monthly gift runs at ``provider`` and who was not asked yet; return to how many.

    Raises NowhereToGo.
    """
    _check_other_way(provider, now)
    return sum(_ask(recurring, now) for recurring in Recurring.objects.to_ask(provider, current_mode()))


def _check_other_way(provider: str, now: datetime) -> None:
    if not any(way.name != provider for way in open_ways(now)):
        raise NowhereToGo


def _ask(recurring: Recurring, now: datetime) -> bool:
    """Write one mail; False where somebody was faster."""
    supporter = recurring.intent.supporter
    if supporter is None or not supporter.email:
        return False
    link = settings.BASE_URL + reverse("funding:move", args=[recurring.intent.token])
    subject, body = _letter(recurring, supporter.language or Newsroom.load().language, link)
    with transaction.atomic():
        is_ours = Recurring.objects.unasked(recurring.pk).update(asked_at=now)
        if is_ours:
            key, to = str(recurring.pk), supporter.email
            post_mail(purpose="gift_move", subject_key=key, recipient=to, subject=subject, body=body, now=now)
    return bool(is_ours)


def _letter(recurring: Recurring, language: str, link: str) -> tuple[str, str]:
    """Return subject and body; what they say of the way is whether it is switched on."""
    newsroom = Newsroom.load()
    with translation.override(language):
        told = {
            "newsroom": newsroom,
            "amount": recurring.money.text(language),
            "link": link,
            "is_open": FundingTerms.load().takes(recurring.provider),
            "is_standing_order": recurring.is_standing_order,
        }
        subject = _("Please move your monthly gift to %(newsroom)s") % {"newsroom": newsroom.name}
        return subject, render_to_string("funding/_move.txt", told)
