"""The words with which reports are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, tzinfo
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.db.models import Count, F, Max, Min, Prefetch, Q, QuerySet, Window
from django.db.models.functions import RowNumber, Substr, TruncMonth
from wagtail.models import Page, PageManager

from .byline import Byline
from .open_pages import OpenPageQuerySet
from .picture import Picture

if TYPE_CHECKING:
    from .author import Author
    from .situation import SituationPage

NEWS_DAYS = 2  # Google News sitemaps hold articles of the last two days only (its publisher documentation)


def with_authors() -> Prefetch[str]:
    """Bylines with their authors, in two queries for any number of reports."""
    return Prefetch("bylines", queryset=Byline.objects.select_related("author"))


def report_parts() -> tuple[Prefetch[str] | str, ...]:
    """What a report's own page prints more than once."""
    return with_authors(), "corrections", "updates"


def card_parts() -> tuple[Prefetch[str], ...]:
    """What a teaser prints beside the report's own fields, in three queries for any number of reports."""
    return Prefetch("lead_picture", queryset=Picture.objects.prefetch_renditions()), with_authors()


class ReportQuerySet(OpenPageQuerySet):
    """Reads of reports. Whatever readers can reach begins with ``published``."""

    def published(self) -> ReportQuerySet:
        """What readers can see: live, and not in a part of the tree behind a password."""
        return self.live().open_to_all()

    def newest(self) -> ReportQuerySet:
        """By first publication, latest first: a correction does not make a report new."""
        return self.order_by("-first_published_at", "-pk")

    def in_section(self, section: Page) -> ReportQuerySet:
        """Those of one section."""
        return self.child_of(section)

    def newest_of_each(self, sections: Sequence[Page], most: int) -> ReportQuerySet:
        """Up to ``most`` of each of these sections, latest first, in one query for any number of sections."""
        if not sections:
            return self.none()
        place = Window(
            RowNumber(),
            partition_by=Substr("path", 1, len(sections[0].path)),
            order_by=[F("first_published_at").desc(), F("pk").desc()],
        )
        inside = reduce(or_, (Q(path__startswith=section.path) for section in sections))
        return self.filter(inside).annotate(place_in_section=place).filter(place_in_section__lte=most).newest()

    def called(self, slug: str) -> ReportQuerySet:
        """That with this end of its address, whatever its state, with the map above it."""
        return self.filter(slug=slug).with_maps().select_related("situation__ground")

    def of_situation(self, situation: SituationPage, at: datetime) -> ReportQuerySet:
        """Those of a situation that were out at ``at``."""
        return self.filter(situation=situation, first_published_at__lte=at)

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

    def neighbours(self, since: datetime, until: datetime) -> tuple[datetime | None, datetime | None]:
        """When the last came out before ``since``, and when the first did from ``until`` on."""
        moments = self.order_by().aggregate(
            before=Max("first_published_at", filter=Q(first_published_at__lt=since)),
            after=Min("first_published_at", filter=Q(first_published_at__gte=until)),
        )
        return moments["before"], moments["after"]

    def found_by(self, words: str) -> Any:
        """What readers can see in which all ``words`` stand, best first. They must have been through ``search_words``.

        Says Wagtail's ``public``: the search engine cannot look through ours.
        """
        return self.live().public().for_cards().search(words, operator="and")

    def besides(self, *pages: Page | int | None) -> ReportQuerySet:
        """All but these."""
        return self.exclude(pk__in=[getattr(page, "pk", page) for page in pages if page is not None])

    def with_maps(self) -> ReportQuerySet:
        """With the map above each, in the same query."""
        return self.select_related("lead_map")

    def for_cards(self) -> ReportQuerySet:
        """With all that a teaser prints, in a fixed number of queries."""
        return self.with_maps().prefetch_related(*card_parts())

    def for_feeds(self) -> ReportQuerySet:
        """With all that a feed prints: the card's, tags and corrections."""
        return self.for_cards().prefetch_related("corrections", "updates", "tagged_items__tag")


ReportManager = PageManager.from_queryset(ReportQuerySet)
