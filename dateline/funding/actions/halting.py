"""The breaker: when cards are refused in heaps, somebody is trying stolen ones, and the provider rests for a while.

A halt closes the way to that provider for givers who come; what was begun is booked, and transfers stay open.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from dateline.funding.mode import current_mode
from dateline.funding.models import Halt, InboundEvent
from dateline.people.mailing import post_mail
from dateline.people.models import Newsroom, User

log = logging.getLogger(__name__)
MINUTE = timedelta(minutes=1)
REST = timedelta(minutes=10)
MOST_DECLINES = 10  # in a minute; honest givers of a small newsroom mistype a card now and then


def halt_if_declined(*, provider: str, now: datetime) -> Halt | None:
    """Begin a halt of ``provider`` where more cards than ``MOST_DECLINES`` were refused in the last minute.

    One that holds already is lengthened, so that it ends ``REST`` after the last heap.
    """
    mode = current_mode()
    declines = InboundEvent.objects.declined_since(provider, mode, now - MINUTE)
    if declines <= MOST_DECLINES:
        return None
    with transaction.atomic():
        halt = Halt.objects.holding(mode, now).of(provider).select_for_update().first()
        if halt is None:
            halt = Halt.objects.create(provider=provider, mode=mode, at=now, until=now + REST, declines=declines)
            _tell(halt, now)
        else:
            halt.until, halt.declines = now + REST, max(halt.declines, declines)
            halt.save(update_fields=["until", "declines"])
    log.warning("%s rests until %s: %d cards were refused in a minute", provider, halt.until, declines)
    return halt


def lift_halt(*, halt: Halt, by: User, now: datetime) -> None:
    """Open the way again before its time."""
    Halt.objects.filter(pk=halt.pk, lifted_at=None).update(lifted_at=now, lifted_by=by)


def _tell(halt: Halt, now: datetime) -> None:
    """Write to the newsroom, once for each halt."""
    newsroom = Newsroom.load()
    if not newsroom.contact:
        return
    with translation.override(newsroom.language):
        subject, body = _written(halt, newsroom)
    post_mail(purpose="halt", subject_key=str(halt.pk), recipient=newsroom.contact, subject=subject, body=body, now=now)


def _written(halt: Halt, newsroom: Newsroom) -> tuple[str, str]:
    """Return subject and text."""
    words = _(
        "%(count)s cards were refused within a minute at %(provider)s. Most likely somebody tries stolen cards."
        " No gift can be begun there until %(until)s; transfers are offered instead, and nothing is lost."
        " You can open it again in the editor: Funding, State of ways to give."
    )
    until = halt.until.astimezone(newsroom.zone).strftime("%H:%M")
    told = {"count": halt.declines, "provider": halt.provider, "until": until}
    return _("Gifts by %(provider)s rest for ten minutes") % told, words % told
