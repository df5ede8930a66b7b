"""What search engines read is in schema.org's vocabulary (as rdflib ships it) and says what the page says.

rdflib knows which terms exist, not which type may carry which: the second half is held by ``CARRIES``, written by hand
from the types' pages on schema.org for the few types in use. What Thing and CreativeWork carry holds for their kin.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.test import Client
from rdflib.namespace import SDO

from dateline.reports.actions import Story, add_live_entry, correct, record_report
from dateline.reports.models import Author, ReportPage, SectionPage

THING = {"name", "description", "url", "image", "mainEntityOfPage"}
WORK = THING | {
    *(
        "headline",
        "datePublished",
        "dateModified",
        "author",
        "publisher",
        "keywords",
        "inLanguage",
        "text",
        "correction",
    ),
    *("isAccessibleForFree", "contentLocation"),
}
ARTICLE = WORK | {"articleSection", "articleBody"}
CARRIES = {
    "NewsArticle": ARTICLE | {"dateline"},
    "BlogPosting": ARTICLE,
    "LiveBlogPosting": ARTICLE | {"coverageStartTime", "coverageEndTime", "liveBlogUpdate"},
    "CorrectionComment": WORK,
    "Person": THING | {"jobTitle"},
    "Place": THING,
    "NewsMediaOrganization": THING | {"correctionsPolicy", "ethicsPolicy", "logo"},
    "ImageObject": WORK,
}


def data_of(client: Client, address: str) -> dict[str, Any]:
    """The structured data of a page."""
    page = client.get(address).content.decode()
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert len(found) == 1
    return json.loads(found[0])


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every typed thing within."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from nodes(part)


def assert_in_vocabulary(data: dict[str, Any]) -> None:
    """Every type and property exists in schema.org, and the type may carry the property."""
    assert data["@context"] == "https://schema.org"
    for node in nodes(data):
        kind = node["@type"]
        assert kind in SDO, kind
        for term in set(node) - {"@context", "@type"}:
            assert term in SDO, term
            assert term in CARRIES[kind], (kind, term)


def test_a_report_is_a_news_article(client: Client, flood: ReportPage, now: datetime) -> None:
    correct(report=flood, text="It was the new bridge.", by=None, now=now)
    data = data_of(client, "/region/the-lume-rises/")
    assert_in_vocabulary(data)
    assert data["@type"] == "NewsArticle"
    assert data["datePublished"] == "2025-11-13T10:30:00+01:00"
    assert data["dateModified"] == "2025-11-14T10:30:00+01:00"
    assert data["author"] == [
        {"@type": "Person", "name": "Ada Vogt", "url": "http://127.0.0.1:8000/authors/ada-vogt/", "jobTitle": "Editor"}
    ]
    assert data["publisher"]["correctionsPolicy"].endswith("/corrections/")
    assert data["correction"][0]["text"] == "It was the new bridge."
    assert data["contentLocation"]["name"] == data["dateline"] == "Ostrau"
    assert data["image"] == [flood.share_image_url]


def test_a_live_report_is_a_live_blog(client: Client, live_flood: ReportPage, ada: Author, now: datetime) -> None:
    anchor = add_live_entry(report=live_flood, headline="Dam holds", text="<p>Yes.</p>", author=ada, by=None, now=now)
    data = data_of(client, "/region/live-the-flood/")
    assert_in_vocabulary(data)
    assert data["@type"] == "LiveBlogPosting"
    assert data["coverageStartTime"] == "2025-11-14T08:30:00+01:00"
    (entry,) = data["liveBlogUpdate"]
    assert (entry["headline"], entry["articleBody"]) == ("Dam holds", "Yes.")
    assert entry["url"] == f"{live_flood.canonical_url}#{anchor}"


def test_no_headline_can_leave_its_script(client: Client, region: SectionPage, now: datetime) -> None:
    story = Story(headline="</script><script>alert(1)</script>", slug="sly")
    record_report(section=region, story=story, now=now, published_at=now)
    assert data_of(client, "/region/sly/")["headline"] == story.headline
    assert "<script>alert" not in client.get("/region/sly/").content.decode()


def test_shares_have_one_address_and_one_picture(client: Client, flood: ReportPage) -> None:
    page = client.get("/region/the-lume-rises/?utm_source=x").content.decode()
    assert '<link rel="canonical" href="http://127.0.0.1:8000/region/the-lume-rises/">' in page
    assert f'<meta property="og:image" content="{flood.share_image_url}">' in page
    assert page.count('rel="canonical"') == 1
