"""Stripe's own library on one end, the rehearsal service, which speaks Stripe's words, on the other."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from fractions import Fraction

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from dateline.funding.actions import (
    Wish,
    apart,
    begin_gift,
    complaints,
    fulfil,
    open_checkout,
    reconcile,
    reconcile_hourly,
    refund,
    tick,
)
from dateline.funding.meter import meter_of
from dateline.funding.models import Drive, Gift, GiftIntent, Leg, Posting, Reconciliation, Recurring
from dateline.funding.providers import BadNotice, ProviderDown, ProviderRefused, configured
from dateline.funding.providers.hosted.amounts import NotCounted, from_stripe, to_stripe
from dateline.funding.providers.rehearsal import faults, keys
from dateline.funding.providers.rehearsal.service import RehearsalServer
from dateline.funding.providers.signature import sign
from dateline.funding.providers.stripe import Stripe, _client, mode_of_key
from dateline.lib.money import Money

from .conftest import NOWHERE, dollars

SECRET = "whsec_of_this_test"
Giving = Callable[..., GiftIntent]


@pytest.fixture
def stripe(service: RehearsalServer, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stripe]:
    """The adapter, with the address of the service on this machine."""
    settings.STRIPE_KEY, settings.STRIPE_HOOK_SECRET = "sk_test_of_this_test", SECRET
    settings.STRIPE_ADDRESS = service.address
    monkeypatch.setattr(keys, "api_key", lambda: "sk_test_of_this_test")
    monkeypatch.setattr(keys, "hook_secret", lambda: SECRET)
    yield Stripe()
    _client.cache_clear()


@pytest.fixture
def gave(stripe: Stripe, service: RehearsalServer, newsroom: object, now: datetime) -> Giving:
    """Dee has paid at the provider."""

    def give(money: Money | None = None, at: datetime = now, **wish: object) -> GiftIntent:
        told = Wish(money=money or dollars(10), **wish)  # type: ignore[arg-type]
        intent = begin_gift(wish=told, provider=stripe, language="en", now=now)
        open_checkout(intent=intent, provider=stripe, origin=NOWHERE, drive=None)
        service.till.settle(intent.provider_session, "paid", at.timestamp())
        return fulfil(intent=intent, provider=stripe, now=now)

    return give


def test_a_payment_is_booked_with_its_fee(drive: Drive, gave: Giving, now: datetime) -> None:
    assert gave().state == "paid"
    legs = [("fees", 59), ("gifts", -1000), ("provider", -59), ("provider", 1000)]
    assert sorted(Leg.objects.values_list("account", "amount")) == legs
    assert meter_of(drive, now).raised == dollars(10)
    assert complaints(now=now) == []


def test_opened_twice_it_is_one_checkout(stripe: Stripe, newsroom: object, now: datetime) -> None:
    intent = begin_gift(wish=Wish(money=dollars(10)), provider=stripe, language="en", now=now)
    first, second = (open_checkout(intent=intent, provider=stripe, origin=NOWHERE, drive=None) for _ in range(2))
    assert first == second


def test_a_checkout_stays_the_same_though_the_month_asks_for_something_else(
    stripe: Stripe, drive: Drive, service: RehearsalServer, now: datetime
) -> None:
    intent = begin_gift(wish=Wish(money=dollars(10)), provider=stripe, language="en", now=now)
    first = open_checkout(intent=intent, provider=stripe, origin=NOWHERE, drive=None)
    assert open_checkout(intent=intent, provider=stripe, origin="http://other.example", drive=drive) == first
    service.till.settle(intent.provider_session, "paid")
    assert open_checkout(intent=intent, provider=stripe, origin=NOWHERE, drive=drive).state == "paid"


def test_a_declined_card_is_known_while_its_page_is_open(
    stripe: Stripe, newsroom: object, service: RehearsalServer, now: datetime
) -> None:
    intent = begin_gift(wish=Wish(money=dollars(10)), provider=stripe, language="en", now=now)
    assert open_checkout(intent=intent, provider=stripe, origin=NOWHERE, drive=None).refused_card is False
    service.till.settle(intent.provider_session, "declined")
    told = stripe.fetch_checkout(intent.provider_session)
    assert (told.state, told.refused_card) == ("open", True)
    service.till.settle(intent.provider_session, "paid")
    told = stripe.fetch_checkout(intent.provider_session)
    assert (told.state, told.refused_card) == ("paid", False)


def test_a_name_leads_nowhere_else(stripe: Stripe) -> None:
    with pytest.raises(ProviderRefused, match="No such session"):
        stripe.fetch_checkout("../../balance?x=")


def test_a_refund_in_parts_and_one_that_comes_back(
    drive: Drive, gave: Giving, stripe: Stripe, service: RehearsalServer, now: datetime
) -> None:
    gave(dollars(10))
    gift = Gift.objects.get()
    key = "one form"
    parts = [refund(gift=gift, amount=dollars(4), by=None, now=now, key=key) for _ in range(2)]
    assert parts[0] == parts[1]
    refund(gift=gift, amount=dollars(6), by=None, now=now)
    assert meter_of(drive, now).raised == dollars(0)
    service.till.fail_refund(gift.payment_id)
    tell(Client(), service, now=now)
    assert meter_of(drive, now).raised == dollars(6)
    assert Posting.objects.filter(kind="returned").count() == 1
    assert complaints(now=now) == []


@pytest.mark.parametrize(("is_won", "left"), [(True, 10), (False, 0)])
def test_a_dispute_takes_what_it_takes_and_ends_the_monthly_gift(
    drive: Drive, gave: Giving, service: RehearsalServer, now: datetime, is_won: bool, left: int
) -> None:
    gave(frequency="monthly")
    payment = Gift.objects.get().payment_id
    service.till.dispute(payment)
    tell(Client(), service, now=now)
    assert meter_of(drive, now).raised == dollars(0)
    promise = Recurring.objects.get()
    assert (promise.standing, promise.stop_reason) == ("ended", "A payment was disputed.")
    assert service.till.subscription(promise.subscription_id)["status"] == "canceled"
    service.till.close_dispute(payment, won=is_won)
    tell(Client(), service, now=now)
    assert meter_of(drive, now).raised == dollars(left)
    assert Recurring.objects.get().standing == "ended"
    assert complaints(now=now) == []


def test_what_was_given_in_another_currency_counts_at_the_rate_of_its_moment(
    drive: Drive, gave: Giving, service: RehearsalServer, now: datetime
) -> None:
    service.till.account = "usd", Fraction(11, 10)
    gave(Money(3333, "EUR"))
    gift = Gift.objects.get()
    assert (gift.money, gift.settled, gift.settled_currency) == (Money(3333, "EUR"), 3666, "USD")
    assert meter_of(drive, now).raised == Money(3666, "USD")
    service.till.account = "usd", Fraction(12, 10)
    for cents in (1111, 2222):
        refund(gift=gift, amount=Money(cents, "EUR"), by=None, now=now)
    assert meter_of(drive, now).raised == dollars(0)
    assert sum(Leg.objects.filter(account="rates").values_list("amount", flat=True)) == 1333 + 2666 - 3666
    assert complaints(now=now) == []


def tell(client: Client, service: RehearsalServer, *, now: datetime) -> None:
    """Deliver all that has happened, newest first and twice, as it may be."""
    events, _more = service.till.things.newest("event")
    for event in [*events, *events]:
        body = json.dumps(event).encode()
        headers = {"Stripe-Signature": sign(body, SECRET, timezone.now())}
        answer = client.post("/pay/hooks/stripe/", body, content_type="application/json", headers=headers)
        assert answer.status_code == 200
    tick(now=now)


def test_months_come_by_notice_and_a_failed_one_is_seen(
    drive: Drive, gave: Giving, service: RehearsalServer, now: datetime
) -> None:
    gave(frequency="monthly")
    promise = Recurring.objects.get()
    service.till.renew(promise.subscription_id, now.timestamp())
    service.till.fail(promise.subscription_id)
    tell(Client(), service, now=now)
    assert Gift.objects.filter(recurring=promise).count() == 2
    promise.refresh_from_db()
    assert promise.standing == "late"
    assert complaints(now=now) == []


def test_the_amount_changes_it_pauses_and_it_ends(gave: Giving, stripe: Stripe, drive: Drive) -> None:
    gave(frequency="monthly")
    name = Recurring.objects.get().subscription_id
    assert stripe.change_promise(name, dollars(7), "k1").money == dollars(7)
    assert stripe.pause_promise(name, "k2", paused=True).state == "paused"
    assert stripe.pause_promise(name, "k3", paused=False).state == "active"
    assert [stripe.end_promise(name, "k4").state for _ in range(2)] == ["ended", "ended"]


def test_all_movements_are_listed_page_by_page_and_sum_to_the_balance(
    drive: Drive, gave: Giving, stripe: Stripe, service: RehearsalServer, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.funding.providers.hosted.adapter.PAGE", 2)
    for _ in range(5):
        gave()
    refund(gift=Gift.objects.earliest("pk"), amount=dollars(3), by=None, now=now)
    found = list(stripe.movements(now - timedelta(days=9000), timezone.now() + timedelta(days=1)))
    assert len(found) == 6
    assert {each.kind for each in found} == {"gift", "refund"}
    assert all(each.payment_id for each in found)
    assert stripe.balances() == {"USD": sum(each.settled.amount - each.fee.amount for each in found)}
    at_provider = Leg.objects.filter(account="provider").values_list("amount", flat=True)
    assert stripe.balances() == {"USD": sum(at_provider)}


def test_down_and_refused_are_told_apart(stripe: Stripe, service: RehearsalServer) -> None:
    with pytest.raises(ProviderRefused, match="No such session"):
        stripe.fetch_checkout("cs_test_nobody")
    faults.keep(service.till.things, faults.Faults(down=True))
    with pytest.raises(ProviderDown, match="plays dead"):
        stripe.fetch_checkout("cs_test_nobody")


def test_a_refund_that_is_asked_for_otherwise_under_one_key_is_refused(
    stripe: Stripe, gave: Giving, drive: Drive
) -> None:
    gave()
    payment = Gift.objects.get().payment_id
    stripe.refund(payment, dollars(1), "key")
    stripe.refund(payment, dollars(1), "key")
    with pytest.raises(ProviderRefused, match="idempotent"):
        stripe.refund(payment, dollars(2), "key")


@pytest.mark.parametrize("seconds", [-301, 301, 10 * 365 * 86_400])
def test_a_notice_is_of_now_on_both_sides(stripe: Stripe, now: datetime, seconds: int) -> None:
    header = {"Stripe-Signature": sign(b"{}", SECRET, now + timedelta(seconds=seconds))}
    with pytest.raises(BadNotice, match="five minutes"):
        stripe.read_notice(b"{}", header, now)


@pytest.mark.parametrize(
    "header", ["", "t=1", "v1=x", "t=x,v1=y", "t=1,v1=\N{SNOWMAN}", "t=1,v1=x", "t==,v1=="], ids=ascii
)
def test_what_stripe_has_not_signed_is_a_bad_notice(stripe: Stripe, now: datetime, header: str) -> None:
    with pytest.raises(BadNotice):
        stripe.read_notice(b"{}", {"Stripe-Signature": header}, now)
    with pytest.raises(BadNotice):
        stripe.read_notice(b"\xff", {"Stripe-Signature": sign(b"\xff", SECRET, now)}, now)


@pytest.mark.parametrize(
    ("money", "there"),
    [
        (Money(1050, "USD"), (1050, "usd")),
        (Money(500, "UGX"), (50_000, "ugx")),
        (Money(500, "ISK"), (50_000, "isk")),
        (Money(500, "JPY"), (500, "jpy")),
        (Money(5120, "KWD"), (5120, "kwd")),
    ],
)
def test_each_currency_is_counted_as_stripe_counts_it(money: Money, there: tuple[int, str]) -> None:
    assert to_stripe(money) == there
    assert from_stripe(*there) == money


def test_what_cannot_be_said_to_stripe_is_refused_rather_than_rounded() -> None:
    for money in (Money(5125, "KWD"), Money(5, "SYP")):
        with pytest.raises(NotCounted):
            to_stripe(money)
    for said in ((50_001, "isk"), (1, "xxx")):
        with pytest.raises(NotCounted):
            from_stripe(*said)


@given(st.integers(1, 10**12), st.sampled_from(["USD", "UGX", "ISK", "JPY", "EUR"]))
def test_no_amount_changes_on_the_way(amount: int, currency: str) -> None:
    assert from_stripe(*to_stripe(Money(amount, currency))) == Money(amount, currency)


@pytest.mark.parametrize(
    ("key", "mode"),
    [("sk_test_1", "test"), ("rk_live_1", "live"), ("pk_test_1", None), ("sk_other_1", None), ("", None)],
)
def test_a_key_says_whether_its_money_is_real(key: str, mode: str | None) -> None:
    assert mode_of_key(key) == mode


def test_a_key_of_the_other_mode_is_not_used(settings: Settings) -> None:
    settings.STRIPE_KEY = "sk_live_1"
    assert configured() == []


def test_what_nobody_told_us_of_is_found_within_the_hour(
    drive: Drive, stripe: Stripe, service: RehearsalServer, newsroom: object, now: datetime
) -> None:
    intent = begin_gift(wish=Wish(money=dollars(10)), provider=stripe, language="en", now=now)
    open_checkout(intent=intent, provider=stripe, origin=NOWHERE, drive=None)
    service.till.settle(intent.provider_session, "paid", now.timestamp())
    reconcile_hourly(now=now)
    assert meter_of(drive, now).raised == dollars(10)
    found = Reconciliation.objects.get()
    assert (found.found, found.differences, found.theirs) == (1, {}, {"USD": 941})
    service.till.clock = now.timestamp
    service.till.dispute(Gift.objects.get().payment_id)
    reconcile_hourly(now=now + timedelta(minutes=59))
    assert meter_of(drive, now).raised == dollars(10)
    reconcile_hourly(now=now + timedelta(minutes=60))
    assert meter_of(drive, now).raised == dollars(0)


def test_money_of_another_shop_is_booked_as_no_gift(
    drive: Drive, stripe: Stripe, service: RehearsalServer, now: datetime
) -> None:
    service.till._charge({"amount_total": 5000, "currency": "usd"}, {}, now.timestamp())
    assert reconcile(provider=stripe, now=now).differences == {}
    assert (Gift.objects.count(), meter_of(drive, now).raised) == (0, dollars(0))
    assert complaints(now=now) == []


def test_the_command_says_how_it_ended(
    drive: Drive, stripe: Stripe, service: RehearsalServer, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("reconcile")
    assert capsys.readouterr().out == "stripe: the books agree with the provider's balance.\n"
    service.till.things.put("movement", {"id": "txn_odd", "created": 0, "net": 7, "currency": "usd"})
    with pytest.raises(CommandError):
        call_command("reconcile")
    assert "the provider has 0.07\N{NO-BREAK SPACE}$ beyond our books" in capsys.readouterr().out
    assert ["beyond our books" in told for told in apart()] == [True]
    faults.keep(service.till.things, faults.Faults(down=True))
    with pytest.raises(CommandError):
        call_command("reconcile", provider="stripe")
    assert "does not answer" in capsys.readouterr().out
    with pytest.raises(CommandError, match="No such provider"):
        call_command("reconcile", provider="nobody")
