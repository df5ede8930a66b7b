"""How many appeals are taken from one person and one address. One per decision holds by itself; this is for floods."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from dateline.delivery.tries import count_try
from dateline.discussion.limits import TooMuch
from dateline.discussion.models import Comment

from .models import Appeal

DAY = timedelta(days=1)
BY_ONE = 10  # in a day
FROM_ONE_PLACE = 20  # in an hour: a fresh browser is free, a fresh address is not
HOUR = 3600
PLACES = "moderation:appeals:"  # counted in the cache, of which the settings know the beginning


def check_person(author_of: Comment, now: datetime) -> None:
    """Raise ``TooMuch`` where whoever wrote this has appealed a lot today."""
    if Appeal.objects.by_author_of(author_of).since(now - DAY).count() >= BY_ONE:
        raise TooMuch(
            _("You have appealed %(number)s times today. Your words are kept here; send them tomorrow.")
            % {"number": BY_ONE}
        )


def check_place(origin: str) -> None:
    """Raise ``TooMuch`` where one address sends appeals under ever new names."""
    if origin and count_try(f"{PLACES}{origin}", HOUR) > FROM_ONE_PLACE:
        raise TooMuch(
            _("Many appeals have come from your address in the last hour. Your words are kept here; send them later.")
        )
