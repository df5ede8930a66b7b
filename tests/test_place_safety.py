"""Places that have to stay where they are: nothing that a passer-by can fetch tells them before their time.

A newsroom is filled with claims that are not for readers, each in its own way, and then written out as files: every
page, feed, map, picture and script that anybody is sent. What is secret is looked for in each of them.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from .prepared import prepare
from .test_serve import dateline

pytestmark = pytest.mark.own_database

SEED = """
from datetime import timedelta
from django.utils import timezone
from dateline.people.models import User
from dateline.reports.actions import Found, Story, confirm, open_front_page, open_section
from dateline.reports.actions import propose, protect, record_report
from dateline.reports.models import SituationPage, Source

now = timezone.now()
ada = User.objects.create_user(username="ada-safe", email="ada-safe@news.example")
front = open_front_page()
situation = front.add_child(instance=SituationPage(title="Floods", slug="floods"))
section = open_section(slug="flood", title="Flood")
body = [("text", "<p>The wall held. The boats left.</p>")]
out = record_report(section=section, story=Story(headline="Wall", body=body), now=now, published_at=now)
draft = record_report(section=section, story=Story(headline="Draft", body=body), now=now)
type(out).objects.filter(pk__in=[out.pk, draft.pk]).update(situation=situation)
for report in (out, draft):
    report.refresh_from_db()
source = Source.objects.create(name="Witness at the wall", kind="witness")


def claim(report, number, **fields):
    words = {"statement": f"Unsaid statement {number}", "begins": now, "latitude": 41.1111 + number, "source": source,
             "longitude": 71.7777, "place_name": f"Unsaidplace {number}", "where_precision": "exact"}
    return propose(report=report, found=Found(quote="", quote_start=None, fields=words | fields), by=None, now=now)


claim(out, 1)  # proposed only
confirm(claim=claim(draft, 2), by=ada, now=now)  # in a draft
confirm(claim=claim(out, 3, two_persons=True), by=ada, now=now)  # the first of two
confirm(claim=claim(out, 4, delay=timedelta(hours=9)), by=ada, now=now)  # held back
rounded = claim(out, 5, statement="A camp is somewhere here", rounding_km=40.0)
confirm(claim=rounded, by=ada, now=now)
later = claim(out, 6, statement="Shown first, protected later")
confirm(claim=later, by=ada, now=now)
protect(claim=later, by=ada, now=now, rounding_km=40.0)
plain = claim(out, 0, statement="Open for everybody", latitude=50.55555, longitude=10.12345, place_name="Openplace")
confirm(claim=plain, by=ada, now=now)
"""
SECRETS = ("Unsaid", *(f"{41 + number}.11" for number in range(1, 7)), "71.77", "71.78")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    prepare(home)
    made = dateline(home, "shell", "-v0", "-c", SEED)
    assert made.returncode == 0, made.stderr
    return home


@pytest.fixture(scope="module")
def files(home: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Everything a passer-by is sent, by its name."""
    folder = tmp_path_factory.mktemp("copies") / "site"
    told = dateline(home, "export", "site", str(folder), "--json")
    assert told.returncode in {0, 3}, told.stderr
    assert json.loads(told.stdout)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8", "replace")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_what_is_open_is_there(files: dict[str, str]) -> None:
    pages = [name for name, text in files.items() if "Open for everybody" in text]
    assert "flood/wall/index.html" in pages
    assert "floods/index.html" in pages
    assert any(name.startswith("floods/") and name.endswith((".json", ".geojson", ".csv")) for name in pages)
    assert "50.5555" in files["feed.json"]


@pytest.mark.parametrize("secret", SECRETS)
def test_a_place_that_is_not_for_readers_is_nowhere(files: dict[str, str], secret: str) -> None:
    told = [
        name for name, text in files.items() if re.search(rf"(?<![\d.]){re.escape(secret)}", text) and "css" not in name
    ]
    assert told == []


def test_a_rounded_place_is_a_ring(files: dict[str, str]) -> None:
    assert "A camp is somewhere here" in files["flood/wall/index.html"]
    assert "shown to within 40" in files["flood/wall/index.html"]


SEARCH = """
from django.test import Client
FRAMED = [f"/embed/situations/floods/{part}/" for part in ("map", "timeline")]
for address in ("/search/?q=Unsaid", "/search/?q=Unsaidplace", "/search/?q=statement", *FRAMED):
    answer = Client().get(address).content.decode()
    assert "Unsaid statement" not in answer and "Unsaidplace 1" not in answer.replace("Unsaidplace</", ""), address
print("ok")
"""


def test_the_search_finds_no_claim_of_the_newsroom_s(home: Path) -> None:
    told = dateline(home, "shell", "-v0", "-c", SEARCH)
    assert told.stdout.strip().endswith("ok"), told.stderr


WAIT = """
from datetime import timedelta
from django.utils import timezone
from dateline.delivery.changes import changes
from dateline.reports.actions import let_out
from dateline.reports.models import ClaimStanding
due = ClaimStanding.objects.filter(is_out=False, visible_at__isnull=False).get()
at = changes().now()
assert let_out(now=due.visible_at - timedelta(seconds=1)) == 0
assert let_out(now=due.visible_at) == 1
print(sorted(changes().since(at).tags))
"""


def test_when_the_delay_is_over_its_pages_are_told(home: Path) -> None:
    told = dateline(home, "shell", "-v0", "-c", WAIT)
    assert "'claims'" in told.stdout, told.stderr
    assert "'page:" in told.stdout
