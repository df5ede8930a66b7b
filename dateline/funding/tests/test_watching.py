"""Once a day the books are looked at by themselves, and somebody hears of what does not hold."""

from __future__ import annotations

from datetime import datetime, timedelta
from unittest import mock

import pytest

from dateline.funding.actions import check_daily
from dateline.people.models import Newsroom, Outbox

COMPLAINTS = "dateline.funding.actions.watching.complaints"


def test_sound_books_say_nothing(newsroom: Newsroom, now: datetime) -> None:
    check_daily(now=now)
    assert not Outbox.objects.filter(purpose="books").exists()


def test_the_rules_are_asked_once_a_day(newsroom: Newsroom, now: datetime) -> None:
    with mock.patch(COMPLAINTS, return_value=[]) as asked:
        for hours in (0, 1, 2, 24):
            check_daily(now=now + timedelta(hours=hours))
    assert asked.call_count == 2


def test_what_does_not_hold_is_written_to_the_newsroom_in_its_language(
    newsroom: Newsroom, now: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    with mock.patch(COMPLAINTS, return_value=["Posting 7 leaves 1 USD."]):
        check_daily(now=now)
    mail = Outbox.objects.get(purpose="books")
    assert (mail.recipient, "Posting 7 leaves 1 USD." in mail.body) == ("desk@courier.example", True)
    assert "Posting 7 leaves 1 USD." in caplog.text
