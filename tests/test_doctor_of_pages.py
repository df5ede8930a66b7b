"""The doctor makes some pages anew and says which of those that lie ready are not what the rows say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from dateline.delivery.changes import changes
from dateline.delivery.comparing import difference
from dateline.delivery.keeping import store
from dateline.delivery.marks import mark
from dateline.delivery.tender import Tender
from dateline.imports.doctor import pages as doctor
from dateline.reports.actions import Story, open_section, record_report
from dateline.reports.models import ReportPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    """A store of the test's own."""
    settings.DELIVERY_FOLDER = str(tmp_path / "pages")
    store.cache_clear()
    yield tmp_path / "pages" / "pages"
    store.cache_clear()


@pytest.fixture
def tender(folder: Path, now: datetime) -> Tender:
    """Keeps the pages of one report."""
    story = Story(headline="Levee holds", slug="levee", body=[("text", "<p>Words.</p>")])
    record_report(section=open_section(title="Town", slug="town"), story=story, now=now, published_at=now)
    tender = Tender(store(), changes(), maker="test")
    tender.begin()
    while tender.step():
        pass
    return tender


def test_pages_that_are_what_the_rows_say_are_sound(tender: Tender, now: datetime) -> None:
    found = doctor.pages(now=now, fix=False)
    assert found.is_sound
    assert found.notes == []
    assert found.words == f"right, as {store().index.count()} of {store().index.count()} show that were made anew"


def test_a_page_that_nobody_marked_is_told_with_what_differs(tender: Tender, folder: Path, now: datetime) -> None:
    page = folder / "town/levee/index.html"
    page.write_text(page.read_text().replace("<p>Words.</p>", "<p>Other words.</p>"))
    found = doctor.pages(now=now, fix=False)
    (told,) = found.complaints
    assert told.startswith("/town/levee/ is not what the rows say: line ")
    assert "Other words." in told
    assert doctor.pages(now=now, fix=True).is_sound
    assert not page.exists()
    assert doctor.pages(now=now, fix=False).is_sound


def test_a_page_that_is_no_more_is_told(tender: Tender, now: datetime) -> None:
    ReportPage.objects.update(live=False)
    with store().index.writing():
        store().index.db.execute("UPDATE page SET stale_since = NULL, must_render = 0")
    store().files.gauge.write("settled", changes().now().number)
    assert difference(store(), "/town/levee/") == "the application answers 410"


def test_a_page_whose_time_is_up_is_not_compared(tender: Tender, folder: Path, now: datetime) -> None:
    with store().index.writing():
        store().index.db.execute("UPDATE page SET expires = 1 WHERE address = '/'")
    (folder / "index.html").write_text("Yesterday")
    assert doctor.pages(now=now, fix=False).is_sound


def test_no_more_than_a_few_are_made_anew(tender: Tender, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "COMPARED", 2)
    assert doctor.pages(now=now, fix=False).words.startswith("right, as 2 of ")


def test_pages_that_nobody_tends_are_not_taken_for_wrong(
    tender: Tender, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "PATIENCE", 0.0)
    ReportPage.objects.update(title="Levee breaks")
    mark("reports")
    found = doctor.pages(now=now, fix=False)
    assert found.is_sound
    assert found.notes == [doctor.BEHIND]


def test_who_asks_for_another_address_is_told_so_and_no_page_is_blamed(
    tender: Tender, now: datetime, settings: Settings
) -> None:
    settings.BASE_URL = "http://127.0.0.1:8100"
    found = doctor.pages(now=now, fix=True)
    assert found.is_sound
    assert "http://127.0.0.1:8100" in found.notes[0]
    assert store().index.count() > 0
