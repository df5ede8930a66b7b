"""What each room says must always be true of its rows."""

from __future__ import annotations

from datetime import UTC, datetime

from dateline.discussion.actions import adrift, miscounted, misplaced
from dateline.funding.actions import apart, complaints
from dateline.moderation.models import Attempt

from .answer import Answer, answer

FAILING = (
    "It has failed {tries} times since {since}, last with: {error}. Comments go on to be judged as before. It is tried"
    " again from {again} on, and after new decisions; the log of `dateline serve` has the whole of it."
)
BROKEN_OFF = "the process ended before it did, as for want of memory"


def ledger(*, now: datetime, fix: bool) -> Answer:
    """The books: balanced, closed months as sealed, gifts as booked. Never repaired by a machine."""
    return answer("balanced, and closed months are as they were sealed", complaints(now=now))


def providers(*, now: datetime, fix: bool) -> Answer:
    """The books against the providers' own, as they were last compared. Never repaired by a machine."""
    return answer("the books agree with the providers, as last compared", apart())


def counters(*, now: datetime, fix: bool) -> Answer:
    """The counters of the discussion against a recount."""
    return answer("as a recount gives them", miscounted(fix=fix), fix=fix)


def places(*, now: datetime, fix: bool) -> Answer:
    """Each comment stands below the one it answers. Never repaired by a machine."""
    found = answer("every comment stands below what it answers", misplaced())
    found.notes += adrift()
    return found


def learning(*, now: datetime, fix: bool) -> Answer:
    """What moderators decided is learned when it is due. Never repaired by a machine: it is tried again anyway."""
    attempt = Attempt.objects.failing()
    if attempt is None:
        return Answer("nothing keeps it from learning from moderators")
    since, again = (f"{each.astimezone(UTC):%Y-%m-%d %H:%M} UTC" for each in (attempt.since, attempt.next_at))
    told = FAILING.format(tries=attempt.tries, since=since, error=attempt.error or BROKEN_OFF, again=again)
    return answer("", [told])
