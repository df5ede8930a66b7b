"""What givers are written, each thing once, whatever the provider repeats or tells in another order."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from dateline.funding.actions import (
    change,
    end,
    erase_supporter,
    follow,
    fulfil,
    pause,
    process_event,
    record_event,
    record_gift,
    refund,
    remind_yearly,
    tick,
)
from dateline.funding.actions.letters import PURPOSES
from dateline.funding.actions.telling import AFTER_FAILURES, BY_GIVER, BY_NEWSROOM, DISPUTED
from dateline.funding.models import Drive, FundingTerms, Gift, GiftIntent, Recurring, Supporter
from dateline.funding.models.gift import Visibility
from dateline.funding.providers import Notice
from dateline.funding.providers.rehearsal import Rehearsal
from dateline.funding.providers.rehearsal.service import RehearsalServer
from dateline.people.models import Outbox

from .conftest import dollars

Giving = Callable[..., GiftIntent]
DEE = {"frequency": "monthly", "email": "dee@example.org"}


@pytest.fixture
def promise(drive: Drive, dee_gave: Giving, now: datetime) -> Recurring:
    """Dee gives ten dollars a month; the receipt of the first is not looked at here."""
    fulfil(intent=dee_gave(**DEE), provider=Rehearsal(), now=now)
    Outbox.objects.all().delete()
    return Recurring.objects.get()


def letters() -> list[Outbox]:
    return list(Outbox.objects.order_by("pk"))


def hear(told: list[dict[str, Any]], now: datetime, times: int = 2) -> None:
    """Let each event of the provider arrive: twice over, newest first, the second round under other names."""
    for round_ in range(times):
        for each in reversed(told):
            about = "promise" if "subscription" in each["type"] or "failed" in each["type"] else "payment"
            thing = Recurring.objects.get().subscription_id if about == "promise" else each["data"]["object"]["id"]
            said = Notice(f"{each['id']}-{round_}", each["type"], about, thing, False)
            event = record_event(provider=Rehearsal(), notice=said, body=b"{}", headers={}, now=now)
            assert process_event(event=event, now=now)


def test_a_failed_payment_is_told_once_a_month_with_the_way_out(
    promise: Recurring, service: RehearsalServer, now: datetime
) -> None:
    hear(service.till.fail(promise.subscription_id), now)
    hear(service.till.fail(promise.subscription_id), now + timedelta(days=2))
    [told] = letters()
    assert (told.purpose, told.recipient) == ("gift_failed", "dee@example.org")
    assert told.subject == "Your monthly gift to The Courier could not be taken"
    assert "tries again by itself" in told.body
    assert "Nothing is lost" in told.body
    assert f"/give/{promise.intent.token}/monthly/" in told.body
    service.till.renew(promise.subscription_id, (now + timedelta(days=31)).timestamp())
    hear(service.till.fail(promise.subscription_id), now + timedelta(days=61))
    assert [letter.purpose for letter in letters()].count("gift_failed") == 2


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (BY_GIVER, "You ended your gift of 10\xa0$ a month."),
        (BY_NEWSROOM, "We have ended your gift of 10\xa0$ a month."),
    ],
)
def test_who_ended_it_is_said_and_how_to_begin_again(promise: Recurring, now: datetime, why: str, words: str) -> None:
    for key in ("end-1", "end-1", "end-2"):
        end(recurring=Recurring.objects.get(), provider=Rehearsal(), now=now, key=key, why=why)
    [told] = letters()
    assert told.subject == "Your monthly gift to The Courier has ended"
    assert words in told.body
    assert "/give/?amount=10" in told.body


def test_the_notice_of_an_end_that_is_faster_than_its_answer_does_not_take_its_reason(
    promise: Recurring, service: RehearsalServer, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = Rehearsal.end_promise

    def slowly(self: Rehearsal, subscription: str, reference: str) -> Any:
        answer = ended(self, subscription, reference)
        follow(recurring=Recurring.objects.get(), promise=answer, now=now)  # the notice has come meanwhile
        return answer

    monkeypatch.setattr(Rehearsal, "end_promise", slowly)
    end(recurring=promise, provider=Rehearsal(), now=now, key="end-1")
    assert Recurring.objects.get().stop_reason == BY_GIVER
    assert ["You ended your gift" in letter.body for letter in letters()] == [True]


def test_what_ends_after_failed_tries_at_the_provider_is_told_as_that(
    promise: Recurring, service: RehearsalServer, now: datetime
) -> None:
    hear(service.till.fail(promise.subscription_id), now)
    hear(service.till.end(promise.subscription_id)[1], now)
    assert Recurring.objects.get().stop_reason == AFTER_FAILURES
    assert "could not be taken after several tries" in letters()[-1].body
    assert [letter.purpose for letter in letters()] == ["gift_failed", "gift_ended"]


def test_what_ends_at_the_provider_by_itself_is_told(
    promise: Recurring, service: RehearsalServer, now: datetime
) -> None:
    hear(service.till.end(promise.subscription_id)[1], now)
    [told] = letters()
    assert "has ended at the payment provider" in told.body


def test_a_dispute_ends_it_and_says_so_once(promise: Recurring, service: RehearsalServer, now: datetime) -> None:
    gift = Gift.objects.get()
    told = service.till.dispute(gift.payment_id)
    for _ in range(2):
        fulfil(intent=gift.intent, provider=Rehearsal(), now=now)  # type: ignore[arg-type]
    assert told
    assert Recurring.objects.get().stop_reason == DISPUTED
    assert ["Your bank has disputed a payment" in letter.body for letter in letters()] == [True]


def test_a_change_a_pause_and_going_on_are_confirmed_once_for_each_deed(promise: Recurring, now: datetime) -> None:
    def deed(verb: Callable[..., None], **more: Any) -> None:
        verb(recurring=Recurring.objects.get(), provider=Rehearsal(), now=now, **more)

    for _ in range(2):
        deed(change, money=dollars(7), key="change-1")
    for _ in range(2):
        deed(pause, key="pause-1")
    deed(pause, key="go_on-1", paused=False)
    deed(change, money=dollars(10), key="change-2")
    deed(change, money=dollars(7), key="change-3")
    assert [letter.purpose for letter in letters()] == [
        "gift_changed", "gift_paused", "gift_goes_on", "gift_changed", "gift_changed"
    ]  # fmt: skip
    first = letters()[0].body
    assert "you give 7\xa0$ every month, instead of 10\xa0$" in first
    assert "The next is taken on 14 December 2025." in first


def test_what_went_back_is_receipted_once(
    promise: Recurring, service: RehearsalServer, now: datetime, django_capture_on_commit_callbacks: Any
) -> None:
    gift = Gift.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        refund(gift=gift, amount=dollars(4), by=None, now=now, key="k")
    for _ in range(2):
        fulfil(intent=gift.intent, provider=Rehearsal(), now=now)  # type: ignore[arg-type]
    [told] = letters()
    assert told.subject == "4\xa0$ went back to you from The Courier"
    assert "4\xa0$ of your gift of 10\xa0$ went back to you" in told.body
    assert len(mail.outbox) == 1
    refund(gift=gift, amount=dollars(6), by=None, now=now, key="k2")
    assert len(letters()) == 2


def test_the_receipt_says_dedication_and_the_words_of_the_newsroom(
    drive: Drive, dee_gave: Giving, now: datetime
) -> None:
    terms = FundingTerms.load()
    terms.receipt_words = "Tax number 12-345."
    terms.save()
    fulfil(intent=dee_gave(email="dee@example.org", dedication="In memory of Ada"), provider=Rehearsal(), now=now)
    [told] = letters()
    assert told.subject == "Receipt TEST-000001 from The Courier"
    assert "Dedication: In memory of Ada" in told.body
    assert "Tax number 12-345." in told.body
    assert "/give/mine/" in told.body
    assert "This was a rehearsal: no money has moved." in told.body


def test_letters_are_in_the_language_of_the_giver(drive: Drive, dee_gave: Giving, now: datetime) -> None:
    dee_gave(email="dee@example.org")
    Supporter.objects.update(language="de")
    fulfil(intent=GiftIntent.objects.get(), provider=Rehearsal(), now=now)
    assert "Quittung: TEST-000001" in letters()[0].body


def test_a_week_before_each_year_is_over_the_giver_is_told_what_came_of_it(promise: Recurring, now: datetime) -> None:
    assert remind_yearly(now=now + timedelta(days=300)) == 0
    for day in (358, 358, 359, 365):
        remind_yearly(now=now + timedelta(days=day))
    [told] = letters()
    assert told.purpose == "gift_year"
    assert "You have given 10\xa0$ since 14 November 2025, 10\xa0$ each month." in told.body
    assert f"/give/{promise.intent.token}/monthly/" in told.body
    assert remind_yearly(now=now + timedelta(days=730)) == 1
    assert len(letters()) == 2


def test_whoever_slept_over_the_day_reminds_within_the_month_and_not_later(promise: Recurring, now: datetime) -> None:
    assert remind_yearly(now=now + timedelta(days=365 + 31)) == 0
    assert remind_yearly(now=now + timedelta(days=365 + 20)) == 1


@pytest.mark.parametrize("deed", ["pause", "end"])
def test_what_is_paused_or_ended_is_not_reminded_of(promise: Recurring, now: datetime, deed: str) -> None:
    {"pause": pause, "end": end}[deed](recurring=promise, provider=Rehearsal(), now=now, key="k")  # type: ignore[operator]
    assert remind_yearly(now=now + timedelta(days=360)) == 0


def test_a_gift_of_29_february_has_its_year_on_the_28th(promise: Recurring) -> None:
    Recurring.objects.update(started_at=datetime(2024, 2, 29, 12, tzinfo=UTC))
    assert remind_yearly(now=datetime(2025, 2, 21, 11, tzinfo=UTC)) == 0
    assert remind_yearly(now=datetime(2025, 2, 21, 13, tzinfo=UTC)) == 1


def test_the_clock_reminds_once_an_hour(promise: Recurring, now: datetime) -> None:
    late = (now + timedelta(days=360)).replace(minute=7, second=3)
    tick(now=late.replace(minute=6))
    assert [letter.purpose for letter in letters()] == []
    tick(now=late)
    tick(now=late + timedelta(hours=1))
    assert [letter.purpose for letter in letters()] == ["gift_year"]


def test_a_year_of_reminders_is_looked_for_in_two_queries(
    promise: Recurring, now: datetime, django_assert_num_queries: Any
) -> None:
    remind_yearly(now=now + timedelta(days=360))
    with django_assert_num_queries(2):
        assert remind_yearly(now=now + timedelta(days=361)) == 0


def test_nobody_is_written_to_who_was_erased_or_never_left_an_address(
    promise: Recurring, service: RehearsalServer, dee_gave: Giving, now: datetime
) -> None:
    erase_supporter(supporter=Supporter.objects.get(), now=now)
    hear(service.till.fail(promise.subscription_id), now)
    hear(service.till.end(promise.subscription_id)[1], now)
    remind_yearly(now=now + timedelta(days=360))
    fulfil(intent=dee_gave(), provider=Rehearsal(), now=now)
    record_gift(money=dollars(5), occurred_at=now, now=now, provider="import", visibility=Visibility.PUBLIC, name="Ada")
    assert letters() == []


def test_erasing_takes_every_kind_of_letter_away(promise: Recurring, now: datetime) -> None:
    for purpose in PURPOSES:
        row = {"purpose": purpose, "subject_key": str(uuid.uuid4()), "recipient": "dee@example.org"}
        Outbox.objects.create(**row, subject="s", body="b", created_at=now, due_at=now)
    Outbox.objects.create(
        purpose="code", subject_key="1", recipient="dee@example.org", subject="s", body="b", created_at=now, due_at=now
    )
    erase_supporter(supporter=Supporter.objects.get(), now=now)
    assert [letter.purpose for letter in letters()] == ["code"]


def test_the_page_of_a_monthly_gift_writes_what_was_done(client: Client, promise: Recurring) -> None:
    told = {"deed": "pause", "key": uuid.uuid4()}
    address = f"/give/{promise.intent.token}/monthly/"
    for _ in range(2):
        assert client.post(address, told, HTTP_SEC_FETCH_SITE="same-origin").status_code == 303
    assert [letter.purpose for letter in letters()] == ["gift_paused"]
