"""What a feed says, before any form is chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import prefetch_related_objects
from django.template.loader import render_to_string

from ..addresses import absolute, with_whole_links

if TYPE_CHECKING:
    from dateline.people.models import Newsroom

    from ..models import ReportPage
    from ..models.report_reads import ReportQuerySet

LENGTH = 30


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One report in a feed."""

    key: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    authors: list[tuple[str, str]]
    tags: list[str]
    image: str


@dataclass(frozen=True, kw_only=True)
class ChannelOf:
    """A feed of some of a newsroom's reports; ``home`` and ``itself`` are paths."""

    newsroom: Newsroom
    title: str
    home: str
    itself: str
    entries: tuple[Entry, ...] = ()

    def filled(self, reports: ReportQuerySet) -> ChannelOf:
        """The same feed with the newest of ``reports``."""
        printed = list(reports.newest().for_feeds()[:LENGTH])
        prefetch_related_objects([picture for report in printed for picture in report.pictures()], "renditions")
        return replace(self, entries=tuple(entry_of(report) for report in printed))

    @property
    def home_url(self) -> str:
        """Where a person reads this."""
        return absolute(self.home)

    @property
    def own_url(self) -> str:
        """Where the feed itself is."""
        return absolute(self.itself)

    @property
    def updated(self) -> datetime | None:
        """The latest stated change of any entry."""
        return max((entry.updated for entry in self.entries), default=None)


def entry_of(report: ReportPage) -> Entry:
    """A report with its full text, every address whole."""
    url = report.canonical_url
    html = render_to_string("reports/_feed_entry.html", {"report": report})
    return Entry(
        key=url,
        url=url,
        title=report.title,
        summary=report.summary,
        html=with_whole_links(html, url).strip(),
        published=report.first_published_at,
        updated=report.modified_at or report.first_published_at,
        authors=[(row.author.name, absolute(row.author.get_absolute_url())) for row in report.bylines.all()],
        tags=[row.tag.name for row in report.tagged_items.all()],
        image=report.share_image_url,
    )
