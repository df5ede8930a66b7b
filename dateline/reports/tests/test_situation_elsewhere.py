"""A situation beyond its own page: feeds, frames on other sites, pictures for shares, and the front page's strip."""

from __future__ import annotations

import io
import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Tree

import pytest
from django.apps import apps
from django.test import Client
from PIL import Image

from dateline.atlas.drawing.sheet import SHAPES
from dateline.atlas.models import DrawnMap
from dateline.delivery.keeping import store
from dateline.delivery.renderer import renderer
from dateline.people.models import User
from dateline.reports.actions import retract
from dateline.reports.models import Claim, ReportPage, SituationPage
from dateline.reports.tests.claims import confirmed, proposed, source

ATOM = "{http://www.w3.org/2005/Atom}"
GEORSS = "{http://www.georss.org/georss}"
BEFORE = "2020-01-01"


@pytest.fixture
def situation(flood: ReportPage) -> SituationPage:
    page = SituationPage(title="The flood", slug="the-flood", standfirst="The river and the town.")
    flood.get_parent().get_parent().add_child(instance=page)
    ReportPage.objects.filter(pk=flood.pk).update(situation=page)
    flood.refresh_from_db()
    return page


@pytest.fixture
def claim(situation: SituationPage, flood: ReportPage, ada_the_editor: User, now: datetime) -> Claim:
    where = {"latitude": 50.0, "longitude": 14.0, "place_name": "Ostrau", "radius_km": 2.0}
    words = {"statement": "Water stands in the mill", "source": source("The mill", "party")}
    return confirmed(flood, ada_the_editor, now - timedelta(days=1), **where, **words)


def entries(client: Client, form: str = "atom") -> list[Tree.Element]:
    answer = client.get(f"/the-flood/feed.{form}")
    assert answer.status_code == 200
    return Tree.fromstring(answer.content).findall(f"{ATOM}entry")


def test_each_claim_is_an_entry_with_its_place(client: Client, claim: Claim, flood: ReportPage, now: datetime) -> None:
    proposed(flood, now, statement="Nobody has confirmed this")
    (entry,) = entries(client)
    assert entry.findtext(f"{ATOM}title", "").endswith(": Water stands in the mill")
    assert entry.find(f"{ATOM}link").get("href", "").endswith(f"/the-flood/#claim-{claim.pk}")  # type: ignore[union-attr]
    assert entry.findtext(f"{GEORSS}point") == "50 14"
    assert client.get("/the-flood/feed.rss").status_code == 200
    (item,) = client.get("/the-flood/feed.json").json()["items"]
    assert "Water stands in the mill" in item["content_html"]


def test_what_becomes_of_a_claim_is_news(client: Client, claim: Claim, ada_the_editor: User, now: datetime) -> None:
    (before,) = entries(client)
    retract(claim=claim, by=ada_the_editor, now=now, correction="It was the other mill.")
    (after,) = entries(client)
    assert before.findtext(f"{ATOM}id") != after.findtext(f"{ATOM}id")
    assert after.findtext(f"{ATOM}title", "").startswith("Taken back by us")
    assert "It was the other mill." in Tree.tostring(after, encoding="unicode")
    assert after.find(f"{GEORSS}point") is None


def test_a_section_keeps_its_feed_and_no_other_page_has_one(client: Client, claim: Claim, flood: ReportPage) -> None:
    section = flood.get_parent()
    assert client.get(f"/{section.slug}/feed.rss").status_code == 200
    assert client.get("/no-such-thing/feed.rss").status_code == 404
    SituationPage.objects.get().unpublish()
    assert client.get("/the-flood/feed.rss").status_code == 404


@pytest.mark.parametrize("part", ["map", "timeline"])
def test_listed_sites_alone_may_frame_it(client: Client, claim: Claim, part: str) -> None:
    sites = apps.get_model("discussion", "Embedding")  # a room beside ours
    sites.objects.create(origins="https://blog.example.org")
    answer = client.get(f"/embed/situations/the-flood/{part}/")
    html = answer.content.decode()
    assert "https://blog.example.org" in answer["Content-Security-Policy"].split("frame-ancestors")[1].split(";")[0]
    assert "X-Frame-Options" not in answer
    assert "Water stands in the mill" in html
    assert 'href="/the-flood/" target="_blank"' in html
    assert ("<svg" in html) == (part == "map")
    assert "frame-ancestors" in html
    assert answer.cookies == {}


def test_only_what_there_is_can_be_framed(client: Client, claim: Claim) -> None:
    assert client.get("/embed/situations/the-flood/ledger/").status_code == 404
    assert client.get("/embed/situations/no/map/").status_code == 404


