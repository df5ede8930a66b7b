"""What a newsroom does with reports: record, publish, correct, update, add to a live report."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task
from wagtail.log_actions import log
from wagtail.models import Page, Site

from ..darkroom import develop, missing
from ..models import Author, Byline, Correction, FrontPage, ReportPage, SectionPage, SituationPage, Update

if TYPE_CHECKING:
    from dateline.people.models import User

DARKROOM = threading.Lock()  # the clock and an order may come at once, and would make every size twice
Blocks = Sequence[tuple[str, Any]]


class NotPublished(ValueError):
    """A change was to be stated about a report that no reader has seen. Publish it first, then say what changed."""


@dataclass(frozen=True, kw_only=True)
class Story:
    """All that a report says, apart from where it stands and when it came out."""

    headline: str
    slug: str = ""
    kicker: str = ""
    standfirst: str = ""
    place: str = ""
    body: Blocks = ()
    authors: Iterable[Author] = ()
    tags: Iterable[str] = ()
    lead: dict[str, Any] = field(default_factory=dict)
    coverage: dict[str, Any] = field(default_factory=dict)
    situation: SituationPage | None = None


@transaction.atomic
def open_front_page() -> FrontPage:
    """Return the paper's front page, making it (and the site that shows it) where there is none yet."""
    front = FrontPage.objects.first()
    if front is None:
        front = Page.get_first_root_node().add_child(instance=FrontPage(title=_("Front page"), slug="front"))
    if not Site.objects.filter(root_page=front).exists():
        Site.objects.update_or_create(is_default_site=True, defaults={"root_page": front, **_host()})
    return front


@transaction.atomic
def settle_site() -> None:
    """Tell Wagtail's row the address that the settings say: the editor and its mails make whole addresses from it."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is not None and {"hostname": site.hostname, "port": site.port} != _host():
        site.hostname, site.port = _host().values()
        site.save()


def _host() -> dict[str, Any]:
    """Where readers find us, in the words of Wagtail's row."""
    parts = urlsplit(settings.BASE_URL)
    return {"hostname": parts.hostname or "localhost", "port": parts.port or (443 if parts.scheme == "https" else 80)}


@transaction.atomic
def open_section(*, title: str, slug: str, intro: str = "") -> SectionPage:
    """Return the section with this slug, making it where there is none yet."""
    front = open_front_page()
    section = SectionPage.objects.child_of(front).called(slug)
    if section is not None:
        return section
    return front.add_child(instance=SectionPage(title=title, slug=slug, intro=intro, show_in_menus=True))


@transaction.atomic
def record_report(
    *, section: SectionPage, story: Story, now: datetime, published_at: datetime | None = None, by: User | None = None
) -> ReportPage:
    """Put a report into the paper as it was elsewhere: a draft, or published at ``published_at``.

    Later than ``now`` it is scheduled. ``story.lead`` takes picture, map, caption and credit; ``story.coverage``, which
    makes it a live report, takes start and end. Tells nobody.
    """
    report = _written(story)
    scheduled = published_at is not None and published_at > now
    report.go_live_at = published_at if scheduled else None
    report.first_published_at = None if scheduled else published_at
    section.add_child(instance=report)
    report.tags.set(list(story.tags))
    revision = report.save_revision(user=by, clean=False)
    if published_at is not None:
        revision.publish(user=by, log_action=False)
    if published_at is not None and not scheduled:
        ReportPage.objects.among([report.pk]).update(last_published_at=published_at)
    report.refresh_from_db()
    return report


def _written(story: Story) -> ReportPage:
    """The report in memory, not yet in the tree."""
    report = ReportPage(
        title=story.headline,
        slug=story.slug,
        kicker=story.kicker,
        standfirst=story.standfirst,
        place=story.place,
        live=False,
        is_live=bool(story.coverage),
        situation=story.situation,
        **{f"lead_{key}": value for key, value in story.lead.items()},
        **{f"coverage_{key}": value for key, value in story.coverage.items()},
    )
    report.body = list(story.body)
    report.bylines = [Byline(author=author, sort_order=place) for place, author in enumerate(story.authors)]
    return report


@transaction.atomic
def publish(*, report: ReportPage, by: User | None, now: datetime) -> ReportPage:
    """Bring out the report as it was last written."""
    report.get_latest_revision_as_object().save_revision(user=by).publish(user=by)
    order_pictures()
    report.refresh_from_db()
    return report


@transaction.atomic
def correct(*, report: ReportPage, text: str, by: User | None, now: datetime) -> Correction:
    """Say in public that we were wrong. Independent of drafts: nothing that is being written is published by it."""
    _require_published(report)
    correction = Correction.objects.create(page=report, text=text, at=now, by=by)
    _state(report, "reports.correct", text, by)
    return correction


@transaction.atomic
def state_update(*, report: ReportPage, text: str, by: User | None, now: datetime) -> Update:
    """Say in public what is new in a report that was right."""
    _require_published(report)
    update = Update.objects.create(page=report, text=text, at=now, by=by)
    _state(report, "reports.update", text, by)
    return update


def _require_published(report: ReportPage) -> None:
    """Raise NotPublished for a report that readers have never seen."""
    if report.first_published_at is None:
        raise NotPublished(f"“{report.title}” was never published.")


def _state(report: ReportPage, action: str, text: str, by: User | None) -> None:
    """Move ``updated`` and write the step into the page's history."""
    report.updated_at = report.stated_change()
    ReportPage.objects.among([report.pk]).update(updated_at=report.updated_at)
    log(instance=report, action=action, user=by, data={"text": text})


@transaction.atomic
def add_live_entry(
    *, report: ReportPage, headline: str, text: str = "", author: Author | None = None, by: User | None, now: datetime
) -> str:
    """Add an entry above the earlier ones and bring it out at once; return its anchor on the page.

    A draft that somebody is writing meanwhile gets the entry too, and stays a draft.
    """
    entry = {"time": now, "headline": headline, "text": text, "author": author}
    key = str(uuid.uuid4())
    published = ReportPage.objects.get(pk=report.pk)
    draft = published.get_latest_revision_as_object() if published.has_unpublished_changes else None
    _insert_entry(published, entry, key)
    published.save_revision(user=by, clean=False).publish(user=by)
    if draft is not None:
        _insert_entry(draft, entry, key)
        draft.save_revision(user=by, clean=False)
    order_pictures()
    report.refresh_from_db()
    return f"entry-{key}"


def _insert_entry(report: ReportPage, entry: dict[str, Any], key: str) -> None:
    """Put the entry before the newest one, or at the end of a body that has none."""
    first = next(
        (place for place, block in enumerate(report.body) if block.block_type == "live_entry"), len(report.body)
    )
    report.body.insert(first, ("live_entry", report.body.stream_block.child_blocks["live_entry"].normalize(entry), key))


def develop_pictures(*, now: datetime, tell: Callable[[str], None] | None = None) -> None:
    """Make the sizes that published pictures lack. `serve` does so by the clock, for whatever was published since."""
    with DARKROOM:
        for picture, sizes in missing():
            develop(picture, sizes)
            if tell is not None:
                tell(picture.title)


@task()
def pictures_wanted() -> None:
    """Make them now rather than at the next tick: somebody has just published."""
    develop_pictures(now=timezone.now())


def order_pictures() -> None:
    """Have missing sizes made once what was published is on disk; nobody waits for them."""
    transaction.on_commit(lambda: pictures_wanted.enqueue())
