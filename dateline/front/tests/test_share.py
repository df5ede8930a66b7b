"""What other sites show for a page of ours."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image
from wagtail.models import Page

from dateline.atlas.models import DrawnMap
from dateline.reports.models import Picture, ReportPage, SectionPage

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the temporary file in which it makes a rendition to the garbage collector.
    pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning"),
]


@pytest.fixture
def report() -> ReportPage:
    section = Page.objects.get(depth=1).add_child(instance=SectionPage(title="Flood", slug="flood-shared"))
    return section.add_child(instance=ReportPage(title="The levee at Halm has broken", slug="levee", place="Halm"))


@pytest.fixture
def river_map() -> DrawnMap:
    return DrawnMap.objects.create(slug="orva", title="Orva", description="d", west=14, south=50, east=15, north=51)


def picture() -> Picture:
    file = BytesIO()
    Image.new("RGB", (1600, 1000), "#336699").save(file, "JPEG")
    return Picture.objects.create(title="Levee", file=ContentFile(file.getvalue(), name="levee.jpg"))


@pytest.mark.parametrize(
    ("suffix", "size"), [("", (1200, 630)), ("-1x1", (1200, 1200)), ("-4x3", (1200, 900)), ("-16x9", (1200, 675))]
)
def test_a_report_without_a_picture_has_its_headline_in_type(
    client: Client, report: ReportPage, suffix: str, size: tuple[int, int]
) -> None:
    response = client.get(f"/share/{report.pk}{suffix}.png")
    assert response["Content-Type"] == "image/png"
    assert Image.open(BytesIO(response.content)).size == size
    assert "public" in response["Cache-Control"]
    assert not response.cookies


def test_a_photograph_goes_before_the_headline_and_a_map_before_both(
    client: Client, report: ReportPage, river_map: DrawnMap
) -> None:
    report.lead_picture = picture()
    report.save()
    photograph = client.get(f"/share/{report.pk}.png")
    assert photograph["Content-Type"] == "image/jpeg"
    assert Image.open(BytesIO(photograph.content)).size == (1200, 630)
    report.lead_map = river_map
    report.save()
    drawn = client.get(f"/share/{report.pk}.png")
    assert drawn["Content-Type"] == "image/png"


def test_a_map_that_a_published_report_leads_with_can_be_seen(
    client: Client, report: ReportPage, river_map: DrawnMap
) -> None:
    assert client.get("/maps/orva.svg").status_code == 404
    report.lead_map = river_map
    report.save()
    assert client.get("/maps/orva.svg").status_code == 200
    ReportPage.objects.update(live=False)
    assert client.get("/maps/orva.svg").status_code == 404


def test_a_photograph_whose_file_is_gone_gives_way_to_the_headline(client: Client, report: ReportPage) -> None:
    report.lead_picture = picture()
    report.save()
    report.lead_picture.file.storage.delete(report.lead_picture.file.name)
    assert client.get(f"/share/{report.pk}.png")["Content-Type"] == "image/png"


def test_a_draft_has_no_share_picture(client: Client, report: ReportPage) -> None:
    report.unpublish()
    assert client.get(f"/share/{report.pk}.png").status_code == 404


@pytest.mark.parametrize("path", ["/share/999999.png", "/share/1-huge.png"])
def test_what_is_not_there_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
