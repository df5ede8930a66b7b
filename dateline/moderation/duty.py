"""Who is on duty, and where it is night because nobody is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from wagtail.models import Page

from dateline.discussion.in_force import policies_above, watch_at
from dateline.discussion.models import Duty, Policy
from dateline.discussion.terms import FOREVER, inherited, night_of
from dateline.people.models import User
from dateline.people.moments import hour, short

MOST = 20  # nights that are told apart


@dataclass(frozen=True, slots=True)
class Dark:
    """A page below which it is night, until a moment or, where that is None, until somebody is on duty."""

    page: Page
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Desk:
    """Who is on duty, whether the one who asks is, and where it is night."""

    duties: list[Duty]
    own: Duty | None
    nights: list[Dark]


def desk_at(now: datetime, moderator: User) -> Desk:
    """Return who is on duty and where it is night."""
    duties = list(Duty.objects.at(now).select_related("moderator"))
    own = next((duty for duty in duties if duty.moderator_id == moderator.pk), None)
    return Desk(duties, own, [] if duties else nights(now))


def nights(now: datetime) -> list[Dark]:
    """Return the pages that say that it is night below them, if it is."""
    found: list[Dark] = []
    for policy in Policy.objects.darkened(now).from_the_root_down()[:MOST]:
        if policy.page:
            until = night_of(inherited(policies_above(policy.page)).clauses, now, watch_at(now))
            found += [Dark(policy.page, None if until == FOREVER else until)] if until else []
    return found


def told(dark: Dark, now: datetime) -> str:
    """Say until when."""
    if dark.until is None:
        return _("until somebody is on duty")
    is_soon = (dark.until - now).days < 1
    return _("until %(moment)s") % {"moment": hour(dark.until) if is_soon else short(dark.until, now)}
