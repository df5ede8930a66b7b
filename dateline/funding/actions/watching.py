"""Once a day the rules of the books are asked; where one does not hold, somebody is written to."""

from __future__ import annotations

import logging
from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from dateline.delivery.tries import count_try
from dateline.people.mailing import post_mail
from dateline.people.models import Newsroom

from .checking import complaints
from .reconciling import apart

log = logging.getLogger(__name__)
DAY = 24 * 3600


def check_daily(*, now: datetime) -> None:
    """Ask the nine rules, and whether the providers' books agree with ours, once a day in all processes together.

    What does not hold is logged and, once a day, written to the newsroom's contact. ``dateline doctor`` says the same.
    """
    newsroom = Newsroom.load()
    day = now.astimezone(newsroom.zone).date().isoformat()
    if count_try(f"funding:checked:{day}", 2 * DAY) > 1:
        return
    found = [*complaints(now=now), *apart()]
    for sentence in found:
        log.error("The books: %s", sentence)
    if found and newsroom.contact:
        with translation.override(newsroom.language):
            subject = _("The books need somebody to look at them")
            body = _("These do not hold; nothing was changed. “dateline doctor” says the same.")
        body += "\n\n" + "\n".join(found) + "\n"
        post_mail(purpose="books", subject_key=day, recipient=newsroom.contact, subject=subject, body=body, now=now)
