"""What readers, their programs and search engines get of a report's claims."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from typing import Any
from xml.etree import ElementTree as Tree

import pytest
from django.test import Client

from dateline.people.models import User
from dateline.reports.actions import dispute, retract, supersede
from dateline.reports.models import ReportPage
from dateline.reports.shown import of_report
from dateline.reports.tests.claims import confirmed, proposed, source

GEORSS = "{http://www.georss.org/georss}"
ATOM = "{http://www.w3.org/2005/Atom}"
QUOTE = "The river rose overnight."


@pytest.fixture
def placed(flood: ReportPage, ada_the_editor: User, now: datetime) -> ReportPage:
    """The flood with one claim, placed and sourced."""
    confirmed(
        flood,
        ada_the_editor,
        now - timedelta(days=2),
        quote=QUOTE,
        statement="The Lume rose above its mark",
        place_name="Old bridge",
        latitude=50.17123456,
        longitude=14.2,
        where_precision="exact",
        source=source(),
    )
    return flood


def page_of(client: Client, report: ReportPage) -> str:
    return client.get(report.get_url()).content.decode()


def node_of(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert found
    return json.loads(found[1])


def test_a_number_stands_behind_the_sentence_and_leads_to_the_entry(client: Client, placed: ReportPage) -> None:
    html = page_of(client, placed)
    [claim] = of_report(placed.pk, placed.claims.get().made_at)
    assert re.search(rf'overnight\.<a class="claim-mark claim-mark--reported"[^>]* href="#{claim.anchor}"', html)
    assert f'id="{claim.anchor}"' in html
    assert "Reported by River authority" in html
    assert "Old bridge" in html


def test_a_report_without_claims_says_nothing_of_them(client: Client, flood: ReportPage, now: datetime) -> None:
    proposed(flood, now, quote=QUOTE)
    html = page_of(client, flood)
    assert "claim-mark" not in html
    assert "claims.css" not in html
    assert "hasPart" not in html


def test_contradicting_claims_name_each_other(client: Client, placed: ReportPage, ada_the_editor, now) -> None:
    other = confirmed(
        placed, ada_the_editor, now - timedelta(days=1), statement="It fell", source=source("Mill", "party")
    )
    dispute(claim=other, by=ada_the_editor, now=now - timedelta(hours=1), why="Gauge", against=[placed.claims.first()])
    html = page_of(client, placed)
    assert html.count("Contradicted by number") == 2
    assert "Disputed; said by Mill" in html


def test_what_is_taken_back_is_struck_and_corrected_everywhere(client: Client, placed, ada_the_editor, now) -> None:
    claim = placed.claims.get()
    retract(claim=claim, by=ada_the_editor, now=now - timedelta(hours=1), correction="The gauge was broken.")
    html = page_of(client, placed)
    assert "<s>The Lume rose above its mark</s>" in html
    assert "Taken back by us" in html
    node = node_of(html)
    assert node["correction"][0]["text"] == "The gauge was broken."
    assert node["hasPart"][0]["creativeWorkStatus"] == "Retracted"
    for address in ("/corrections/", "/feed.rss", "/feed.atom", "/feed.json"):
        assert "The gauge was broken." in client.get(address).content.decode(), address


def test_the_later_claim_is_named(client: Client, placed: ReportPage, ada_the_editor, now: datetime) -> None:
    later = confirmed(placed, ada_the_editor, now - timedelta(hours=2), statement="It fell again")
    supersede(claim=placed.claims.get(statement__contains="rose"), later=later, by=ada_the_editor, now=now)
    assert "What holds now:" in page_of(client, placed)


def test_structured_data_say_who_when_and_where(client: Client, placed: ReportPage, now: datetime) -> None:
    [claim] = node_of(page_of(client, placed))["hasPart"]
    assert claim["@type"] == "Claim"
    assert claim["text"] == "The Lume rose above its mark"
    assert claim["creator"] == {"@type": "Organization", "name": "River authority"}
    assert claim["temporalCoverage"] == "2025-11-12"
    assert claim["contentLocation"]["geo"] == {"@type": "GeoCoordinates", "latitude": 50.17123, "longitude": 14.2}
    assert claim["@id"].startswith("http://127.0.0.1:8000/region/the-lume-rises/#claim-")


def test_feeds_say_where(client: Client, placed: ReportPage, ada_the_editor, now: datetime) -> None:
    item = Tree.fromstring(client.get("/feed.rss").content).find("channel/item")
    assert item is not None
    assert item.findtext(f"{GEORSS}point") == "50.1712 14.2"
    entry = Tree.fromstring(client.get("/feed.atom").content).find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{GEORSS}featurename") == "Old bridge"
    [place] = json.loads(client.get("/feed.json").content)["items"][0]["_places"]
    assert place["geometry"]["coordinates"] == [14.2, 50.17123]
    confirmed(placed, ada_the_editor, now - timedelta(days=1), latitude=51.0, longitude=15.0, radius_km=3)
    item = Tree.fromstring(client.get("/feed.rss").content).find("channel/item")
    assert item is not None
    assert item.findtext(f"{GEORSS}box") == "50.1712 14.2 51 15"


def test_three_hundred_claims_ask_no_more_than_one(
    client: Client, flood: ReportPage, ada_the_editor, now, django_assert_max_num_queries
) -> None:
    for number in range(40):
        confirmed(flood, ada_the_editor, now - timedelta(hours=1), statement=f"Claim {number}", source=source())
    with django_assert_max_num_queries(26):
        page_of(client, flood)


def test_what_somebody_denies_is_no_assertion_of_theirs(
    client: Client, flood: ReportPage, ada_the_editor: User, now: datetime
) -> None:
    words = {"statement": "Its line had started the fire.", "source": source("The power company", "party")}
    where = {"latitude": 50.0, "longitude": 14.0, "place_name": "Ostrau"}
    confirmed(flood, ada_the_editor, now, modality="denied", **words, **where)
    html = client.get(flood.get_url()).content.decode()
    assert "Denied by The power company" in html
    assert "Claimed by The power company" not in html
    assert "claims-map" not in html, "a map shows what is said to have happened"
