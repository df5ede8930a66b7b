"""A small paper to look at: one section, one author, a report with everything and a live one."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import ReferenceIndex

from dateline.people.models import Newsroom
from dateline.reports.models import Author, Byline, Correction, FrontPage, Picture, ReportPage, SectionPage

TEXT = "<p>The water came over the stones at ten past six.</p>"


def put_picture() -> Picture:
    """A grey picture with caption and credit."""
    data = BytesIO()
    Image.new("RGB", (600, 400), "#778899").save(data, "JPEG")
    picture = Picture(title="Weir", description="The weir at dusk", caption="The weir.", credit="Photo: Ada")
    picture.file.save("weir.jpg", ContentFile(data.getvalue()), save=False)
    picture.width, picture.height = 600, 400
    picture.save()
    return picture


def put_report(section: SectionPage, author: Author, title: str, now: datetime, **fields: object) -> ReportPage:
    """A published report by ``author``."""
    report = ReportPage(title=title, standfirst="What happened.", place="Aldermarsh", **fields)
    report.first_published_at = now
    report.bylines = [Byline(author=author)]
    report.tags.add("Flood")
    section.add_child(instance=report)
    report.save_revision().publish()
    return report


@pytest.fixture
def paper(db: None, now: datetime) -> Iterator[SimpleNamespace]:
    """The pages, by name."""
    newsroom = Newsroom.load()
    newsroom.name, newsroom.tagline, newsroom.contact = "The Lume Courier", "From both banks", "desk@example.org"
    newsroom.save()
    front = FrontPage.objects.get()
    section = SectionPage(title="Region", show_in_menus=True)
    front.add_child(instance=section)
    section.save_revision().publish()
    ada = Author.objects.create(name="Ada Reed", slug="ada-reed")
    picture = put_picture()
    body = [("text", TEXT), ("picture", {"picture": picture, "caption": "", "credit": "", "width": "wide"})]
    report = put_report(section, ada, "The river took the street", now, body=body, lead_picture=picture)
    entry = {"time": now - timedelta(hours=1), "headline": "Gauge falls", "text": TEXT, "author": ada}
    live = put_report(section, ada, "Flood, hour by hour", now, body=[("live_entry", entry)], is_live=True)
    Correction.objects.create(page=report, text="It was ten past six.", at=now)
    for page in (report, live):
        ReferenceIndex.create_or_update_for_object(page)
    yield SimpleNamespace(front=front, section=section, report=report, live=live, ada=ada, picture=picture)
    gc.collect()  # Wagtail leaves the files of new renditions open; let them go here, where the warning is expected
