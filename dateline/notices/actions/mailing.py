"""Mails are made of what is due: one for one thing, one for many, and never more than ten in an hour."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dateline.people.mailing import post_mail
from dateline.people.models import Newsroom, Outbox

from ..followed import News, news_of
from ..links import EVERYTHING, own_link, stop_link, stop_thread
from ..models import Carried, Follow, Notice, Recipient
from ..models.notice import CHOICE_OF, Kind
from ..models.recipient import RecipientQuerySet
from ..paces import next_hour
from ..words import Told, told_of

AN_HOUR = timedelta(hours=1)
IN_AN_HOUR = 10  # mails to one recipient; what is more waits for the next full hour, in one
IN_ONE_MAIL = 30  # things told; of what is more a mail says how many
RECIPIENTS = 100  # in one turn of the clock
KEPT = timedelta(days=7)


def send_due(*, now: datetime) -> int:
    """Write the mails that are due, put them into the outbox; return to how many people. Called by the clock."""
    due = list(with_news_due(now)[:RECIPIENTS])
    for recipient in due:
        _write_to(recipient, now)
    return len(due)


def with_news_due(now: datetime) -> RecipientQuerySet:
    """Return those to whom something is to be mailed by now, each once: found by what is due, not by who there is."""
    told = Notice.objects.to_mail(now).order_by().values("recipient")
    followed = Follow.objects.to_mail(now).order_by().values("recipient")
    return Recipient.objects.with_ids(told.union(followed))


@transaction.atomic
def _write_to(recipient: Recipient, now: datetime) -> None:
    """Tell one recipient all that is due, or put it off; either way it is noted in the same transaction."""
    recipient = Recipient.objects.select_for_update(of=("self",)).get(pk=recipient.pk)
    notices = list(Notice.objects.of(recipient).to_mail(now).with_all())
    follows = list(Follow.objects.filter(recipient=recipient).to_mail(now))
    address = recipient.address
    if address and not _may_write(recipient, now):
        _put_off(recipient, now)
        return
    told, news = told_of(notices), news_of(recipient, follows)
    Notice.objects.filter(pk__in=[each.pk for each in notices]).update(mailed_at=now)
    for follow in follows:
        Follow.objects.filter(pk=follow.pk).update(due_at=None, until=_read_until(follow, news))
    if address and (told or news):
        _post(recipient, address, told, news, now)


def _read_until(follow: Follow, news: Sequence[News]) -> int:
    return max([follow.until, *(each.newest for each in news if each.follow.pk == follow.pk)])


def _may_write(recipient: Recipient, now: datetime) -> bool:
    """Count this mail against the hour's."""
    if recipient.hour_began_at is None or now - recipient.hour_began_at >= AN_HOUR:
        recipient.hour_began_at, recipient.mails_in_hour = now, 0
    recipient.mails_in_hour += 1
    if recipient.mails_in_hour > IN_AN_HOUR:
        return False
    recipient.save(update_fields=["hour_began_at", "mails_in_hour"])
    return True


def _put_off(recipient: Recipient, now: datetime) -> None:
    """Fold what is due into one mail at the next full hour."""
    later = next_hour(now)
    Notice.objects.of(recipient).to_mail(now).update(due_at=later)
    Follow.objects.filter(recipient=recipient, due_at__lte=now).update(due_at=later)


def _post(recipient: Recipient, address: str, told: list[Told], news: list[News], now: datetime) -> None:
    newsroom = Newsroom.load()
    ends = _what_ends(told, news)
    stop = stop_link(recipient, ends)
    with translation.override(newsroom.language), timezone.override(newsroom.zone):
        words = {
            "newsroom": newsroom,
            "told": told[:IN_ONE_MAIL],
            "news": news[:IN_ONE_MAIL],
            "more": max(len(told) - IN_ONE_MAIL, 0) + max(len(news) - IN_ONE_MAIL, 0),
            "own": own_link(recipient),
            "stop": stop,
            "ends_all": ends == EVERYTHING,
        }
        body, subject = render_to_string("notices/_mail.txt", words), _subject(told, news, newsroom)
    mail = post_mail(
        purpose="notice",
        subject_key=f"{recipient.pk}-{secrets.token_hex(8)}",
        recipient=address,
        subject=subject,
        body=body,
        headers=_headers(recipient, told, news, stop),
        kept=KEPT,
        at_once=False,
        now=now,
    )
    _note_words(mail, recipient, told[:IN_ONE_MAIL], news[:IN_ONE_MAIL])


def _note_words(mail: Outbox, recipient: Recipient, told: Sequence[Told], news: Sequence[News]) -> None:
    """Keep whose words it carries, in case that they are hidden before it goes."""
    words = [(each.comment.pk, False) for each in told if each.kind in {Kind.REPLY, Kind.MENTION}]
    words += [(line.comment, True) for each in news for line in each.lines]
    Carried.objects.bulk_create(
        Carried(mail=mail, recipient=recipient, comment_id=comment, as_news=as_news) for comment, as_news in words
    )


def _subject(told: Sequence[Told], news: Sequence[News], newsroom: Newsroom) -> str:
    if len(told) == 1 and not news:
        return _("%(sentence)s “%(title)s”") % {"sentence": told[0].sentence, "title": told[0].title}
    if len(news) == 1 and not told:
        return _("New comments on “%(title)s”") % {"title": news[0].title}
    number = len(told) + len(news)
    words = ngettext("%(number)d thing is new for you", "%(number)d things are new for you", number)
    return f"{newsroom.name}: {words % {'number': number}}"


def _what_ends(told: Sequence[Told], news: Sequence[News]) -> str:
    """What the mail's own unsubscribing ends: the thread, the kind, or everything where it tells of many."""
    choices = {CHOICE_OF[Kind(each.kind)] for each in told}
    if len(news) == 1 and not told:
        return stop_thread(news[0].follow)
    if news:
        choices.add("follows")
    return choices.pop() if len(choices) == 1 else EVERYTHING


def _headers(recipient: Recipient, told: Sequence[Told], news: Sequence[News], stop: str) -> dict[str, str]:
    """One click ends it (RFC 8058); and mails about one discussion stand together in a mail program (RFC 5322)."""
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    threads = {each.comment.thread_id for each in told} | {each.follow.thread_id for each in news}
    headers = {
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
        "Message-ID": f"<{secrets.token_hex(12)}.notice@{host}>",
    }
    if len(threads) == 1:
        beginning = f"<thread-{threads.pop()}.{recipient.pk}@{host}>"
        headers |= {"In-Reply-To": beginning, "References": beginning}
    return headers
