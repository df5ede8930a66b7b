"""Each kind of block prints what an editor put in, and nothing runs from it."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents.models import Document

from dateline.atlas.models import DrawnMap
from dateline.reports.actions import Story, record_report
from dateline.reports.models import SectionPage


@pytest.fixture
def river_map(db: None) -> DrawnMap:
    """A map of the flood."""
    return DrawnMap.objects.create(
        title="Where the water stands",
        slug="water",
        caption="The old town on Friday.",
        credit="Map: Ada",
        description="The river runs from south to north.",
        west=14.0,
        south=51.0,
        east=14.2,
        north=51.2,
    )


def page_of(client: Client, section: SectionPage, now: datetime, **story: object) -> str:
    """The page of a report made of this."""
    record_report(section=section, story=Story(headline="Blocks", **story), now=now, published_at=now)  # type: ignore[arg-type]
    response = client.get("/region/blocks/")
    assert response.status_code == 200
    return response.content.decode()


def test_a_lead_map_is_drawn_and_opens_full_size(
    client: Client, region: SectionPage, river_map: DrawnMap, now: datetime
) -> None:
    page = page_of(client, region, now, lead={"map": river_map, "caption": "Seen from above."})
    assert 'class="drawn-map"' in page
    assert 'href="/maps/water/"' in page
    assert "Seen from above." in page
    assert "Map: Ada" in page


def test_a_map_stands_in_the_body(client: Client, region: SectionPage, river_map: DrawnMap, now: datetime) -> None:
    page = page_of(client, region, now, body=[("map", {"map": river_map, "width": "wide"})])
    assert 'class="drawn-map"' in page
    assert "The old town on Friday." in page


@pytest.mark.parametrize(("kind", "element"), [("audio", "<audio"), ("video", "<video"), ("file", "<a href")])
def test_our_own_media_are_played_from_here(
    client: Client, region: SectionPage, now: datetime, kind: str, element: str
) -> None:
    file = Document.objects.create(title="Siren", file=ContentFile(b"x", "siren.ogg"))
    body = [("media", {"kind": kind, "file": file, "transcript": "A siren."})]
    page = page_of(client, region, now, body=body)
    assert element in page
    assert file.url in page
    assert "A siren." in page


def test_words_in_blocks_stay_words(client: Client, region: SectionPage, now: datetime) -> None:
    sly = "<img src=x onerror=alert(1)>"
    body = [
        ("heading", sly),
        ("quote", {"text": sly, "source": sly}),
        ("pull_fact", {"figure": sly, "text": sly, "source": sly}),
    ]
    assert sly not in page_of(client, region, now, body=body, kicker=sly, standfirst=sly, place=sly)


def test_a_map_taken_away_leaves_the_report_readable(
    client: Client, region: SectionPage, river_map: DrawnMap, now: datetime
) -> None:
    page_of(client, region, now, body=[("map", {"map": river_map}), ("heading", "Still here")])
    river_map.delete()
    assert "Still here" in client.get("/region/blocks/").content.decode()
