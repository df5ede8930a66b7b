"""``{% person_cases as cases %}``, ``{% comment_cases comments as cases %}`` for authors; ``{% open_appeals %}``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dateline.discussion.writer import reader_of

from ..appeals import open_count
from ..cases import Case, cases_of_comments, cases_of_person, usual_time
from ..public import Report

HOUR, DAY = 3600, 86400
register = template.Library()


@register.simple_tag(takes_context=True)
def person_cases(context: template.Context) -> list[Case]:
    """Return what was decided against whoever reads this page, and keeps them from writing."""
    return cases_of_person(reader_of(context["request"]).key, timezone.now())


@register.simple_tag
def comment_cases(told: Sequence[dict[str, Any]]) -> dict[int, list[Case]]:
    """Return what was decided against one's own comments, as ``mine.html`` has them, by number."""
    return cases_of_comments([each["comment"] for each in told], timezone.now())


@register.filter
def of_comment(cases: dict[int, list[Case]], number: int) -> list[Case]:
    """Take those of one comment."""
    return cases.get(number, [])


@register.simple_tag
def usual_answer() -> timedelta | None:
    """Return how long an answer to an appeal usually takes."""
    return usual_time(timezone.now())


@register.simple_tag
def open_appeals() -> int:
    """Print how many appeals wait for an answer."""
    return open_count()


@register.filter
def lasting(span: timedelta) -> str:
    """Write a span of time roughly, as one says it: minutes up to an hour, hours up to two days, then days."""
    seconds = span.total_seconds()
    if seconds < HOUR:
        minutes = max(1, round(seconds / 60))
        return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    if seconds < 2 * DAY:
        hours = round(seconds / HOUR)
        return ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}
    days = round(seconds / DAY)
    return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}


@register.filter
def counted(number: int) -> str:
    """Write a count in the language of the page."""
    return number_format(number, use_l10n=True, force_grouping=True)


@register.filter
def time_within(report: Report, share: float) -> str:
    """Write within what time a share of what waited was decided."""
    span = report.time("waited", share)
    return lasting(span) if span else _("too few to say")
