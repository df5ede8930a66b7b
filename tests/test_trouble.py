"""A database that stops, hangs, fills up or may not be written: an honest 503 with the text kept, and no hand after."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import psycopg
import pytest
from django.db import connection, transaction
from django.test import Client
from wagtail.models import Page

from dateline.bench.own_database import own_database
from dateline.discussion.models import Comment
from dateline.funding.models import GiftIntent
from dateline.people.models import User
from tests.databases import POSTGRESQL, own_data, own_redis
from tests.disks import fill
from tests.disks import small_disk as small_disk_at
from tests.prepared import prepare
from tests.relay import Relay
from tests.serving import House, Serving

WORDS = "The water is at the bridge, and “rising”; <b>look</b> & see."
FROM_OUR_PAGE = {"Sec-Fetch-Site": "same-origin"}
on_postgresql = pytest.mark.skipif(not POSTGRESQL, reason="not a run on PostgreSQL")
on_sqlite = pytest.mark.skipif(bool(POSTGRESQL), reason="not a run on SQLite")


def kept_text(page: str) -> str:
    """What stands in the form's field for the text."""
    return unescape(re.findall(r'<textarea id="compose-text".*?>(.*?)</textarea>', page, re.DOTALL)[0])


def assert_kept(answer: httpx.Response, words: str = WORDS) -> None:
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.headers["Cache-Control"] == "no-store"
    assert kept_text(answer.text) == words
    assert 'value="Ben"' in answer.text


# --- Within one process: what the database itself says -----------------------------------------------------------


@pytest.fixture
def reader() -> Client:
    """A browser that is shown what readers are shown."""
    return Client(raise_request_exception=False, headers=FROM_OUR_PAGE)


@pytest.fixture
def page(db: None) -> Page:
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root")
    return root.add_child(instance=Page(title="The river rises", slug="flood"))


@contextmanager
def read_only() -> Iterator[None]:
    """Let this connection only read, as on a disk or a server that may not be written."""
    driver, postgresql = connection.connection, connection.vendor == "postgresql"
    with undone():
        driver.execute("SET transaction_read_only = on" if postgresql else "PRAGMA query_only = on")
        yield
    if not postgresql:
        driver.execute("PRAGMA query_only = off")


@contextmanager
def undone() -> Iterator[None]:
    """Take back in the end whatever happened."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_a_database_that_may_only_be_read_keeps_the_text_and_needs_no_hand(reader: Client, page: Page) -> None:
    where, words = f"/threads/{page.pk}/post/", {"text": WORDS, "author_name": "Ben"}
    with read_only():
        answer = reader.post(where, words)
    assert answer.status_code == 503
    assert "Nothing can be written down just now" in answer.content.decode()
    assert kept_text(answer.content.decode()) == WORDS
    assert f'action="{where}"' in answer.content.decode()
    assert not Comment.objects.exists()
    assert reader.post(where, words).status_code == 303
    assert Comment.objects.get().text == WORDS


def test_a_gift_keeps_what_was_filled_in(reader: Client, page: Page) -> None:
    sent = {"preset": "25", "name": "Dee", "message": "For the “boat”", "frequency": "once", "visibility": "name"}
    with read_only():
        answer = reader.post("/give/", sent)
    told = answer.content.decode()
    assert answer.status_code == 503
    for kept in ('name="amount"', 'value="25"', 'value="Dee"', 'value="For the “boat”"', 'value="once"'):
        assert kept in told
    assert not GiftIntent.objects.exists()


def test_any_other_form_of_ours_is_one_click_from_being_sent_again(reader: Client, page: Page) -> None:
    reader.post(f"/threads/{page.pk}/post/", {"text": WORDS, "author_name": "Ben"})
    comment = Comment.objects.get()
    Comment.objects.update(status="published")
    where = f"/comments/{comment.pk}/report/"
    with read_only():
        answer = reader.post(where, {"reason": "spam", "note": "Look <here>"})
    told = answer.content.decode()
    assert answer.status_code == 503
    assert f'<form class="form" method="post" action="{where}">' in told
    assert '<input type="hidden" name="note" value="Look &lt;here&gt;">' in told


def test_a_script_is_told_in_its_own_words(reader: Client, page: Page) -> None:
    cass = Client(headers=FROM_OUR_PAGE)
    cass.post(f"/threads/{page.pk}/post/", {"text": WORDS, "author_name": "Cass"})
    Comment.objects.update(status="published")
    with read_only():
        answer = reader.post(
            f"/comments/{Comment.objects.get().pk}/vote/", {"value": "1"}, headers={"Accept": "application/json"}
        )
    assert answer.status_code == 503
    assert answer.json()["error"].startswith("Nothing can be written down")


def test_what_another_site_sent_is_never_kept(page: Page) -> None:
    stranger = Client(raise_request_exception=False, headers={"Sec-Fetch-Site": "cross-site"})
    with read_only():
        answer = stranger.post("/account/login/", {"login": "dee@example.org", "evil": "1"})
    assert "evil" not in answer.content.decode()


def test_a_password_is_never_printed(reader: Client, page: Page) -> None:
    User.objects.create_user("ada", "ada@example.org", "ada-edits-daily", display_name="Ada")
    with read_only():
        answer = reader.post("/newsroom/login/", {"username": "ada", "password": "ada-edits-daily"})
    assert answer.status_code == 503
    assert "ada-edits-daily" not in answer.content.decode()


def test_a_mistake_of_ours_stays_a_mistake(reader: Client, page: Page) -> None:
    with undone():
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE people_newsroom RENAME TO elsewhere")
        answer = reader.get("/corrections/")
    assert answer.status_code == 500
    assert "Retry-After" not in answer.headers


# --- In processes of their own: locks, disks and servers ----------------------------------------------------------


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A newsroom whose way to its PostgreSQL, if it has one, is the ``wire``."""
    home = tmp_path_factory.mktemp("house")
    with own_data(home) as data:
        house = House(home, data)
        house.dateline("prepare", "--no-sample")
        yield house


