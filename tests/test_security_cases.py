"""What has gone wrong in discussions elsewhere, tried against ours. SECURITY.md has the whole table."""

from __future__ import annotations

import ast
import json
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.utils import timezone
from PIL import Image
from wagtail.models import Page, Site

from dateline.discussion.actions import edit, flag, post_comment, record_comment, restrict, set_mode, thread_of, vote
from dateline.discussion.models import Comment, Mode, Restraint, Status
from dateline.discussion.writer import Writer
from dateline.moderation.models import Decision
from dateline.people.models import Newsroom, User
from dateline.people.origin import says_same_origin
from dateline.people.tokens import make_token
from tests.fuzz.promises import broken

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parent.parent
OURS = {"HTTP_SEC_FETCH_SITE": "same-origin"}
HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) \"' onmouseover=alert(1) x=' "
    "</textarea></p></div><style>*{display:none}</style> {{ 7*7 }} &lt;b&gt;"
)
HOSTILE_NAME = "<img src=x onerror=alert(1)>\"' onclick='a"
CASS = Writer(device="c" * 64, origin="o" * 32, name=HOSTILE_NAME, mail="cass@example.org")
FETCHERS = {"urllib.request", "http.client", "requests", "httpx", "aiohttp", "urllib3", "ftplib"}
WHO_FETCHES = {  # and what: never an address that a reader wrote
    "dateline/bench": "measures a newsroom",
    "dateline/delivery/cdn": "tells the cache in front, named by the host",
    "dateline/notices/reaching.py": "calls programs that an editor named, and never within our own walls",
    "dateline/funding/providers": "asks the provider of payments, named by the host",
}


