"""Receipts: a number in the same transaction as the gift, a mail after it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from dateline.funding.mode import Mode
from dateline.funding.models import Gift, Receipt
from dateline.people.models import Newsroom

from .mailing import post_mail


def issue_receipt(*, gift: Gift, now: datetime) -> Receipt:
    """Give the gift its number and, where we have an address, its mail. A gift that has a receipt keeps it."""
    mode = Mode(gift.mode)
    receipt, is_new = Receipt.objects.get_or_create(
        gift=gift,
        defaults={"mode": mode, "number": Receipt.objects.next_number(mode), "issued_at": now},
    )
    supporter = gift.supporter
    if is_new and supporter and supporter.email:
        subject, body = _written(receipt, supporter.language)
        post_mail(
            purpose="receipt",
            subject_key=str(receipt.pk),
            recipient=supporter.email,
            subject=subject,
            body=body,
            now=now,
        )
    return receipt


def _written(receipt: Receipt, language: str) -> tuple[str, str]:
    """Return the mail's subject and text in the giver's language and the newsroom's zone."""
    newsroom = Newsroom.load()
    with translation.override(language or newsroom.language), timezone.override(newsroom.zone):
        body = render_to_string(
            "funding/_receipt.txt",
            {
                "newsroom": newsroom,
                "receipt": receipt,
                "gift": receipt.gift,
                "amount": receipt.gift.money.text(language or newsroom.language),
                "base_url": settings.BASE_URL,
                "is_rehearsal": receipt.mode == Mode.TEST,
            },
        )
        subject = _("Receipt %(number)s from %(newsroom)s") % {"number": receipt.label, "newsroom": newsroom.name}
    return subject, body
