"""What PayPal reports, hours later, is held against the books."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from dateline.funding.actions import (
    complaints,
    fulfil,
    reconcile,
)
from dateline.funding.meter import meter_of
from dateline.funding.models import Drive, Gift, Posting, Reconciliation, Recurring
from dateline.funding.providers import ProviderDown
from dateline.funding.providers.paypal import PayPal

from ..conftest import dollars
from .conftest import Bench
from .test_gifts import agree


def test_a_payment_nobody_told_of_is_found_within_the_hour(bench: Bench, drive: Drive) -> None:
    intent = bench.agrees()
    bench.till.capture_order(intent.provider_session)
    assert reconcile(provider=PayPal(), now=bench.now).found == 1
    assert Gift.objects.get().intent == intent
    agree(bench, drive, dollars(10))


def test_all_is_found_by_the_reports_alone(bench: Bench, drive: Drive) -> None:
    bench.gives(frequency="monthly", email="dee@example.org")
    name = Recurring.objects.get().subscription_id
    bench.till.renew(name)
    bench.till.renew(name)
    bench.till.withdraw()
    first, second, third = bench.till.things["capture"]
    bench.till.refund(first, {"amount": {"currency_code": "USD", "value": "3.00"}})
    bench.till.dispute(second)
    bench.till.dispute(third, "CHARGEBACK")
    bench.till.resolve(second, won=False)
    assert reconcile(provider=PayPal(), now=bench.now).differences == {}
    assert meter_of(drive, bench.now).raised == dollars(7)
    assert {"gift", "refund", "dispute", "payout"} <= set(Posting.objects.values_list("kind", flat=True))
    assert reconcile(provider=PayPal(), now=bench.now).found == 0
    assert complaints(now=bench.now) == []


def test_reports_that_are_hours_late_are_compared_as_of_their_own_time(bench: Bench, drive: Drive) -> None:
    bench.gives()
    bench.desk.delay = 3 * 3600
    bench.till.clock = (bench.now + timedelta(hours=1)).timestamp
    row = reconcile(provider=PayPal(), now=bench.now + timedelta(hours=1))
    assert (row.theirs, row.ours, row.differences) == ({}, {}, {})
    bench.till.clock = (bench.now + timedelta(hours=4)).timestamp
    row = reconcile(provider=PayPal(), now=bench.now + timedelta(hours=4))
    assert (row.theirs, row.ours) == ({"USD": 941}, {"USD": 941})


def test_a_year_is_searched_in_spans_of_31_days_page_by_page(
    bench: Bench, drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.funding.providers.paypal.searching.PAGE", 2)
    for days in (300, 40, 20, 2, 0):
        bench.till.clock = (bench.now - timedelta(days=days)).timestamp
        bench.till._capture((1000, "USD"), {}, "T0006")
    bench.till.clock = bench.now.timestamp
    found = list(PayPal().movements(bench.now - timedelta(days=400), bench.now + timedelta(days=1)))
    assert len(found) == 5
    assert [each.at for each in found] == sorted((each.at for each in found), reverse=True)
    assert bench.desk.count("reporting/transactions") >= 13
    assert PayPal().balances() == {"USD": sum(each.settled.amount - each.fee.amount for each in found)}


def test_a_span_with_more_than_paypal_gives_is_halved(bench: Bench, drive: Drive) -> None:
    for hours in range(12):
        bench.till.clock = (bench.now - timedelta(hours=hours)).timestamp
        bench.till._capture((1000, "USD"), {}, "T0006")
    bench.till.clock, bench.desk.most_rows = bench.now.timestamp, 3
    assert len({each.movement_id for each in PayPal().movements(bench.now - timedelta(days=20), bench.now)}) == 12


def test_what_is_only_held_is_no_movement(bench: Bench, drive: Drive) -> None:
    bench.gives()
    for code in ("T1105", "T1503", "T2101"):
        bench.till._row(bench.till.name("TXN"), code, (-100, "USD"))
    kinds = [each.kind for each in PayPal().movements(bench.now - timedelta(days=1), bench.now + timedelta(days=1))]
    assert kinds == ["gift"]


def test_money_that_somebody_sent_without_us_is_booked_as_it_moved(bench: Bench, drive: Drive) -> None:
    bench.gives()
    bench.till._row(bench.till.name("TXN"), "T0000", (700, "USD"), fee=40)
    bench.till._row(bench.till.name("TXN"), "T1107", (-300, "USD"), of="OF-ANOTHER-DAY")
    agree(bench, drive, dollars(10))


def test_a_balance_that_differs_is_said(bench: Bench, drive: Drive) -> None:
    bench.gives()
    Reconciliation.objects.create(provider="paypal", mode="test", at=bench.now, until=bench.now + timedelta(days=9))
    bench.till._row(bench.till.name("TXN"), "T0000", (700, "USD"))
    assert reconcile(provider=PayPal(), now=bench.now).differences == {"USD": 700}


def test_an_outage_books_nothing_and_is_said(bench: Bench, drive: Drive, now: datetime) -> None:
    intent = bench.agrees()
    bench.desk.is_down = True
    with pytest.raises(ProviderDown):
        fulfil(intent=intent, provider=PayPal(), now=now)
    assert "503" in reconcile(provider=PayPal(), now=now).error
    assert set(bench.tells()) == {503}
    bench.desk.is_down = False
    assert set(bench.tells()) == {200}
    agree(bench, drive, dollars(10))
