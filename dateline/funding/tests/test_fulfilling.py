"""However the word of a payment arrives, and however often, it is one gift."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.funding.actions import complaints, fulfil, process_event, record_event, refund, tick
from dateline.funding.actions.fulfilling import ModeMismatch, fulfil_session
from dateline.funding.meter import meter_of
from dateline.funding.mode import Mode
from dateline.funding.models import Closing, Drive, Gift, GiftIntent, InboundEvent, Leg, Posting, Receipt
from dateline.funding.providers import Notice, ProviderRefused
from dateline.funding.providers.rehearsal import Rehearsal
from dateline.funding.providers.rehearsal.service import RehearsalServer
from dateline.people.mailing import send_waiting
from dateline.people.models import Newsroom, Outbox

from .conftest import dollars

Giving = Callable[..., GiftIntent]
numbers = itertools.count()


def test_a_payment_becomes_a_gift_with_a_balanced_posting_and_moves_the_meter(
    drive: Drive, dee_gave: Giving, now: datetime
) -> None:
    fulfil(intent=dee_gave(), provider=Rehearsal(), now=now)

    gift = Gift.objects.get()
    assert (gift.money, gift.drive) == (dollars(10), drive)
    legs = [("fees", 59), ("gifts", -1000), ("provider", -59), ("provider", 1000)]
    assert sorted(Leg.objects.values_list("account", "amount")) == legs
    assert meter_of(drive, now).raised == dollars(10)
    assert complaints(now=now) == []


def test_landing_and_notice_and_tick_together_make_one_gift(drive: Drive, dee_gave: Giving, now: datetime) -> None:
    intent = dee_gave()
    for _ in range(3):
        fulfil(intent=intent, provider=Rehearsal(), now=now)
        fulfil_session(session_id=intent.provider_session, provider=Rehearsal(), now=now)
        tick(now=now)

    assert (Gift.objects.count(), Posting.objects.count(), Receipt.objects.count()) == (1, 2, 1)


def test_a_checkout_that_expired_books_nothing_and_a_late_word_never_undoes_a_paid_one(
    drive: Drive, dee_wants: Giving, service: RehearsalServer, now: datetime
) -> None:
    intent = dee_wants()
    service.till.settle(intent.provider_session, "declined")
    assert fulfil(intent=intent, provider=Rehearsal(), now=now).state == "open"  # another card may do
    service.till.settle(intent.provider_session, "expired")
    assert fulfil(intent=intent, provider=Rehearsal(), now=now).state == "expired"
    assert not Posting.objects.exists()

    paid = dee_wants()
    service.till.settle(paid.provider_session, "paid")
    service.till.settle(paid.provider_session, "expired")
    assert fulfil(intent=paid, provider=Rehearsal(), now=now).state == "paid"


def test_the_providers_clock_decides_the_month(drive: Drive, dee_gave: Giving, now: datetime) -> None:
    last_second = drive.ends_at - timedelta(seconds=1)
    late = drive.ends_at + timedelta(days=3)
    fulfil(intent=dee_gave(at=last_second), provider=Rehearsal(), now=late)

    assert last_second.month != drive.month  # it is the next month already in UTC
    assert Gift.objects.get().drive == drive


def test_a_gift_of_the_first_second_counts_though_no_clock_has_turned_the_month(
    drive: Drive, dee_gave: Giving, now: datetime
) -> None:
    fulfil(intent=dee_gave(at=drive.ends_at), provider=Rehearsal(), now=drive.ends_at)
    counted = Gift.objects.get().drive
    assert counted is not None
    assert (counted.key, meter_of(counted, drive.ends_at).raised) == ("2025-12", dollars(10))
    assert complaints(now=drive.ends_at) == []


def test_a_checkout_that_is_not_ours_is_refused(drive: Drive, service: RehearsalServer, now: datetime) -> None:
    with pytest.raises(ProviderRefused):
        fulfil_session(session_id="cs_test_forged", provider=Rehearsal(), now=now)


def test_live_word_for_a_rehearsed_gift_books_nothing(
    drive: Drive, dee_gave: Giving, service: RehearsalServer, now: datetime
) -> None:
    intent = dee_gave()
    service.till.things.put("session", service.till.session(intent.provider_session) | {"livemode": True})

    with pytest.raises(ModeMismatch):
        fulfil(intent=intent, provider=Rehearsal(), now=now)
    assert not Posting.objects.exists()


def test_a_rehearsed_gift_is_never_in_a_live_sum(drive: Drive, dee_gave: Giving, now: datetime) -> None:
    fulfil(intent=dee_gave(), provider=Rehearsal(), now=now)

    assert Leg.objects.raised(drive, Mode.TEST) == 1000
    assert Leg.objects.raised(drive, Mode.LIVE) == 0


def test_a_receipt_is_mailed_once_and_only_to_those_who_left_an_address(
    drive: Drive, dee_gave: Giving, now: datetime, django_capture_on_commit_callbacks: Callable
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        for intent in (dee_gave(email="Dee@Example.org"), dee_gave()):
            fulfil(intent=intent, provider=Rehearsal(), now=now)
            fulfil(intent=intent, provider=Rehearsal(), now=now)

    assert [message.to for message in mail.outbox] == [["dee@example.org"]]
    body = mail.outbox[0].body
    assert "TEST-000001" in body
    assert "no money has moved" in body
    assert "14 November 2025, 04:30 (UTC−5)" in body
    assert list(Receipt.objects.order_by("number").values_list("number", flat=True)) == [1, 2]


def test_a_mail_that_cannot_be_sent_is_kept_and_the_gift_too(
    drive: Drive, dee_gave: Giving, now: datetime, settings: object, django_capture_on_commit_callbacks: Callable
) -> None:
    settings.DEFAULT_FROM_EMAIL = "The\nCourier <desk@courier.example>"  # type: ignore[attr-defined]
    with django_capture_on_commit_callbacks(execute=True):
        fulfil(intent=dee_gave(email="dee@example.org"), provider=Rehearsal(), now=now)
    kept = Outbox.objects.get()
    assert (kept.sent_at, kept.attempts, Gift.objects.count()) == (None, 1, 1)
    assert "newlines" in kept.error

    settings.DEFAULT_FROM_EMAIL = "desk@courier.example"  # type: ignore[attr-defined]
    send_waiting(now=now + timedelta(minutes=1))
    assert len(mail.outbox) == 1


def test_the_subject_is_one_line_whatever_the_newsroom_is_called(
    drive: Drive, dee_gave: Giving, now: datetime, django_capture_on_commit_callbacks: Callable
) -> None:
    Newsroom.objects.update(name="The\r\nBcc: cass@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        fulfil(intent=dee_gave(email="dee@example.org"), provider=Rehearsal(), now=now)
    assert mail.outbox[0].subject == "Receipt TEST-000001 from The Bcc: cass@example.org"
    assert mail.outbox[0].recipients() == ["dee@example.org"]


def test_a_failing_handler_keeps_its_error_and_is_tried_again_by_the_tick(
    drive: Drive, dee_gave: Giving, service: RehearsalServer, now: datetime, settings: object
) -> None:
    intent = dee_gave()
    port, settings.REHEARSAL_PORT = service.server_port, 9  # type: ignore[attr-defined]
    event = record_event(
        provider=Rehearsal(),
        notice=Notice("evt_1", "checkout.session.completed", "checkout", intent.provider_session, live=False),
        body=b"{}",
        headers={},
        now=now,
    )
    assert not process_event(event=event, now=now)
    assert "ProviderDown" in InboundEvent.objects.get().error

    settings.REHEARSAL_PORT = port  # type: ignore[attr-defined]
    tick(now=now)
    event.refresh_from_db()
    assert (event.processed_at, event.error, event.attempts) == (now, "", 2)
    assert Gift.objects.count() == 1


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_order_of_any_repeats_ends_with_meter_equal_to_what_was_paid(
    drive: Drive, dee_gave: Giving, now: datetime, data: st.DataObject
) -> None:
    before = Leg.objects.raised(drive, Mode.TEST)
    amounts = data.draw(st.lists(st.integers(1, 500), min_size=1, max_size=4))
    intents = [dee_gave(dollars(amount)) for amount in amounts]
    deliveries = data.draw(st.permutations(intents * 3))
    for intent in deliveries:
        name = f"evt_{next(numbers)}"
        notice = Notice(name, "checkout.session.completed", "checkout", intent.provider_session, live=False)
        event = record_event(provider=Rehearsal(), notice=notice, body=b"{}", headers={}, now=now)
        process_event(event=event, now=now)
        process_event(event=event, now=now)

    assert Leg.objects.raised(drive, Mode.TEST) - before == sum(amounts) * 100
    assert complaints(now=now) == []


def test_a_month_of_a_monthly_gift_is_a_gift_of_its_own_month(
    drive: Drive, dee_gave: Giving, service: RehearsalServer, now: datetime
) -> None:
    intent = dee_gave(frequency="monthly")
    fulfil(intent=intent, provider=Rehearsal(), now=now)
    later = datetime(2025, 12, 14, 9, 30, tzinfo=UTC)
    tick(now=later)
    promise = Gift.objects.get().recurring
    assert promise is not None
    [told] = service.till.renew(promise.subscription_id, later.timestamp())
    notice = Notice(told["id"], told["type"], "payment", told["data"]["object"]["id"], live=False)
    event = record_event(provider=Rehearsal(), notice=notice, body=b"{}", headers={}, now=later)

    assert process_event(event=event, now=later)
    assert sorted(gift.drive.key for gift in Gift.objects.select_related("drive") if gift.drive) == [
        "2025-11",
        "2025-12",
    ]
    assert Gift.objects.filter(recurring=promise).count() == 2


def test_a_refund_after_the_close_changes_the_page_but_not_the_books_of_the_month(
    drive: Drive, dee_gave: Giving, now: datetime
) -> None:
    fulfil(intent=dee_gave(dollars(255)), provider=Rehearsal(), now=now)
    december = datetime(2025, 12, 2, 12, 0, tzinfo=UTC)
    tick(now=december)
    closing = Closing.objects.get()
    assert closing.total == 25500

    posting = refund(gift=Gift.objects.get(), amount=dollars(20), by=None, now=december)

    assert meter_of(drive, december).raised == dollars(235)
    assert posting.kind == "refund"
    assert Drive.objects.count() == 2
    assert meter_of(Drive.objects.get(month=12), december).raised == dollars(0)
    assert complaints(now=december) == []
