"""Other programs read us: RSS, Atom, JSON Feed, sitemaps."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree as Tree

import pytest
from django.test import Client
from django.utils import timezone

from dateline.people.models import Newsroom, User
from dateline.reports.actions import Story, dispute, record_report
from dateline.reports.addresses import with_whole_links
from dateline.reports.models import Author, Claim, ReportPage, SectionPage
from dateline.reports.shown import of_reports
from dateline.reports.sitemaps import NEWS, SITEMAP, news_sitemap_xml
from dateline.reports.tests.claims import confirmed

ATOM = "{http://www.w3.org/2005/Atom}"
FULL = "{http://purl.org/rss/1.0/modules/content/}encoded"
WHERE = ["/", "/region/", "/authors/ada-vogt/"]


@pytest.mark.parametrize("where", WHERE)
def test_rss_has_the_full_text_with_whole_addresses(client: Client, flood: ReportPage, where: str) -> None:
    response = client.get(f"{where}feed.rss")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Content-Type"].startswith("application/rss+xml")
    (item,) = Tree.fromstring(response.content).findall("channel/item")
    assert item.findtext("link") == "http://127.0.0.1:8000/region/the-lume-rises/"
    assert parsedate_to_datetime(item.findtext("pubDate") or "") == flood.first_published_at
    text = item.findtext(FULL) or ""
    assert "We carried the piano first." in text
    assert 'href="http://127.0.0.1:8000/corrections/"' in text
    assert {category.text for category in item.findall("category")} == {"flood", "Lume"}


@pytest.mark.parametrize("where", WHERE)
def test_atom_has_what_its_rule_asks_for(client: Client, flood: ReportPage, where: str) -> None:
    response = client.get(f"{where}feed.atom")
    root = Tree.fromstring(response.content)
    for element in ("id", "title", "updated", "author", "link"):
        assert root.find(f"{ATOM}{element}") is not None, element
    (entry,) = root.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}published") == entry.findtext(f"{ATOM}updated") == "2025-11-13T10:30:00+01:00"
    assert "piano" in (entry.findtext(f"{ATOM}content") or "")


@pytest.mark.parametrize("where", WHERE)
def test_json_feed_has_what_its_rule_asks_for(client: Client, flood: ReportPage, where: str) -> None:
    response = client.get(f"{where}feed.json")
    feed = json.loads(response.content)
    assert response["Content-Type"].startswith("application/feed+json")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"http://127.0.0.1:8000{where}feed.json"
    (item,) = feed["items"]
    assert item["id"] == item["url"]
    assert item["authors"] == [{"name": "Ada Vogt", "url": "http://127.0.0.1:8000/authors/ada-vogt/"}]


def test_a_feed_without_reports_is_still_a_feed(client: Client, region: SectionPage) -> None:
    for form in ("rss", "atom"):
        Tree.fromstring(client.get(f"/region/feed.{form}").content)
    assert json.loads(client.get("/region/feed.json").content)["items"] == []


def test_a_control_sign_in_a_headline_breaks_no_feed(client: Client, region: SectionPage, now: datetime) -> None:
    story = Story(headline="Bell \x07 & <b>", slug="bell")
    record_report(section=region, story=story, now=now, published_at=now)
    for address in ("/feed.rss", "/feed.atom", "/sitemap.xml"):
        Tree.fromstring(client.get(address).content)


def test_a_control_sign_in_any_name_breaks_no_feed(
    client: Client, flood: ReportPage, region: SectionPage, ada: Author, newsroom: Newsroom
) -> None:
    Newsroom.objects.update(name="The\x0b Courier", tagline="Since\x08 1902")
    Author.objects.update(name="Ada\x1f Vogt")
    SectionPage.objects.update(title="Reg\x0cion")
    for address in ("/feed", "/region/feed", f"/authors/{ada.slug}/feed"):
        for form in ("rss", "atom"):
            Tree.fromstring(client.get(f"{address}.{form}").content)
    Tree.fromstring(client.get("/news-sitemap.xml").content)


def test_unknown_feeds_are_not_found(client: Client, region: SectionPage) -> None:
    for address in ("/feed.xml", "/nowhere/feed.rss", "/authors/nobody/feed.json"):
        assert client.get(address).status_code == 404, address


def test_the_sitemap_names_what_readers_can_reach(client: Client, flood: ReportPage) -> None:
    root = Tree.fromstring(client.get("/sitemap.xml").content)
    addresses = {url.findtext(f"{{{SITEMAP}}}loc"): url.findtext(f"{{{SITEMAP}}}lastmod") for url in root}
    assert addresses["http://127.0.0.1:8000/region/the-lume-rises/"] == "2025-11-13T10:30:00+01:00"
    assert {"http://127.0.0.1:8000/", "http://127.0.0.1:8000/region/"} <= set(addresses)
    assert "http://127.0.0.1:8000/authors/ada-vogt/" in addresses


def test_the_news_sitemap_forgets_after_two_days(flood: ReportPage, newsroom, now: datetime) -> None:
    def titles(at: datetime) -> list[str | None]:
        return [
            title.text
            for title in Tree.fromstring(news_sitemap_xml(newsroom=newsroom, now=at)).iter(f"{{{NEWS}}}title")
        ]

    assert titles(now) == ["The Lume rises"]
    assert titles(now + timedelta(days=1, seconds=1)) == []
    assert titles(datetime(2030, 1, 1, tzinfo=UTC)) == []


def test_links_in_feeds_are_whole() -> None:
    base = "https://paper.example/region/flood/"
    html = '<a href="/x/">a</a><a href="#entry-1">b</a><a href="https://other.example/">c</a><a href="//cdn/">d</a>'
    whole = with_whole_links(html, base)
    assert 'href="https://paper.example/x/"' in whole
    assert 'href="https://paper.example/region/flood/#entry-1"' in whole
    assert 'href="https://other.example/"' in whole


def test_a_report_s_entry_has_its_claims_as_a_list(client: Client, flood: ReportPage, ada_the_editor: User) -> None:
    confirmed(flood, ada_the_editor, timezone.now(), statement="Water stands at the bridge")
    (entry,) = client.get("/region/feed.json").json()["items"]
    assert "Water stands at the bridge" in entry["content_html"].split("<ol>")[1]


def test_claims_of_several_reports_are_numbered_in_each(
    client: Client, flood: ReportPage, live_flood: ReportPage, ada_the_editor: User, now: datetime
) -> None:
    for report in (flood, live_flood):
        one = confirmed(report, ada_the_editor, now, statement="Water stands in the mill")
        other = confirmed(report, ada_the_editor, now, statement="The mill is dry")
        dispute(claim=one, by=ada_the_editor, now=now, why="The miller says so.", against=[other])
    for item in client.get("/feed.json").json()["items"]:
        assert f"#claim-{Claim.objects.filter(report__title=item['title']).first().pk}" in item["content_html"]
    shown = of_reports([flood.pk, live_flood.pk], timezone.now())
    assert {report: [(claim.number, claim.beside) for claim in claims] for report, claims in shown.items()} == {
        flood.pk: [(1, (2,)), (2, (1,))],
        live_flood.pk: [(1, (2,)), (2, (1,))],
    }
