"""A gift of every month at PayPal, and what its giver can do with it."""

from __future__ import annotations

import re
import uuid

import pytest
from django.core import mail
from django.test import Client

from dateline.funding.actions import fulfil, reconcile, refund, tick
from dateline.funding.models import Drive, Gift, GiftIntent, InboundEvent, Recurring
from dateline.funding.providers import ProviderRefused
from dateline.funding.providers.paypal import PayPal
from dateline.funding.providers.rehearsal import Rehearsal
from dateline.lib.money import Money

from ..conftest import dollars
from .conftest import Bench
from .test_gifts import agree

OURS = {"HTTP_SEC_FETCH_SITE": "same-origin"}


def starts(bench: Bench, money: Money | None = None) -> str:
    """Dee gives every month from now on; return what PayPal calls it."""
    bench.gives(money, frequency="monthly", email="dee@example.org")
    return Recurring.objects.latest("pk").subscription_id


def test_the_first_month_is_paid_and_the_next_is_a_gift_of_its_own(bench: Bench, drive: Drive) -> None:
    name = starts(bench)
    assert bench.till.renew(name)
    assert set(bench.tells()) == {200}
    promise = Recurring.objects.get()
    assert Gift.objects.filter(recurring=promise).count() == 2
    assert promise.intent == GiftIntent.objects.get()
    assert (promise.standing, promise.money) == ("active", dollars(10))
    agree(bench, drive, dollars(20))


def test_a_first_payment_that_comes_later_is_no_money_until_then(bench: Bench, drive: Drive) -> None:
    intent = bench.wants(frequency="monthly", email="dee@example.org")
    bench.till.subscribe(intent.provider_session, pays=False)
    assert fulfil(intent=intent, provider=PayPal(), now=bench.now).state == "open"
    assert PayPal().fetch_checkout(intent.provider_session).state == "paid"
    bench.till.renew(intent.provider_session)
    assert set(bench.tells()) == {200}
    agree(bench, drive, dollars(10))


def test_the_word_that_it_began_is_enough(bench: Bench, drive: Drive) -> None:
    bench.agrees(frequency="monthly", email="dee@example.org")
    began = [event for event in bench.till.events if event["event_type"] == "BILLING.SUBSCRIPTION.ACTIVATED"]
    assert set(bench.tells(order=lambda _events: began)) == {200}
    agree(bench, drive, dollars(10))


def test_an_abandoned_subscription_stays_open_and_one_that_ended_unpaid_expires(bench: Bench, drive: Drive) -> None:
    intent = bench.wants(frequency="monthly", email="dee@example.org")
    assert fulfil(intent=intent, provider=PayPal(), now=bench.now).state == "open"
    bench.till.things["subscription"][intent.provider_session]["status"] = "EXPIRED"
    assert fulfil(intent=intent, provider=PayPal(), now=bench.now).state == "expired"


def test_each_currency_has_one_plan_and_all_have_one_product(bench: Bench, drive: Drive) -> None:
    for money in (dollars(10), dollars(25), Money(1000, "EUR")):
        starts(bench, money)
    plans = bench.till.things["plan"].values()
    assert [plan["name"] for plan in plans] == ["The Courier: USD", "The Courier: EUR"]
    assert len(bench.till.things["product"]) == 1
    prices = [
        each["plan"]["billing_cycles"][0]["pricing_scheme"] for each in bench.till.things["subscription"].values()
    ]
    assert [price["fixed_price"]["value"] for price in prices] == ["10.00", "25.00", "10.00"]


def test_a_failed_month_is_seen_and_is_no_refused_card(bench: Bench, drive: Drive) -> None:
    bench.till.fail(starts(bench))
    assert set(bench.tells()) == {200}
    assert Recurring.objects.get().standing == "late"
    failed = InboundEvent.objects.get(kind="BILLING.SUBSCRIPTION.PAYMENT.FAILED")
    headers = bench.desk.signed(bytes(failed.body), bench.now.timestamp())
    assert not PayPal().read_notice(bytes(failed.body), headers, bench.now).declined
    assert bench.till.renew(Recurring.objects.get().subscription_id)
    assert set(bench.tells()) == {200}
    tick(now=bench.now)
    assert PayPal().fetch_promise(Recurring.objects.get().subscription_id).state == "active"


