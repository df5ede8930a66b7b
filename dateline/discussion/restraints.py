"""What a writer under a restriction is told. Everything said here leaves their text in its form."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from dateline.people.moments import full

from .models import Restraint, Restriction


class Barred(Exception):
    """The writer is suspended (trying again helps once that is over) or banned. Its words are for the writer."""


def check_barred(whose: str, now: datetime) -> None:
    """Raise Barred where a restriction keeps the writer ``whose`` from writing."""
    restriction = Restriction.objects.upon(whose).in_force(now).barring().first()
    if restriction:
        raise Barred(f"{told(restriction)} {_('Nothing was sent.')}")


def told(restriction: Restriction) -> str:
    """Return the sentences to the writer: what was decided, until when, and why."""
    until = full(restriction.until) if restriction.until else ""
    if restriction.kind == Restraint.WARNED:
        said = _("A moderator has warned you. You can write as before.")
    elif until:
        said = _("A moderator has paused your writing here until %(until)s. You can read everything.") % {
            "until": until
        }
    else:
        said = _("A moderator has ended your writing here. You can read everything.")
    reason = _("The reason: %(words)s") % {"words": restriction.words} if restriction.words else ""
    return f"{said} {reason}".strip()


def told_to(whose: str, now: datetime) -> list[str]:
    """Return what the writer ``whose`` is told of what is in force."""
    return [told(each) for each in Restriction.objects.upon(whose).in_force(now).told()]
