"""Pages that other sites may frame: made ahead like all, sent with the policy that each says of itself."""

from pathlib import Path

import pytest

from dateline.delivery.changes import changes
from dateline.delivery.door.shelf import Shelf
from dateline.delivery.keeping import store
from dateline.delivery.store.address import file_of
from dateline.delivery.store.framed import ancestors_of, framed_by
from dateline.delivery.tender import Tender
from dateline.discussion.actions import record_comment, set_status
from dateline.discussion.models import Embedding, Status, Thread
from dateline.front.pages import policies, render, renew

pytestmark = pytest.mark.django_db
PAGE = "https://blog.example/weir/"


@pytest.fixture
def folder(settings, tmp_path):
    """A store of the test's own."""
    (tmp_path / "pages").mkdir()
    settings.DELIVERY_FOLDER = str(tmp_path / "pages")
    store.cache_clear()
    yield tmp_path / "pages"
    store.cache_clear()


@pytest.fixture
def thread(now):
    Embedding.objects.create(origins="https://blog.example")
    return Thread.objects.create(place=PAGE, url=PAGE, created_at=now)


@pytest.fixture
def tender(folder, thread):
    one = Tender(store(), changes(), maker="test")
    one.begin()
    settle(one)
    return one


@pytest.fixture
def shelf(folder):
    common = {"X-Frame-Options": "SAMEORIGIN", "X-Content-Type-Options": "nosniff"}
    return Shelf(folder, static=folder / "static", most=1_000_000, common=common, policies=policies())


def settle(tender):
    while tender.step():
        pass


def sent(shelf, address):
    """The headers and the page that the door sends for a path, None where nothing lies ready."""
    ready = shelf.find(address.encode(), b"")
    return (ready.headers.decode(), ready.path.read_text()) if ready else None


def test_they_lie_where_a_web_server_does_not_look_by_itself():
    assert file_of("/embed/7/").as_posix() == "framed/embed/7/index.html"
    assert file_of("/embed/7/?sort=best").as_posix() == "framed/embed/7/index,sort=best.html"
    assert file_of("/embed.js").as_posix() == "pages/embed.js"
    assert file_of("/embedded/").as_posix() == "pages/embedded/index.html"


def test_the_door_sends_one_with_the_sites_that_may_frame_it(shelf, thread, folder):
    address = f"/embed/{thread.pk}/"
    renew(address)
    headers, _page = sent(shelf, address)
    assert "frame-ancestors 'self' https://blog.example" in headers
    assert "x-content-type-options: nosniff" in headers
    assert "x-frame-options" not in headers
    plain = Path(folder / "pages" / "plain" / "index.html")
    plain.parent.mkdir(parents=True)
    plain.write_text('<meta name="frame-ancestors" content="https://blog.example">')
    assert "frame-ancestors 'self';" in sent(shelf, "/plain/")[0] + ";"
    assert "x-frame-options: SAMEORIGIN" in sent(shelf, "/plain/")[0]


def test_what_the_door_sends_is_what_the_application_sends(shelf, thread, folder):
    address = f"/embed/{thread.pk}/"
    answered = renew(address)
    headers, page = sent(shelf, address)
    policy = next(line for line in headers.split("\r\n") if line.startswith("content-security-policy"))
    assert page.strip() == render(address).content.decode().strip()
    told = set(policy.partition(": ")[2].split("; "))
    assert told == set(answered.headers["Content-Security-Policy"].split("; "))


def test_a_comment_is_there_at_once_and_gone_at_once(tender, shelf, thread, now):
    address = f"/embed/{thread.pk}/"
    renew(address)
    comment = record_comment(thread=thread, author_name="Ben", text="The first.", created_at=now, now=now)
    settle(tender)
    assert "The first." in sent(shelf, address)[1]
    set_status(comment=comment, status=Status.REJECTED)
    settle(tender)
    assert "The first." not in sent(shelf, address)[1]


def test_a_site_that_is_taken_from_the_list_frames_nothing_any_more(tender, shelf, thread):
    address = f"/embed/{thread.pk}/"
    renew(address)
    Embedding.objects.update(origins="https://other.example")
    settle(tender)
    assert sent(shelf, address) is None
    assert shelf.aside(address.encode(), b"") is None


def test_one_that_is_added_may_frame_at_once(tender, shelf, thread):
    address = f"/embed/{thread.pk}/"
    renew(address)
    Embedding.objects.update(origins="https://blog.example\nhttps://*.example.net")
    settle(tender)
    assert "frame-ancestors 'self' https://*.example.net https://blog.example" in sent(shelf, address)[0]


def test_where_nobody_has_written_nothing_is_kept(shelf, thread):
    render(f"/embed/?url={PAGE}else/")
    assert sent(shelf, "/embed/") is None


@pytest.mark.parametrize(
    "head",
    ["", '<meta name="frame-ancestors" content="*; script-src x">', '<meta name="frame-ancestors" content="\'none\'">'],
)
def test_a_page_that_says_nothing_sound_may_be_framed_by_nobody_else(tmp_path, head):
    page = tmp_path / "index.html"
    page.write_text(head)
    policy = {"Content-Security-Policy": "default-src 'none'; frame-ancestors 'self'"}
    assert framed_by(policy, ancestors_of(page)) == policy


def test_the_script_for_other_sites_lies_ready_too(shelf, folder):
    renew("/embed.js")
    headers, script = sent(shelf, "/embed.js")
    assert "content-type: text/javascript; charset=utf-8" in headers
    assert "cross-origin-resource-policy: cross-origin" in headers
    assert "Comments at" in script