def test_it_is_paused_goes_on_and_ends_and_twice_is_once(bench: Bench, drive: Drive) -> None:
    name, paypal = starts(bench), PayPal()
    assert [paypal.pause_promise(name, key, paused=True).state for key in ("a", "b")] == ["paused", "paused"]
    assert not bench.till.renew(name)
    assert [paypal.pause_promise(name, key, paused=False).state for key in ("c", "d")] == ["active", "active"]
    assert [paypal.end_promise(name, key).state for key in ("e", "f")] == ["ended", "ended"]
    assert not bench.till.renew(name)
    with pytest.raises(ProviderRefused, match="SUBSCRIPTION_STATUS_INVALID"):
        paypal.pause_promise(name, "g", paused=False)


@pytest.mark.parametrize(("deed", "standing"), [("suspend", "paused"), ("cancel", "ended")])
def test_what_a_giver_does_at_paypal_is_followed(bench: Bench, drive: Drive, deed: str, standing: str) -> None:
    name = starts(bench)
    bench.till.turn(name, deed)
    assert set(bench.tells()) == {200}
    assert Recurring.objects.get().standing == standing


def test_a_month_is_given_back_and_the_reports_find_what_we_forgot(bench: Bench, drive: Drive) -> None:
    starts(bench)
    gift = Gift.objects.get()
    refund(gift=gift, amount=dollars(4), by=None, now=bench.now, key="one form")
    refund(gift=gift, amount=dollars(4), by=None, now=bench.now, key="one form")
    agree(bench, drive, dollars(6))
    bench.till.refund(gift.payment_id, {"amount": {"currency_code": "USD", "value": "1.00"}})
    reconcile(provider=PayPal(), now=bench.now)
    agree(bench, drive, dollars(5))
    bench.till.refund(gift.payment_id, {"amount": {"currency_code": "USD", "value": "2.00"}})
    assert set(bench.tells()) == {200}
    agree(bench, drive, dollars(3))


# The giver's page


@pytest.fixture
def address(bench: Bench, drive: Drive, django_capture_on_commit_callbacks: object) -> str:
    """The page of Dee's monthly gift, out of her receipt."""
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        starts(bench)
    found = re.search(r"/give/[\w-]+/monthly/", mail.outbox[0].body)
    assert found
    return found.group()


def press(client: Client, address: str, deed: str, **more: object) -> object:
    told = {"deed": deed, "key": uuid.uuid4(), **more}
    return client.post(address, told, **OURS)  # type: ignore[arg-type]


def test_the_page_does_not_offer_another_amount_and_names_the_way(client: Client, address: str) -> None:
    page = client.get(address).text
    assert 'value="pause"' in page
    assert f'href="{address}end/"' in page
    assert 'value="change"' not in page
    assert "end this gift and give again" in page


def test_another_amount_is_refused_with_the_way_though_a_form_asks_for_it(client: Client, address: str) -> None:
    answer = press(client, address, "change", amount="7.50")
    assert answer.status_code == 409  # type: ignore[attr-defined]
    assert "end this gift and give again" in answer.content.decode()  # type: ignore[attr-defined]
    assert Recurring.objects.get().money == dollars(10)
    with pytest.raises(ProviderRefused, match="begin another"):
        PayPal().change_promise(Recurring.objects.get().subscription_id, dollars(7), "key")


def test_the_page_pauses_and_ends(client: Client, address: str, bench: Bench) -> None:
    for deed, standing in (("pause", "paused"), ("go_on", "active"), ("end", "ended")):
        assert press(client, address, deed).status_code == 303  # type: ignore[attr-defined]
        assert Recurring.objects.get().standing == standing


def test_other_providers_offer_it() -> None:
    assert Rehearsal().can_change_amount
    assert not PayPal.can_change_amount
