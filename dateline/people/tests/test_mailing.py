"""A mail is sent once, tried again with growing pauses, and forgotten where it need not be kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from hypothesis import given
from hypothesis import strategies as st

from dateline.people.mailing import LEASE, forget_mails, message_of, post_mail, send_mail, send_waiting
from dateline.people.models import Outbox
from dateline.people.models.outbox import GIVE_UP_AFTER, LONGEST_PAUSE, pause_after

pytestmark = pytest.mark.django_db
NOBODY_LISTENS = 9  # the port of the discard service


def post(now: datetime, key: str = "1", **more: Any) -> None:
    words = {"recipient": "dee@example.org", "subject": "News", "body": "Words."}
    post_mail(purpose="test", subject_key=key, now=now, at_once=False, **{**words, **more})


def test_a_mail_is_sent_once_with_its_headers(now: datetime) -> None:
    post(now, headers={"List-Unsubscribe": "<https://paper.example/stop/>"})
    post(now, body="Another try to say the same.")
    assert send_waiting(now=now) == 1
    assert send_waiting(now=now + timedelta(days=1)) == 0
    assert mail.outbox[0].extra_headers["List-Unsubscribe"] == "<https://paper.example/stop/>"
    assert mail.outbox[0].body == "Words."


def test_while_the_server_is_away_one_mail_is_tried_and_none_is_lost(now: datetime, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", NOBODY_LISTENS
    for key in ("1", "2", "3"):
        post(now, key)
    assert send_waiting(now=now) == 1
    assert sorted(Outbox.objects.values_list("attempts", flat=True)) == [0, 0, 1]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_waiting(now=now) == 2
    assert send_waiting(now=now + pause_after(1)) == 1
    assert len(mail.outbox) == 3


def test_a_sender_that_dies_loses_no_mail(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(message: EmailMessage) -> None:
        raise SystemExit

    post(now)
    monkeypatch.setattr(EmailMessage, "send", die)
    with pytest.raises(SystemExit):
        send_waiting(now=now)
    monkeypatch.undo()
    assert send_waiting(now=now + LEASE - timedelta(seconds=1)) == 0
    assert send_waiting(now=now + LEASE) == 1
    kept = Outbox.objects.get()
    assert (len(mail.outbox), kept.attempts, kept.sent_at) == (1, 2, now + LEASE)


def test_nobody_else_sends_a_mail_that_is_being_sent(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[bool] = []

    def slowly(message: EmailMessage) -> None:
        sent.append(Outbox.objects.get().sent_at is None)
        assert send_waiting(now=now + timedelta(minutes=5)) == 0
        assert send_mail(pk=Outbox.objects.get().pk, now=now)

    post(now)
    monkeypatch.setattr(EmailMessage, "send", slowly)
    assert send_waiting(now=now) == 1
    assert sent == [True]


def test_a_round_ends_before_what_it_looked_up_may_be_somebody_elses(
    now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.people.mailing.ROUND", -1.0)
    for key in ("1", "2"):
        post(now, key)
    assert [send_waiting(now=now) for _round in range(3)] == [1, 1, 0]


def test_a_mail_that_can_never_go_keeps_no_other_waiting(now: datetime) -> None:
    post(now, "bad", headers={"X-Odd": "a\nBcc: cass@example.org"})
    post(now, "good")
    assert send_waiting(now=now) == 2
    assert [message.to for message in mail.outbox] == [["dee@example.org"]]


def test_pauses_grow_for_more_than_a_day_and_then_it_ends(now: datetime) -> None:
    pauses = [pause_after(attempt) for attempt in range(1, GIVE_UP_AFTER)]
    assert pauses == sorted(pauses)
    assert max(pauses) == LONGEST_PAUSE
    assert timedelta(days=1) < sum(pauses, timedelta()) < timedelta(days=3)
    post(now)
    Outbox.objects.update(attempts=GIVE_UP_AFTER)
    assert send_waiting(now=now) == 0


def test_what_need_not_be_kept_is_forgotten(now: datetime) -> None:
    post(now, "receipt")
    post(now, "news", kept=timedelta(days=7))
    assert forget_mails(now=now + timedelta(days=6)) == 0
    assert forget_mails(now=now + timedelta(days=7)) == 1
    assert Outbox.objects.get().subject_key == "receipt"
    assert send_mail(pk=0, now=now)


@given(st.text())
def test_no_subject_begins_another_header(subject: str) -> None:
    message = message_of(Outbox(recipient="dee@example.org", subject=subject, body="Words.")).message()
    assert message["To"] == "dee@example.org"
    assert message["Bcc"] is None
    assert len(message.get_all("Subject")) == 1
