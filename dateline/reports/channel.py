"""What a feed of reports says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db.models import prefetch_related_objects
from django.template.loader import render_to_string
from django.utils import timezone

from dateline.lib.feeds import Channel, Entry
from dateline.people.moments import local

from .addresses import absolute, with_whole_links
from .claim_feed import spot_of
from .shown import Shown, of_reports

if TYPE_CHECKING:
    from dateline.people.models import Newsroom

    from .models import ReportPage
    from .models.report_reads import ReportQuerySet

LENGTH = 30


def channel_of(*, newsroom: Newsroom, title: str, home: str, itself: str, reports: ReportQuerySet) -> Channel:
    """Return the feed of the newest of ``reports``; ``home`` and ``itself`` are paths."""
    printed = list(reports.newest().for_feeds()[:LENGTH])
    prefetch_related_objects([picture for report in printed for picture in report.pictures()], "renditions")
    claims = of_reports([report.pk for report in printed], timezone.now())
    return Channel(
        title=title,
        home_url=absolute(home),
        own_url=absolute(itself),
        language=newsroom.language,
        publisher=newsroom.name,
        publisher_url=absolute("/"),
        description=newsroom.tagline,
        icon=absolute(newsroom.logo.url) if newsroom.logo else "",
        entries=tuple(entry_of(report, claims.get(report.pk, ())) for report in printed),
    )


def entry_of(report: ReportPage, claims: Sequence[Shown]) -> Entry:
    """A report with its full text and its claims, every address whole: readers of mail and feeds have no other list."""
    url = report.canonical_url
    html = render_to_string("reports/_feed_entry.html", {"report": report, "claims": claims})
    return Entry(
        key=url,
        url=url,
        title=report.title,
        summary=report.summary,
        html=with_whole_links(html, url).strip(),
        published=local(report.first_published_at),
        updated=local(report.modified_at or report.first_published_at),
        authors=tuple((row.author.name, absolute(row.author.get_absolute_url())) for row in report.bylines.all()),
        tags=tuple(row.tag.name for row in report.tagged_items.all()),
        image=report.share_image_url,
        spots=tuple(dict.fromkeys(spot_of(claim) for claim in claims if claim.point and not claim.is_void)),
    )
