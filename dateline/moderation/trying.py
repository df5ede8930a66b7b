"""Trying a version of a list on past comments, some at a time, beside everything else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from time import monotonic
from typing import NamedTuple

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django_tasks import task

from dateline.discussion.models import Comment, WordList
from dateline.people.models import User
from dateline.screening import Found, Lists, view_of

from .models import Action, Decision, Find, Opinion, Side, Trial, Wording

SLICE = 2_000  # ids at a time
SPELL = 3.0  # seconds, after which others get a turn
FARTHEST = 500_000  # ids back from the newest
KEPT = 1_000  # finds that are kept to be looked at
OPINIONS = {
    Action.APPROVE: Opinion.ACCEPTED,
    Action.REJECT: Opinion.REFUSED,
    Action.SPAM: Opinion.REFUSED,
}


class Past(NamedTuple):
    """What is read of a past comment."""

    pk: int
    status: str
    author_name: str
    text: str


@transaction.atomic
def begin_trial(*, wording: Wording, days: int | None, moderator: User, now: datetime) -> Trial:
    """Begin to try ``wording`` on the comments of the last ``days``, or on all. Earlier trials of the list go."""
    wordlist = WordList.objects.get(pk=wording.wordlist_id)
    Trial.objects.of_list(wordlist).delete()
    top = Comment.objects.aggregate(top=Max("pk"))["top"] or 0
    trial = Trial.objects.create(
        wording=wording,
        against=wordlist.version if wordlist.in_force else 0,
        since=now - timedelta(days=days) if days else None,
        moderator=moderator,
        began_at=now,
        moved_at=now,
        top=top,
        bottom=max(top - FARTHEST, 0),
        position=top,
    )
    transaction.on_commit(lambda: go_on.enqueue(trial.pk))
    return trial


@task()
def go_on(number: int) -> None:
    """Try for a few seconds, then leave the worker to others and come back."""
    end = monotonic() + SPELL
    while monotonic() < end:
        if not step(number, timezone.now()):
            return
    go_on.enqueue(number)


@transaction.atomic
def step(number: int, now: datetime) -> bool:
    """Look at the next comments. Returns False where there are none left, or nobody wants to know any more."""
    trial = Trial.objects.locked(number)
    if trial is None or trial.is_done:
        return False
    wording = trial.wording
    before = Wording.objects.of_list(wording.wordlist).numbered(trial.against)
    lists, old = Lists([wording.listing]), Lists([before.listing] if before else [])
    start = max(trial.position - SLICE, trial.bottom)
    past = _past(trial, start)
    finds = [find for each in past if (find := _find(trial, each, lists, old))]
    _count(trial, finds, {each.pk: each.status for each in past})
    room = KEPT - Find.objects.of_trial(trial).count()
    Find.objects.bulk_create(finds[: max(room, 0)])
    trial.position, trial.moved_at, trial.looked = start, now, trial.looked + len(past)
    trial.save()
    return not trial.is_done


def _past(trial: Trial, start: int) -> list[Past]:
    rows = Comment.objects.numbered(start, trial.position).with_words().by_readers()
    rows = rows.since(trial.since) if trial.since else rows
    return [Past._make(row) for row in rows.order_by("-pk").values_list(*Past._fields)]


def _find(trial: Trial, past: Past, lists: Lists, old: Lists) -> Find | None:
    """Return what the two versions find in one comment; None where neither finds anything."""
    new_found, old_found = _found(past, lists), _found(past, old)
    shown = new_found or old_found
    if not shown:
        return None
    side = Side.LESS if not new_found else Side.BOTH if old_found else Side.MORE
    spans = [span for each in shown for span in each.spans]
    lines = list(dict.fromkeys(line for each in shown for line in each.lines))
    return Find(trial=trial, comment_id=past.pk, spans=spans, lines=lines, side=side if trial.against else Side.MORE)


def _found(past: Past, lists: Lists) -> list[Found]:
    """What is found in the words, and in the name without places."""
    in_name = [found._replace(spans=()) for found in lists.found_in(view_of(past.author_name))]
    return [*lists.found_in(view_of(past.text)), *in_name]


def _count(trial: Trial, finds: Iterable[Find], statuses: dict[int, str]) -> None:
    finds = list(finds)
    latest = Decision.objects.latest_about([find.comment_id for find in finds])
    for find in finds:
        decision = latest.get(find.comment_id)
        find.opinion = OPINIONS.get(Action(decision.action), Opinion.NONE) if decision else Opinion.NONE
        trial.more += find.side == Side.MORE
        trial.less += find.side == Side.LESS
        if find.side != Side.LESS:
            trial.found += 1
            trial.public += statuses[find.comment_id] == "published"
            trial.accepted += find.opinion == Opinion.ACCEPTED
            trial.refused += find.opinion == Opinion.REFUSED
