"""Sitemaps (sitemaps.org 0.9), and Google's extension for news: two days, a thousand articles (its documentation)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree as Tree

from django.urls import reverse
from wagtail.models import Page

from dateline.lib.feeds.document import document
from dateline.people.moments import stamp

from .addresses import absolute
from .models import Author, ReportPage, SectionPage

if TYPE_CHECKING:
    from dateline.people.models import Newsroom

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
MOST = 50_000
MOST_NEWS = 1_000
FIXED = ("reports:authors", "reports:archive", "reports:corrections")


def sitemap_xml() -> bytes:
    """Every address that readers can reach, with the last stated change of each report."""
    root = Tree.Element("urlset", xmlns=SITEMAP)
    for report in ReportPage.objects.published().newest()[: MOST - 1_000]:
        _address(root, report.canonical_url, report.modified_at)
    for page in Page.objects.live().public().not_type(ReportPage, SectionPage).filter(depth__gt=1):
        _address(root, absolute(page.url or "/"))
    for section in SectionPage.objects.published().with_something_to_read():
        _address(root, absolute(section.url or "/"))
    for name in FIXED:
        _address(root, absolute(reverse(name)))
    for author in Author.objects.published().by_name():
        _address(root, absolute(author.get_absolute_url()))
    return document(root)


def news_sitemap_xml(*, newsroom: Newsroom, now: datetime) -> bytes:
    """What came out in the last two days."""
    Tree.register_namespace("news", NEWS)
    root = Tree.Element("urlset", xmlns=SITEMAP)
    for report in ReportPage.objects.published().recent_news(now).newest()[:MOST_NEWS]:
        news = Tree.SubElement(_address(root, report.canonical_url), f"{{{NEWS}}}news")
        publication = Tree.SubElement(news, f"{{{NEWS}}}publication")
        Tree.SubElement(publication, f"{{{NEWS}}}name").text = newsroom.name
        Tree.SubElement(publication, f"{{{NEWS}}}language").text = newsroom.language.split("-")[0]
        Tree.SubElement(news, f"{{{NEWS}}}publication_date").text = stamp(report.first_published_at)
        Tree.SubElement(news, f"{{{NEWS}}}title").text = report.title
    return document(root)


def _address(root: Tree.Element, address: str, changed: datetime | None = None) -> Tree.Element:
    """One address."""
    url = Tree.SubElement(root, "url")
    Tree.SubElement(url, "loc").text = address
    if changed is not None:
        Tree.SubElement(url, "lastmod").text = stamp(changed)
    return url
