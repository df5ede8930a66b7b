"""The newsroom as files: every page is there, every link leads to one, and nothing asks for what it cannot take."""

from __future__ import annotations

import html
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest

from .prepared import prepare
from .test_serve import dateline

pytestmark = pytest.mark.own_database

SEED = """
from django.core.files.base import ContentFile
from django.utils import timezone
from dateline.discussion.actions import record_comment, thread_of
from dateline.discussion.models import Status
from dateline.funding.actions import open_drive
from dateline.lib.money import Money
from dateline.people.models import Newsroom
from dateline.reports.actions import Story, open_section, record_report

now = timezone.now()
section = open_section(slug="flood", title="Flood")
body = [("text", '<p>See <a href="/flood/gone/">an older one</a> and <a href="/about-nothing/?x=1">this</a>.</p>')]
for number in range(22):
    story = Story(headline=f"Water {number}", body=body if number == 3 else [])
    report = record_report(section=section, story=story, now=now, published_at=now)
record_report(section=section, story=Story(headline="Secret draft"), now=now)
thread = thread_of(page=report, now=now)
for number in range(60):
    words = f'Word {number}: "<a href=\\"/x/\\">" is no link.'
    record_comment(thread=thread, author_name="Ben", text=words, created_at=now, now=now)
record_comment(thread=thread, author_name="Cass", text="Held words.", created_at=now, now=now, status=Status.HELD)
open_drive(year=now.year, month=now.month, goal=Money(9_000, Newsroom.load().currency), purpose="Boats")
"""
LINK = re.compile(r"""<[^>]*?\s(?:href|src|poster)="([^"]*)\"""")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    prepare(home)
    made = dateline(home, "shell", "-v0", "-c", SEED)
    assert made.returncode == 0, made.stderr
    return home


@pytest.fixture(scope="module")
def site(home: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, object]]:
    """The copy, and what the command said of it."""
    folder = tmp_path_factory.mktemp("copies") / "site"
    told = dateline(home, "export", "site", str(folder), "--base", "https://archive.example/", "--json")
    assert told.returncode == 3, told.stderr
    return folder, json.loads(told.stdout)


def pages(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*.html")}


def test_links_lead_to_files_that_are_there(site: tuple[Path, dict[str, object]]) -> None:
    folder, counted = site[0], 0
    for name, text in pages(folder).items():
        for link in map(html.unescape, LINK.findall(text)):
            if re.match(r"[a-z]+:|#", link) or link in {"/flood/gone/", "/about-nothing/?x=1"}:
                continue
            counted += 1
            assert not link.startswith("/"), (name, link)
            assert (folder / name).parent.joinpath(unquote(link.split("#")[0])).is_file(), (name, link)
    assert counted > 1000


def test_every_kind_of_page_is_there(site: tuple[Path, dict[str, object]]) -> None:
    there = {path.relative_to(site[0]).as_posix() for path in site[0].rglob("*") if path.is_file()}
    assert {"index.html", "flood/index.html", "flood/water-3/index.html", "archive/index.html"} <= there
    assert {"sitemap.xml", "robots.txt", "feed.rss", "feed.atom", "feed.json", "theme.css", "icon.svg"} <= there
    assert any(re.fullmatch(r"flood/index,page=2\.html", name) for name in there)
    assert any(re.fullmatch(r"threads/\d+/index,after=[\d-]+,sort=newest\.html", name) for name in there)
    assert sum(bool(re.fullmatch(r"comments/\d+/index\.html", name)) for name in there) == 60
    assert any(name.startswith("share/") for name in there)
    assert any(name.startswith("static/") and name.endswith("unread.js") for name in there)


def test_what_no_passer_by_is_sent_is_not_in_it(site: tuple[Path, dict[str, object]]) -> None:
    text = "".join(pages(site[0]).values())
    assert "Water 21" in text
    assert "Secret draft" not in text
    assert "Held words." not in text
    assert not (site[0] / "newsroom").exists()
    assert not (site[0] / "account").exists()


def test_forms_give_way_to_a_note_and_votes_stay_as_they_stand(site: tuple[Path, dict[str, object]]) -> None:
    page = pages(site[0])["flood/water-21/index.html"]
    assert page.count("Nothing can be written or given in it.") == 1
    assert "<textarea" not in page
    assert "<button disabled" in page
    assert not re.search(r"<button(?! disabled)[^>]*name=.value", page)
    assert "Nothing can be written or given in it." in pages(site[0])["give/index.html"]
    assert re.search(r'href="http://127\.0\.0\.1:8000/comments/\d+/reply/"', page)


def test_words_that_look_like_links_stay_words(site: tuple[Path, dict[str, object]]) -> None:
    page = pages(site[0])["flood/water-21/index.html"]
    assert "&lt;a href=" in page
    assert "/x/" in page


def test_links_that_lead_nowhere_are_told_with_where_they_stand(site: tuple[Path, dict[str, object]]) -> None:
    assert site[1]["dead"] == [
        {"address": "/flood/gone/", "status": 404, "found_on": "/flood/water-3/"},
        {"address": "/about-nothing/", "status": 404, "found_on": "/flood/water-3/"},
    ]


def test_what_tells_its_address_tells_that_of_the_copy(site: tuple[Path, dict[str, object]]) -> None:
    assert (
        '<link rel="canonical" href="https://archive.example/flood/water-3/">'
        in pages(site[0])["flood/water-3/index.html"]
    )
    for name in ("sitemap.xml", "feed.rss"):
        text = (site[0] / name).read_text()
        assert "https://archive.example/flood/water-3/" in text
        assert "127.0.0.1" not in text


@contextmanager
def sent(folder: Path) -> Iterator[str]:
    """Python's own server of files on the copy; gives its address."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_words: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def test_a_server_of_files_sends_it_below_any_path(site: tuple[Path, dict[str, object]]) -> None:
    with sent(site[0].parent) as address:
        front = httpx.get(f"{address}/site/").text
        link = next(link for link in LINK.findall(front) if link.endswith("water-21/index.html"))
        report = httpx.get(f"{address}/site/{link}")
        assert "Water 21" in report.text
        styles = [link for link in LINK.findall(report.text) if link.endswith(".css")]
        assert styles
        assert all(httpx.get(str(report.url.join(style))).status_code == 200 for style in styles)


def test_a_folder_that_holds_something_is_refused(home: Path, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear")
    told = dateline(home, "export", "site", str(tmp_path))
    assert told.returncode == 1
    assert told.stderr.strip() == (
        f"CommandError: {tmp_path} holds something already. Nothing was written; name an empty folder."
    )
    assert [path.name for path in tmp_path.iterdir()] == ["letter"]
    assert [path.name for path in tmp_path.parent.glob(f".{tmp_path.name}-*")] == []
