"""Where a report of an archive will stand, and on what terms comments are screened there."""

from __future__ import annotations

from datetime import datetime

from wagtail.models import Page

from dateline.discussion.grounds import Where, grounds_of
from dateline.discussion.in_force import front_page
from dateline.discussion.terms import Terms
from dateline.people.models import Newsroom
from dateline.reports.models import SectionPage

from .actions import made_report
from .models import Source


def place_of(source: Source | None, slug: str) -> Page | None:
    """Return the report that an earlier run made; else the section that it will be put into, or what is above that.

    None in a newsroom without any page.
    """
    front = front_page()
    report = made_report(source) if source else None
    section = SectionPage.objects.child_of(front).called(slug) if front else None
    return report or section or front


def terms_at_place(place: Page | None, now: datetime) -> Terms:
    """Return on what terms one writes there, as posting knows them."""
    if place is None:
        return Terms(language=Newsroom.load().language)
    [ground] = grounds_of([Where(place.pk)], now)
    return ground.terms
