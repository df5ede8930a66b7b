"""What may be appealed against, by whom, and for how long."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dateline.discussion.models.restriction import BARRING
from dateline.people.models import User

from .models import Appeal, Decision, Measure

WITHIN = timedelta(days=30)


def ends_at(against: Decision | Measure) -> datetime:
    """Return until when somebody may appeal against it."""
    return against.at + WITHIN


def stands(decision: Decision) -> bool:
    """Return whether its author may object to it and the comment still stands where it put it."""
    comment = decision.comment
    return decision.is_against_author and comment.status == decision.new_status and bool(comment.text)


def is_in_force(against: Decision | Measure, now: datetime) -> bool:
    """Return whether it still stands and is something that its author may object to, and is told of."""
    if isinstance(against, Decision):
        return stands(against) and Decision.objects.of_comment(against.comment).is_latest(against)
    restriction = against.restriction
    goes_on = restriction.lifted_at is None and (restriction.until is None or restriction.until > now)
    return against.undoes_id is None and restriction.kind in BARRING and goes_on


def refusal_of(against: Decision | Measure, now: datetime) -> str:
    """Return why nobody can appeal against it, as a sentence to its author; empty where they can."""
    if Appeal.objects.against(against).exists():
        return _("You have appealed against this already. Each decision can be appealed against once.")
    if not is_in_force(against, now):
        return _("This decision is no longer in force, so there is nothing to take back.")
    if now >= ends_at(against):
        return ngettext(
            "An appeal can be made for %(days)s day. That time is over.",
            "An appeal can be made for %(days)s days. That time is over.",
            WITHIN.days,
        ) % {"days": WITHIN.days}
    return ""


def may_answer(appeal: Appeal, moderator: User) -> bool:
    """Return whether ``moderator`` is another: neither who decided it nor who wrote what it is about."""
    return moderator.pk not in {appeal.against.moderator_id, appeal.comment.account_id}
