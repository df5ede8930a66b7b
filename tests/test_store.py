"""Pages made ahead: right after every change, the same bytes as the application's, and nobody's in particular."""

import gzip
import os
from pathlib import Path
from time import time

import pytest

from dateline.delivery import keeping
from dateline.delivery.changes import changes
from dateline.delivery.keeping import store
from dateline.delivery.marks import mark
from dateline.delivery.store.files import Files
from dateline.delivery.tender import Tender
from dateline.discussion.actions import record_comment, thread_of
from dateline.front.pages import render, renew
from dateline.funding.actions import open_drive, record_expense, record_gift, take_back
from dateline.funding.models import Expense
from dateline.lib.money import whole
from dateline.reports.actions import Story, correct, open_section, record_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings, tmp_path):
    """A store of the test's own."""
    settings.DELIVERY_FOLDER = str(tmp_path / "pages")
    store.cache_clear()
    yield tmp_path / "pages" / "pages"
    store.cache_clear()


@pytest.fixture
def report(now):
    open_drive(year=now.year, month=now.month, goal=whole(5000, "USD"), purpose="Reporting.")
    story = Story(headline="Levee holds", slug="levee", body=[("text", "<p>Words.</p>")])
    return record_report(section=open_section(title="Town", slug="town"), story=story, now=now, published_at=now)


@pytest.fixture
def tender(folder, report):
    one = Tender(store(), changes(), maker="test")
    one.begin()
    while one.step():
        pass
    return one


def settle(tender):
    while tender.step():
        pass


def pages_in(folder):
    return {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in {".html", ".rss", ".json"}
    }


def say(report, now, text):
    comment = record_comment(
        thread=thread_of(page=report, now=now), author_name="Ben", text=text, created_at=now, now=now
    )
    mark(f"thread:{report.pk}")
    return comment


def test_the_first_pages_are_ready_before_anybody_asks(tender, folder):
    for name in ("index.html", "town/index.html", "town/levee/index.html", "feed.rss"):
        assert (folder / name).exists()
    page = (folder / "town/levee/index.html").read_bytes()
    assert gzip.decompress((folder / "town/levee/index.html.gz").read_bytes()) == page


@pytest.mark.parametrize("address", ["/", "/town/", "/town/levee/", "/feed.rss"])
def test_a_page_is_what_the_application_says(tender, folder, address):
    name = address[1:] + ("index.html" if address.endswith("/") else "")
    assert (folder / name).read_bytes().rstrip() == render(address).content.rstrip()


def test_a_comment_is_on_every_page_that_tells_of_it(tender, folder, report, now):
    say(report, now, "The water is at the second step.")
    settle(tender)
    page = (folder / "town/levee/index.html").read_text()
    assert "second step" in page
    assert page.encode().rstrip() == render("/town/levee/").content.rstrip()
    assert "1 comment" in (folder / "index.html").read_text()
    assert (folder / "index.html").read_bytes().rstrip() == render("/").content.rstrip()


