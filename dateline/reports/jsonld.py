"""Structured data in schema.org's vocabulary: NewsArticle, and LiveBlogPosting for a live report.

Properties asked for by Google's article and live blog documentation come first; correctionsPolicy, ethicsPolicy and
CorrectionComment are the Trust Project's terms within schema.org.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe

from dateline.people.moments import stamp

from .addresses import absolute
from .claims_ld import about_claims
from .darkroom import ready

if TYPE_CHECKING:
    from datetime import datetime

    from dateline.people.models import Newsroom

    from .models import Author, Correction, ReportPage
    from .shown import Shown

Node = dict[str, Any]
# What could end the element or start another one, written as JSON escapes.
ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def as_script(page: ReportPage, newsroom: Newsroom, claims: Sequence[Shown] = ()) -> SafeString:
    """The element that carries the data; nothing in it can leave it."""
    return script_of(report_node(page, newsroom, claims))


def script_of(node: Node) -> SafeString:
    """The element for one node."""
    text = json.dumps(node, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


def report_node(page: ReportPage, newsroom: Newsroom, claims: Sequence[Shown] = ()) -> Node:
    """A report as NewsArticle, or as LiveBlogPosting with its entries, and the claims in it."""
    node: Node = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting" if page.is_live else "NewsArticle",
        "headline": page.title,
        "description": page.summary,
        "url": page.canonical_url,
        "mainEntityOfPage": page.canonical_url,
        "datePublished": moment(page.first_published_at),
        "dateModified": moment(page.modified_at),
        "author": [author_node(byline.author) for byline in page.bylines.all()],
        "publisher": publisher_node(newsroom),
        "image": image_list(page),
        "articleSection": page.section.title,
        "keywords": [tag.name for tag in page.tag_list],
        "inLanguage": newsroom.language,
        "isAccessibleForFree": True,
        "correction": [correction_node(row) for row in page.corrections.all()],
        "contentLocation": {"@type": "Place", "name": page.place} if page.place else None,
    }
    node |= live_terms(page) if page.is_live else {"dateline": page.place}
    node |= about_claims(page, claims)
    return {key: value for key, value in node.items() if value not in (None, "", [])}


def live_terms(page: ReportPage) -> Node:
    """What makes it a live blog: when coverage ran, and each entry."""
    return {
        "coverageStartTime": moment(page.coverage_start or page.first_published_at),
        "coverageEndTime": moment(page.coverage_end),
        "liveBlogUpdate": [entry_node(page, block) for block in page.body if block.block_type == "live_entry"],
    }


def entry_node(page: ReportPage, block: Any) -> Node:
    """One live entry, under its own address."""
    node: Node = {
        "@type": "BlogPosting",
        "headline": block.value["headline"],
        "datePublished": stamp(block.value["time"]),
        "url": f"{page.canonical_url}#entry-{block.id}",
        "articleBody": strip_tags(str(block.value["text"])) or block.value["headline"],
    }
    author = block.value["author"]
    return node | ({"author": author_node(author)} if author else {})


def author_node(author: Author) -> Node:
    """Who wrote it."""
    node = {"@type": "Person", "name": author.name, "url": absolute(author.get_absolute_url())}
    return node | ({"jobTitle": author.role} if author.role else {})


def publisher_node(newsroom: Newsroom) -> Node:
    """Who answers for it."""
    node: Node = {
        "@type": "NewsMediaOrganization",
        "name": newsroom.name,
        "url": absolute("/"),
        "correctionsPolicy": absolute(reverse("reports:corrections")),
    }
    if newsroom.logo:
        node["logo"] = {"@type": "ImageObject", "url": absolute(newsroom.logo.url)}
    if newsroom.ethics_page and newsroom.ethics_page.live:
        node["ethicsPolicy"] = absolute(newsroom.ethics_page.url or "/")
    return node


def correction_node(correction: Correction) -> Node:
    """What was put right, and when."""
    return {"@type": "CorrectionComment", "text": correction.text, "datePublished": stamp(correction.at)}


def image_list(page: ReportPage) -> list[str]:
    """The lead picture in three shapes; without one, or until they are made, the share image."""
    shapes = ready(page.lead_picture, "data") if page.lead_picture else []
    return [absolute(rendition.url) for rendition in shapes] or [page.share_image_url]


def moment(at: datetime | None) -> str | None:
    """The instant for machines; None, which is left out, where there is none."""
    return stamp(at) if at else None