def test_the_map_is_a_file_that_can_run_nothing(client: Client, claim: Claim) -> None:
    answer = client.get("/the-flood/map-narrow.svg")
    assert answer["Content-Type"].startswith("image/svg+xml")
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")
    assert b"Ostrau" in answer.content


def test_without_a_place_there_is_no_file(client: Client, situation: SituationPage) -> None:
    assert client.get("/the-flood/map-wide.svg").status_code == 404


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_a_share_shows_the_claims(client: Client, claim: Claim, situation: SituationPage, shape: str) -> None:
    answer = client.get(f"/share/{situation.pk}-{shape}.png")
    size = SHAPES[shape]
    assert Image.open(io.BytesIO(answer.content)).size == (size.width, size.height)


def test_a_report_without_a_picture_shares_its_claims(client: Client, claim: Claim, flood: ReportPage) -> None:
    drawn = client.get(f"/share/{flood.pk}.png").content
    Claim.objects.all().delete()
    assert client.get(f"/share/{flood.pk}.png").content != drawn


def test_claims_lie_on_ground_of_ones_own(client: Client, claim: Claim, situation: SituationPage) -> None:
    square = [[13.9, 49.9], [14.1, 49.9], [14.1, 50.1], [13.9, 50.1], [13.9, 49.9]]
    kinds: list[tuple[str, dict[str, Any]]] = [
        ("lake", {"type": "Polygon", "coordinates": [square]}),
        ("confirmed", {"type": "Point", "coordinates": [14.0, 50.0]}),
    ]
    features = [
        {"type": "Feature", "geometry": shape, "properties": {"kind": kind, "label": f"Own {kind}"}}
        for kind, shape in kinds
    ]
    situation.ground = DrawnMap.objects.create(
        title="Ours",
        slug="ours",
        description="A lake.",
        credit="Drawn by us",
        ground=False,
        features={"type": "FeatureCollection", "features": features},
    )
    situation.save()
    svg = client.get("/the-flood/map-wide.svg").content.decode()
    assert "Own lake" in svg
    assert "Own confirmed" not in svg
    assert "Drawn by us" in svg
    assert "GeoNames" not in svg


def test_the_front_page_has_a_strip_of_what_happened_last(
    client: Client, claim: Claim, situation: SituationPage, now: datetime
) -> None:
    html = client.get("/").content.decode()
    assert 'src="/the-flood/map-narrow.svg"' in html
    assert f'href="/the-flood/#claim-{claim.pk}">Water stands in the mill</a>' in html
    situation.ended = now.date()
    situation.save()
    assert "running--situation" not in client.get("/").content.decode()


def test_a_day_that_is_over_is_never_taken_for_now(claim: Claim, settings: Any, tmp_path: Path) -> None:
    settings.DELIVERY_FOLDER = str(tmp_path / "pages")
    store.cache_clear()
    try:
        client = Client()
        assert "Water stands in the mill" in client.get("/the-flood/").content.decode()
        assert store().knows("/the-flood/")
        past = client.get(f"/the-flood/?at={BEFORE}").content.decode()
        assert "Nothing had been said by then." in past
        assert "Water stands in the mill" not in past
        by_place = client.get("/the-flood/?order=where").content.decode()
        assert 'aria-sort="ascending"><a href="?order=where' in by_place
        assert renderer().is_kept("reports:situation_embed")
    finally:
        store.cache_clear()


def test_files_of_a_past_day_hold_just_what_was_known(client: Client, claim: Claim) -> None:
    told = json.loads(client.get(f"/the-flood/claims.json?at={BEFORE}").content)
    assert told["claims"] == []


def test_the_ground_of_a_draft_is_not_shown_below_a_report(
    client: Client, claim: Claim, situation: SituationPage, flood: ReportPage
) -> None:
    lake = [[13.9, 49.9], [14.1, 49.9], [14.1, 50.1], [13.9, 50.1], [13.9, 49.9]]
    shape = {"type": "Polygon", "coordinates": [lake]}
    feature = {"type": "Feature", "geometry": shape, "properties": {"kind": "lake", "label": "Unsaid lake"}}
    features = {"type": "FeatureCollection", "features": [feature]}
    situation.ground = DrawnMap.objects.create(title="Ours", slug="ours", description="A lake.", features=features)
    situation.save()
    assert "Unsaid lake" in client.get(flood.get_url()).content.decode()
    situation.unpublish()
    assert "Unsaid lake" not in client.get(flood.get_url()).content.decode()
