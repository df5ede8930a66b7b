"""A mail is plain text, can be ended by one click, stands with its like, and is never one too many."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.discussion.models import Thread
from dateline.discussion.writer import Writer
from dateline.notices.actions import choose, follow, send_due, stop
from dateline.notices.actions.mailing import with_news_due
from dateline.notices.links import EVERYTHING, Stop
from dateline.notices.models import Follow, Notice, Pace, Recipient
from dateline.notices.paces import due_at, next_hour
from dateline.notices.words import one_line, plain

from .conftest import Say, mails, read

pytestmark = pytest.mark.django_db
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def address_in(header: str) -> str:
    """The path in a ``List-Unsubscribe``."""
    return header.strip("<>").removeprefix("http://127.0.0.1:8000")


def test_a_mail_says_how_to_end_it_with_one_click(say: Say, ben: Writer, dee: Writer, now: datetime) -> None:
    say(dee, parent=say(ben))
    [sent] = mails(now)
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert sent.extra_headers["List-Unsubscribe"].startswith("<http://127.0.0.1:8000/notices/stop/")
    assert address_in(sent.extra_headers["List-Unsubscribe"]) in sent.body


def test_a_mail_program_ends_it_without_cookie_and_from_anywhere(say: Say, ben: Writer, dee: Writer, now: datetime):
    say(dee, parent=say(ben))
    [sent] = mails(now)
    path = address_in(sent.extra_headers["List-Unsubscribe"])
    strict = Client(enforce_csrf_checks=True)
    assert strict.get(path).status_code == 200
    assert Recipient.objects.get().replies == Pace.NOW  # programs that open links end nothing
    for _ in range(2):
        answer = strict.post(path, ONE_CLICK, HTTP_SEC_FETCH_SITE="cross-site", HTTP_ORIGIN="https://mail.example")
        assert answer.status_code == 200
        assert not answer.cookies
    assert Recipient.objects.get().replies == Pace.NEVER
    assert Recipient.objects.get().decisions == Pace.NOW


def test_a_link_that_is_not_ours_ends_nothing(client: Client, say: Say, ben: Writer, dee: Writer, now: datetime):
    say(dee, parent=say(ben))
    [sent] = mails(now)
    path = address_in(sent.extra_headers["List-Unsubscribe"])
    forged = path.replace("-replies:", "-all:")
    assert forged != path
    assert client.post(forged).status_code == 404
    assert client.post("/notices/stop/1-all/").status_code == 404


def test_one_click_in_a_mail_of_several_kinds_ends_all_mails(
    client: Client, say: Say, ben: Writer, dee: Writer, now: datetime
) -> None:
    say(dee, parent=say(ben))
    say(dee, "Look at it, @Ben.")
    [sent] = mails(now)
    path = address_in(sent.extra_headers["List-Unsubscribe"])
    assert "all mails of what is new for you" in client.get(path).content.decode()
    client.post(path, ONE_CLICK)
    recipient = Recipient.objects.get()
    assert {getattr(recipient, name) for name in Recipient.CHOICES} == {Pace.NEVER}


def test_ending_what_is_gone_is_no_mistake(now: datetime) -> None:
    stop(what=Stop(999, EVERYTHING), now=now)
    stop(what=Stop(999, "thread-3"), now=now)


@given(st.lists(st.sampled_from(["replies", "mentions", "decisions", "follows", EVERYTHING]), max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
def test_ending_twice_is_ending_once(told_dee: Recipient, now: datetime, asked: list[str]) -> None:
    Recipient.objects.update(replies=Pace.NOW, mentions=Pace.NOW, decisions=Pace.NOW, follows=Pace.HOUR)
    for what in [*asked, *asked]:
        stop(what=Stop(told_dee.pk, what), now=now)
    ended = set(Recipient.CHOICES) if EVERYTHING in asked else set(asked)
    recipient = Recipient.objects.get(pk=told_dee.pk)
    assert {name for name in Recipient.CHOICES if getattr(recipient, name) == Pace.NEVER} == ended


def test_what_came_meanwhile_is_one_mail(say: Say, ben: Writer, dee: Writer, now: datetime) -> None:
    parent = say(ben)
    for number in range(3):
        say(dee, f"Number {number}.", parent=parent)
    [sent] = mails(now)
    assert sent.subject.endswith("3 things are new for you")
    assert sent.body.index("Number 0.") < sent.body.index("Number 2.")


def test_ten_mails_an_hour_and_the_rest_in_one(say: Say, ben: Writer, dee: Writer, now: datetime) -> None:
    parent = say(ben)
    for minute in range(14):
        Notice.objects.all()
        say(Writer(device=f"{minute:064}", name="Many", origin=f"{minute:032}"), f"Number {minute}.", parent=parent)
        mails(now + timedelta(seconds=minute))
    assert Notice.objects.filter(mailed_at__isnull=True).count() == 4
    [folded] = mails(next_hour(now) + timedelta(minutes=31))
    assert "4 things" in folded.subject


@pytest.mark.parametrize("pace", [Pace.HOUR, Pace.DAY])
def test_gathered_mail_comes_at_its_time(say: Say, ben: Writer, dee: Writer, now: datetime, pace: Pace) -> None:
    parent = say(ben)
    say(dee, "First.", parent=parent)
    read(now)
    choose(recipient=Recipient.objects.get(), paces={"replies": pace}, now=now)
    assert mails(now) == []
    say(dee, "Second.", parent=parent, at=now + timedelta(minutes=1))
    due = due_at(pace, now)
    assert due is not None
    assert mails(due - timedelta(seconds=1)) == []
    [sent] = mails(due)
    assert "First." in sent.body
    assert "Second." in sent.body


def test_who_is_mailed_is_found_by_what_is_due_whatever_else_there_is(
    say: Say, ben: Writer, dee: Writer, told_dee: Recipient, thread: Thread, now: datetime
) -> None:
    parent = say(dee)
    follow(thread=thread, writer=dee, now=now)
    for number in range(3):
        say(ben, f"Number {number}.", parent=parent)
    read(now)
    later = next_hour(now)
    assert list(with_news_due(later)) == [told_dee]
    assert list(with_news_due(now - timedelta(seconds=1))) == []
    if connection.vendor == "sqlite":  # PostgreSQL does otherwise where there are a few rows
        plan = with_news_due(later).explain()
        assert "notice_due" in plan
        assert "follow_due" in plan
        assert "SCAN" not in plan


def test_mails_of_one_discussion_stand_together(say: Say, ben: Writer, dee: Writer, now: datetime) -> None:
    parent = say(ben)
    found = []
    for number in range(2):
        say(dee, f"Number {number}.", parent=parent)
        found += mails(now + timedelta(minutes=number))
    assert len({sent.extra_headers["References"] for sent in found}) == 1
    assert len({sent.extra_headers["Message-ID"] for sent in found}) == 2


def test_a_comment_in_a_mail_is_plain_text(say: Say, ben: Writer, dee: Writer, now: datetime) -> None:
    say(dee, "Words that stand, so that a link in the next ones holds nothing up.")
    say(dee, "<img src=x> <a href='https://evil.example'>Sign in</a>\n-- \nYour newsroom", parent=say(ben))
    [sent] = mails(now)
    assert sent.content_subtype == "plain"
    assert not getattr(sent, "alternatives", [])
    assert "\n> -- \n" in sent.body.replace("> --\n", "> -- \n")
    assert "\nYour newsroom" not in sent.body


@pytest.mark.parametrize("name", ["Dee\r\nBcc: cass@example.org", "Dee\u2028X", "د\u202eevil", "=?utf-8?q?x?="])
def test_a_name_begins_no_header(say: Say, ben: Writer, now: datetime, name: str) -> None:
    say(Writer(device="e" * 64, name=name, origin="e" * 32), parent=say(ben))
    [sent] = mails(now)
    message = sent.message()
    assert message["Bcc"] is None
    assert sent.recipients() == ["ben@example.org"]
    assert len(sent.subject.splitlines()) == 1


@given(st.text(max_size=200))
def test_no_words_break_a_line_or_turn_it(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
    assert not set(plain(text)) & set("\r\x0b\x0c\x1b\u202e\u2066\u2028")


@given(st.integers(0, 15 * 365 * 24 * 3600))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
def test_what_is_gathered_comes_within_an_hour_or_a_day(db: None, seconds: int) -> None:
    moment = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    assert due_at(Pace.NOW, moment) == moment
    assert due_at(Pace.NEVER, moment) is None
    for pace, most in ((Pace.HOUR, timedelta(hours=1)), (Pace.DAY, timedelta(days=1, hours=1))):
        due = due_at(pace, moment)
        assert due is not None
        assert moment < due <= moment + most


def test_who_follows_is_told_of_what_others_write(
    say: Say, ben: Writer, dee: Writer, told_dee: Recipient, thread: object, now: datetime
) -> None:
    say(ben, "Before.")
    read(now)
    follow(thread=thread, writer=dee, now=now)  # type: ignore[arg-type]
    say(ben, "After.")
    say(dee, "My own.")
    assert mails(now) == []
    [sent] = mails(next_hour(now))
    assert sent.subject == "New comments on “The river rises”"
    assert "After." in sent.body
    assert "Before." not in sent.body
    assert "My own." not in sent.body
    assert mails(next_hour(now) + timedelta(hours=3)) == []
    assert send_due(now=next_hour(now) + timedelta(hours=3)) == 0


def test_one_click_in_a_follow_mail_leaves_that_discussion(
    client: Client, say: Say, ben: Writer, dee: Writer, told_dee: Recipient, thread: object, now: datetime
) -> None:
    follow(thread=thread, writer=dee, now=now)  # type: ignore[arg-type]
    say(ben, "After.")
    read(now)
    [sent] = mails(next_hour(now))
    client.post(address_in(sent.extra_headers["List-Unsubscribe"]), ONE_CLICK)
    assert not Follow.objects.exists()
    assert Recipient.objects.get(pk=told_dee.pk).follows == Pace.HOUR
