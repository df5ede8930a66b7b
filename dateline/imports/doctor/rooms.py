"""What each room says must always be true of its rows."""

from __future__ import annotations

from datetime import datetime

from dateline.discussion.actions import adrift, miscounted, misplaced
from dateline.funding.actions import complaints

from .answer import Answer, answer


def ledger(*, now: datetime, fix: bool) -> Answer:
    """The books: balanced, closed months as sealed, gifts as booked. Never repaired by a machine."""
    return answer("balanced, and closed months are as they were sealed", complaints(now=now))


def counters(*, now: datetime, fix: bool) -> Answer:
    """The counters of the discussion against a recount."""
    return answer("as a recount gives them", miscounted(fix=fix), fix=fix)


def places(*, now: datetime, fix: bool) -> Answer:
    """Each comment stands below the one it answers. Never repaired by a machine."""
    found = answer("every comment stands below what it answers", misplaced())
    found.notes += adrift()
    return found