class Elements(HTMLParser):
    """What on a page could run something, or was never ours."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        runs = [name for name in said if name.startswith("on") or name in {"style", "srcdoc", "formaction"}]
        led = [value for name, value in attrs if name in {"href", "src", "action"} and (value or "").startswith("java")]
        inline = tag == "script" and not said.get("src") and "json" not in (said.get("type") or "")
        foreign = tag in {"style", "iframe", "object", "embed", "base"} or (tag == "img" and said.get("src") == "x")
        if runs or led or inline or foreign:
            self.wrong.append(f"<{tag} {said}>")


def wrong_on(html: str) -> list[str]:
    """Return what on a page must not be there."""
    reader = Elements()
    reader.feed(html)
    return reader.wrong


@pytest.fixture
def page() -> Page:
    page = Site.objects.get(is_default_site=True).root_page.add_child(instance=Page(title="Flood", slug="flood"))
    set_mode(page=page, mode=Mode.OPEN, now=timezone.now())
    return page


@pytest.fixture
def hostile(page: Page) -> Comment:
    """A comment that means harm in every field, edited, reported, decided about, its author warned."""
    now = timezone.now()
    own = post_comment(page=page, writer=CASS, text=f"Once: {HOSTILE}", now=now)
    edit(comment=own, writer=CASS, text=HOSTILE, now=now)
    flag(comment=own, writer=Writer(device="d" * 64), reason="other", note=HOSTILE, now=now)
    restrict(author_of=own, kind=Restraint.WARNED, words=HOSTILE, now=now)
    Comment.objects.filter(pk=own.pk).update(status=Status.HELD)
    return Comment.objects.get(pk=own.pk)


@pytest.fixture
def desk() -> Client:
    moderator = User.objects.create_user("mo", "mo@example.org", display_name="Mo")
    moderator.groups.add(Group.objects.get(name="Moderator"))
    client = Client()
    client.force_login(moderator)
    return client


def test_hostile_words_run_nothing_on_any_page_of_the_desk(hostile: Comment, desk: Client) -> None:
    number, thread = hostile.pk, hostile.thread.page_id
    for address in ("", "history/", "people/", f"comments/{number}/", f"threads/{thread}/", "appeals/"):
        html = desk.get(f"/moderation/{address}").content.decode()
        assert wrong_on(html) == [], address
    assert "&lt;script&gt;" in desk.get("/moderation/").content.decode()


def test_hostile_words_run_nothing_on_any_page_of_readers(hostile: Comment, client: Client) -> None:
    Comment.objects.filter(pk=hostile.pk).update(status=Status.PUBLISHED, shown=True)
    number, thread = hostile.pk, hostile.thread.page_id
    for address in (
        f"/threads/{thread}/",
        f"/comments/{number}/",
        f"/comments/{number}/reply/?quote=1",
        f"/comments/{number}/report/",
    ):
        html = client.get(address).content.decode()
        assert wrong_on(html) == [], address
        assert "&lt;script&gt;" in html, address


def test_programs_are_told_the_cleaned_words(hostile: Comment, client: Client) -> None:
    Comment.objects.filter(pk=hostile.pk).update(status=Status.PUBLISHED, shown=True)
    ben = User.objects.create_user("ben")
    key = make_token(user=ben, name="x", scopes=["read"], lasts=timezone.timedelta(days=1), now=timezone.now())
    answer = client.get(f"/api/v1/threads/{hostile.thread.page_id}", HTTP_AUTHORIZATION=f"Bearer {key}")
    [told] = answer.json()["comments"]
    assert broken(told["html"]) == []
    assert answer.headers["Content-Type"].startswith("application/json")
    assert wrong_on("<scr" + "ipt>x</script>")


def test_what_is_written_into_the_hidden_field_is_stored_and_shown_nowhere(page: Page, client: Client) -> None:
    words = {"text": "Buy.", "author_name": "Bot", "website": "https://trap.example/'\"><b>"}
    client.post(f"/threads/{page.pk}/post/", words, **OURS)
    comment = Comment.objects.get()
    assert "trap.example" not in str(vars(comment))
    assert comment.is_held


def test_nobody_says_more_in_a_form_than_it_asks(page: Page, client: Client) -> None:
    more = {"status": "published", "by_staff": "1", "badge": "author", "score": "9", "account": "1", "up": "99"}
    set_mode(page=page, mode=Mode.ALL, now=timezone.now())
    client.post(f"/threads/{page.pk}/post/", {"text": "Hello.", "author_name": "Cass", **more}, **OURS)
    comment = Comment.objects.get()
    assert (comment.status, comment.by_staff, comment.badge, comment.up, comment.account_id) == (
        "held",
        False,
        "",
        0,
        None,
    )
    ben = User.objects.create_user("ben", display_name="Ben")
    client.force_login(ben)
    client.post("/account/", {"display_name": "Ben", "is_superuser": "1", "is_staff": "1", "groups": "1"})
    ben.refresh_from_db()
    assert (ben.is_superuser, ben.is_staff, ben.groups.count()) == (False, False, 0)


def test_voting_makes_nobody_an_account(page: Page, client: Client) -> None:
    said = record_comment(
        thread=thread_of(page=page, now=timezone.now()),
        author_name="Zed",
        text="Said.",
        created_at=timezone.now(),
        now=timezone.now(),
    )
    before = User.objects.count()
    client.post(f"/comments/{said.pk}/vote/", {"value": "1", "email": "x@example.org", "name": "X"}, **OURS)
    said.refresh_from_db()
    assert (said.up, User.objects.count()) == (1, before)


def test_a_readers_good_token_opens_no_verb_of_the_desk(hostile: Comment) -> None:
    reader = Client(enforce_csrf_checks=True)
    reader.force_login(User.objects.create_user("ben", display_name="Ben"))
    reader.get("/account/")
    token = reader.cookies["csrftoken"].value
    for verb in (
        f"comments/{hostile.pk}/decide",
        f"comments/{hostile.pk}/restrain",
        f"threads/{hostile.thread.page_id}",
    ):
        sent = {"action": "approve", "kind": "banned", "mode": "open", "csrfmiddlewaretoken": token}
        assert reader.post(f"/moderation/{verb}/", sent).status_code == 403, verb
    assert not Decision.objects.exists()
    assert Comment.objects.get().is_held


def test_no_page_feed_or_answer_holds_a_mail_address_a_device_or_a_voter(page: Page, client: Client) -> None:
    now = timezone.now()
    cass = Writer(device="c0ffee" * 10, origin="deadbeef" * 4, name="Cass", mail="cass@example.org")
    own = post_comment(page=page, writer=cass, text="The river rises.", now=now)
    vote(comment=own, writer=Writer(device="abba" * 16, origin="feed" * 8), value=1, now=now)
    assert Comment.objects.get().is_published
    ben = User.objects.create_user("ben")
    key = make_token(user=ben, name="x", scopes=["read"], lasts=timezone.timedelta(days=1), now=now)
    addresses = [
        f"/threads/{page.pk}/",
        f"/comments/{own.pk}/",
        f"/comments/{own.pk}/report/",
        f"/api/v1/threads/{page.pk}",
    ]
    addresses += [f"/threads/{page.pk}/{name}" for name in ("feed.xml", "atom.xml", "feed.json", "rss.xml")]
    read = 0
    for address in addresses:
        answer = client.get(address, HTTP_AUTHORIZATION=f"Bearer {key}")
        body = answer.content.decode()
        read += "The river rises." in body
        for secret in ("cass@example.org", "c0ffee", "deadbeef", "abbaabba", "feedfeed"):
            assert secret not in body, (address, secret)
    assert read >= 4


def test_no_address_tells_whether_a_mail_address_has_commented(page: Page, client: Client) -> None:
    post_comment(page=page, writer=CASS, text="The river rises.", now=timezone.now())
    for query in (
        "email=cass@example.org",
        "mail=cass@example.org",
        "author=cass@example.org",
        "mail=nobody@example.org",
    ):
        assert client.get(f"/threads/{page.pk}/?{query}").content == client.get(f"/threads/{page.pk}/").content


def test_a_mail_is_one_line_to_one_person_whatever_names_say(client: Client) -> None:
    newsroom = Newsroom.load()
    newsroom.name = "The Bank\r\nBcc: all@example.org"
    newsroom.save()
    ben = User.objects.create_user("ben", email="ben@example.org", display_name="Ben\nBcc: x@example.org")
    EmailAddress.objects.create(user=ben, email=ben.email, verified=True, primary=True)
    client.post("/account/login/", {"login": "ben@example.org"})
    client.post("/account/login/", {"login": "ben@example.org\r\nBcc: all@example.org"})
    client.post("/account/signup/", {"email": "dee@example.org\nBcc: all@example.org", "display_name": "Dee"})
    for each in mail.outbox:
        assert each.recipients() == ["ben@example.org"]
        assert "\n" not in each.subject
        assert each.message()["Bcc"] is None
        assert not each.alternatives if hasattr(each, "alternatives") else True
        assert each.content_subtype == "plain"


def test_signing_in_by_a_code_changes_the_key_of_the_session(client: Client) -> None:
    ben = User.objects.create_user("ben", email="ben@example.org", display_name="Ben")
    EmailAddress.objects.create(user=ben, email=ben.email, verified=True, primary=True)
    client.post("/account/login/", {"login": "ben@example.org"})
    planted = client.cookies["sessionid"].value
    code = next(line.strip() for line in mail.outbox[-1].body.splitlines() if line.startswith("    "))
    client.post("/account/login/code/confirm/", {"code": code})
    assert client.get("/me.json").json()["name"] == "Ben"
    assert client.cookies["sessionid"].value != planted
    stranger = Client()
    stranger.cookies["sessionid"] = planted
    assert stranger.get("/me.json").json()["name"] is None


@pytest.mark.parametrize("address", ["", "data/", "muted/", "data/erased/"])
def test_a_readers_own_pages_tell_robots_to_keep_away(client: Client, address: str) -> None:
    answer = client.get(f"/comments/mine/{address}")
    assert '<meta name="robots" content="noindex">' in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]


def test_robots_are_told_of_the_doors_they_need_not_try(client: Client) -> None:
    told = client.get("/robots.txt").content.decode()
    for path in ("/account/", "/moderation/", "/newsroom/", "/appeals/"):
        assert f"Disallow: {path}\n" in told, path


@pytest.mark.parametrize(
    "origin", ["https://attacker-news.example", "https://news.example.evil.example", "https://xnews.example"]
)
def test_a_site_whose_name_ends_or_begins_like_ours_is_another(origin: str) -> None:
    assert not says_same_origin(None, origin, host=lambda: "news.example")
    assert says_same_origin(None, "https://news.example", host=lambda: "news.example")


def test_what_other_headers_say_of_the_senders_address_is_not_listened_to(page: Page, client: Client) -> None:
    for number, header in enumerate(
        ("X_REAL_IP", "CF_CONNECTING_IP", "TRUE_CLIENT_IP", "CLIENT_IP", "FORWARDED", "X_FORWARDED_FOR")
    ):
        words = {"text": f"The water rises, {number}.", "author_name": f"Cass {number}"}
        Client().post(f"/threads/{page.pk}/post/", words, **OURS, **{f"HTTP_{header}": f"203.0.113.{number}"})
    assert Comment.objects.count() == 6
    assert Comment.objects.values("origin").distinct().count() == 1


def test_a_file_that_a_reader_sends_is_kept_nowhere(page: Page, client: Client, own_media: Path) -> None:
    picture = BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    picture.name = "a.png"
    picture.seek(0)
    client.post(
        f"/threads/{page.pk}/post/", {"text": "Look.", "author_name": "Cass", "file": picture, "mail": ""}, **OURS
    )
    assert Comment.objects.get().text == "Look."
    assert not own_media.exists() or not any(own_media.rglob("*"))


def imports(code: str) -> set[str]:
    """The modules that a module imports, each by its whole name."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
    return found


