"""The words with which reports are read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Prefetch, Q, QuerySet
from django.db.models.functions import TruncMonth
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from .byline import Byline
from .picture import Picture

if TYPE_CHECKING:
    from .author import Author

NEWS_DAYS = 2  # Google News sitemaps hold articles of the last two days only (its publisher documentation)


def with_authors() -> Prefetch[str]:
    """Bylines with their authors, in two queries for any number of reports."""
    return Prefetch("bylines", queryset=Byline.objects.select_related("author"))


def report_parts() -> tuple[Prefetch[str] | str, ...]:
    """What a report's own page prints more than once."""
    return with_authors(), "corrections", "updates"


class ReportQuerySet(PageQuerySet):
    """Reads of reports. Whatever readers can reach begins with ``published``."""

    def published(self) -> ReportQuerySet:
        """What readers can see: live, and not in a part of the tree behind a password."""
        return self.live().public()

    def newest(self) -> ReportQuerySet:
        """By first publication, latest first: a correction does not make a report new."""
        return self.order_by("-first_published_at", "-pk")

    def in_section(self, section: Page) -> ReportQuerySet:
        """Those of one section."""
        return self.child_of(section)

    def by_author(self, author: Author) -> ReportQuerySet:
        """Those under one author's name."""
        return self.filter(pk__in=Byline.objects.filter(author=author).values("page_id"))

    def tagged(self, slug: str) -> ReportQuerySet:
        """Those with one tag."""
        return self.filter(tagged_items__tag__slug=slug)

    def between(self, since: datetime, until: datetime) -> ReportQuerySet:
        """Those first published from ``since`` on and before ``until``."""
        return self.filter(first_published_at__gte=since, first_published_at__lt=until)

    def recent_news(self, now: datetime) -> ReportQuerySet:
        """Those that a news sitemap may still name."""
        return self.filter(first_published_at__gt=now - timedelta(days=NEWS_DAYS))

    def among(self, keys: Iterable[int]) -> ReportQuerySet:
        """Those with these keys."""
        return self.filter(pk__in=list(keys))

    def sharing_tags(self, tags: Iterable[int]) -> ReportQuerySet:
        """Those with any of these tags, most in common first."""
        shared = self.filter(tagged_items__tag__in=list(tags)).annotate(in_common=Count("tagged_items"))
        return shared.order_by("-in_common", "-first_published_at")

    def running(self) -> ReportQuerySet:
        """Live reports whose coverage goes on."""
        return self.filter(is_live=True, coverage_end__isnull=True)

    def with_unpublished_words(self) -> ReportQuerySet:
        """Drafts, and published reports with changes that are not out."""
        return self.filter(Q(live=False) | Q(has_unpublished_changes=True))

    def months(self, zone: tzinfo) -> QuerySet[Any]:
        """Rows of ``month`` (its first day in ``zone``) and ``count``, latest first."""
        by_month = self.order_by().annotate(month=TruncMonth("first_published_at", tzinfo=zone)).values("month")
        return by_month.annotate(count=Count("pk")).order_by("-month")

    def found_by(self, words: str) -> Any:
        """Those in which all ``words`` stand, best first. The words must have been through ``search_words``."""
        return self.for_cards().search(words, operator="and")

    def besides(self, *pages: Page | int | None) -> ReportQuerySet:
        """All but these."""
        return self.exclude(pk__in=[getattr(page, "pk", page) for page in pages if page is not None])

    def for_cards(self) -> ReportQuerySet:
        """With all that a teaser prints, in a fixed number of queries."""
        return self.select_related("lead_map").prefetch_related(
            Prefetch("lead_picture", queryset=Picture.objects.prefetch_renditions()),
            with_authors(),
        )

    def for_feeds(self) -> ReportQuerySet:
        """With all that a feed prints: the card's, tags and corrections."""
        return self.for_cards().prefetch_related("corrections", "updates", "tagged_items__tag")


ReportManager = PageManager.from_queryset(ReportQuerySet)
