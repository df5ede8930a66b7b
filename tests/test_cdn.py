"""A newsroom behind a cache that keeps what it may: its readers are sent what is right, and it is told when."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import httpx
import pytest

from tests.cache import Cache, cache
from tests.prepared import prepare
from tests.serving import House, Serving

pytestmark = pytest.mark.own_database

SEED = """
from django.utils import timezone
from dateline.reports.actions import Story, open_section, record_report
now = timezone.now()
town = open_section(title="Town", slug="town")
body = [("text", "<p>The water stands at the second step.</p>")]
story = Story(headline="Levee holds", slug="levee", body=body)
record_report(section=town, story=story, now=now, published_at=now)
"""
MORE = """
from django.utils import timezone
from dateline.reports.actions import Story, record_report
from dateline.reports.models import SectionPage
now, story = timezone.now(), Story(headline="Pump runs", slug="pump", body=[("text", "<p>Again.</p>")])
record_report(section=SectionPage.objects.get(), story=story, now=now, published_at=now)
"""
EDIT = """
from dateline.reports.models import ReportPage
page = ReportPage.objects.get(slug="levee")
page.title = {title!r}
page.save_revision().publish()
"""
PLACES = ("/", "/town/", "/town/levee/", "/feed.rss")
PATIENCE = 30.0


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = House(tmp_path_factory.mktemp("house"), {"DATELINE_BASE_URL": "http://localhost"})
    prepare(house.home)
    house.ask(SEED)
    return house


@pytest.fixture
def front() -> Iterator[Cache]:
    """The cache that readers ask."""
    with cache() as front:
        yield front


@pytest.fixture
def served(house: House, front: Cache) -> Iterator[Serving]:
    with house.serving(DATELINE_CDN=f"{front.url}?every=0.3&keep=600") as served:
        front.origin = served.port
        yield served


def read(front: Cache, path: str) -> str:
    """What a reader gets from the cache."""
    return httpx.get(f"{front.url}{path}", headers={"Host": "localhost"}, timeout=PATIENCE).text


def wait_until(holds: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < until, "it never came true"
        time.sleep(0.02)


def test_readers_behind_a_cache_get_what_an_editor_has_just_published(
    house: House, front: Cache, served: Serving
) -> None:
    wait_until(lambda: all("Levee" in read(front, path) for path in PLACES) and front.hits > 3 * len(PLACES))
    assert set(PLACES) <= front.held.keys()
    seen: dict[str, str] = {}
    front.on_purge = lambda path: seen.setdefault(
        path, httpx.get(f"{served.url}{path}", headers={"Host": "localhost"}, timeout=PATIENCE).text
    )
    house.ask(EDIT.format(title="Levee breaks"))
    wait_until(lambda: set(PLACES) <= seen.keys())
    assert all("Levee breaks" in seen[path] for path in PLACES), "told before the page was right"
    wait_until(lambda: all("Levee breaks" in read(front, path) for path in PLACES))
    assert {host for _at, host, _target in front.purged} == {"localhost"}


@pytest.mark.thorough
def test_what_nobody_was_told_of_for_all_was_killed_is_told_by_the_next(house: House, front: Cache) -> None:
    settings = {"DATELINE_CDN": f"{front.url}?every=0.3&keep=600"}
    with house.serving(**settings) as served:
        front.origin = served.port
        assert "Levee" in read(front, "/town/levee/")
        front.says = 503
        house.ask(EDIT.format(title="Levee is mended"))
        wait_until(lambda: "/town/levee/" in front.targets())
        served.process.kill()
        served.process.wait()
    front.says, front.purged = 200, []
    with house.serving(**settings) as again:
        front.origin = again.port
        wait_until(lambda: "/town/levee/" in front.targets())
        wait_until(lambda: "Levee is mended" in read(front, "/town/levee/"))


def test_what_is_not_there_yet_is_not_kept_as_missing(house: House, front: Cache, served: Serving) -> None:
    read(front, "/town/pump/")
    assert "/town/pump/" not in front.held
    house.ask(MORE)
    wait_until(lambda: "Pump runs" in read(front, "/town/pump/"))
    wait_until(lambda: "Pump runs" in read(front, "/"))