@pytest.fixture(scope="module")
def served(house: House) -> Iterator[Serving]:
    with house.serving() as served:
        yield served


@pytest.fixture(scope="module")
def where(house: House) -> str:
    """Where a comment is sent."""
    page = house.ask("from wagtail.models import Site; print(Site.objects.get().root_page_id)")
    return f"/threads/{page}/post/"


@contextmanager
def held(house: House) -> Iterator[None]:
    """Hold, from another process, what a comment is written into."""
    url = house.settings["DATABASE_URL"]
    if url.startswith("sqlite"):
        other = sqlite3.connect(urlsplit(url).path[1:] if "////" not in url else urlsplit(url).path)
        other.execute("BEGIN IMMEDIATE")
        yield
        other.rollback()
        other.close()
        return
    with psycopg.connect(url) as session:
        session.execute("LOCK TABLE discussion_comment IN ACCESS EXCLUSIVE MODE")
        yield
        session.rollback()


def test_a_lock_is_waited_for_a_few_seconds_and_no_longer(house: House, served: Serving, where: str) -> None:
    with held(house):
        began = time.monotonic()
        answer = served.post(where, text=WORDS, author_name="Ben")
        waited = time.monotonic() - began
    assert_kept(answer)
    assert "Too much is being written down at once" in answer.text
    assert 3 < waited < 9
    assert served.post(where, text=WORDS, author_name="Ben").status_code == 303


def test_a_lock_that_is_short_is_not_noticed(house: House, served: Serving, where: str) -> None:
    with held(house):
        pass
    assert served.post(where, text="The second pump runs.", author_name="Ben").status_code == 303


@on_postgresql
def test_a_postgresql_that_stops_and_comes_back_needs_no_hand(tmp_path: Path) -> None:
    address = urlsplit(POSTGRESQL)
    server = (address.hostname or "", address.port or 5432)
    with own_database(POSTGRESQL) as database, Relay(server) as wire, own_redis() as memory:
        through = urlsplit(database)._replace(netloc=f"{address.username}@127.0.0.1:{wire.port}").geturl()
        house = House(tmp_path, {"DATABASE_URL": through, "REDIS_URL": memory})
        house.dateline("prepare", "--no-sample")
        page = house.ask("from wagtail.models import Site; print(Site.objects.get().root_page_id)")
        with house.serving() as served:
            stop_and_start(served, wire, f"/threads/{page}/post/")


def stop_and_start(served: Serving, wire: Relay, where: str) -> None:
    """Cut the wire, look, mend it, look again."""
    assert served.post(where, text="Before.", author_name="Ben").status_code == 303
    wire.cut()
    began = time.monotonic()
    assert_kept(served.post(where, text=WORDS, author_name="Ben"))
    assert served.get("/healthz").status_code == 503
    assert time.monotonic() - began < 10
    wire.mend()
    assert served.post(where, text=WORDS, author_name="Ben").status_code == 303
    assert served.get("/corrections/").status_code == 200
    wire.hang_up()
    assert served.get("/corrections/").status_code == 200


@on_postgresql
def test_a_postgresql_that_lets_nobody_in_is_away(house: House, served: Serving, where: str) -> None:
    name = urlsplit(house.settings["DATABASE_URL"]).path[1:]
    with psycopg.connect(POSTGRESQL, autocommit=True) as boss:
        boss.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        boss.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        try:
            answer = served.post(where, text=WORDS, author_name="Ben")
        finally:
            boss.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    assert_kept(answer)
    assert "does not answer" in answer.text
    assert served.post(where, text="The third pump runs.", author_name="Ben").status_code == 303


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 128 MiB."""
    with small_disk_at(tmp_path / "disk", "128m") as disk:
        yield disk


@on_sqlite
@pytest.mark.thorough
def test_a_disk_that_fills_up_and_is_emptied_needs_no_hand(small_disk: Path) -> None:
    house = House(small_disk)
    prepare(house.home)
    page = house.ask("from wagtail.models import Site; print(Site.objects.get().root_page_id)")
    with house.serving() as served:
        where = f"/threads/{page}/post/"
        assert served.post(where, text="Before.", author_name="Ben").status_code == 303
        ballast = small_disk / "ballast"
        fill(ballast)
        answers = [served.post(where, text=f"{n}{'x' * 2900}", author_name="Ben") for n in range(4)]
        refused = [answer for answer in answers if answer.status_code != 303]
        assert refused
        for answer in refused:
            assert answer.status_code == 503
            assert kept_text(answer.text).endswith("x" * 2900)
        assert served.get("/corrections/").status_code == 200
        ballast.unlink()
        assert served.post(where, text=WORDS, author_name="Cass").status_code == 303
    accepted = 2 + len(answers) - len(refused)
    assert house.ask("from dateline.discussion.models import Verdict; print(Verdict.objects.count())") == str(accepted)
    assert house.ask("from dateline.discussion.models import Comment; print(Comment.objects.count())") == str(accepted)
