"""A thread below a page of another site: read, written in and counted there, and nowhere that was not listed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Page

from dateline.delivery.models import Change
from dateline.discussion.actions import record_comment, set_mode_of, set_status
from dateline.discussion.device import FIELD, new_device, signed
from dateline.discussion.models import Comment, Embedding, Flag, Mode, Status, Thread, Vote
from dateline.discussion.places import Place, sealed, unsealed

pytestmark = pytest.mark.django_db
BLOG = "https://blog.example"
POST = f"{BLOG}/posts/weir/"
WORDS = {"text": "The weir was shut at noon.", "author_name": "Ben", "mail": "", "website": ""}
Send = Callable[..., Any]


@pytest.fixture
def listed(flood: Page) -> Embedding:
    """The newsroom lists a blog, and all names before another."""
    return Embedding.objects.create(origins=f"{BLOG}\nhttps://*.example.net")


@pytest.fixture
def weir(listed: Embedding, now: datetime) -> Thread:
    """A thread below a post of that blog, in which anybody may write."""
    thread = Thread.objects.create(place=POST, url=POST, title="The weir", created_at=now)
    return set_mode_of(thread=thread, mode=Mode.OPEN, now=now)


@pytest.fixture
def said(weir: Thread, now: datetime) -> Comment:
    """A published comment there."""
    return record_comment(thread=weir, author_name="Dee", text="I saw it.", created_at=now, now=now)


def ask(client: Client, url: str, **more: str) -> Any:
    return client.get("/embed/", {"url": url, **more})


def form_of(response: Any) -> str:
    """The place that the form on a page carries."""
    return re.search(r'name="place" value="([^"]+)"', response.content.decode())[1].replace("&quot;", '"')


# Reading


def test_a_page_where_nobody_has_written_shows_a_form_and_stores_nothing(client: Client, listed: Embedding):
    response = ask(client, POST, title="The weir")
    assert response.status_code == 200
    assert b"0 comments" in response.content
    assert unsealed(form_of(response)) == Place(POST, POST, "The weir")
    assert not response.cookies
    assert Thread.objects.count() == 0


def test_a_thread_has_an_address_of_its_own_to_which_its_page_leads(client: Client, said: Comment):
    response = ask(client, f"{BLOG}/posts/weir/?utm_source=mail#top")
    assert (response.status_code, response["Location"]) == (302, f"/embed/{said.thread_id}/")
    page = client.get(response["Location"])
    assert b"I saw it." in page.content
    assert not page.cookies


def test_pages_in_a_frame_are_not_for_search_engines_and_name_the_page_they_are_about(client: Client, said: Comment):
    html = client.get(f"/embed/{said.thread_id}/").content.decode()
    assert '<meta name="robots" content="noindex">' in html
    assert f'<link rel="canonical" href="{POST}">' in html


def test_whatever_one_follows_within_a_frame_stays_below_its_address(client: Client, said: Comment):
    for address in (f"/embed/{said.thread_id}/", f"/embed/comments/{said.pk}/", f"/embed/comments/{said.pk}/reply/"):
        html = client.get(address).content.decode()
        inner = re.sub(r'<a [^>]*target="_(?:blank|top)"', "", html)
        led = re.findall(r'(?:<a [^>]*href|action)="(/[^"]*)"', inner)
        assert led
        assert [to for to in led if not to.startswith("/embed/")] == []


def test_orders_and_further_pages_stay_in_the_frame(client: Client, weir: Thread, now: datetime):
    for number in range(30):
        record_comment(thread=weir, author_name="Dee", text=f"Words {number}", created_at=now, now=now)
    html = client.get(f"/embed/{weir.pk}/?sort=oldest").content.decode()
    following = re.search(r'href="(/embed/\d+/\?sort=oldest&amp;after=[^"]+)" rel="next"', html)[1]
    assert b"Words 29" in client.get(following.replace("&amp;", "&")).content


def test_several_addresses_share_a_thread_by_a_name_within_one_site(client: Client, listed: Embedding):
    place = form_of(ask(client, f"{BLOG}/de/wehr/", id="weir"))
    assert unsealed(place).place == f"{BLOG}#weir"
    other = form_of(ask(client, "https://a.example.net/", id="weir"))
    assert unsealed(other).place == "https://a.example.net#weir"


# Who may


@pytest.mark.parametrize(
    "url",
    [
        "https://attacker-blog.example/", "https://blog.example.attacker.example/", "http://blog.example/",
        "https://blog.example:8443/", "https://blog.example@attacker.example/", "https://example.net/",
    ],
)  # fmt: skip
def test_an_address_that_only_resembles_a_listed_site_is_refused_in_a_sentence(
    client: Client, listed: Embedding, url: str
):
    response = ask(client, url)
    assert response.status_code == 403
    assert b"notice--error" in response.content
    assert b"<form" not in response.content
    assert Thread.objects.count() == 0


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "//blog.example/", "file:///etc/passwd", "x" * 900])
def test_what_is_no_page_is_refused_in_a_sentence(client: Client, listed: Embedding, url: str):
    assert ask(client, url).status_code == 403


def test_frame_ancestors_are_exactly_the_listed_sites_and_ourselves(client: Client, said: Comment):
    for address in (f"/embed/?url={POST}x", f"/embed/{said.thread_id}/", "/embed/comments/999999/", "/embed/?url=x"):
        response = client.get(address)
        policy = dict(part.partition(" ")[::2] for part in response["Content-Security-Policy"].split("; "))
        assert policy["frame-ancestors"] == f"'self' {BLOG} https://*.example.net".replace(
            f"{BLOG} https://*.example.net", f"https://*.example.net {BLOG}"
        )
        assert "X-Frame-Options" not in response
        assert "unsafe" not in response["Content-Security-Policy"]


def test_clickjacking_no_other_page_of_ours_may_be_framed(client: Client, flood: Page, said: Comment):
    for address in (f"/comments/{said.pk}/", f"/threads/{flood.pk}/", f"/comments/{said.pk}/reply/", "/comments/mine/"):
        response = client.get(address)
        assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
        assert BLOG not in response["Content-Security-Policy"]
        assert response["X-Frame-Options"] == "SAMEORIGIN"


def test_comments_below_our_own_reports_are_not_lent_to_frames(client: Client, listed: Embedding, say: Any):
    comment = say()
    for path in ("", "reply/", "report/", "vote/"):
        assert client.get(f"/embed/comments/{comment.pk}/{path}").status_code in {404, 405}


def test_a_site_that_is_listed_no_more_shows_nothing_and_takes_nothing(client: Client, post: Send, said: Comment):
    place = form_of(client.get(f"/embed/{said.thread_id}/"))
    Embedding.objects.update(origins="")
    assert client.get(f"/embed/{said.thread_id}/").status_code == 403
    assert client.get(f"/embed/comments/{said.pk}/").status_code == 403
    assert post("/embed/post/", {**WORDS, "place": place}).status_code == 403
    assert post(f"/embed/comments/{said.pk}/reply/", WORDS).status_code == 403
    assert Comment.objects.count() == 1


def test_a_change_of_the_list_is_a_change_of_every_frame(listed: Embedding):
    before = Change.objects.filter(tags="embedding").count()
    listed.origins = ""
    listed.save()
    assert Change.objects.filter(tags="embedding").count() == before + 1


@pytest.mark.parametrize(
    "line", ["blog.example", "https://*", "https://blog.example/path", "https://x.example; img-src *"]
)
def test_an_editor_is_told_which_line_is_no_site(line: str):
    with pytest.raises(ValidationError, match="is not the address of a site"):
        Embedding(origins=f"{BLOG}\n{line}").full_clean()


# Writing


def test_a_guest_without_cookies_writes_and_is_known_again(client: Client, post: Send, weir: Thread):
    asked = post("/embed/device.json")
    kept = json.loads(asked.content)["device"]
    assert asked["Cache-Control"] == "private, no-store"
    assert not asked.cookies
    place = form_of(client.get(f"/embed/{weir.pk}/"))
    response = post("/embed/post/", {**WORDS, "place": place, FIELD: kept})
    comment = Comment.objects.get()
    change = Change.objects.latest("pk")
    assert response.status_code == 303
    assert response["Location"] == f"/embed/{weir.pk}/?seen={change.pk}#c{comment.pk}"
    assert change.tags == f"embed:{weir.pk}"
    assert not response.cookies
    post("/embed/post/", {**WORDS, "text": "And opened at one.", "place": place, FIELD: kept})
    assert len(set(Comment.objects.values_list("device", flat=True))) == 1


def test_the_first_comment_makes_the_thread(client: Client, post: Send, listed: Embedding):
    response = post("/embed/post/", {**WORDS, "place": form_of(ask(client, POST, title="The weir"))})
    thread = Thread.objects.get()
    assert (thread.place, thread.url, thread.title) == (POST, POST, "The weir")
    assert response["Location"] == f"/embed/{thread.pk}/received/"
    assert b"A moderator reads it" in client.get(response["Location"]).content
    assert Comment.objects.get().is_held


def test_a_comment_that_is_refused_makes_no_thread(client: Client, post: Send, listed: Embedding):
    place = form_of(ask(client, POST))
    assert post("/embed/post/", {**WORDS, "text": "", "place": place}).status_code == 422
    assert post("/embed/post/", {**WORDS, "preview": "1", "place": place}).status_code == 200
    assert Thread.objects.count() == 0


def test_the_limits_are_those_of_the_forms(client: Client, post: Send, weir: Thread):
    place, kept = form_of(client.get(f"/embed/{weir.pk}/")), signed(new_device())
    answers = [
        post("/embed/post/", {**WORDS, "text": f"{number} {WORDS['text']}", "place": place, FIELD: kept}).status_code
        for number in range(6)
    ]
    assert answers == [303] * 5 + [429]


def test_nobody_writes_in_a_closed_thread(client: Client, post: Send, weir: Thread, now: datetime):
    place = form_of(client.get(f"/embed/{weir.pk}/"))
    set_mode_of(thread=weir, mode=Mode.CLOSED, now=now)
    assert Change.objects.latest("pk").tags == f"embed:{weir.pk}"
    assert b"This discussion was closed on" in client.get(f"/embed/{weir.pk}/").content
    assert post("/embed/post/", {**WORDS, "place": place}).status_code == 409


def test_a_form_of_another_site_is_refused(client: Client, weir: Thread):
    place = form_of(client.get(f"/embed/{weir.pk}/"))
    for path in ("/embed/post/", "/embed/device.json", "/embed/mine/"):
        for proof in ({"HTTP_SEC_FETCH_SITE": "cross-site"}, {"HTTP_ORIGIN": BLOG}, {"HTTP_ORIGIN": "null"}, {}):
            assert client.post(path, {**WORDS, "place": place}, **proof).status_code == 403
    assert Comment.objects.count() == 0


@pytest.mark.parametrize("place", ["", "x", sealed(Place(POST, POST))[:-1], "WyJhIl0:abc"])
def test_a_form_whose_place_was_not_sealed_by_us_is_refused(post: Send, listed: Embedding, place: str):
    assert post("/embed/post/", {**WORDS, "place": place}).status_code == 403
    assert Thread.objects.count() == 0


def test_the_secret_in_a_form_counts_in_frames_only_and_only_with_our_signature(post: Send, said: Comment):
    kept = signed(new_device())
    for number, device in enumerate([kept, kept, kept[:-1] + "x", "me"]):
        post(f"/embed/comments/{said.pk}/reply/", {**WORDS, "text": f"Yes, {number}.", FIELD: device})
        post.func.__self__.cookies.clear()
    post(f"/comments/{said.pk}/reply/", {**WORDS, "text": "Yes, outside.", FIELD: kept})
    devices = list(Comment.objects.exclude(pk=said.pk).order_by("pk").values_list("device", flat=True))
    assert devices[0] == devices[1]
    assert len(set(devices)) == 4


def test_one_replies_votes_and_reports_within_the_frame(client: Client, post: Send, said: Comment):
    kept, base = signed(new_device()), f"/embed/comments/{said.pk}/"
    response = post(f"{base}reply/", {**WORDS, FIELD: kept})
    answer = Comment.objects.latest("pk")
    assert answer.parent_id == said.pk
    assert response["Location"] == f"/embed/comments/{answer.pk}/#c{answer.pk}"
    assert post(f"{base}vote/", {"value": "1", FIELD: kept})["Location"] == f"{base}#c{said.pk}"
    assert post(f"{base}vote/", {"value": "1", FIELD: kept}).status_code == 303
    assert Vote.objects.count() == 0  # the same browser took its vote back
    thanks = post(f"{base}report/", {"reason": "spam", "note": "", FIELD: kept})["Location"]
    assert thanks == f"{base}report/thanks/"
    assert b"Thank you" in client.get(thanks).content
    assert Flag.objects.count() == 1


def test_an_author_sees_where_their_words_stand_and_takes_them_back(post: Send, client: Client, listed: Embedding):
    kept = signed(new_device())
    post("/embed/post/", {**WORDS, "place": form_of(ask(client, POST)), FIELD: kept})
    client.cookies.clear()
    comment = Comment.objects.get()
    own = post("/embed/mine/", {FIELD: kept})
    assert own["Cache-Control"] == "private, no-store"
    assert b"The weir was shut" in own.content
    assert b"The weir was shut" not in post("/embed/mine/", {FIELD: signed(new_device())}).content
    assert post(f"/embed/mine/{comment.pk}/delete/", {FIELD: signed(new_device())}).status_code == 404
    assert post(f"/embed/mine/{comment.pk}/delete/", {FIELD: kept}).status_code == 200
    comment.refresh_from_db()
    assert comment.status == Status.DELETED


# What is held, and what is somebody else's word


def test_held_words_are_nowhere_in_a_frame(client: Client, weir: Thread, now: datetime):
    held = record_comment(
        thread=weir, author_name="Cass", text="Secret words", created_at=now, now=now, status=Status.HELD
    )
    for address in (f"/embed/{weir.pk}/", f"/embed/comments/{held.pk}/", f"/embed/{weir.pk}/received/"):
        html = client.get(address).content
        assert b"Secret" not in html
        assert b"Cass" not in html


def test_counts_tell_nothing_of_what_is_held(client: Client, said: Comment, now: datetime):
    def counted() -> dict[str, int]:
        return client.get("/embed/counts.json", {"url": [POST, f"{POST}?utm_source=x", f"{BLOG}/else", "?"]}).json()

    record_comment(thread=said.thread, author_name="C", text="x", created_at=now, now=now, status=Status.HELD)
    assert counted() == {"counts": {POST: 1, f"{POST}?utm_source=x": 1, f"{BLOG}/else": 0, "?": 0}}
    set_status(comment=said, status=Status.SPAM)
    assert counted()["counts"][POST] == 0


def test_counts_are_for_every_site_and_may_be_kept_for_a_minute(
    client: Client, said: Comment, django_assert_max_num_queries: Any
):
    with django_assert_max_num_queries(4) as asked:
        response = client.get("/embed/counts.json", {"url": [f"{POST}{number}" for number in range(100)]})
    assert sum("discussion_thread" in query["sql"] for query in asked.captured_queries) == 1
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cache-Control"] == "public, max-age=60"
    assert not response.cookies
    known = client.get(
        "/embed/counts.json",
        {"url": [f"{POST}{number}" for number in range(100)]},
        headers={"If-None-Match": response["ETag"]},
    )
    assert known.status_code == 304
    assert client.get("/embed/counts.json", {"url": ["a"] * 101}).status_code == 400


NASTY = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


def test_xss_by_title_or_address_is_not_possible(client: Client, post: Send, listed: Embedding):
    response = ask(client, POST, title=NASTY)
    assert b"<script>alert" not in response.content
    assert b"<img" not in response.content
    post("/embed/post/", {**WORDS, "place": form_of(response)})
    assert b"<script>alert" not in client.get(f"/embed/{Thread.objects.get().pk}/").content
    for url in (f"{BLOG}/{NASTY}", f"{BLOG}/?q={NASTY}", "javascript:alert(1)//https://blog.example/"):
        refused = ask(client, url)
        assert refused.status_code == 403
        assert b"alert(" not in refused.content


def test_a_title_is_short_and_holds_nothing_invisible(client: Client, listed: Embedding):
    place = unsealed(form_of(ask(client, POST, title="A\u202eB\x00\n" + "x" * 500)))
    assert place.title.startswith("AB")
    assert len(place.title) <= 140


def test_an_open_redirect_is_not_possible(client: Client, said: Comment):
    for asked in ({"url": "https://attacker.example/"}, {"url": f"{BLOG}\\@attacker.example/"}, {"url": "//x.example"}):
        response = client.get("/embed/", asked)
        assert response.status_code == 403
        assert "Location" not in response
        assert b"attacker" not in response.content
    html = client.get(f"/embed/{said.thread_id}/").content.decode()
    assert set(re.findall(r'href="(https?://[^"]+)"', html)) == {POST}


def test_the_script_names_the_frame_in_our_words_and_serves_every_site(client: Client, flood: Page):
    response = client.get("/embed.js")
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert b'var name = "Comments at Dateline";' in response.content