def test_a_gift_is_wherever_a_page_says_how_much(tender, folder, now, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    renew("/town/levee/")
    record_gift(money=whole(40, "USD"), occurred_at=now, now=now, key="one", provider="test")
    settle(tender)
    page = (folder / "town/levee/index.html").read_bytes()
    assert page.count(b'aria-valuenow="4000"') == 2, "the meter above, and the ask below"
    assert page.rstrip() == render("/town/levee/").content.rstrip()


def test_an_expense_is_in_the_books_at_once_on_the_page_and_in_the_file(tender, folder, now, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    page, table = folder / "drives/books/index.html", folder / "drives/books.csv"
    for address in ("/drives/books/", "/drives/books.csv"):
        renew(address)
    assert "River gauge" not in page.read_text()
    told = {"spent_on": now.date(), "purpose": "River gauge", "now": now, "key": "one"}
    expense = record_expense(money=whole(40, "USD"), **told)
    settle(tender)
    assert "River gauge" in page.read_text()
    assert "River gauge" in table.read_text()
    assert page.read_bytes().rstrip() == render("/drives/books/").content.rstrip()

    take_back(expense=expense, now=now)
    settle(tender)
    assert "River gauge" not in page.read_text()
    Expense.objects.update(taken_back=None, words="As the database itself sees it.")
    settle(tender)
    assert "As the database itself sees it." in page.read_text()


def test_a_comment_costs_no_whole_rendering(tender, report, now, django_assert_max_num_queries):
    say(report, now, "First.")
    with django_assert_max_num_queries(30):  # one rendering of the report alone takes some twenty
        settle(tender)


def test_a_correction_is_on_its_page(tender, folder, report, now):
    correct(report=report, text="It was Tuesday.", by=None, now=now)
    settle(tender)
    assert "It was Tuesday." in (folder / "town/levee/index.html").read_text()


def test_a_page_that_is_taken_back_is_gone(tender, folder, report):
    report.unpublish()
    settle(tender)
    assert not (folder / "town/levee/index.html").exists()
    assert not (folder.parent / "aside/pages/town/levee/index.html").exists()
    assert "Levee holds" not in (folder / "index.html").read_text()


def test_more_pages_than_can_be_made_right_in_time_are_away_at_once(tender, folder, monkeypatch):
    monkeypatch.setattr("dateline.delivery.tender.MANY", 2)
    before = pages_in(folder)
    mark("money")  # which every page tells of
    tender.step()
    assert len(before) > 2
    assert not folder.exists()
    assert store().stale() == []
    settle(tender)
    assert len(pages_in(folder)) == 2
    for name in pages_in(folder):
        assert (folder / name).read_bytes().rstrip() == render(f"/{name.removesuffix('index.html')}").content.rstrip()
    assert pages_in(folder.parent / "aside" / "pages") == before
    assert not list(folder.parent.glob("away.*"))


def test_a_page_nobody_reads_is_taken_out_of_the_way(tender, folder, report, now):
    store().index.db.execute("UPDATE page SET warm_until = 0")
    say(report, now, "Quiet here.")
    tender.step()
    assert not (folder / "town/levee/index.html").exists()
    assert (folder.parent / "aside/pages/town/levee/index.html").exists()


def test_a_reader_makes_a_page_that_is_not_there(client, folder, report):
    assert client.get("/town/levee/?utm_source=elsewhere").status_code == 200
    assert (folder / "town/levee/index.html").exists()
    assert not list((folder.parent).glob("queries/*"))


def test_who_has_just_written_is_shown_it_although_the_tender_has_not_come_to_it(client, tender, folder, report, now):
    say(report, now, "The water is at the second step.")
    number = changes().now().number
    assert b"second step" not in client.get("/town/levee/?seen=1").content
    assert b"second step" not in client.get(f"/town/levee/?seen={number + 1}").content  # no change has this number
    assert b"second step" in client.get(f"/town/levee/?seen={number}").content
    assert "second step" in (folder / "town/levee/index.html").read_text()


def test_what_one_reader_sends_along_is_in_nobodys_page(client, folder, report):
    client.cookies["sessionid"] = "mine"
    answer = client.get(
        "/town/levee/?utm_source=evil", headers={"x-forwarded-host": "evil.example", "accept-language": "de"}
    )
    assert answer.content == (folder / "town/levee/index.html").read_bytes()
    assert b"evil" not in answer.content


def test_nothing_private_is_kept(client, folder, report, django_user_model):
    for path in (
        "/account/login/",
        "/give/",
        "/me.json",
        "/search/?q=levee",
        "/newsroom/login/",
        f"/threads/{report.pk}/?sort=%00",
    ):
        client.get(path)
    assert not [path for path in folder.parent.rglob("*.html") if path.is_file()]


def test_a_change_while_a_page_is_rendered_is_not_lost(tender, folder, report, now, monkeypatch):
    """The page was read from old rows, and put into the store after the tender had dealt with the change."""
    put = keeping.Store.put

    def slow_put(self, made, **words):
        if "second" not in made.whole().decode():
            monkeypatch.setattr(keeping.Store, "put", put)
            say(report, now, "The second step.")
            tender.step()
        return put(self, made, **words)

    store().forget(["/town/levee/"])
    monkeypatch.setattr(keeping.Store, "put", slow_put)
    keeping.renderer().renew("/town/levee/")
    settle(tender)
    assert "The second step." in (folder / "town/levee/index.html").read_text()


def test_a_new_tender_goes_on_where_the_last_one_was_killed(tender, folder, report, now):
    say(report, now, "While nobody tended.")
    other = Tender(store(), changes(), maker="test")
    other.begin()
    other.step()
    assert "While nobody tended." in (folder / "town/levee/index.html").read_text()


@pytest.mark.parametrize("is_known", [False, True])
def test_who_is_killed_while_a_page_is_put_out_leaves_none_that_nobody_makes_right(
    tender, folder, report, now, monkeypatch, is_known
):
    class Killed(BaseException):
        pass

    def write(self, *page):
        plain(self, *page)
        raise Killed

    if is_known:
        store().drop(["/town/levee/"])
    else:
        store().forget(["/town/levee/"])
    plain, put_out = Files.write, store().join if is_known else renew
    with monkeypatch.context() as mean:
        mean.setattr(Files, "write", write)
        with pytest.raises(Killed):
            put_out("/town/levee/")
    assert (folder / "town/levee/index.html").exists()
    say(report, now, "Nobody would have told.")
    settle(tender)
    page = folder / "town/levee/index.html"
    assert not page.exists() or page.read_bytes().rstrip() == render("/town/levee/").content.rstrip()


def test_a_new_tender_makes_no_page_again_that_is_right(tender, folder):
    page, other = folder / "town/levee/index.html", Tender(store(), changes(), maker="test")
    made, taken_away = page.stat().st_ino, folder / "feed.rss"
    taken_away.unlink()
    other.begin()
    settle(other)
    assert page.stat().st_ino == made
    assert taken_away.exists()


def test_pages_of_another_program_are_forgotten(tender, folder):
    other = Tender(store(), changes(), maker="another version")
    other.begin()
    assert not (folder / "index.html").exists()


def test_a_page_that_is_made_anew_all_the_time_has_no_two_versions_of_one_tag(tmp_path, monkeypatch):
    moment = int(time()) + 0.5  # one second that holds them all, however slow the machine
    monkeypatch.setattr("dateline.delivery.store.files.time", lambda: moment)
    files = Files(tmp_path)
    page = b"<p>" + b"The water stands at the second step. " * 1000 + b"</p>"
    sizes = set()
    for number in range(60):
        whole = page + b"%03d" % number
        files.write("/", whole, files.packed("/", whole))
        fresh = {path.stat().st_size for path in (tmp_path / "pages").glob("index.html*")}
        assert not fresh & sizes
        sizes |= fresh
    assert max(sizes) < len(page) + 2000


def test_whoever_sees_a_new_page_sees_all_forms_of_it(tmp_path, monkeypatch):
    files, seen = Files(tmp_path), []
    plain = os.replace

    def replace(source, target):
        plain(source, target)
        seen.append(Path(target).suffix)

    monkeypatch.setattr(os, "replace", replace)
    page = b"<p>" + b"Words. " * 200
    files.write("/", page, files.packed("/", page))
    assert seen[-1] == ".html"
    assert set(seen) == {".gz", ".br", ".zst", ".html"}
