"""Learning anew from what people decided, beside everything else; and saying which model judges."""

from __future__ import annotations

import logging
from datetime import datetime
from pathlib import Path
from traceback import extract_tb

from django.db import transaction

from dateline.discussion.actions import new_edition, policy_on, put_in_force
from dateline.discussion.in_force import front_page
from dateline.discussion.models import Clauses, Learned
from dateline.people.models import Newsroom, User
from dateline.screening.learning import learn
from dateline.screening.learning.learned import edition
from dateline.screening.model.heads import heads

from ..lessons import EVERY, lessons
from ..models import Attempt, Decision, PolicyChange
from ..models.attempt import PLACE
from .policy import change_policy

log = logging.getLogger(__name__)
FAILED = (
    "The newsroom's own model could not be learned anew. Comments go on to be judged as before, and nothing is lost. "
    "It is tried again by itself, ever more seldom, at last once an hour, and after new decisions. `dateline doctor` "
    "says whether it still fails; if so, hand on what stands below to whoever looks after this installation."
)
BROKEN_OFF = (
    "Learning the newsroom's own model anew was broken off: the process ended before it did. It is tried again. Where "
    "`dateline doctor` says that this goes on, give the machine more memory."
)


def learn_anew(*, now: datetime) -> Learned | None:
    """Learn from all decisions where 25 are new, or one was taken back; return what came of it, if anything was due.

    Called every ten seconds in a thread of its own: where nothing is due, that is two or three small queries. What is
    learned depends on the decisions alone, so that a decision that was taken back leaves no trace. Where it fails, that
    is kept and said once, and it is tried again when there is news, else ever more seldom.
    """
    latest = Learned.objects.in_force().newest_first().first()
    if not _is_due(latest) or not _may_try(now):
        return None
    until = Decision.objects.newest_first().values_list("pk", flat=True).first() or 0
    attempt = Attempt.objects.begin(until=until, now=now)
    if attempt.tries == 2 and not attempt.error:
        log.warning(BROKEN_OFF)
    try:
        made = _learned(until, now)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is kept and said, and tried again later
        _note(error, attempt)
        return None
    Attempt.objects.all().delete()
    return made


def _learned(until: int, now: datetime) -> Learned:
    taught = lessons()
    model = learn(taught, heads(), Newsroom.load().language)
    return put_in_force(model=model, decisions=[each.number for each in taught], until=until, now=now)


def _is_due(latest: Learned | None) -> bool:
    if latest and latest.shipped != edition(heads()):
        return True
    return _is_news_after(latest.until if latest else 0)


def _is_news_after(until: int) -> bool:
    """Whether enough was decided since, or something taken back that may have been learned."""
    new = Decision.objects.newer_than(until)
    return (until > 0 and new.that_take_back().exists()) or new[:EVERY].count() == EVERY


def _may_try(now: datetime) -> bool:
    """Whether the last try was brought to its end, was long enough ago, or there is news since."""
    last = Attempt.objects.at_hand()
    return last is None or now >= last.next_at or _is_news_after(last.until)


def _note(error: Exception, attempt: Attempt) -> None:
    """Keep which failure it is, and say so where it is another one than before."""
    where = extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__} in {Path(where.filename).name}, line {where.lineno}"[:PLACE]
    Attempt.objects.fail(what)
    if what != attempt.error:
        log.error(FAILED, exc_info=error)


@transaction.atomic
def say_which_model(*, own: bool, moderator: User, now: datetime, note: str = "") -> PolicyChange | None:
    """Let what was learned here judge comments, or the shipped model alone. That is kept and can be undone."""
    front = front_page()
    if front is None:
        return None
    new_edition()  # one at a time from here on: what else is set there is read only now
    found = policy_on(front).first()
    clauses = (found.clauses if found else Clauses())._replace(own_model=None if own else False)
    return change_policy(on=front, clauses=clauses, moderator=moderator, now=now, note=note)
