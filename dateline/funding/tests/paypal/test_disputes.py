"""Disputes at PayPal: it holds the money, or a bank takes it, and it comes back or not."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest

from dateline.funding.models import Drive, Gift, Posting, Recurring
from dateline.lib.money import Money

from ..conftest import dollars
from .conftest import Bench
from .test_gifts import agree


@pytest.mark.parametrize("stage", ["INQUIRY", "CHARGEBACK"])
@pytest.mark.parametrize(("is_won", "left"), [(True, 10), (False, 0)])
def test_a_dispute_takes_the_money_and_ends_the_monthly_gift(
    bench: Bench, drive: Drive, stage: str, is_won: bool, left: int
) -> None:
    bench.gives(frequency="monthly", email="dee@example.org")
    payment = Gift.objects.get().payment_id
    dispute = bench.till.dispute(payment, stage)
    assert set(bench.tells()) == {200}
    promise = Recurring.objects.get()
    assert (promise.standing, promise.stop_reason) == ("ended", "A payment was disputed.")
    assert dispute
    assert Posting.objects.filter(movement_id=dispute["dispute_id"], kind="dispute").count() == 1
    agree(bench, drive, dollars(0))
    bench.till.resolve(payment, won=is_won)
    assert set(bench.tells()) == {200}
    assert Recurring.objects.get().standing == "ended"
    agree(bench, drive, dollars(left))


def test_what_is_sent_back_while_it_is_disputed_is_not_taken_twice(bench: Bench, drive: Drive) -> None:
    bench.gives()
    payment = Gift.objects.get().payment_id
    bench.till.dispute(payment)
    assert set(bench.tells()) == {200}
    bench.till.refund(payment, {"amount": {"currency_code": "USD", "value": "4.00"}})
    assert set(bench.tells()) == {200}
    agree(bench, drive, dollars(0))
    bench.till.resolve(payment, won=True)
    assert set(bench.tells()) == {200}
    agree(bench, drive, dollars(6))


def later(bench: Bench, seconds: int) -> None:
    """Time passes at PayPal."""
    bench.till.clock = (bench.now + timedelta(seconds=seconds)).timestamp


@pytest.mark.parametrize("frequency", ["once", "monthly"])
def test_what_is_sent_back_before_while_and_after_is_each_counted_once(
    bench: Bench, drive: Drive, frequency: str
) -> None:
    bench.gives(frequency=frequency, email="dee@example.org")
    payment = Gift.objects.get().payment_id
    one = {"amount": {"currency_code": "USD", "value": "1.00"}}
    for seconds, deed, left in (
        (1, lambda: bench.till.refund(payment, one), 9),
        (2, lambda: bench.till.dispute(payment), 0),
        (3, lambda: bench.till.refund(payment, one), 0),
        (4, lambda: bench.till.resolve(payment, won=True), 8),
        (5, lambda: bench.till.refund(payment, one), 7),
        (6, lambda: bench.till.dispute(payment), 0),
        (7, lambda: bench.till.resolve(payment, won=True), 7),
        (8, lambda: bench.till.dispute(payment), 0),
        (9, lambda: bench.till.resolve(payment, won=False), 0),
    ):
        later(bench, seconds)
        deed()
        assert set(bench.tells()) == {200}
        agree(bench, drive, dollars(left))


@pytest.mark.parametrize("is_won", [True, False])
def test_a_dispute_of_a_gift_in_another_currency_is_reckoned_at_the_gifts_rate(
    bench: Bench, drive: Drive, is_won: bool
) -> None:
    bench.till.account = "USD", Fraction(11, 10)
    bench.gives(Money(3333, "EUR"))
    payment = Gift.objects.get().payment_id
    bench.till.dispute(payment, "CHARGEBACK")
    agree_later(bench, drive, dollars(0))
    bench.till.resolve(payment, won=is_won)
    agree_later(bench, drive, Money(3667, "USD") if is_won else dollars(0))


def agree_later(bench: Bench, drive: Drive, raised: Money) -> None:
    """As ``agree``, once all has been told."""
    assert set(bench.tells()) == {200}
    agree(bench, drive, raised)
