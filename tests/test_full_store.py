"""A disk for pages that is full while the rows are elsewhere: no reader is sent an old page, and no hand is needed."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import pytest
from django.test import Client
from pytest_django import Settings

from dateline.delivery.changes import changes
from dateline.delivery.keeping import store
from dateline.delivery.store import files
from dateline.delivery.store.index import Index
from dateline.delivery.store.store import Store
from dateline.delivery.tender import Tender
from dateline.reports.actions import Story, correct, open_section, record_report
from dateline.reports.models import ReportPage
from tests.disks import fill, small_disk

pytestmark = pytest.mark.django_db
PAGES = ("index.html", "town/index.html", "town/levee/index.html")
Fill = Callable[[], Callable[[], object]]


@pytest.fixture(params=["refusing", "full"])
def filling(request: pytest.FixtureRequest, settings: Settings, tmp_path: Path) -> Iterator[Fill]:
    """Return what fills the store's disk, and gives what empties it again."""
    own = small_disk(tmp_path / "disk", "4m") if request.param == "full" else here(tmp_path)
    with own as disk:
        settings.DELIVERY_FOLDER = str(disk / "pages")
        store.cache_clear()

        def fill_disk() -> Callable[[], object]:
            fill(disk / "ballast")
            return (disk / "ballast").unlink

        yield fill_disk if request.param == "full" else refuse
        store.cache_clear()


@contextmanager
def here(folder: Path) -> Iterator[Path]:
    yield folder


def refuse() -> Callable[[], object]:
    """Let nothing be written, as on a full disk."""
    patch = pytest.MonkeyPatch()

    def full(*_words: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    @contextmanager
    def no_commit(index: Index) -> Iterator[None]:
        index.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            index.db.execute("ROLLBACK")
        raise sqlite3.OperationalError("database or disk is full")

    patch.setattr(files, "_replace", full)
    patch.setattr(files, "_move", full)
    patch.setattr(Index, "writing", no_commit)
    return patch.undo


@pytest.fixture
def report(now: datetime) -> ReportPage:
    story = Story(headline="Levee holds", slug="levee", body=[("text", "<p>Words.</p>")])
    return record_report(section=open_section(title="Town", slug="town"), story=story, now=now, published_at=now)


@pytest.fixture
def tender(filling: Fill, report: ReportPage) -> Tender:
    tender = Tender(store(), changes(), maker="test")
    tender.begin()
    while tender.step():
        pass
    assert there() == set(PAGES)
    return tender


def there() -> set[str]:
    """The pages in readers' way, of those that tell of the report."""
    return {name for name in PAGES if (store().files.folder / "pages" / name).exists()}


def step(tender: Tender) -> None:
    with suppress(OSError, sqlite3.Error):  # as ``tend`` does
        tender.step()


def test_an_old_page_is_in_nobodys_way_and_comes_back_right(
    filling: Fill, tender: Tender, report: ReportPage, now: datetime, client: Client
) -> None:
    empty = filling()
    published = store().files.gauge.published
    report.title = "Levee breaks"
    report.save_revision().publish()
    for _again in range(3):
        step(tender)
    assert there() == set()
    assert store().files.gauge.published > published, "the door is told"
    assert "Levee breaks" in client.get("/town/levee/").content.decode()
    assert there() == set()
    empty()
    while tender.step():
        pass
    for name in there() or PAGES:
        assert "Levee breaks" in (store().files.folder / "pages" / name).read_text()
    assert "Levee breaks" in client.get("/").content.decode()


def test_a_disk_that_fills_between_the_mark_and_the_making(
    filling: Fill, tender: Tender, report: ReportPage, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    correct(report=report, text="It was Tuesday.", by=None, now=now)
    emptied = []
    stale = Store.stale

    def then_full(one: Store) -> object:
        found = stale(one)
        emptied.append(filling())
        return found

    with monkeypatch.context() as patch:
        patch.setattr(Store, "stale", then_full)
        step(tender)
    assert "town/levee/index.html" not in there()
    emptied[0]()
    while tender.step():
        pass
    assert (
        "town/levee/index.html" not in there()
        or "It was Tuesday." in (store().files.folder / "pages/town/levee/index.html").read_text()
    )
