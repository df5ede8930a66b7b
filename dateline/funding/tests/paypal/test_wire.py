"""How questions travel: tokens, outages, refusals, and amounts."""

from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from dateline.funding.actions import fulfil
from dateline.funding.checks import paypal_fits
from dateline.funding.models import Drive
from dateline.funding.providers import ProviderDown, ProviderRefused
from dateline.funding.providers.paypal import LIVE, SANDBOX, PayPal, address, configured
from dateline.funding.providers.paypal.amounts import SUPPORTED, WITHOUT_DECIMALS, NotCounted, from_paypal, to_paypal
from dateline.lib.money import Money, exponent, whole

from .conftest import Bench
from .service import Desk

TOKEN = "oauth2/token"


def test_one_token_serves_many_questions(bench: Bench, drive: Drive) -> None:
    bench.gives()
    bench.gives()
    assert bench.desk.count(TOKEN) == 1


def test_a_token_is_renewed_before_it_runs_out(desk: Desk) -> None:
    desk.lasts = 59
    for _ in range(3):
        PayPal().wire.ask("GET", "/v1/reporting/balances")
    assert desk.count(TOKEN) == 3


def test_a_token_that_ran_out_there_is_renewed_once(desk: Desk) -> None:
    PayPal().balances()
    desk.tokens.clear()
    PayPal().balances()
    assert desk.count(TOKEN) == 2


def test_wrong_keys_are_refused_and_not_tried_for_ever(desk: Desk, settings: Settings) -> None:
    settings.PAYPAL_SECRET = "wrong"
    with pytest.raises(ProviderRefused, match="401"):
        PayPal().balances()
    assert desk.count(TOKEN) == 1
    with mock.patch.object(desk, "tokens", frozenset()), pytest.raises(ProviderRefused):
        PayPal().balances()


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503])
def test_what_may_be_otherwise_in_a_minute_is_an_outage(desk: Desk, status: int) -> None:
    desk.faults = [status]
    with pytest.raises(ProviderDown):
        PayPal().balances()
    PayPal().balances()


@pytest.mark.parametrize("status", [400, 403, 404, 409, 422])
def test_what_stays_so_is_a_refusal(desk: Desk, status: int) -> None:
    desk.faults = [status]
    with pytest.raises(ProviderRefused, match=str(status)):
        PayPal().balances()


def test_nobody_there_is_an_outage(settings: Settings, desk: Desk) -> None:
    settings.PAYPAL_ADDRESS = "http://127.0.0.1:9"
    with pytest.raises(ProviderDown):
        PayPal().balances()


def test_an_answer_lost_on_the_way_is_asked_for_again_and_paid_once(bench: Bench, drive: Drive) -> None:
    intent = bench.agrees()
    real = bench.till.capture_order

    def and_fall_silent(name: str) -> dict:
        order = real(name)
        bench.desk.faults = [500]
        return order

    with mock.patch.object(bench.till, "capture_order", and_fall_silent), pytest.raises(ProviderDown):
        fulfil(intent=intent, provider=PayPal(), now=bench.now)
    assert fulfil(intent=intent, provider=PayPal(), now=bench.now).state == "paid"
    assert len(bench.till.things["capture"]) == 1


# Amounts


@pytest.mark.parametrize(
    ("money", "value"),
    [
        (Money(1050, "USD"), "10.50"),
        (Money(5, "EUR"), "0.05"),
        (Money(500, "JPY"), "500"),
        (Money(50_000, "HUF"), "500"),
        (Money(50_000, "TWD"), "500"),
    ],
)
def test_each_currency_is_counted_as_paypal_counts_it(money: Money, value: str) -> None:
    said = to_paypal(money)
    assert said == {"currency_code": money.currency, "value": value}
    assert from_paypal(said) == money


@pytest.mark.parametrize("currency", ["UGX", "ISK", "KWD", "UAH", "INR"])
def test_what_paypal_does_not_take_is_refused_before_it_is_asked(bench: Bench, drive: Drive, currency: str) -> None:
    with pytest.raises(ProviderRefused, match=f"PayPal takes no {currency}"):
        bench.wants(whole(10, currency))
    assert bench.desk.asked == []


@pytest.mark.parametrize("currency", sorted(WITHOUT_DECIMALS - {"JPY"}))
def test_parts_of_a_currency_without_parts_are_refused(currency: str) -> None:
    with pytest.raises(NotCounted, match="whole units"):
        to_paypal(Money(50_050, currency))


@pytest.mark.parametrize("currency", ["JPY", "HUF", "TWD"])
def test_the_service_itself_takes_what_we_say_in_such_a_currency(bench: Bench, drive: Drive, currency: str) -> None:
    assert bench.gives(whole(1000, currency)).state == "paid"


@pytest.mark.parametrize(
    ("currency", "value"),
    [("XXX", "1"), ("USD", None), ("USD", "1.005"), ("USD", "NaN"), ("USD", "Infinity"), ("JPY", "1.5"), ("", "1")],
)
def test_what_is_no_amount_is_not_guessed(currency: str, value: str | None) -> None:
    with pytest.raises(NotCounted):
        from_paypal({"currency_code": currency, "value": value})


@given(st.integers(1, 10**12), st.sampled_from(sorted(SUPPORTED)))
def test_no_amount_changes_on_the_way(amount: int, currency: str) -> None:
    step = 10 ** exponent(currency) if currency in WITHOUT_DECIMALS else 1
    money = Money(amount * step, currency)
    assert from_paypal(to_paypal(money)) == money


# Settings


def given_settings(settings: Settings, **given: str) -> None:
    for name in ("CLIENT", "SECRET", "WEBHOOK", "ADDRESS"):
        setattr(settings, f"PAYPAL_{name}", given.get(name, ""))


ALL = {"CLIENT": "c", "SECRET": "s", "WEBHOOK": "w"}


def test_without_settings_it_is_not_there_and_nothing_is_complained_of(settings: Settings) -> None:
    given_settings(settings)
    assert (configured(), paypal_fits(None)) == (False, [])


def test_the_address_is_that_of_the_mode(settings: Settings) -> None:
    given_settings(settings, **ALL)
    assert (configured(), address(), paypal_fits(None)) == (True, SANDBOX, [])
    settings.MODE = "production"
    assert (configured(), address(), paypal_fits(None)) == (True, LIVE, [])


@pytest.mark.parametrize("missing", sorted(ALL))
def test_half_a_configuration_is_said(settings: Settings, missing: str) -> None:
    given_settings(settings, **{name: value for name, value in ALL.items() if name != missing})
    [error] = paypal_fits(None)
    assert error.id == "dateline.E033"
    assert f"DATELINE_PAYPAL_{missing}" in error.msg
    assert not configured()


@pytest.mark.parametrize(("mode", "wrong"), [("production", SANDBOX), ("rehearsal", LIVE)])
def test_an_address_of_the_other_mode_is_said(settings: Settings, mode: str, wrong: str) -> None:
    given_settings(settings, **ALL, ADDRESS=wrong)
    settings.MODE = mode
    assert [error.id for error in paypal_fits(None)] == ["dateline.E034"]
    assert not configured()


def test_a_key_is_not_sent_in_the_clear(settings: Settings) -> None:
    given_settings(settings, **ALL, ADDRESS="http://api-m.sandbox.paypal.com")
    assert [error.id for error in paypal_fits(None)] == ["dateline.E034"]
    assert not configured()
