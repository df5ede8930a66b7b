"""What is not published is nowhere."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from wagtail.models import PageViewRestriction, ReferenceIndex

from dateline.reports.actions import Story, develop_pictures, record_report
from dateline.reports.models import Picture, ReportPage, SectionPage

from .conftest import SECRET

EVERYWHERE = [
    "/",
    "/region/",
    "/region/the-lume-rises/",
    "/authors/",
    "/authors/ada-vogt/",
    "/tags/flood/",
    "/archive/",
    "/archive/2025/11/",
    "/search/?q=plan",
    "/search/?q=flood",
    "/corrections/",
    "/sitemap.xml",
    "/news-sitemap.xml",
    *[f"{where}feed.{form}" for where in ("/", "/region/", "/authors/ada-vogt/") for form in ("rss", "atom", "json")],
]


@pytest.fixture
def let_go() -> Iterator[None]:
    """Wagtail leaves a rendition's temporary file to the collector; have it collected here, not in another test."""
    yield
    gc.collect()


wagtail_leaves_files = pytest.mark.filterwarnings("ignore::ResourceWarning")


def picture(title: str) -> Picture:
    """A small grey picture."""
    drawn = BytesIO()
    Image.new("RGB", (64, 48), "grey").save(drawn, "PNG")
    return Picture.objects.create(title=title, file=SimpleUploadedFile(f"{title}.png", drawn.getvalue(), "image/png"))


@pytest.mark.parametrize("address", EVERYWHERE)
def test_a_draft_is_nowhere(client: Client, flood: ReportPage, draft: ReportPage, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert SECRET not in response.content.decode()


@pytest.mark.parametrize("address", EVERYWHERE)
def test_a_public_page_sets_no_cookie(client: Client, flood: ReportPage, address: str) -> None:
    response = client.get(address)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_an_author_of_drafts_alone_has_no_page(client: Client, draft: ReportPage) -> None:
    assert client.get("/authors/unsaid/").status_code == 404
    assert client.get("/authors/unsaid/feed.rss").status_code == 404


def test_a_tag_of_drafts_alone_has_no_page(client: Client, draft: ReportPage) -> None:
    assert client.get(f"/tags/{SECRET.lower()}/").status_code == 404


def test_a_report_behind_a_password_is_in_no_list(client: Client, flood: ReportPage) -> None:
    flood.view_restrictions.create(restriction_type="password", password="water")
    for address in ("/", "/region/", "/feed.rss", "/sitemap.xml", "/search/?q=lume"):
        assert "The Lume rises" not in client.get(address).content.decode(), address


def test_a_report_taken_back_is_gone(client: Client, flood: ReportPage) -> None:
    flood.unpublish()
    response = client.get("/region/the-lume-rises/")
    assert response.status_code == 410
    assert "The Lume rises" not in response.content.decode()


@wagtail_leaves_files
@pytest.mark.usefixtures("let_go")
def test_a_drafts_picture_has_no_page_until_it_is_out(client: Client, region: SectionPage, now: datetime) -> None:
    shown, hidden = picture("shown"), picture("hidden")
    record_report(section=region, story=Story(headline="Out", lead={"picture": shown}), now=now, published_at=now)
    record_report(section=region, story=Story(headline="Not out", lead={"picture": hidden}), now=now)
    assert client.get(f"/pictures/{shown.pk}/").status_code == 200
    assert client.get(f"/pictures/{hidden.pk}/").status_code == 404


@wagtail_leaves_files
@pytest.mark.usefixtures("let_go")
def test_a_lead_opens_before_the_index_of_references_knows_it(
    client: Client, region: SectionPage, now: datetime
) -> None:
    shown = picture("lead")
    record_report(section=region, story=Story(headline="Out", lead={"picture": shown}), now=now, published_at=now)
    ReferenceIndex.objects.all().delete()
    assert client.get(f"/pictures/{shown.pk}/").status_code == 200


@wagtail_leaves_files
@pytest.mark.usefixtures("let_go")
def test_a_picture_in_the_body_opens_full_size(client: Client, region: SectionPage, now: datetime) -> None:
    shown = picture("bridge")
    body = [("picture", {"picture": shown, "caption": "The old bridge", "credit": "Ada", "width": "wide"})]
    record_report(section=region, story=Story(headline="Seen", body=body), now=now, published_at=now)
    develop_pictures(now=now)
    page = client.get("/region/seen/").content.decode()
    assert f'href="/pictures/{shown.pk}/"' in page
    assert "The old bridge" in page
    assert "srcset=" in page
    assert client.get(f"/pictures/{shown.pk}/").status_code == 200


def test_what_stands_behind_a_password_is_nowhere(client: Client, flood: ReportPage) -> None:
    PageViewRestriction.objects.create(page=flood, restriction_type=PageViewRestriction.PASSWORD, password="key")
    for address in ("/", "/region/", "/feed.rss", "/sitemap.xml", "/tags/flood/", "/search/?q=flood"):
        assert flood.title not in client.get(address).content.decode(), address


def test_nor_is_what_stands_in_a_section_behind_one(client: Client, region: SectionPage, flood: ReportPage) -> None:
    PageViewRestriction.objects.create(page=region, restriction_type=PageViewRestriction.LOGIN)
    for address in ("/", "/feed.rss", "/sitemap.xml", "/tags/flood/", "/search/?q=flood"):
        page = client.get(address).content.decode()
        assert flood.title not in page, address
        assert "/region/" not in page, address
