"""One gift at PayPal: agreed to there, taken by us, booked as PayPal settled it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dateline.funding.actions import (
    TooMuchBack,
    apart,
    begin_gift,
    complaints,
    fulfil,
    open_checkout,
    reconcile,
    refund,
    tick,
)
from dateline.funding.actions.giving import Wish
from dateline.funding.meter import meter_of
from dateline.funding.models import Drive, Gift, Leg, Posting
from dateline.funding.providers import ProviderRefused
from dateline.funding.providers.paypal import PayPal
from dateline.lib.money import Money

from ..conftest import NOWHERE, dollars
from .conftest import Bench


def agree(bench: Bench, drive: Drive, raised: Money) -> None:
    """The meter, the ledger and PayPal's balance say the same, and all nine rules hold."""
    assert meter_of(drive, bench.now).raised == raised
    assert reconcile(provider=PayPal(), now=bench.now).differences == {}
    assert (apart(), complaints(now=bench.now)) == ([], [])


def test_a_payment_is_taken_when_its_giver_comes_back_and_booked_with_its_fee(bench: Bench, drive: Drive) -> None:
    assert bench.gives().state == "paid"
    legs = [("fees", 59), ("gifts", -1000), ("provider", -59), ("provider", 1000)]
    assert sorted(Leg.objects.values_list("account", "amount")) == legs
    assert Gift.objects.get().payment_id in bench.till.things["capture"]
    agree(bench, drive, dollars(10))


def test_a_giver_who_never_comes_back_has_given_all_the_same(bench: Bench, drive: Drive) -> None:
    bench.agrees()
    assert set(bench.tells()) == {200}
    assert Gift.objects.count() == 1
    agree(bench, drive, dollars(10))


def test_paid_twice_it_is_one_gift_and_one_order(bench: Bench, drive: Drive) -> None:
    intent = bench.agrees()
    for _ in range(3):
        fulfil(intent=intent, provider=PayPal(), now=bench.now)
        tick(now=bench.now)
    assert set(bench.tells()) == {200}
    assert (len(bench.till.things["order"]), len(bench.till.things["capture"]), Gift.objects.count()) == (1, 1, 1)
    agree(bench, drive, dollars(10))


def test_opened_twice_it_is_one_page(bench: Bench, drive: Drive) -> None:
    intent = begin_gift(wish=Wish(money=dollars(10)), provider=PayPal(), language="en", now=bench.now)
    first = open_checkout(intent=intent, provider=PayPal(), origin=NOWHERE, drive=None)
    intent.provider_session = ""  # as if the answer had been lost
    assert open_checkout(intent=intent, provider=PayPal(), origin=NOWHERE, drive=None) == first
    assert first.url.startswith("https://www.sandbox.paypal.com/")
    assert not first.live


def test_a_refused_card_books_nothing_and_the_same_page_takes_another(bench: Bench, drive: Drive) -> None:
    bench.till.declines = 1.0
    intent = bench.gives()
    assert (intent.state, Gift.objects.count()) == ("open", 0)
    assert PayPal().fetch_checkout(intent.provider_session).state == "open"
    bench.till.declines = 0.0
    bench.till.approve(intent.provider_session)
    assert fulfil(intent=intent, provider=PayPal(), now=bench.now).state == "paid"
    agree(bench, drive, dollars(10))


def test_a_payment_that_paypal_denies_is_declined(bench: Bench, drive: Drive) -> None:
    intent = bench.agrees()
    bench.till.capture_order(intent.provider_session, "DECLINED")
    assert fulfil(intent=intent, provider=PayPal(), now=bench.now).state == "declined"
    assert set(bench.tells()) == {200}
    agree(bench, drive, dollars(0))


def test_a_payment_that_paypal_looks_at_is_no_money_until_it_is_let_through(bench: Bench, drive: Drive) -> None:
    intent = bench.agrees()
    capture = bench.till.capture_order(intent.provider_session, "PENDING")["purchase_units"][0]["payments"]["captures"]
    assert fulfil(intent=intent, provider=PayPal(), now=bench.now).state == "open"
    assert PayPal().fetch_checkout(intent.provider_session).state == "paid"
    bench.till.complete(capture[0]["id"])
    assert set(bench.tells()) == {200}
    agree(bench, drive, dollars(10))


