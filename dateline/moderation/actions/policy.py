"""Changing who may write, taking that back, and being on duty."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from dateline.discussion.actions import begin_duty, end_duty, new_edition, set_policy
from dateline.discussion.models import Clauses, Duty, Policy, Thread
from dateline.people.models import User

from ..models import PolicyChange
from .overtaken import Overtaken


@transaction.atomic
def change_policy(
    *, on: Page | Thread, clauses: Clauses, moderator: User, now: datetime, note: str = "", seen: int | None = None
) -> PolicyChange:
    """Set what holds on a page and below, or in a thread elsewhere, and keep who did it and why.

    ``seen`` is the latest change that the moderator had before their eyes, 0 for none; raises Overtaken when it is not
    the latest any more.
    """
    new_edition()  # one at a time from here on
    if seen is not None and seen != _latest(on):
        raise Overtaken(_("Somebody has changed this meanwhile. Nothing was saved; it is shown as it is now."))
    return _change(on, clauses, moderator, now, note)


@transaction.atomic
def undo_change(*, change: PolicyChange, moderator: User, now: datetime, note: str = "") -> PolicyChange:
    """Set again what was set before ``change``. That is a change, too, and can itself be undone.

    Raises Overtaken when it is not the latest of its page, or the page is gone.
    """
    new_edition()
    if change.on is None:
        raise Overtaken(_("The page is gone, and what was set on it with it. Nothing was changed."))
    if _latest(change.on) != change.pk:
        raise Overtaken(_("Somebody has changed this meanwhile. Nothing was changed; undo the latest change first."))
    return _change(change.on, change.clauses_before, moderator, now, note, undoes=change)


def _latest(on: Page | Thread) -> int:
    found = PolicyChange.objects.on(on).newest_first().values_list("pk", flat=True).first()
    return found or 0


def _change(
    on: Page | Thread, clauses: Clauses, moderator: User, now: datetime, note: str, undoes: PolicyChange | None = None
) -> PolicyChange:
    before = set_policy(on=on, clauses=clauses, now=now)
    return PolicyChange.objects.create(
        page=None if isinstance(on, Thread) else on,
        thread=on if isinstance(on, Thread) else None,
        where=str(on)[:255],
        before=before.as_json(),
        after=clauses.as_json(),
        note=note,
        moderator=moderator,
        at=now,
        undoes=undoes,
    )


@transaction.atomic
def hold_until_back(*, page: Page, until: datetime, moderator: User, now: datetime) -> PolicyChange:
    """Let first comments below ``page`` wait until somebody is on duty again, until then at the latest.

    Whoever says so is off duty by that.
    """
    end_duty(moderator=moderator, now=now)
    found = Policy.objects.of_page(page).first()
    clauses = (found.clauses if found else Clauses())._replace(night_until=until)
    return change_policy(on=page, clauses=clauses, moderator=moderator, now=now)


@transaction.atomic
def go_on_duty(*, moderator: User, until: datetime, now: datetime) -> Duty:
    """Note that ``moderator`` looks after the discussions; what was held until somebody is back is held no more."""
    duty = begin_duty(moderator=moderator, until=until, now=now)
    for policy in Policy.objects.held_until_back(now).from_the_root_down():
        clauses = policy.clauses._replace(night_until=None)
        if policy.page:
            change_policy(on=policy.page, clauses=clauses, moderator=moderator, now=now, note=_("Back on duty."))
    return duty
