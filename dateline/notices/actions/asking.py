"""A guest's address gets nothing until its owner has said that it is theirs: anybody may type any address."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from dateline.discussion.turns import take_turns
from dateline.people.mailing import post_mail
from dateline.people.models import Newsroom

from ..fresh import Fresh
from ..links import confirm_link, new_seed, refuse_link
from ..models import Asking, Recipient, Refusal
from ..models.asking import hash_of_mail

log = logging.getLogger(__name__)
A_DAY, A_MONTH, AN_HOUR = timedelta(days=1), timedelta(days=30), timedelta(hours=1)
OF_ONE_ADDRESS = {A_DAY: 2, A_MONTH: 4}  # so that nobody floods somebody else's mailbox
FROM_ONE_PLACE = 10  # a day
IN_ALL = 300  # an hour: whoever types ever new addresses must not make a spammer of the newsroom
COUNTED = ["notices:asking"]  # one turn for all: each asking counts in all, and there are few


class Refused(Exception):
    """No mail is sent: too many were, or its owner wants none. It is told like success: it would tell of others."""


@transaction.atomic
def ask(*, recipient: Recipient, mail: str, origin: str, now: datetime) -> None:
    """Write to ``mail`` whether its owner wants to be told as ``recipient``. Raises Refused beyond the limits."""
    if recipient.account_id or recipient.is_told_at(mail):
        return
    take_turns(COUNTED)
    if not _may_ask(mail, origin, now):
        raise Refused
    asking = Asking.objects.create(mail_hash=hash_of_mail(mail), origin=origin, at=now)
    newsroom = Newsroom.load()
    refusal = refuse_link(hash_of_mail(mail))
    words = {"newsroom": newsroom, "confirm": confirm_link(recipient, mail), "refuse": refusal}
    with translation.override(newsroom.language), timezone.override(newsroom.zone):
        body = render_to_string("notices/_confirm.txt", words)
        subject = _("%(newsroom)s: do you want to be told of answers?") % {"newsroom": newsroom.name}
    post_mail(
        purpose="confirm",
        subject_key=str(asking.pk),
        recipient=mail,
        subject=subject,
        body=body,
        headers={"List-Unsubscribe": f"<{refusal}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
        kept=A_DAY,
        at_once=False,
        now=now,
    )


def _may_ask(mail: str, origin: str, now: datetime) -> bool:
    """Counted from rows, in turns, so that it holds across processes."""
    if Refusal.objects.filter(mail_hash=hash_of_mail(mail)).exists():
        return False
    to_it = Asking.objects.of_mail(mail)
    if any(to_it.since(now - span).count() >= most for span, most in OF_ONE_ADDRESS.items()):
        return False
    if Asking.objects.from_origin(origin).since(now - A_DAY).count() >= FROM_ONE_PLACE:
        return False
    return Asking.objects.since(now - AN_HOUR).count() < IN_ALL


def ask_guests(comments: Sequence[Fresh], *, now: datetime) -> None:
    """Ask those who have left an address with their comments, once for each browser and address."""
    wanted = {(each.whose, each.mail.lower()): each for each in comments if each.whose}
    if not wanted:
        return
    take_turns(COUNTED)
    known = {each.whose: each for each in Recipient.objects.among([whose for whose, _mail in wanted])}
    for (whose, _mail), each in wanted.items():
        recipient = known.get(whose)
        if recipient and recipient.mail:
            continue  # another address is asked on the page of choices, not by whoever sits at this browser
        if _may_ask(each.mail, each.origin, now):
            recipient = recipient or Recipient.objects.create(whose=whose, made_at=now)
            known[whose] = recipient
            ask(recipient=recipient, mail=each.mail, origin=each.origin, now=now)


def try_to_ask(*, recipient: Recipient, mail: str, origin: str, now: datetime) -> None:
    """Ask, and be silent where nothing is sent: whoever typed the address learns nothing of it."""
    try:
        ask(recipient=recipient, mail=mail, origin=origin, now=now)
    except Refused:
        log.info("A confirmation was not sent: too many were, or its owner wants none.")


@transaction.atomic
def confirm(*, recipient: Recipient, mail: str, now: datetime) -> None:
    """Write to ``mail`` from now on. Doing it twice is doing it once. Links in mails to another address end."""
    if recipient.account_id or recipient.is_told_at(mail):
        return
    Refusal.objects.filter(mail_hash=hash_of_mail(mail)).delete()
    known = {"mail": mail, "mail_hash": hash_of_mail(mail)}
    Recipient.objects.filter(pk=recipient.pk).update(**known, confirmed_at=now, link_seed=new_seed())


@transaction.atomic
def refuse(*, mail_hash: str, now: datetime) -> None:
    """Never ask this address again, and write to it no more: whoever owns it has the last word."""
    Refusal.objects.get_or_create(mail_hash=mail_hash, defaults={"at": now})
    theirs = Recipient.objects.at_address(mail_hash)
    theirs.update(mail="", mail_hash="", confirmed_at=None, link_seed=new_seed())
