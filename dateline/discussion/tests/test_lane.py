"""The fast lane answers as the ordinary view would, or leaves the answer to it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection, transaction
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries, Settings
from wagtail.models import Page, PageViewRestriction, Site

from dateline.delivery.lane import Posted
from dateline.discussion import lane
from dateline.discussion.actions import set_mode, set_status
from dateline.discussion.addresses import Addresses
from dateline.discussion.device import COOKIE, cookie_of, remember
from dateline.discussion.forms import CommentForm
from dateline.discussion.limits import COMMENTS_BY_ONE
from dateline.discussion.models import Comment, Mode, Status
from dateline.discussion.names import is_taken, taken_names
from dateline.discussion.plain_form import KINDS, read_form
from dateline.discussion.writer import Writer
from dateline.people.models import Newsroom, User

from .conftest import Say

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"
WORDS = {"text": "The water is at the **bridge**.\r\n\r\nStill.", "author_name": "Ben", "mail": "", "website": ""}
META = {
    "HTTP_HOST": "testserver",
    "SERVER_PORT": "80",
    "REMOTE_ADDR": "192.0.2.7",
    "HTTP_SEC_FETCH_SITE": "same-origin",
    "CONTENT_TYPE": FORM,
}


def sent(path: str, words: dict[str, str] | str = WORDS, **meta: str) -> Posted:
    body = words if isinstance(words, str) else urlencode(words)
    return Posted(path, {**META, **meta}, body.encode())


def by_lane(posted: Posted, now: datetime) -> tuple[str, str] | None:
    """Where the lane leads, and the name of the cookie that it sets."""
    [draft] = lane.prepare([posted], timezone.now())
    [answer] = lane.store([draft], now) if draft else [None]
    return (answer.location, (answer.cookie or "").split("=")[0]) if answer else None


def by_view(posted: Posted, client: Client) -> tuple[str, str] | None:
    """The same of the ordinary view; None for whatever is no way on."""
    meta = {key: value for key, value in posted.meta.items() if key != "CONTENT_TYPE"}
    answer = client.generic("POST", posted.path, posted.body, posted.meta["CONTENT_TYPE"], **meta)
    return (answer["Location"], next(iter(answer.cookies), "")) if answer.status_code == 303 else None


def stored() -> list[dict[str, Any]]:
    """What is kept of the comments, but for what is made by chance or by the clock."""
    by_chance = {"device", "created_at", "contact_expires_at"}
    rows = list(Comment.objects.order_by("pk").values())
    for row in rows:
        row["urgency"] = row["urgency"] and round(
            (row["urgency"] + row["created_at"].timestamp()) / 100
        )  # some seconds' waiting
    return [{key: value for key, value in row.items() if key not in by_chance} for row in rows]


def ways(flood: Page, comment: Comment) -> dict[str, tuple[Posted, bool]]:
    """Every kind of post, and whether the lane is to take it."""
    post, reply = f"/threads/{flood.pk}/post/", f"/comments/{comment.pk}/reply/"
    return {
        "a comment": (sent(post), True),
        "a reply": (sent(reply), True),
        "with mail": (sent(post, {**WORDS, "mail": "ben@example.org"}), True),
        "an insult": (sent(post, {**WORDS, "text": "You idiot"}), True),
        "a trap": (sent(post, {**WORDS, "website": "x"}), True),
        "by origin": (sent(post, HTTP_SEC_FETCH_SITE="", HTTP_ORIGIN="http://testserver"), True),
        "with charset": (sent(post, CONTENT_TYPE=f"{FORM}; charset=UTF-8"), True),
        "a forged device": (sent(post, HTTP_COOKIE=f"{COOKIE}=me:forged"), True),
        "twice the field": (sent(post, urlencode(WORDS) + "&text=Later+words"), True),
        "another site": (sent(post, HTTP_SEC_FETCH_SITE="cross-site"), False),
        "another origin": (sent(post, HTTP_SEC_FETCH_SITE="", HTTP_ORIGIN="http://else.example"), False),
        "no word of origin": (sent(post, HTTP_SEC_FETCH_SITE=""), False),
        "another host": (sent(post, HTTP_HOST="else.example"), False),
        "a preview": (sent(post, {**WORDS, "preview": "1"}), False),
        "nothing": (sent(post, {**WORDS, "text": "\u2003"}), False),
        "too long": (sent(post, {**WORDS, "text": "x" * 3001}), False),
        "no name": (sent(post, {**WORDS, "author_name": "\u200b"}), False),
        "our name": (sent(post, {**WORDS, "author_name": "Dаteline"}), False),
        "no mail": (sent(post, {**WORDS, "mail": "ben@"}), False),
        "a NUL": (sent(post, {**WORDS, "text": "a\x00b"}), False),
        "no page": (sent("/threads/999999/post/"), False),
        "no comment": (sent("/comments/999999/reply/"), False),
        "a huge number": (sent(f"/comments/{'9' * 18}/reply/"), False),
    }


WAYS = list(ways(Page(pk=1), Comment(pk=1)))


@pytest.mark.parametrize("way", WAYS)
def test_the_lane_stores_and_says_what_the_view_would(flood: Page, say: Say, client: Client, now: datetime, way: str):
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    posted, taken = ways(flood, say())[way]
    with transaction.atomic():
        expected, rows = by_view(posted, client), stored()
        transaction.set_rollback(True)
    answer = by_lane(posted, now)
    assert (answer is not None) == taken
    assert without_numbers(answer) == without_numbers(expected)
    assert [{**row, "id": 0, "path": 0, "root_id": 0} for row in stored()] == [
        {**row, "id": 0, "path": 0, "root_id": 0} for row in rows
    ]


def without_numbers(answer: tuple[str, str] | None) -> Any:
    """PostgreSQL gives no id twice, though nothing was kept."""
    return answer and ("".join(sign for sign in answer[0] if not sign.isdigit()), answer[1])


def test_multipart_and_the_session_of_somebody_signed_in_are_the_views(flood: Page):
    path = f"/threads/{flood.pk}/post/"
    assert lane.prepare([sent(path, CONTENT_TYPE="multipart/form-data; boundary=x")], timezone.now()) == [None]
    assert lane.prepare([sent(path, HTTP_COOKIE="sessionid=x")], timezone.now()) == [None]
    assert lane.prepare([sent(f"{path}?x=1"), sent("/threads/1/"), sent(path + "\n")], timezone.now()) == [
        None,
        None,
        None,
    ]


def test_where_tls_is_demanded_the_proxy_must_have_said_so(flood: Page, settings: Settings):
    settings.SECURE_SSL_REDIRECT, settings.SECURE_PROXY_SSL_HEADER = True, ("HTTP_X_FORWARDED_PROTO", "https")
    path = f"/threads/{flood.pk}/post/"
    drafts = lane.prepare([sent(path), sent(path, HTTP_X_FORWARDED_PROTO="https")], timezone.now())
    assert [draft is None for draft in drafts] == [True, False]


def test_a_closed_thread_a_hidden_comment_and_a_private_page_are_the_views(flood: Page, say: Say, now: datetime):
    comment = say()
    path, reply = f"/threads/{flood.pk}/post/", f"/comments/{comment.pk}/reply/"
    set_mode(page=flood, mode=Mode.CLOSED, now=now)
    assert lane.prepare([sent(path), sent(reply)], timezone.now()) == [None, None]
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    set_status(comment=comment, status=Status.REJECTED)
    assert [draft is None for draft in lane.prepare([sent(path), sent(reply)], timezone.now())] == [False, True]
    PageViewRestriction.objects.create(page=flood.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    assert lane.prepare([sent(path)], timezone.now()) == [None]


def test_who_has_written_too_much_hears_it_from_the_view(flood: Page, now: datetime, client: Client):
    assert by_view(sent(f"/threads/{flood.pk}/post/"), client)
    device = client.cookies[COOKIE].value
    batch = [sent(f"/threads/{flood.pk}/post/", HTTP_COOKIE=f"{COOKIE}={device}")] * (COMMENTS_BY_ONE + 1)
    drafts = [draft for draft in lane.prepare(batch, timezone.now()) if draft]
    later = Comment.objects.get().created_at
    answers = lane.store(drafts, later)
    assert [answer is None for answer in answers] == [False] * (COMMENTS_BY_ONE - 1) + [True] * 2
    assert not [answer for answer in answers if answer and answer.cookie]
    assert len(set(Comment.objects.values_list("device", flat=True))) == 1


def test_a_batch_takes_the_same_few_queries_whatever_its_size(
    flood: Page, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
):
    set_mode(page=flood, mode=Mode.OPEN, now=now)

    def batch(size: int) -> list[Posted]:
        return [
            sent(f"/threads/{flood.pk}/post/", own_words(1000 * size + each), REMOTE_ADDR=f"10.{size}.1.{each}")
            for each in range(size)
        ]

    assert all(lane.prepare(batch(2), timezone.now()))
    for size in (1, 40):
        with django_assert_num_queries(9):
            drafts = [draft for draft in lane.prepare(batch(size), timezone.now()) if draft]
        with django_assert_num_queries(8 + (connection.vendor == "postgresql")):  # and there it takes turns
            assert all(lane.store(drafts, now))


def own_words(number: int) -> dict[str, str]:
    """A form with as many words as make a comment somebody's own, and nobody else's."""
    letters = "".join(chr(ord("a") + int(figure)) for figure in str(number))
    return {**WORDS, "text": " ".join(f"{letters}{chr(ord('a') + place)}" for place in range(20))}


TEXT = st.text(max_size=30) | st.sampled_from(["", " ", "x" * 3000, "x" * 3001, "\x00", "a\r\nb", "\ufeff", "Dateline"])
MAIL = TEXT | st.emails() | st.sampled_from(["a@b", f"{'a' * 64}@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.example"])
FIELDS = st.fixed_dictionaries({}, optional={"text": TEXT, "author_name": TEXT, "mail": MAIL, "website": TEXT})


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fields=FIELDS, raw=st.binary(max_size=20), kind=st.sampled_from([*KINDS, "text/plain"]))
@example(fields=WORDS, raw=b"", kind=FORM)
def test_what_the_plain_form_accepts_the_form_accepts_with_the_same_words(
    db: None, fields: dict[str, str], raw: bytes, kind: str
):
    body = urlencode(fields).encode() + (b"&" + raw if raw else b"")
    words = read_form(kind, body, taken_names())
    if words:
        form = CommentForm(QueryDict(body, encoding="utf-8"), writer=Writer())
        assert form.is_valid(), form.errors
        cleaned = form.cleaned_data
        plain = (cleaned["text"], cleaned["author_name"], cleaned["mail"], bool(cleaned["website"]))
        assert words == (*plain, words.opened)
    if fields == WORDS and not raw:
        assert words


def test_names_are_protected_from_the_moment_that_they_are_given(db: None, ada: User):
    assert is_taken("Ada  Mаrsh")
    assert not is_taken("Eve Marsh")
    User.objects.filter(pk=ada.pk).update(display_name="Eve Marsh")
    assert is_taken("Eve Marsh")
    assert not is_taken("Ada Marsh")
    newsroom = Newsroom.load()
    newsroom.name = "The Bank"
    newsroom.save()
    assert is_taken("the bank")
    assert not is_taken("Dateline")
    ada.groups.clear()
    assert not is_taken("Eve Marsh")


def test_pages_are_told_where_they_are_though_they_or_their_site_move(flood: Page):
    def told() -> list[str | None]:
        return [Addresses({flood.pk}).of(flood.pk, {"HTTP_HOST": host}) for host in ("testserver", "localhost")]

    assert told() == [flood.get_url(), flood.get_url()]
    Site.objects.create(hostname="localhost", root_page=flood)
    assert told() == ["/flood/", "/"]
    assert Addresses({flood.pk, 999}).of(999, META) is None


def test_of_two_sites_at_one_host_the_port_says_which_is_meant(flood: Page, client: Client, now: datetime):
    other = flood.get_parent().add_child(instance=Page(title="Elsewhere", slug="elsewhere"))
    Site.objects.create(hostname="testserver", port=8443, root_page=other)
    for port in ("80", "8443"):
        posted = sent(f"/threads/{flood.pk}/post/", HTTP_HOST=f"testserver:{port}", SERVER_PORT=port)
        led = by_lane(posted, now)
        assert led is not None
        assert led[0].rpartition("seen=")[0] == (by_view(posted, client) or ("", ""))[0].rpartition("seen=")[0]


def test_the_cookie_is_the_one_that_a_response_sets(now: datetime, settings: Settings):
    for settings.SESSION_COOKIE_SECURE in (False, True):
        response = HttpResponse()
        remember(response, "secret")
        [ours, theirs] = [
            [part for part in cookie.split("; ") if not part.startswith("expires")]
            for cookie in (cookie_of("secret", now), response.cookies[COOKIE].OutputString())
        ]
        assert ours == theirs
    assert "; expires=Sun, 14 Nov 2027 09:30:00 GMT;" in cookie_of("secret", now)
