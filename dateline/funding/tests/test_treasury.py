"""The treasurer's desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from dateline.funding.actions import fulfil, record_gift
from dateline.funding.meter import meter_of
from dateline.funding.models import Drive, Gift, GiftIntent, Posting
from dateline.funding.providers.rehearsal import Rehearsal
from dateline.people.models import User

from .conftest import dollars


def test_the_treasurer_opens_a_drive_in_plain_amounts(treasurer: Client, newsroom: object) -> None:
    form = {"year": 2025, "month": 12, "goal_written": "6,000", "ticks_written": "1000; 3000", "purpose": "The boat."}
    answer = treasurer.post("/newsroom/snippets/funding/drive/add/", form)

    assert answer.status_code == 302, answer.content.decode()
    drive = Drive.objects.get()
    assert (drive.goal, drive.ticks, drive.currency) == (600000, [100000, 300000], "USD")
    assert drive.starts_at.isoformat() == "2025-12-01T05:00:00+00:00"


def test_a_month_that_has_ended_stays_as_it_is(treasurer: Client, drive: Drive) -> None:
    form = {"goal_written": "1", "ticks_written": "", "purpose": "Another story."}
    answer = treasurer.post(f"/newsroom/snippets/funding/drive/edit/{drive.pk}/", form)

    assert "This month has ended" in answer.content.decode()
    drive.refresh_from_db()
    assert drive.goal == 500000


def test_the_treasurer_reads_gifts_and_postings_and_can_change_neither(
    treasurer: Client, drive: Drive, now: datetime
) -> None:
    gift = record_gift(money=dollars(40), occurred_at=now, now=now, name="Dee")

    assert "40" in treasurer.get("/newsroom/snippets/funding/gift/").content.decode()
    assert treasurer.get("/newsroom/snippets/funding/posting/").status_code == 200
    assert treasurer.get(f"/newsroom/snippets/funding/gift/edit/{gift.pk}/").status_code in {302, 403, 404}
    assert treasurer.post(f"/newsroom/snippets/funding/gift/delete/{gift.pk}/").status_code in {302, 403, 404}
    assert Gift.objects.filter(pk=gift.pk).exists()


def test_a_gift_in_cash_is_recorded_and_counts(treasurer: Client, drive: Drive, now: datetime) -> None:
    form = {"money": "12,50", "account": "cash", "received_at": "2025-11-13T18:00", "visibility": "secret"}
    answer = treasurer.post("/newsroom/funding/record/", form)

    assert answer.status_code == 302, answer.content.decode()
    posting = Posting.objects.get()
    assert posting.actor is not None
    assert posting.actor.username == "ada"
    assert posting.occurred_at.isoformat() == "2025-11-13T23:00:00+00:00"
    assert meter_of(drive, now).raised.amount == 1250


def test_a_refund_sent_twice_gives_back_once(
    treasurer: Client, drive: Drive, dee_gave: Callable[..., GiftIntent], now: datetime
) -> None:
    fulfil(intent=dee_gave(), provider=Rehearsal(), now=now)
    url = f"/newsroom/funding/gifts/{Gift.objects.get().pk}/"
    assert 'value="10"' in treasurer.get(url).content.decode()

    for _ in range(2):
        assert treasurer.post(url, {"money": "10", "key": "one-form", "deed": "back", "sure": "on"}).status_code == 302

    assert meter_of(drive, now).raised.amount == 0
    assert Posting.objects.filter(kind="refund").count() == 1
    more = {"money": "1", "key": "two", "deed": "back", "sure": "on"}
    assert "more than is left" in treasurer.post(url, more).content.decode()


def test_a_reader_and_a_reporter_reach_nothing_of_it(client: Client, drive: Drive) -> None:
    assert client.get("/newsroom/funding/record/").status_code == 302
    ben = User.objects.create_user("ben", "ben@example.org", "words")
    ben.groups.add(Group.objects.get(name="Reporter"))
    client.force_login(ben)
    assert client.get("/newsroom/funding/record/").status_code in {302, 403}
    assert client.get("/newsroom/snippets/funding/posting/").status_code in {302, 403}


def test_a_name_among_the_supporters_is_taken_off_with_its_words_and_the_money_stays(
    treasurer: Client, drive: Drive, dee_gave: Callable[..., GiftIntent], now: datetime
) -> None:
    words = {"name": "Cass", "message": "The editor sleeps at noon.", "visibility": "public"}
    intent = dee_gave(**words)
    fulfil(intent=intent, provider=Rehearsal(), now=now)
    gift = Gift.objects.get()
    url = f"/newsroom/funding/gifts/{gift.pk}/unname/"
    assert "sleeps at noon" in Client().get("/supporters/").content.decode()
    assert url in treasurer.get("/newsroom/snippets/funding/gift/").content.decode()

    assert "Cass" in treasurer.get(url).content.decode()
    assert "sleeps at noon" in Client().get("/supporters/").content.decode()
    treasurer.post(url)

    wall = Client().get("/supporters/").content.decode()
    assert "sleeps at noon" not in wall
    assert "Cass" not in wall
    assert meter_of(drive, now).raised == dollars(10)
    intent.refresh_from_db()
    assert intent.visibility == "secret"  # next month's gift of the same promise says nothing either


def test_only_the_treasurer_takes_names_off(client: Client, drive: Drive, now: datetime) -> None:
    gift = record_gift(money=dollars(40), occurred_at=now, now=now, name="Dee", visibility="name")
    ben = User.objects.create_user("ben", "ben@courier.example", "words")
    ben.groups.add(Group.objects.get(name="Reporter"))
    client.force_login(ben)
    assert client.post(f"/newsroom/funding/gifts/{gift.pk}/unname/").status_code in {302, 403}
    gift.refresh_from_db()
    assert gift.is_named


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"goal_written": "abc", "ticks_written": "1000"}, "Write an amount"),
        ({"ticks_written": "1000; 9000"}, "Every tick lies between nothing and the goal."),
        ({"ticks_written": "half"}, "Write amounts with semicolons between"),
        ({"month": "13"}, "less than or equal to 12"),
    ],
)
def test_a_drive_that_cannot_be_is_refused_in_a_sentence(
    treasurer: Client, newsroom: object, wrong: dict[str, str], sentence: str
) -> None:
    form = {"year": "2025", "month": "12", "goal_written": "6000", "ticks_written": "", "purpose": "Boots."}
    answer = treasurer.post("/newsroom/snippets/funding/drive/add/", form | wrong)
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert not Drive.objects.exists()
