"""An author's own words: changed in a quarter of an hour, deleted at any time, and screened again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from dateline.discussion.actions import (
    Barred,
    NotChangeable,
    edit,
    forget_contacts,
    lift,
    post_comment,
    record_comment,
    restrict,
    set_mode,
    set_status,
    withdraw,
)
from dateline.discussion.actions.edit import EDITS, WINDOW
from dateline.discussion.limits import CONTACT_KEPT
from dateline.discussion.models import Comment, Edit, Mode, Restraint, Status, Thread, Verdict
from dateline.discussion.reading import read_thread
from dateline.discussion.writer import Writer
from dateline.people.models import User

pytestmark = pytest.mark.django_db
SCAM = "Google is now paying $97 per hour, work from home online, weekly payouts https://easy.example"


@pytest.fixture
def said(flood: Page, cass: Writer, now: datetime) -> Comment:
    """Published words of a guest."""
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    return post_comment(page=flood, writer=cass, text="The brige is closed.", now=now)


def test_a_slip_is_mended_and_the_old_words_are_kept(said: Comment, cass: Writer, now: datetime) -> None:
    later = now + timedelta(minutes=3)
    changed = edit(comment=said, writer=cass, text="The *bridge* is closed.", now=later)
    assert (changed.html, changed.status, changed.edited_at) == (
        "<p>The <em>bridge</em> is closed.</p>\n",
        Status.PUBLISHED,
        later,
    )
    assert [each.text for each in Edit.objects.all()] == ["The brige is closed."]
    assert Verdict.objects.filter(comment=said).count() == 2


def test_who_is_suspended_edits_nothing_and_who_is_held_is_held(said: Comment, cass: Writer, now: datetime) -> None:
    suspended = restrict(author_of=said, kind=Restraint.SUSPENDED, now=now, until=now + timedelta(minutes=5))
    with pytest.raises(Barred):
        edit(comment=said, writer=cass, text="The bridge is closed.", now=now)
    lift(restriction=suspended, now=now)
    restrict(author_of=said, kind=Restraint.SHADOWED, now=now)
    assert edit(comment=said, writer=cass, text="The bridge is closed.", now=now).status == Status.HELD


def test_the_same_words_are_no_edit(said: Comment, cass: Writer, now: datetime) -> None:
    assert edit(comment=said, writer=cass, text=said.text, now=now).edited_at is None
    assert not Edit.objects.exists()


def test_a_late_scam_is_screened_as_if_it_were_new(said: Comment, cass: Writer, now: datetime) -> None:
    changed = edit(comment=said, writer=cass, text=SCAM, now=now)
    assert changed.status == Status.HELD
    thread = Thread.objects.get(pk=said.thread_id)
    assert thread.comment_count == 0
    assert read_thread(thread.page).nodes == []


def test_what_waits_goes_on_waiting_however_it_is_changed(flood: Page, cass: Writer, now: datetime) -> None:
    held = post_comment(page=flood, writer=cass, text=SCAM, now=now)
    assert edit(comment=held, writer=cass, text="Never mind.", now=now).status == Status.HELD


def test_a_quarter_of_an_hour_and_not_a_second_more(said: Comment, cass: Writer, now: datetime) -> None:
    edit(comment=said, writer=cass, text="In time.", now=now + WINDOW - timedelta(seconds=1))
    with pytest.raises(NotChangeable):
        edit(comment=said, writer=cass, text="Too late.", now=now + WINDOW)


def test_nobody_changes_or_deletes_what_somebody_else_said(
    said: Comment, cass: Writer, ben: User, now: datetime
) -> None:
    for other in (replace(cass, device="d" * 64), Writer(account=ben), Writer(), replace(cass, account=ben)):
        with pytest.raises(NotChangeable):
            edit(comment=said, writer=other, text="Mine now.", now=now)
        with pytest.raises(NotChangeable):
            withdraw(comment=said, writer=other, now=now)


@pytest.mark.parametrize("status", [Status.REJECTED, Status.SPAM, Status.DELETED])
def test_what_was_decided_is_not_changed(said: Comment, cass: Writer, now: datetime, status: Status) -> None:
    set_status(comment=said, status=status)
    with pytest.raises(NotChangeable):
        edit(comment=said, writer=cass, text="Again.", now=now)
    with pytest.raises(NotChangeable):
        withdraw(comment=said, writer=cass, now=now)


def test_nobody_writes_a_book_of_edits(said: Comment, cass: Writer, now: datetime) -> None:
    for number in range(EDITS):
        edit(comment=said, writer=cass, text=f"Version {number}.", now=now)
    with pytest.raises(NotChangeable):
        edit(comment=said, writer=cass, text="One more.", now=now)


def test_a_deleted_comment_holds_up_what_others_answered(
    said: Comment, thread: Thread, cass: Writer, now: datetime
) -> None:
    record_comment(thread=thread, author_name="Ben", text="Which bridge?", parent=said, created_at=now, now=now)
    withdraw(comment=said, writer=cass, now=now)
    first, second = read_thread(thread.page).nodes
    assert (first.comment.is_withdrawn, first.comment.is_published) == (True, False)
    assert second.comment.html == "<p>Which bridge?</p>\n"
    thread.refresh_from_db()
    assert thread.comment_count == 1


def test_deleted_words_are_forgotten_with_all_that_they_were(said: Comment, cass: Writer, now: datetime) -> None:
    edit(comment=said, writer=cass, text="The bridge is closed.", now=now)
    withdraw(comment=said, writer=cass, now=now)
    forget_contacts(now=now + CONTACT_KEPT - timedelta(seconds=1))
    said.refresh_from_db()
    assert said.text == "The bridge is closed."
    forget_contacts(now=now + CONTACT_KEPT)
    said.refresh_from_db()
    assert (said.text, said.html, said.author_name, said.mail, said.origin) == ("", "", "", "", "")
    assert not Edit.objects.exists()


def write(client: Client, post: Any, flood: Page, text: str) -> int:
    """Post as a guest, whose browser then has a device; return the comment's number."""
    answer = post(f"/threads/{flood.pk}/post/", {"text": text, "author_name": "Dee"})
    assert answer.status_code == 303
    return Comment.objects.latest("pk").pk


