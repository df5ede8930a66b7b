"""Letters to givers: plain text, in the giver's language and the newsroom's zone, each sent once.

A letter is a template, ``funding/_PURPOSE.txt``, whose subject ends with a blank line. What it is about makes its key,
so a notice of the provider that comes twice, late or in another order writes nothing twice. Nobody is written to
without a mail address: who was erased, who left none, whoever an archive tells of.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation

from dateline.funding.mode import Mode
from dateline.funding.models import FundingTerms, Supporter
from dateline.people.mailing import post_mail
from dateline.people.models import Newsroom, Outbox

PURPOSES = (
    "receipt",
    "gift_back",
    "gift_undone",
    "gift_failed",
    "gift_changed",
    "gift_paused",
    "gift_goes_on",
    "gift_ended",
    "gift_year",
    "gift_move",
    "transfer",
)
KEY = 64  # characters of what a letter is about


def post_letter(
    *, purpose: str, key: str, to: Supporter | None, mode: str, told: dict[str, Any], now: datetime
) -> None:
    """Write to a supporter once about ``key``; ``told`` is what the template needs beside newsroom and addresses."""
    if to is None or not to.email:
        return
    newsroom = Newsroom.load()
    common = {"newsroom": newsroom, "base_url": settings.BASE_URL, "is_rehearsal": mode == Mode.TEST}
    with translation.override(to.language or newsroom.language), timezone.override(newsroom.zone):
        text = render_to_string(f"funding/_{purpose}.txt", {**common, "terms": FundingTerms.load(), **told})
    subject, _, body = text.strip().partition("\n\n")
    post_mail(
        purpose=purpose, subject_key=key[:KEY], recipient=to.email, subject=subject, body=body.strip() + "\n", now=now
    )


def withdraw_letter(*, purpose: str, key: str) -> bool:
    """Take a letter back that has not gone out; return whether it may have, so that it has to be put right."""
    letter = Outbox.objects.select_for_update().filter(purpose=purpose, subject_key=key).first()
    if letter is None:
        return False
    if letter.sent_at is None:
        letter.delete()
    return _may_be_there(letter)


def gone_out(*, purpose: str, keys: Iterable[str]) -> dict[str, bool]:
    """Return of these letters, by what they are about, whether they may have reached somebody; not of unwritten."""
    letters = Outbox.objects.filter(purpose=purpose, subject_key__in=list(keys))
    return {letter.subject_key: _may_be_there(letter) for letter in letters}


def _may_be_there(letter: Outbox) -> bool:
    """Whether somebody has sent it, or has begun to: who stopped in between may have."""
    return letter.attempts > 0


def forget_letters(*, to: Supporter) -> None:
    """Take away what was written to a supporter, sent or not."""
    if to.email:
        Outbox.objects.filter(purpose__in=PURPOSES, recipient=to.email).delete()
