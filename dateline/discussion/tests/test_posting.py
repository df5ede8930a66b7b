"""A reader writes, with nothing but a form."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from dateline.discussion.actions import NotWelcome, TooDeep, post_comment, set_mode, set_status
from dateline.discussion.limits import COMMENTS_BY_ONE, COMMENTS_FROM_ONE_PLACE, TooMuch
from dateline.discussion.models import Comment, Mode, Status, Thread
from dateline.discussion.writer import Writer
from dateline.people.models import User

from .conftest import Say

pytestmark = pytest.mark.django_db
WORDS = {"text": "The water is at the **bridge**.", "author_name": "Ben"}


def test_a_reply_may_begin_with_a_quote(say: Say, client: Client):
    comment = say("The water is\nat the bridge <now>.")
    plain, page = client.get(f"/comments/{comment.pk}/reply/"), client.get(f"/comments/{comment.pk}/reply/?quote=1")
    assert 'href="?quote=1"' in plain.text
    assert "&gt; The water is\n&gt; at the bridge &lt;now&gt;.\n" in page.text


def accepted(writer: Writer, page: Page, now: datetime) -> Comment:
    """A first comment that a moderator let through."""
    first = post_comment(page=page, writer=writer, text="Good morning from the west bank.", now=now - timedelta(days=2))
    return set_status(comment=first, status=Status.PUBLISHED)


def test_a_first_comment_waits_and_its_author_is_led_to_a_page_that_says_so(flood: Page, post: Any, client: Client):
    answer = post(f"/threads/{flood.pk}/post/", WORDS)
    comment = Comment.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/comments/mine/{comment.pk}/")
    assert comment.is_held
    page = client.get(answer["Location"])
    assert "waits for a moderator" in page.content.decode()
    assert "first comment here" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert "private" in page["Cache-Control"]


def test_the_thread_is_made_by_the_first_post_and_not_by_reading(flood: Page, post: Any, client: Client):
    client.get(f"/threads/{flood.pk}/")
    assert not Thread.objects.exists()
    post(f"/threads/{flood.pk}/post/", WORDS)
    assert Thread.objects.get().page == flood


def test_whoever_was_accepted_once_is_published_at_once(flood: Page, cass: Writer, now: datetime):
    accepted(cass, flood, now)
    second = post_comment(page=flood, writer=cass, text="And now it is falling.", now=now)
    assert second.is_published
    assert second.thread.comments.published().count() == 2


def test_a_reply_stands_below_what_it_answers(flood: Page, say: Say, ben: User, post: Any, client: Client):
    set_mode(page=flood, mode=Mode.OPEN, now=say().created_at)
    parent = say("Is the bridge open?")
    client.force_login(ben)
    answer = post(f"/comments/{parent.pk}/reply/", {"text": "No, since six."})
    reply = Comment.objects.get(parent=parent)
    assert answer["Location"] == f"/comments/{reply.pk}/#c{reply.pk}"
    assert (reply.depth, reply.root, reply.author_name, reply.account) == (1, parent, "Ben", ben)
    assert reply.path.startswith(parent.path)


def test_the_reply_page_shows_the_words_answered(say: Say, client: Client):
    parent = say("Is the bridge open?")
    page = client.get(f"/comments/{parent.pk}/reply/").content.decode()
    assert "Is the bridge open?" in page
    assert f'action="/comments/{parent.pk}/reply/"' in page


def test_a_preview_stores_nothing_and_keeps_the_text(flood: Page, post: Any):
    page = post(f"/threads/{flood.pk}/post/", {**WORDS, "preview": "1"})
    assert "<strong>bridge</strong>" in page.content.decode()
    assert "The water is at the **bridge**." in page.content.decode()
    assert not Comment.objects.exists()
    assert not page.cookies


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"text": " "}, "the comment is empty"),
        ({"text": "x" * 3001}, "at most 3000"),
        ({"author_name": ""}, "Write the name"),
        ({"author_name": "\u202e\u200b\n"}, "Write the name"),
        ({"mail": "no mail"}, "not a mail address"),
    ],
)
def test_a_mistake_is_named_and_the_text_kept(flood: Page, post: Any, change: dict[str, str], says: str):
    page = post(f"/threads/{flood.pk}/post/", {**WORDS, **change})
    assert page.status_code == 422
    assert says in page.content.decode()
    assert {**WORDS, **change}["text"].strip() in page.content.decode()
    assert not Comment.objects.exists()


def test_a_guest_cannot_take_a_name_of_the_newsroom(flood: Page, ada: User, post: Any):
    for name in ("Ada Marsh", "ada marsh", "Аda  Mаrsh", "A\u200bda.Marsh", "𝐀da Marsh", "Dateline"):
        page = post(f"/threads/{flood.pk}/post/", {**WORDS, "author_name": name})
        assert "belongs to the newsroom" in page.content.decode(), name
    assert not Comment.objects.exists()


def test_a_guest_cannot_take_a_name_close_to_the_newsrooms(flood: Page, post: Any):
    for name in (
        "The Dateline",
        "Dateline Team",
        "Dateine",
        "D-a-t-e-l-i-n-e",
        "Datel1ne moderator",
        "Datelines",
        "Daaeline",
    ):
        page = post(f"/threads/{flood.pk}/post/", {**WORDS, "author_name": name})
        assert "belongs to the newsroom" in page.content.decode(), name
    for number, name in enumerate(("Dat Eli", "Adeline", "Lifeline")):
        post(f"/threads/{flood.pk}/post/", {"text": f"The water rises, {number}.", "author_name": name})
    assert Comment.objects.count() == 3


def test_staff_write_under_their_name_with_a_badge_and_without_waiting(
    flood: Page, ada: User, client: Client, post: Any
):
    client.force_login(ada)
    post(f"/threads/{flood.pk}/post/", {"text": "We called the water board.", "author_name": "Somebody"})
    comment = Comment.objects.get()
    assert (comment.author_name, comment.by_staff, comment.is_published) == ("Ada Marsh", True, True)


def test_a_form_from_another_site_is_refused(flood: Page, client: Client):
    for headers in ({}, {"HTTP_SEC_FETCH_SITE": "cross-site"}, {"HTTP_ORIGIN": "https://elsewhere.example"}):
        assert client.post(f"/threads/{flood.pk}/post/", WORDS, **headers).status_code == 403
    assert not Comment.objects.exists()


def test_the_hidden_field_holds_a_program(flood: Page, post: Any, now: datetime):
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    post(f"/threads/{flood.pk}/post/", {**WORDS, "website": "http://spam.example"})
    assert Comment.objects.get().is_held


def test_nobody_writes_in_a_closed_thread_whatever_they_send(flood: Page, cass: Writer, now: datetime, post: Any):
    set_mode(page=flood, mode=Mode.CLOSED, now=now)
    page = post(f"/threads/{flood.pk}/post/", WORDS)
    assert page.status_code == 409
    assert "This discussion was closed on 14 November 2025." in page.content.decode()
    with pytest.raises(NotWelcome):
        post_comment(page=flood, writer=cass, text="Still here", now=now)


def test_nobody_answers_a_comment_that_is_not_public(say: Say, cass: Writer, now: datetime, post: Any):
    held = say(status=Status.HELD)
    assert post(f"/comments/{held.pk}/reply/", WORDS).status_code == 404
    with pytest.raises(NotWelcome):
        post_comment(parent=held, writer=cass, text="What?", now=now)


def test_one_person_is_slowed_down_on_the_server(flood: Page, cass: Writer, now: datetime):
    for number in range(COMMENTS_BY_ONE):
        post_comment(page=flood, writer=cass, text=f"Number {number}", now=now)
    with pytest.raises(TooMuch):
        post_comment(page=flood, writer=cass, text="One more", now=now)
    assert post_comment(page=flood, writer=cass, text="Later", now=now + timedelta(minutes=11)).pk


def test_fresh_devices_at_one_address_are_slowed_down_too(flood: Page, now: datetime):
    def guest(number: int) -> Writer:
        return Writer(device=f"{number:064}", origin="o" * 32, name="Cass")

    for number in range(COMMENTS_FROM_ONE_PLACE):
        post_comment(page=flood, writer=guest(number), text="Me again", now=now)
    with pytest.raises(TooMuch):
        post_comment(page=flood, writer=guest(999), text="Me again", now=now)


def test_a_branch_ends_somewhere(say: Say):
    comment = say()
    Comment.objects.filter(pk=comment.pk).update(depth=99)
    comment.refresh_from_db()
    with pytest.raises(TooDeep):
        say(parent=comment)


def test_no_cookie_is_set_by_reading(flood: Page, say: Say, client: Client):
    comment = say()
    for address in (
        f"/threads/{flood.pk}/",
        f"/comments/{comment.pk}/",
        f"/comments/{comment.pk}/reply/",
        "/comments/mine/",
    ):
        page = client.get(address)
        assert page.status_code == 200
        assert not page.cookies, address
        assert "csrf" not in page.content.decode().lower()


@pytest.mark.parametrize("name", ["Ada Marsh", "Аda Mаrsh", "ada.marsh", "Dateline"])
def test_an_account_cannot_write_under_a_name_that_reads_like_the_newsrooms(
    flood: Page, ada: User, ben: User, post: Any, client: Client, name: str
):
    ben.display_name = name  # as a reader may call an account, or as a colleague who came later is called
    ben.save()
    client.force_login(ben)
    answer = post(f"/threads/{flood.pk}/post/", WORDS)
    assert answer.status_code == 422
    assert "Change it on your account page" in answer.content.decode()
    assert not Comment.objects.exists()


def test_staff_write_under_their_own_name(flood: Page, ada: User, post: Any, client: Client):
    client.force_login(ada)
    post(f"/threads/{flood.pk}/post/", WORDS)
    assert Comment.objects.get().author_name == "Ada Marsh"