def test_nothing_fetches_an_address_but_what_the_host_has_named() -> None:
    fetching = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "dateline").rglob("*.py")
        if "tests" not in path.parts and imports(path.read_text(encoding="utf-8")) & FETCHERS
    }
    assert {path for path in fetching if not path.startswith(tuple(WHO_FETCHES))} == set()
    assert imports("from urllib.request import urlopen") & FETCHERS


def bomb() -> Any:
    """A picture of 900 million points in a few kilobytes."""
    found = BytesIO()
    Image.new("1", (30_000, 30_000)).save(found, "PNG")
    found.name = "bomb.png"
    found.seek(0)
    return found


def test_a_picture_that_would_fill_the_memory_is_refused(client: Client) -> None:
    client.force_login(User.objects.create_superuser("ada", "ada@example.org"))
    answer = client.post("/newsroom/images/add/", {"title": "Bomb", "description": "Nothing", "file": bomb()})
    assert answer.status_code == 200
    assert "pixels" in answer.content.decode() or "valid image" in answer.content.decode()


def test_what_a_program_sends_that_is_no_text_is_refused(page: Page, client: Client) -> None:
    ben = User.objects.create_user("ben", display_name="Ben")
    key = make_token(user=ben, name="x", scopes=["post"], lasts=timezone.timedelta(days=1), now=timezone.now())
    answer = client.post(
        f"/api/v1/threads/{page.pk}/comments",
        json.dumps({"text": "half \ud83d a pair"}),
        content_type="application/json",
        HTTP_AUTHORIZATION=f"Bearer {key}",
    )
    assert answer.status_code in {400, 422}
    assert not Comment.objects.exists()
