"""Setting who may write, and telling readers when age has closed a discussion. Who set it is moderation's to keep."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from django.db import transaction
from wagtail.models import Page

from dateline.delivery.marks import mark

from ..in_force import terms_of
from ..models import Clauses, Edition, Mode, Policy, Thread
from ..models.policy import PolicyQuerySet
from ..models.thread import tag_of
from .telling import tell_readers
from .thread import thread_of

WRITING = "writing"  # what every thread hangs on besides its own tag: what is set above it


@transaction.atomic
def set_policy(*, on: Page | Thread, clauses: Clauses, now: datetime) -> Clauses:
    """Set what holds on a page and below, or in a thread elsewhere, from now on; return what was set before."""
    new_edition()
    found = policy_on(on).first()
    before, since = (found.clauses, found.since) if found else (Clauses(), None)
    if clauses == Clauses():
        policy_on(on).delete()
    else:
        since = since if before.mode == clauses.mode else now
        values = {**clauses._asdict(), "since": since if clauses.mode else None, "told_until": now}
        key = {"thread_id": on.pk} if isinstance(on, Thread) else {"page_id": on.pk}
        Policy.objects.update_or_create(**key, defaults=values)
    mark(*_concerned(on))
    return before


def policy_on(on: Page | Thread) -> PolicyQuerySet:
    """What is set there itself, if anything is."""
    return Policy.objects.of_thread(on) if isinstance(on, Thread) else Policy.objects.of_page(on)


def _concerned(on: Page | Thread) -> list[str]:
    """The tags of threads for which that makes a difference."""
    if isinstance(on, Thread):
        return [on.tag]
    return [tag_of(on.pk, 0), *([WRITING] if on.numchild else [])]


@transaction.atomic
def set_mode(*, page: Page, mode: Mode, now: datetime) -> Thread:
    """Say who may write below ``page`` from now on and leave all else as it is; returns its thread."""
    _set_mode(page, mode, now)
    return thread_of(page=page, now=now)


@transaction.atomic
def set_mode_of(*, thread: Thread, mode: Mode, now: datetime) -> Thread:
    """Say the same of a thread on another site."""
    _set_mode(thread, mode, now)
    return thread


def _set_mode(on: Page | Thread, mode: Mode, now: datetime) -> None:
    new_edition()  # one at a time from here on: what else is set there is read only now
    found = policy_on(on).first()
    set_policy(on=on, clauses=(found.clauses if found else Clauses())._replace(mode=mode.value), now=now)


def new_edition() -> None:
    """Say, in the transaction at hand, that policies are others now, or who is on duty.

    The number is drawn and not counted: one that was rolled back must never come again with other policies behind it.
    """
    Edition.objects.update_or_create(pk=1, defaults={"number": secrets.randbits(62)})


def tell_closings(*, now: datetime) -> None:
    """Mark the threads that age has closed since readers were last told.

    Runs by the clock every few seconds, so it looks (by index) before it takes the write lock.
    """
    told_until: dict[int, datetime] = {}
    for policy in Policy.objects.closing():
        days, told = policy.close_after or 0, policy.told_until or now
        told_until[days] = min(told, told_until.get(days, told))
    for days, told in told_until.items():
        age = timedelta(days=days)
        places = [*_pages_of(told - age, now - age), *Thread.objects.elsewhere().begun(told - age, now - age)]
        if places:
            with transaction.atomic():
                tell_readers(_closed_since(told, places, now))
                Policy.objects.closing_after(days).update(told_until=now)


def _pages_of(after: datetime, until: datetime) -> Iterable[Page]:
    """Those that came out then."""
    return Page.objects.live().filter(first_published_at__gt=after, first_published_at__lte=until)


def _closed_since(told: datetime, places: Iterable[Page | Thread], now: datetime) -> Iterator[str]:
    """The tags of those that a nearer policy does not keep open."""
    for place in places:
        is_ours = isinstance(place, Page)
        terms = terms_of(place, now) if is_ours else terms_of(None, now, thread=place)
        if terms.days and terms.since and terms.since > told:
            yield tag_of(place.pk, 0) if is_ours else place.tag
