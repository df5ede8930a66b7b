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
    post_comment,
    set_mode,
    visit,
    vote,
)
from dateline.discussion.device import COOKIE
from dateline.discussion.limits import CONTACT_KEPT
from dateline.discussion.models import Comment, Edit, Flag, Mode, Mute, Status, Thread, Visit, Vote
from dateline.discussion.reading import read_thread
from dateline.discussion.writer import Writer

from .conftest import Say

pytestmark = pytest.mark.django_db


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
    )
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
    assert (active.device, active.mail, active.origin, active.account_id) == ("", "", "", None)
    assert not any(own_data(writer=cass).values())
    assert not Edit.objects.exists()
    assert not Mute.objects.exists()
    assert not Visit.objects.exists()
    assert cass.key not in {
        *Vote.objects.values_list("voter", flat=True),
        *Flag.objects.values_list("voter", flat=True),
    }
    assert Flag.objects.get().note == ""
    assert [node.comment.html for node in read_thread(thread.page, "oldest").nodes][2] == "<p>An answer.</p>\n"
    assert Comment.objects.get(text="By somebody else.").up == 1
    assert miscounted() == []


def test_an_open_case_is_hidden_at_once_and_forgotten_later(
    active: Comment, cass: Writer, thread: Thread, now: datetime
) -> None:
    flag(comment=active, writer=Writer(device="e" * 64), reason="abuse", now=now)
    erase_own_data(writer=cass, now=now)
    active.refresh_from_db()
    assert (active.status, active.text, active.device) == (Status.DELETED, "This is mine 🌊.", "")
    assert not read_thread(thread.page, "oldest").nodes[1].comment.is_published
    forget_contacts(now=now + CONTACT_KEPT)
    active.refresh_from_db()
    assert (active.text, active.author_name, active.mail) == ("", "", "")


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
