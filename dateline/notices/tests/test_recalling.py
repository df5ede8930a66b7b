"""What is hidden while a mail waits for a mail server goes out with no mail; the rest is told all the same."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.db import connection

from dateline.discussion.actions import erase_own_data, set_status, withdraw
from dateline.discussion.actions.revise import revise
from dateline.discussion.models import Status, Thread
from dateline.discussion.writer import Writer
from dateline.notices.actions import choose, follow, forget, recall_outdated
from dateline.notices.models import Carried, Pace, Recipient
from dateline.notices.paces import next_hour
from dateline.notices.ticking import tick
from dateline.people.mailing import forget_mails, send_waiting
from dateline.people.models import Outbox

from .conftest import Say

pytestmark = pytest.mark.django_db


def sent(now: datetime) -> list[EmailMessage]:
    """What goes out once the mail server is there."""
    before = len(mail.outbox)
    send_waiting(now=now)
    return list(mail.outbox[before:])


@pytest.mark.parametrize("status", [Status.HELD, Status.SPAM, Status.REJECTED])
def test_words_that_were_hidden_leave_a_mail_that_waits_and_the_rest_stays(
    say: Say, ben: Writer, dee: Writer, cass: Writer, now: datetime, status: Status
) -> None:
    parent = say(ben)
    say(dee, "It fell again.", parent=parent)
    bad = say(cass, "Hidden words.", parent=parent)
    tick(now=now)
    set_status(comment=bad, status=status)
    later = now + timedelta(minutes=1)
    for _ in range(2):
        tick(now=later)
    [one] = sent(later)
    assert one.subject == "Dee answered you. “The river rises”"
    assert "Hidden words." not in one.body
    tick(now=later)
    assert sent(later + timedelta(days=2)) == []


def test_a_mail_that_waits_says_what_a_comment_says_now(say: Say, ben: Writer, dee: Writer, now: datetime) -> None:
    answer = say(dee, "Words with a link that is bad.", parent=say(ben))
    tick(now=now)
    revise(comment=answer, text="Words that are good.", now=now + timedelta(seconds=5))
    for seconds in (10, 20):
        tick(now=now + timedelta(seconds=seconds))
    [one] = sent(now + timedelta(seconds=20))
    assert "Words that are good." in one.body
    assert "bad" not in one.body


def test_a_mail_of_nothing_else_does_not_go(say: Say, ben: Writer, dee: Writer, now: datetime) -> None:
    answer = say(dee, "Hidden words.", parent=say(ben))
    tick(now=now)
    assert Outbox.objects.count() == 1
    withdraw(comment=answer, writer=dee, now=now)
    tick(now=now)
    assert not Outbox.objects.exists()


def test_news_of_a_thread_is_told_anew_from_there_on(
    say: Say, ben: Writer, dee: Writer, cass: Writer, told_dee: Recipient, thread: Thread, now: datetime
) -> None:
    say(ben, "Before.")
    tick(now=now)
    follow(thread=thread, writer=dee, now=now)
    say(ben, "First.")
    bad = say(cass, "Hidden words.")
    say(ben, "Last.")
    tick(now=now)
    later = next_hour(now)
    tick(now=later)
    set_status(comment=bad, status=Status.REJECTED)
    tick(now=later + timedelta(seconds=10))
    [one] = sent(later + timedelta(seconds=10))
    assert [words in one.body for words in ("Before.", "First.", "Hidden words.", "Last.")] == [
        False,
        True,
        False,
        True,
    ]
    tick(now=later + timedelta(hours=2))
    assert sent(later + timedelta(hours=2)) == []


def test_who_has_ended_such_mails_meanwhile_gets_none_anew(say: Say, ben: Writer, dee: Writer, now: datetime) -> None:
    parent = say(ben)
    bad, _other = say(dee, "Hidden words.", parent=parent), say(dee, "More.", parent=parent)
    tick(now=now)
    choose(recipient=Recipient.objects.get(), paces={"replies": Pace.NEVER}, now=now)
    set_status(comment=bad, status=Status.REJECTED)
    tick(now=now)
    assert sent(now) == []


def test_what_was_sent_is_sent_once(say: Say, ben: Writer, dee: Writer, now: datetime) -> None:
    answer = say(dee, "Hidden words.", parent=say(ben))
    tick(now=now)
    assert len(sent(now)) == 1
    set_status(comment=answer, status=Status.REJECTED)
    tick(now=now)
    assert sent(now + timedelta(days=2)) == []
    assert Outbox.objects.count() == 1


def test_erased_words_leave_the_mails_to_others_those_that_were_sent_too(
    say: Say, ben: Writer, dee: Writer, cass: Writer, now: datetime
) -> None:
    parent = say(ben)
    say(dee, "Words in a mail that went.", parent=parent)
    tick(now=now)
    sent(now)
    say(dee, "Words in a mail that waits.", parent=parent)
    say(cass, "Of somebody else.", parent=parent)
    tick(now=now)
    erase_own_data(writer=dee, now=now)
    assert not Outbox.objects.exists()
    tick(now=now)
    assert [("Of somebody else." in one.body, "Words" in one.body) for one in sent(now)] == [(True, False)]


def test_what_a_mail_carries_is_forgotten_with_it(say: Say, ben: Writer, dee: Writer, now: datetime) -> None:
    say(dee, parent=say(ben))
    tick(now=now)
    sent(now)
    assert Carried.objects.count() == 1
    forget_mails(now=now + timedelta(days=8))
    forget(now=now + timedelta(days=8))
    assert not Carried.objects.exists()


def test_looking_for_them_reads_only_mails_that_wait(db: None, now: datetime, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        recall_outdated(now=now)
    if connection.vendor == "sqlite":  # PostgreSQL does otherwise where there are a few rows
        plan = Carried.objects.waiting().explain()
        assert "SCAN notices_carried" not in plan
        assert "mail_waiting" in plan