def test_an_author_finds_edit_and_delete_beside_the_comment(client: Client, post: Any, flood: Page) -> None:
    number = write(client, post, flood, "The brige is closed.")
    page = client.get("/comments/mine/")
    assert page["Cache-Control"] == "private, no-store"
    for verb in ("edit", "delete"):
        assert f'href="/comments/mine/{number}/{verb}/"' in page.text
    form = client.get(f"/comments/mine/{number}/edit/")
    assert "The brige is closed." in form.text
    preview = post(f"/comments/mine/{number}/edit/", {"text": "The *bridge*.", "preview": "1"})
    assert "<em>bridge</em>" in preview.text
    assert Comment.objects.get(pk=number).text == "The brige is closed."
    saved = post(f"/comments/mine/{number}/edit/", {"text": "The bridge is closed.", "save": "1"})
    assert (saved.status_code, saved["Location"]) == (303, f"/comments/mine/{number}/")
    gone = post(f"/comments/mine/{number}/delete/")
    assert (gone.status_code, gone["Location"]) == (303, f"/comments/mine/{number}/")
    assert "You deleted your comment." in client.get(f"/comments/mine/{number}/").text
    assert client.get(f"/comments/mine/{number}/delete/").status_code == 409


def test_somebody_elses_comment_is_not_there_to_be_changed(client: Client, post: Any, flood: Page) -> None:
    number = write(client, post, flood, "The bridge is closed.")
    stranger = Client()
    for verb in ("edit", "delete"):
        assert stranger.get(f"/comments/mine/{number}/{verb}/").status_code == 404
        answer = stranger.post(f"/comments/mine/{number}/{verb}/", {"text": "x"}, HTTP_SEC_FETCH_SITE="same-origin")
        assert answer.status_code == 404
    assert client.post(f"/comments/mine/{number}/delete/", HTTP_SEC_FETCH_SITE="cross-site").status_code == 403
    assert Comment.objects.get(pk=number).status == Status.HELD


def test_too_late_is_said_with_the_words_kept(client: Client, post: Any, flood: Page) -> None:
    number = write(client, post, flood, "The brige is closed.")
    Comment.objects.filter(pk=number).update(created_at="2020-01-01T00:00:00Z")
    answer = post(f"/comments/mine/{number}/edit/", {"text": "The bridge <is> closed.", "save": "1"})
    assert answer.status_code == 409
    assert "The bridge &lt;is&gt; closed." in answer.text
    assert client.get(f"/comments/mine/{number}/edit/").status_code == 409


def test_an_empty_edit_is_refused_in_words(client: Client, post: Any, flood: Page) -> None:
    number = write(client, post, flood, "The bridge is closed.")
    answer = post(f"/comments/mine/{number}/edit/", {"text": "  ", "save": "1"})
    assert (answer.status_code, "Write something first" in answer.text) == (422, True)
