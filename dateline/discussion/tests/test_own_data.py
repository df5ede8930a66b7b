"""What is kept of somebody: all of it handed over, none of it left when they ask."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from dateline.discussion.actions import (
    edit,
    erase_own_data,
    flag,
    forget_contacts,
    miscounted,
    mute,
    own_data,
    own_sums,
    post_comment,
    set_mode,
    set_status,
    visit,
    vote,
    withdraw,
)
from dateline.discussion.device import COOKIE
from dateline.discussion.limits import COMMENTS_BY_ONE, COMMENTS_FROM_ONE_PLACE, CONTACT_KEPT, TooMuch
from dateline.discussion.models import Comment, Edit, Flag, Mode, Mute, Status, Thread, Visit
from dateline.discussion.reading import read_thread
from dateline.discussion.writer import Writer

from .conftest import Say

pytestmark = pytest.mark.django_db
OTHERS = dict.fromkeys(("restrictions", "appeals", "told", "follows", "notices"), 0)  # of which there are none here


@pytest.fixture
def active(flood: Page, thread: Thread, say: Say, cass: Writer, now: datetime) -> Comment:
    """Everything that a guest can do here, done; returns their comment, which somebody answered."""
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    other = say("By somebody else.", author_name="Zed")
    own = post_comment(page=flood, writer=replace(cass, mail="cass@example.org"), text="Ths is mine.", now=now)
    edit(comment=own, writer=cass, text="This is mine 🌊.", now=now)
    say("An answer.", parent=own)
    vote(comment=other, writer=cass, value=1, now=now)
    flag(comment=other, writer=cass, reason="other", note="A private note", now=now)
    mute(comment=other, writer=cass, now=now)
    visit(thread=thread, writer=cass, now=now)
    return own


def test_all_of_it_is_handed_over_and_nothing_of_anybody_else(active: Comment, cass: Writer) -> None:
    told = own_data(writer=cass)
    assert {name: len(rows) for name, rows in told.items()} == dict.fromkeys(
        ("comments", "votes", "reports", "muted", "visits"), 1
    ) | OTHERS
    assert own_sums(writer=cass) | OTHERS == {name: len(rows) for name, rows in told.items()}
    comment = told["comments"][0]
    assert (comment["text"], comment["mail"], comment["number"]) == ("This is mine 🌊.", "cass@example.org", active.pk)
    assert comment["before_edits"][0]["text"] == "Ths is mine."
    assert len(comment["screening"]) == 2
    assert told["reports"][0]["note"] == "A private note"
    assert "By somebody else." not in json.dumps(told)
    assert not any(own_data(writer=replace(cass, device="d" * 64)).values())
    assert not any(own_data(writer=Writer()).values())


def test_nothing_of_it_is_left(active: Comment, cass: Writer, thread: Thread, now: datetime) -> None:
    assert erase_own_data(writer=cass, now=now) == 1
    active.refresh_from_db()
    assert (active.status, active.text, active.html, active.author_name) == (Status.DELETED, "", "", "")
    assert (active.mail, active.badge) == ("", "")
    assert not any(own_data(writer=cass).values())
    assert not Edit.objects.exists()
    assert not Mute.objects.exists()
    assert not Visit.objects.exists()
    assert not Flag.objects.filter(voter=cass.key).exists()
    assert Flag.objects.get().note == ""
    assert [node.comment.html for node in read_thread(thread.page, "oldest").nodes][2] == "<p>An answer.</p>\n"
    assert miscounted() == []
    forget_contacts(now=now + CONTACT_KEPT)
    active.refresh_from_db()
    assert (active.device, active.origin, active.account_id) == ("", "", None)


def test_a_leaf_leaves_no_stump_and_every_counter_right(
    flood: Page, thread: Thread, say: Say, cass: Writer, now: datetime
) -> None:
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    top = say("By somebody else.")
    mine = post_comment(parent=top, writer=cass, text="Mine, below it.", now=now)
    post_comment(parent=mine, writer=cass, text="And mine below that.", now=now)
    post_comment(page=flood, writer=cass, text="And at the top.", now=now)
    assert erase_own_data(writer=cass, now=now) == 3
    assert [node.comment.pk for node in read_thread(flood).nodes] == [top.pk]
    thread.refresh_from_db()
    assert (thread.comment_count, miscounted()) == (1, [])


def test_nobody_votes_twice_or_writes_more_by_being_forgotten_between(
    flood: Page, say: Say, cass: Writer, now: datetime
) -> None:
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    other = say("By somebody else.", author_name="Zed")
    for _ in range(3):
        vote(comment=other, writer=cass, value=1, now=now)
        erase_own_data(writer=cass, now=now)
    other.refresh_from_db()
    assert (other.up, other.score) == (0, 0)
    for number in range(COMMENTS_FROM_ONE_PLACE):
        writer = replace(cass, device=f"{number // COMMENTS_BY_ONE:064}")
        post_comment(page=flood, writer=writer, text=f"Number {number} of what I say.", now=now)
        erase_own_data(writer=writer, now=now)
    with pytest.raises(TooMuch):
        post_comment(page=flood, writer=replace(cass, device="f" * 64), text="One more.", now=now)


@pytest.mark.parametrize("first", [erase_own_data, lambda writer, now: None])
def test_what_was_reported_is_hidden_at_once_and_forgotten_later(
    active: Comment, cass: Writer, thread: Thread, now: datetime, first: Any
) -> None:
    """Whether its author deletes it before or not."""
    flag(comment=active, writer=Writer(device="e" * 64), reason="abuse", now=now)
    if first is not erase_own_data:
        withdraw(comment=active, writer=cass, now=now)
    erase_own_data(writer=cass, now=now)
    active.refresh_from_db()
    assert (active.status, active.text, active.device) == (Status.DELETED, "This is mine 🌊.", cass.device)
    assert active in Comment.objects.waiting(), "whoever was insulted waits for somebody to look"
    assert not read_thread(thread.page, "oldest").nodes[1].comment.is_published
    forget_contacts(now=now + CONTACT_KEPT)
    active.refresh_from_db()
    assert (active.text, active.author_name, active.mail, active.device) == ("", "", "", "")


@pytest.mark.parametrize("status", [Status.REJECTED, Status.SPAM])
def test_what_was_reported_and_refused_is_forgotten_at_once(
    active: Comment, cass: Writer, now: datetime, status: Status
) -> None:
    flag(comment=active, writer=Writer(device="e" * 64), reason="abuse", now=now)
    set_status(comment=active, status=status)
    erase_own_data(writer=cass, now=now)
    forget_contacts(now=now + CONTACT_KEPT)
    active.refresh_from_db()
    assert (active.text, active.author_name, active.device) == ("", "", "")
    assert not active.edits.exists()


def test_a_browser_downloads_and_erases(client: Client, post: Any, flood: Page) -> None:
    post(f"/threads/{flood.pk}/post/", {"text": "Mine 🌊", "author_name": "Dee"})
    page = client.get("/comments/mine/data/")
    assert page["Cache-Control"] == "private, no-store"
    file = client.get("/comments/mine/data/comments.json")
    assert file["Content-Disposition"] == 'attachment; filename="my-comments.json"'
    assert file.json()["comments"][0]["text"] == "Mine 🌊"
    assert post("/comments/mine/data/")["Location"] == "/comments/mine/data/"
    assert Comment.objects.get().text == "Mine 🌊", "only who says so twice is erased"
    answer = post("/comments/mine/data/", {"sure": "yes"})
    assert (answer.status_code, answer["Location"]) == (303, "/comments/mine/data/erased/")
    assert answer.cookies[COOKIE].value == ""
    assert Comment.objects.get().text == ""
    assert "Nothing: this browser" in client.get("/comments/mine/data/").text


def test_another_site_erases_nothing(client: Client, post: Any, flood: Page) -> None:
    post(f"/threads/{flood.pk}/post/", {"text": "Mine.", "author_name": "Dee"})
    answer = client.post("/comments/mine/data/", {"sure": "yes"}, HTTP_SEC_FETCH_SITE="cross-site")
    assert (answer.status_code, Comment.objects.get().text) == (403, "Mine.")
