"""Doing what follows from switching a list, a portion at a time: the first at once, others beside everything else.

Each portion is a transaction and a batch of its own, so others can write in between; whatever interrupts it loses at
most the portion at hand, which the next one does again. The clock takes up what stands still.
"""

from __future__ import annotations

from datetime import datetime
from time import monotonic

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from dateline.discussion.models import Catch

from ..models import About, Action, Batch, Sweep, Switch
from ..models.decision import LEADS_TO
from ..releasing import held_by_it_alone, still_held
from .batch import Step, carry_out, undo_all
from .overtaken import Overtaken

SPELL = 3.0  # seconds, after which others get a turn
PORTION = 500  # comments: others want to write, too


def begin_sweep(*, switch: Switch, now: datetime) -> Sweep:
    """Do the first portion of what follows from ``switch``, in the caller's transaction, and put off the others.

    So all of it is done at once where a list has held little. What followed from earlier switches of the list comes to
    its end where it is; what they had still to hold again this one does, for the next step of it lets go what is too
    much.
    """
    undone = {switch.undoes_id} if switch.undoes_id else set()
    for earlier in Sweep.objects.of_list(switch.wordlist).under_way().select_for_update(of=("self",)):
        undone |= set(earlier.undone)
        Sweep.objects.filter(pk=earlier.pk).update(ended_at=now)
    todo = Catch.objects.of_list(switch.wordlist_id).still_held().count()
    todo += sum(Batch.objects.released_by(undone).values_list("number", flat=True))
    sweep = Sweep.objects.create(switch=switch, undone=sorted(undone), todo=todo, moved_at=now)
    while sweep.looked < PORTION and _step(sweep, now):
        pass
    if sweep.ended_at is None:
        transaction.on_commit(lambda: go_on_sweeping.enqueue(sweep.pk))
    return sweep


@task()
def go_on_sweeping(number: int) -> None:
    """Do portions for a few seconds, then leave the worker to others and come back."""
    end = monotonic() + SPELL
    while monotonic() < end:
        if not next_portion(number, timezone.now()):
            return
    go_on_sweeping.enqueue(number)


def take_up_sweeps(*, now: datetime) -> int:
    """Have those go on that stand still, each once a minute; runs by the clock. Returns how many."""
    taken = [
        number
        for number in list(Sweep.objects.stalled(now).values_list("pk", flat=True))
        if Sweep.objects.stalled(now).filter(pk=number).update(moved_at=now)
    ]
    for number in taken:
        go_on_sweeping.enqueue(number)
    return len(taken)


@transaction.atomic
def next_portion(number: int, now: datetime) -> bool:
    """Do the next portion. Returns False where there is none left, or a later switch has ended it."""
    sweep = Sweep.objects.locked(number)
    return sweep is not None and sweep.ended_at is None and _step(sweep, now)


def _step(sweep: Sweep, now: datetime) -> bool:
    """Hold a portion again; or, where that is over, release one."""
    if not _hold_again(sweep, now) and not _release(sweep, now):
        sweep.ended_at = now
    sweep.moved_at = now
    sweep.save()
    return sweep.ended_at is None


def _hold_again(sweep: Sweep, now: datetime) -> bool:
    """Take one batch back, as far as nobody has decided about it since; returns False where there is none left."""
    switch = sweep.switch
    batch = Batch.objects.released_by(sweep.undone).filter(pk__gt=sweep.held_up_to).first()
    if batch is None:
        return False
    sweep.held_up_to = batch.pk
    sweep.looked += batch.number
    try:
        back = undo_all(batch=batch, moderator=switch.moderator, note=switch.note, now=now, sweep=sweep)
        sweep.held += back.number
    except Overtaken:  # about all of it somebody has decided: that stands
        pass
    return True


def _release(sweep: Sweep, now: datetime) -> bool:
    """Let go what nothing holds any more; returns False where everything was looked at."""
    switch = sweep.switch
    numbers = still_held(switch.wordlist, beyond=sweep.position, most=PORTION)
    if not numbers:
        return False
    steps = [Step(each, LEADS_TO[Action.RELEASE]) for each in held_by_it_alone(switch.wordlist, numbers, now)]
    sweep.position = numbers[-1]
    sweep.looked += len(numbers)
    sweep.released += len(steps)
    if steps:
        said = {"action": Action.RELEASE, "about": About.LIST, "note": switch.note, "moderator": switch.moderator}
        carry_out(Batch(**said, at=now, sweep=sweep), steps)
    return True
