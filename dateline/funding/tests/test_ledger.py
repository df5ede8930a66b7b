"""What is booked stays; what is wrong is booked again the other way."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.funding.actions import TooMuchBack, complaints, erase_supporter, record_gift, refund, turn_month
from dateline.funding.actions.booking import Unbalanced, check_balance
from dateline.funding.meter import meter_of
from dateline.funding.mode import Mode
from dateline.funding.models import Closing, Drive, Gift, Leg, Posting, Supporter
from dateline.lib.money import Money

from .conftest import dollars


@pytest.mark.parametrize("model", [Posting, Leg, Closing])
def test_the_database_refuses_to_change_or_remove_what_was_booked(
    model: type[Posting], drive: Drive, now: datetime
) -> None:
    record_gift(money=dollars(40), occurred_at=now, now=now)
    turn_month(now=drive.ends_at)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        model.objects.update(mode="live")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        model.objects.all()._raw_delete("default")
    assert model.objects.exists()


def test_legs_that_do_not_balance_are_never_written() -> None:
    with pytest.raises(Unbalanced):
        check_balance([Leg(amount=5, currency="USD"), Leg(amount=-5, currency="EUR")])


def test_the_check_names_a_posting_that_does_not_balance(drive: Drive, now: datetime) -> None:
    record_gift(money=dollars(40), occurred_at=now, now=now)
    posting = Posting.objects.get()
    Leg.objects.create(posting=posting, account="cash", amount=7, currency="USD", mode="test")

    assert complaints(now=now) == [f"Posting {posting.pk} leaves 7 USD."]


def test_a_gift_recorded_twice_under_one_key_is_one_gift(drive: Drive, now: datetime) -> None:
    first, second = (record_gift(money=dollars(40), occurred_at=now, now=now, key="archive:1") for _ in range(2))

    assert first == second
    assert meter_of(drive, now).raised == dollars(40)


def test_no_more_goes_back_than_came(drive: Drive, now: datetime) -> None:
    gift = record_gift(money=dollars(40), occurred_at=now, now=now)
    refund(gift=gift, amount=dollars(30), by=None, now=now)

    with pytest.raises(TooMuchBack):
        refund(gift=gift, amount=dollars(11), by=None, now=now)
    with pytest.raises(TooMuchBack):
        refund(gift=gift, amount=Money(-1, "USD"), by=None, now=now)
    assert meter_of(drive, now).raised == dollars(10)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.integers(1, 5000), st.integers(0, 6000)), max_size=6))
def test_the_meter_is_what_came_less_what_went_back(drive: Drive, now: datetime, moves: list[tuple[int, int]]) -> None:
    before = wanted = Leg.objects.raised(drive, Mode.TEST)
    for came, back in moves:
        gift = record_gift(money=Money(came, "USD"), occurred_at=now, now=now)
        wanted += came
        if 0 < back <= came:
            refund(gift=gift, amount=Money(back, "USD"), by=None, now=now)
            wanted -= back

    assert meter_of(drive, now).raised.amount == wanted >= before
    assert complaints(now=now) == []


def test_forgetting_a_supporter_keeps_the_money(drive: Drive, now: datetime) -> None:
    dee = Supporter.objects.create(email="dee@example.org", since=now)
    gift = record_gift(
        money=dollars(40), occurred_at=now, now=now, name="Dee", message="For the boat", visibility="public"
    )
    Gift.objects.filter(pk=gift.pk).update(supporter=dee)

    erase_supporter(supporter=dee, now=now)

    gift.refresh_from_db()
    dee.refresh_from_db()
    assert (gift.name, gift.message, gift.visibility, dee.email, dee.erased_at) == ("", "", "secret", None, now)
    assert meter_of(drive, now).raised == dollars(40)


def test_a_late_posting_is_booked_in_the_present_month_and_the_closed_one_keeps_its_seal(
    drive: Drive, now: datetime
) -> None:
    record_gift(money=dollars(40), occurred_at=now, now=now)
    later = drive.ends_at + timedelta(days=3)
    turn_month(now=later)
    seal = Closing.objects.get().digest

    gift = record_gift(money=dollars(2), occurred_at=now, now=later)

    assert gift.drive == drive
    assert gift.postings.get().book_month == "2025-12"
    assert Closing.objects.get().digest == seal
    assert complaints(now=later) == []
    assert turn_month(now=later) == turn_month(now=later)
    assert Closing.objects.count() == 1
