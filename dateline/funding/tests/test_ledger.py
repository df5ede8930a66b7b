"""What is booked stays; what is wrong is booked again the other way."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.funding.actions import (
    TooMuchBack,
    close_drive,
    complaints,
    erase_supporter,
    open_drive,
    record_gift,
    refund,
    turn_month,
)
from dateline.funding.actions.receipts import issue_receipt
from dateline.funding.guards import GUARDS, missing_guards
from dateline.funding.meter import meter_of
from dateline.funding.mode import Mode
from dateline.funding.models import Closing, Drive, Gift, Leg, Posting, Receipt, Supporter
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


def posting(gift: Gift, now: datetime, **more: object) -> Posting:
    """Legs and a posting as somebody would write them who knows nothing of our rules."""
    told = {"mode": "test", "kind": "refund", "book_month": "2025-11", "provider": "offline", "movement_id": "by hand"}
    told |= {"of_gift": -700, "sides": [("cash", -700, "USD"), ("refunds", 700, "USD")]} | more
    sides, number = told.pop("sides"), Posting.objects.next_number()
    for account, amount, currency in sides:
        Leg.objects.create(posting_id=number, account=account, amount=amount, currency=currency, mode="test")
    return Posting.objects.create(pk=number, gift=gift, occurred_at=now, booked_at=now, **told)


def test_the_database_takes_a_posting_that_balances(drive: Drive, now: datetime) -> None:
    assert posting(record_gift(money=dollars(40), occurred_at=now, now=now), now).legs.count() == 2


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"sides": [("cash", -700, "USD"), ("refunds", 600, "USD")]}, "sum to nothing"),
        ({"sides": [("cash", -700, "USD"), ("refunds", 700, "EUR")]}, "sum to nothing"),
        ({"sides": []}, "sum to nothing"),
        ({"mode": "live"}, "of its own mode"),
        ({"of_gift": -4001}, "no more may go back"),
        ({"of_gift": 1, "kind": "reversal"}, "no more may go back"),
        ({"of_gift": 3000, "kind": "gift"}, "no more may go back"),
        ({"provider": "rehearsal"}, "no more may go back"),
        ({"book_month": "2025-10"}, "closed month"),
    ],
)
def test_the_database_refuses_a_posting_that_breaks_a_rule(
    drive: Drive, now: datetime, told: dict[str, object], why: str
) -> None:
    close_drive(drive=open_drive(year=2025, month=10, goal=dollars(5000), purpose="Boats."), now=now)
    gift = record_gift(money=dollars(40), occurred_at=now, now=now)
    with pytest.raises(DatabaseError, match=why), transaction.atomic():
        posting(gift, now, **told)
    assert complaints(now=now) == []


def test_nothing_is_added_to_what_was_booked(drive: Drive, now: datetime) -> None:
    record_gift(money=dollars(40), occurred_at=now, now=now)
    booked = Posting.objects.get()
    with pytest.raises(DatabaseError, match="written before it"), transaction.atomic():
        Leg.objects.create(posting=booked, account="cash", amount=7, currency="USD", mode="test")


@pytest.mark.parametrize("change", [{"amount": 1}, {"currency": "EUR"}, {"mode": "live"}, {"drive": None}])
def test_what_a_gift_says_of_money_stays(drive: Drive, now: datetime, change: dict[str, object]) -> None:
    gift = record_gift(money=dollars(40), occurred_at=now, now=now)
    with pytest.raises(DatabaseError, match="not changed"), transaction.atomic():
        Gift.objects.filter(pk=gift.pk).update(**change)


def test_receipts_have_no_gap_and_stay(drive: Drive, now: datetime) -> None:
    first, second = (record_gift(money=dollars(40), occurred_at=now, now=now) for _ in range(2))
    issue_receipt(gift=first, now=now)
    for number in (1, 3):
        with pytest.raises(DatabaseError), transaction.atomic():
            Receipt.objects.create(gift=second, mode="test", number=number, issued_at=now)
    with pytest.raises(DatabaseError, match="not changed"), transaction.atomic():
        Receipt.objects.update(number=7)
    with pytest.raises(DatabaseError, match="not changed"), transaction.atomic():
        Receipt.objects.all()._raw_delete("default")


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


def test_the_check_misses_no_guard_and_names_one_that_is_gone(drive: Drive) -> None:
    assert missing_guards() == []
    table = " ON funding_posting" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER funding_posting_kept{table}")
    assert missing_guards() == ["funding_posting_kept"]


def unguarded(table: str) -> None:
    """Take all guards from a table, as somebody might who knows the database better than the books."""
    on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for name in (each for each in GUARDS if each.startswith(table)):
            cursor.execute(f"DROP TRIGGER {name}{on_table}")


@pytest.mark.parametrize(
    ("table", "change", "complaint"),
    [
        ("funding_leg", "UPDATE funding_leg SET amount = amount + 700 WHERE account = 'bank'", "leaves 700 USD"),
        ("funding_leg", "UPDATE funding_leg SET mode = 'live'", "mixes rehearsed and real money"),
        (
            "funding_leg",
            "UPDATE funding_leg SET drive_id = {other} WHERE drive_id IS NOT NULL",
            "another month than its",
        ),
        ("funding_leg", "DELETE FROM funding_leg", "has no legs"),
        (
            "funding_posting",
            "UPDATE funding_posting SET of_gift = 1 WHERE kind = 'gift'",
            "what was booked of it differ",
        ),
        ("funding_posting", "UPDATE funding_posting SET of_gift = -9999 WHERE kind = 'refund'", "More has gone back"),
        ("funding_gift", "UPDATE funding_gift SET drive_id = {other}", "came in another month"),
        ("funding_receipt", "UPDATE funding_receipt SET number = 2", "have a gap: 1 of 2"),
        ("funding_closing", "UPDATE funding_closing SET digest = 'x'", "have changed since they were closed"),
    ],
)
def test_the_check_names_what_was_put_around_the_guards(
    drive: Drive, now: datetime, table: str, change: str, complaint: str
) -> None:
    other = open_drive(year=2025, month=10, goal=dollars(5000), purpose="Boats.")
    close_drive(drive=other, now=now)
    gift = record_gift(money=dollars(40), occurred_at=now, now=now)
    refund(gift=gift, amount=dollars(3), by=None, now=now)
    issue_receipt(gift=gift, now=now)
    assert complaints(now=now) == []
    unguarded(table)
    with connection.cursor() as cursor:
        cursor.execute(change.format(other=other.pk))
    assert complaint in " ".join(complaints(now=now))


def test_a_clock_that_was_put_back_books_in_the_first_open_month(drive: Drive, now: datetime) -> None:
    turn_month(now=drive.ends_at + timedelta(days=40))
    gift = record_gift(money=dollars(2), occurred_at=now, now=now)
    assert gift.postings.get().book_month == "2025-12"
    assert complaints(now=now) == []
