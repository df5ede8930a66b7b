"""Once a year whoever gives each month is told what came of it and that it goes on, a week before its day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from dateline.funding.mode import current_mode
from dateline.funding.models import Posting, Recurring
from dateline.lib.clock import years_after
from dateline.lib.money import Money
from dateline.people.models import Outbox

from .telling import tell

AHEAD = timedelta(days=7)
LATE = timedelta(days=30)  # after which a reminder that was missed is missed


def remind_yearly(*, now: datetime) -> int:
    """Write to those whose year is nearly over; return to how many. Safe to call at any time, and after a long sleep.

    Who paused or ended is not written to; who goes on within the month after the day still is.
    """
    due = {f"{promise.pk}-{year}": promise for promise, year in _due(now)}
    known = Outbox.objects.filter(purpose="gift_year", subject_key__in=due).values_list("subject_key", flat=True)
    for key in due.keys() - set(known):
        _remind(due[key], key, now)
    return len(due) - len(known)


def _due(now: datetime) -> Iterator[tuple[Recurring, int]]:
    """Yield the promises whose n-th year ends within the week or did lately, with n."""
    begun = Recurring.objects.running(current_mode(), until=now + AHEAD - timedelta(days=365))
    for promise in begun:
        years = (now + AHEAD).year - promise.started_at.year
        for year in (years, years - 1):
            day = years_after(promise.started_at, year)
            if year > 0 and day - AHEAD <= now <= day + LATE:
                yield promise, year


def _remind(promise: Recurring, key: str, now: datetime) -> None:
    given = Posting.objects.left_of_promise(promise)
    tell(recurring=promise, purpose="gift_year", key=key, now=now, given=Money(given, promise.currency))