def test_an_abandoned_order_expires(bench: Bench, drive: Drive) -> None:
    intent = bench.wants()
    assert fulfil(intent=intent, provider=PayPal(), now=bench.now).state == "open"
    bench.till.forget(intent.provider_session)
    assert fulfil(intent=intent, provider=PayPal(), now=bench.now).state == "expired"
    agree(bench, drive, dollars(0))


def test_an_order_of_another_shop_on_the_account_is_none_of_ours(bench: Bench, drive: Drive) -> None:
    bench.till._capture((5000, "USD"), {"custom_id": "their-own"}, "T0006")
    assert reconcile(provider=PayPal(), now=bench.now).differences == {}
    assert (Gift.objects.count(), complaints(now=bench.now)) == (0, [])


@pytest.mark.parametrize("name", ["../../v1/reporting/balances?x=", "nobody", "%2e%2e"])
def test_a_name_leads_nowhere_else(bench: Bench, name: str) -> None:
    assert PayPal().fetch_checkout(name).state == "expired"
    assert PayPal().fetch_payment(name) is None
    assert bench.desk.count("/balances") == 0


@pytest.mark.parametrize("name", ["", ".", ".."])
def test_what_is_no_name_is_not_asked_for(bench: Bench, name: str) -> None:
    with pytest.raises(ProviderRefused):
        PayPal().fetch_checkout(name)
    assert bench.desk.asked == []


# What goes back


def test_a_refund_in_two_parts_and_never_more_than_is_left(bench: Bench, drive: Drive) -> None:
    bench.gives()
    gift = Gift.objects.get()
    parts = [refund(gift=gift, amount=dollars(4), by=None, now=bench.now, key="one form") for _ in range(2)]
    assert parts[0] == parts[1]
    with pytest.raises(TooMuchBack):
        refund(gift=gift, amount=dollars(7), by=None, now=bench.now)
    with pytest.raises(ProviderRefused, match="REFUND_AMOUNT_EXCEEDED"):
        PayPal().refund(gift.payment_id, dollars(7), "around the check")
    refund(gift=gift, amount=dollars(6), by=None, now=bench.now)
    assert set(bench.tells()) == {200}
    assert Posting.objects.filter(kind="refund").count() == len(bench.till.things["refund"]) == 2
    agree(bench, drive, dollars(0))


def test_a_refund_asked_for_again_sends_nothing_more_and_otherwise_is_refused(bench: Bench, drive: Drive) -> None:
    bench.gives()
    name = Gift.objects.get().payment_id
    for _ in range(2):
        PayPal().refund(name, dollars(1), "key")
    assert len(bench.till.things["refund"]) == 1
    with pytest.raises(ProviderRefused, match="PREVIOUSLY_USED"):
        PayPal().refund(name, dollars(2), "key")


def test_a_refund_made_at_paypal_is_heard_of(bench: Bench, drive: Drive) -> None:
    bench.gives()
    bench.till.refund(Gift.objects.get().payment_id, {"amount": {"currency_code": "USD", "value": "2.50"}})
    assert set(bench.tells()) == {200}
    agree(bench, drive, Money(750, "USD"))


# Currencies


def test_what_was_given_in_another_currency_counts_at_paypals_rate(bench: Bench, drive: Drive) -> None:
    bench.till.account = "USD", Fraction(11, 10)
    bench.gives(Money(3333, "EUR"))
    gift = Gift.objects.get()
    assert (gift.money, gift.settled, gift.settled_currency) == (Money(3333, "EUR"), 3667, "USD")
    agree(bench, drive, Money(3667, "USD"))
    bench.till.account = "USD", Fraction(12, 10)
    for cents in (1111, 2222):
        refund(gift=gift, amount=Money(cents, "EUR"), by=None, now=bench.now)
    assert sum(Leg.objects.filter(account="rates").values_list("amount", flat=True)) == 1333 + 2666 - 3667
    agree(bench, drive, dollars(0))
