"""Telling a giver by mail how to transfer, so that the reference is at hand where the bank's program is."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from dateline.delivery.keyed import keyed_hash
from dateline.delivery.tries import count_try
from dateline.funding.mode import Mode
from dateline.funding.models import FundingTerms, GiftIntent
from dateline.funding.transfers import Transfer
from dateline.people.mailing import post_mail
from dateline.people.models import Newsroom

MOST_A_DAY = 3  # mails to one address that it has not asked for, as far as we can know
DAY = 24 * 3600


def tell_transfer(*, intent: GiftIntent, now: datetime) -> None:
    """Send account, amount and reference to who left an address; once for each intention.

    Anybody may write anybody's address into the form, so each gets few of these a day. The page tells the same.
    """
    supporter = intent.supporter
    if supporter is None or not supporter.email or not _may_write_to(supporter.email):
        return
    newsroom, terms = Newsroom.load(), FundingTerms.load()
    language = supporter.language or newsroom.language
    with translation.override(language):
        told = {
            "newsroom": newsroom,
            "intent": intent,
            "transfer": Transfer(intent, terms),
            "terms": terms,
            "amount": intent.money.text(language),
            "base_url": settings.BASE_URL,
            "is_rehearsal": intent.mode == Mode.TEST,
        }
        body = render_to_string("funding/_transfer.txt", told)
        subject = _("Your transfer to %(newsroom)s") % {"newsroom": newsroom.name}
    post_mail(
        purpose="transfer",
        subject_key=str(intent.pk),
        recipient=supporter.email,
        subject=subject,
        body=body,
        now=now,
    )


def _may_write_to(mail: str) -> bool:
    """Count one mail more to this address, for all processes together; False where it is one too many."""
    return count_try(f"funding:mails:{keyed_hash('dateline.funding.mails', mail)[:32]}", DAY) <= MOST_A_DAY
