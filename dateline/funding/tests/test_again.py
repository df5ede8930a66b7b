"""The form as a link asks for it, and as its giver left it; amounts that may mean two things; ways that are closed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.forms import ValidationError
from django.test import Client
from django.utils import translation

from dateline.funding.again import wish_again
from dateline.funding.amounts import read_amount
from dateline.funding.models import Drive, FundingTerms, GiftIntent
from dateline.lib.money import Money

from .test_give import FORM, OURS

pytestmark = pytest.mark.django_db


def field(html: str, name: str) -> str:
    found = re.search(rf'<input[^>]*name="{name}"[^>]*>', html)
    assert found, name
    value = re.search(r'value="([^"]*)"', found[0])
    return value[1] if value else ""


def picked(html: str, name: str) -> list[str]:
    fields = re.findall(rf'<input[^>]*name="{name}"[^>]*>', html)
    return [re.search(r'value="([^"]*)"', each)[1] for each in fields if "checked" in each]  # type: ignore[index]


def form_page(client: Client, query: str) -> str:
    return client.get(f"/give/{query}").content.decode()


@pytest.mark.parametrize(("query", "preset", "amount"), [("?amount=10", "10", ""), ("?amount=30", "other", "30"),
                                                         ("?amount=x", "other", "")])  # fmt: skip
def test_a_link_fills_in_any_amount(client: Client, current: Drive, query: str, preset: str, amount: str) -> None:
    html = form_page(client, query)
    assert picked(html, "preset") == [preset]
    assert field(html, "amount") == amount


def test_a_link_may_ask_for_every_month(client: Client, current: Drive) -> None:
    assert picked(form_page(client, "?amount=30&every=month"), "frequency") == ["monthly"]


def test_changing_a_gift_loses_nothing_that_was_written(client: Client, current: Drive) -> None:
    written = FORM | {
        "preset": "25",
        "name": "Ada",
        "visibility": "name",
        "message": "Go on",
        "dedication": "For Ben",
        "email": "ada@example.org",
    }
    written.pop("amount", None)
    answer = client.post("/give/", written, headers=OURS)
    assert answer.status_code == 303
    page = client.get(answer["Location"]).content.decode()
    again = re.search(r'href="/give/(\?again=[^"]+)"', page)
    assert again
    form = client.get(f"/give/{again[1]}")
    html = form.content.decode()
    assert form["Cache-Control"] == "private, no-store"
    assert picked(html, "preset") == ["25"], "without what was added for the fee"
    assert picked(html, "visibility") == ["name"]
    for name, value in (("name", "Ada"), ("message", "Go on"), ("dedication", "For Ben"), ("email", "ada@example.org")):
        assert field(html, name) == value


@pytest.mark.parametrize("token", ["", "x", "x" * 32, "../../", "%00"])
def test_a_word_that_is_no_gift_s_gives_the_empty_form(client: Client, current: Drive, token: str) -> None:
    answer = client.get("/give/", {"again": token})
    assert answer.status_code == 200
    assert "no-store" not in answer.get("Cache-Control", "")


DOUBTFUL: list[tuple[str, str, str, Any]] = [
    ("en", "1.500", "USD", None),
    ("en", "12.345", "USD", None),
    ("en", "1,500", "USD", 150_000),
    ("en", "1.50", "USD", 150),
    ("de", "1.500", "EUR", 150_000),
    ("de", "1,500", "EUR", None),
    ("fr", "1,500", "EUR", None),
    ("uk", "1,500", "UAH", None),
    ("en", "1.500", "JPY", 1_500),
]


@pytest.mark.parametrize(("language", "typed", "currency", "amount"), DOUBTFUL)
def test_nobody_gives_a_thousandfold_by_a_mark(language: str, typed: str, currency: str, amount: int | None) -> None:
    with translation.override(language):
        if amount is not None:
            assert read_amount(typed, currency) == Money(amount, currency)
            return
        with pytest.raises(ValidationError):
            read_amount(typed, currency)


def test_it_is_asked_what_was_meant(client: Client, current: Drive) -> None:
    sent = FORM | {"preset": "other", "amount": "1.500"}
    html = client.post("/give/", sent, headers=OURS).content.decode()
    assert "Do you mean 1,500\xa0$?" in html
    assert field(html, "amount") == "1.500"
    assert not GiftIntent.objects.exists()


def test_a_transfer_alone_is_said(client: Client, current: Drive, account: FundingTerms, monkeypatch) -> None:
    monkeypatch.setattr("dateline.funding.ways.configured", lambda: [])
    html = form_page(client, "")
    assert "You pay by transfer from your own bank" in html
    assert "Your card is never shown to us" not in html
    assert "This is a rehearsal" in html


def test_where_all_is_closed_there_is_no_form(client: Client, current: Drive, monkeypatch) -> None:
    monkeypatch.setattr("dateline.funding.ways.configured", lambda: [])
    html = form_page(client, "")
    assert "We cannot take gifts here at the moment." in html
    assert "give__form" not in html
    assert "Nothing was paid" not in html


def test_who_types_badly_is_not_shut_out(client: Client, current: Drive) -> None:
    for _ in range(10):
        assert client.post("/give/", FORM | {"preset": "other", "amount": "ten"}, headers=OURS).status_code == 422
    assert client.post("/give/", FORM, headers=OURS).status_code == 303


def test_what_was_added_for_the_fee_is_not_added_twice() -> None:
    intent = GiftIntent(amount=2_606, cover=106, currency="USD", frequency="once")
    asked = wish_again(intent)
    assert (asked["preset"], asked["cover"]) == ("25", True)
