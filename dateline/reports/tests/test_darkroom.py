"""Sizes of pictures are made when something is published, and never while a reader waits."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from dateline.people.models import User
from dateline.reports.actions import Story, develop_pictures, publish, record_report
from dateline.reports.darkroom import SHAPES, missing
from dateline.reports.models import Author, Picture, Rendition, ReportPage, SectionPage

# Wagtail leaves the files of new sizes to the garbage collector.
pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore::ResourceWarning")]

PLACES = ("/", "/region/", "/region/weir/", "/archive/2025/11/", "/feed.rss", "/feed.json", "/authors/ada-vogt/")


@pytest.fixture(autouse=True)
def let_go() -> Iterator[None]:
    """Have the collector run here, where its warning is expected."""
    yield
    gc.collect()


def drawn_file() -> ContentFile:
    """A file as a camera leaves it."""
    file = BytesIO()
    Image.new("RGB", (1000, 700), "#336699").save(file, "JPEG")
    return ContentFile(file.getvalue(), name="weir.jpg")


@pytest.fixture
def weir() -> Picture:
    """A picture wide enough for some sizes and too small for others."""
    return Picture.objects.create(title="Weir", file=drawn_file())


@pytest.fixture
def report(region: SectionPage, ada: Author, weir: Picture, now: datetime) -> ReportPage:
    ada.portrait = weir
    ada.save()
    body = [("picture", {"picture": weir, "caption": "", "credit": "", "width": "text"})]
    story = Story(headline="Weir", slug="weir", authors=[ada], body=body, lead={"picture": weir})
    return record_report(section=region, story=story, now=now, published_at=now)


def test_no_page_makes_a_size_and_each_prints_the_original_meanwhile(
    client: Client, report: ReportPage, weir: Picture
) -> None:
    for place in (*PLACES, weir.get_absolute_url(), f"/share/{report.pk}.png"):
        assert client.get(place).status_code == 200, place
    assert not Rendition.objects.exists()
    page = client.get("/region/weir/").content.decode()
    assert f'height="700" loading="lazy" src="{weir.file.url}" width="1000">' in page


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"description": "Foam below the weir", "caption": "On Friday"}, "Foam below the weir"),
        ({"caption": "On Friday"}, "On Friday"),
        ({}, "Weir"),
    ],
)
def test_a_link_to_the_full_size_always_says_to_what(
    client: Client, report: ReportPage, weir: Picture, now: datetime, known: dict[str, str], said: str
) -> None:
    Picture.objects.filter(pk=weir.pk).update(**known)
    assert client.get("/region/weir/").content.decode().count(f'alt="{said}"') == 2
    develop_pictures(now=now)
    assert client.get("/region/weir/").content.decode().count(f'alt="{said}"') == 2


def test_a_picture_is_put_in_the_drawer_with_its_text_alternative(client: Client, ada_the_editor: User) -> None:
    client.force_login(ada_the_editor)
    sent = {"title": "Weir", "description": "", "file": drawn_file(), "tags": "", "caption": "", "credit": ""}
    refused = client.post("/newsroom/images/add/", sent)
    assert "description" in refused.context["form"].errors
    assert client.post("/newsroom/images/add/", sent | {"description": "Foam", "file": drawn_file()}).status_code == 302
    assert Picture.objects.get().default_alt_text == "Foam"


def test_developed_pictures_are_printed_in_their_sizes(client: Client, report: ReportPage, now: datetime) -> None:
    develop_pictures(now=now)
    made = set(Rendition.objects.values_list("filter_spec", flat=True))
    assert made == {spec for specs in SHAPES.values() for spec in specs}
    page = client.get("/region/weir/").content.decode()
    assert 'type="image/webp"' in page
    assert page.count("fill-1200x") == 3  # in the structured data
    assert not list(missing())


def test_a_draft_costs_nothing(region: SectionPage, weir: Picture, now: datetime) -> None:
    record_report(section=region, story=Story(headline="Later", lead={"picture": weir}), now=now)
    develop_pictures(now=now)
    assert not Rendition.objects.exists()


def test_publishing_orders_them(
    django_capture_on_commit_callbacks: Callable[..., object], region: SectionPage, weir: Picture, now: datetime
) -> None:
    draft = record_report(section=region, story=Story(headline="Now", lead={"picture": weir}), now=now)
    with django_capture_on_commit_callbacks(execute=True):
        publish(report=draft, by=None, now=timezone.now())
    assert Rendition.objects.count() == len(SHAPES["teaser"] + SHAPES["whole"] + SHAPES["share"] + SHAPES["data"])


def test_another_focal_point_cuts_anew(report: ReportPage, weir: Picture, now: datetime) -> None:
    develop_pictures(now=now)
    before = Rendition.objects.get(filter_spec="fill-1200x630|format-jpeg|jpegquality-82").focal_point_key
    weir.focal_point_x, weir.focal_point_y, weir.focal_point_width, weir.focal_point_height = 10, 10, 20, 20
    weir.save()
    develop_pictures(now=now)
    assert Rendition.objects.get(filter_spec="fill-1200x630|format-jpeg|jpegquality-82").focal_point_key != before
    assert not list(missing())


def test_a_broken_file_stops_nobody(
    report: ReportPage, weir: Picture, now: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    weir.file.storage.delete(weir.file.name)
    develop_pictures(now=now)
    develop_pictures(now=now)
    assert caplog.text.count("cannot be read") == 1
