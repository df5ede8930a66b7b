"""The books as readers see them and take them away."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from dateline.funding.actions import close_drive, fulfil, record_expense, record_gift, take_back, turn_month
from dateline.funding.became import became, divided
from dateline.funding.books import Month, books_of
from dateline.funding.mode import Mode
from dateline.funding.models import Drive, Expense, Gift, GiftIntent, Receipt
from dateline.funding.providers.rehearsal import Rehearsal
from dateline.lib.money import Money

from .conftest import dollars

DOCS = Path(__file__).parents[3] / "docs"
BOOKS, CSV, JSON = "/drives/books/", "/drives/books.csv", "/drives/books.json"


@pytest.fixture
def lived(drive: Drive, dee_gave: Callable[..., GiftIntent], now: datetime) -> None:
    """Dee gave under her name, and pictures were bought."""
    intent = dee_gave(dollars(100), name="Dee Dumont", email="dee@example.org", message="Go on", visibility="public")
    fulfil(intent=intent, provider=Rehearsal(), now=now)
    record_expense(
        money=dollars(60),
        spent_on=now.date(),
        purpose="Satellite pictures",
        words="Four scenes of the river.",
        note="Bill 7 of Ada Lindqvist",
        now=now,
        key="one",
    )


def test_readers_see_what_came_what_for_and_what_is_left(client: Client, lived: None, now: datetime) -> None:
    page = client.get(BOOKS).text
    fee = books_of(mode=Mode.TEST, now=now)[0].latest.fees
    for words in ("100\xa0$", fee.text(), "Satellite pictures", "Four scenes of the river.", "60\xa0$"):
        assert words in page, words
    assert "This is a rehearsal: no real money moves" in page
    assert "Bill 7" not in page


def test_no_sum_of_the_books_is_torn_from_its_sign() -> None:
    sheet = (Path(__file__).parents[1] / "static/funding/books.css").read_text()
    rules = dict(re.findall(r"^([^{}@/]+?) \{([^}]*)\}", sheet, re.MULTILINE))
    for rule in (
        ".books__figures dd",
        ".became__shares dd",
        ".books__table td",
        ".spent__sum",
    ):
        [found] = [words for name, words in rules.items() if name.endswith(rule)]
        assert "white-space: nowrap" in found, rule


def test_the_latest_supporters_stand_at_once_and_the_others_are_unfolded(
    client: Client, drive: Drive, now: datetime
) -> None:
    for number in range(42):
        told = {"name": f"Dee {number:02}", "visibility": "name", "received_at": now + timedelta(minutes=number)}
        Gift.objects.create(
            drive=drive,
            provider="bank",
            mode="test",
            payment_id=f"p{number}",
            amount=1000,
            currency="USD",
            settled=1000,
            settled_currency="USD",
            **told,
        )
    at_once, _, unfolded = client.get("/supporters/").text.partition("<details>")
    assert (at_once.count("<bdi>Dee"), unfolded.count("<bdi>Dee")) == (40, 2)
    assert "Dee 41" in at_once
    assert "Dee 00" in unfolded


def test_the_books_are_found_from_where_money_is_spoken_of(client: Client, lived: None, drive: Drive) -> None:
    for address in ("/drives/", drive.get_absolute_url(), "/supporters/", "/give/", "/"):
        assert f'href="{BOOKS}"' in client.get(address).text, address


def test_before_the_first_gift_the_books_say_what_will_be_here(client: Client, newsroom: object) -> None:
    answer = client.get(BOOKS)
    assert answer.status_code == 200
    assert "from the first gift on" in answer.text
    assert len(client.get(CSV).text.splitlines()) == 1
    assert client.get(JSON).json()["books"] == []


def test_no_download_and_no_page_names_a_giver_or_a_payment(client: Client, lived: None) -> None:
    gift = Gift.objects.get()
    secrets = [
        gift.name,
        "dee@example.org",
        gift.payment_id,
        gift.message,
        Receipt.objects.get().label,
        "Ada Lindqvist",
    ]
    secrets += [str(gift.intent_id), *(posting.movement_id for posting in gift.postings.all())]
    for address in (BOOKS, CSV, JSON):
        said = client.get(address).text
        assert [secret for secret in secrets if secret in said] == [], address


def test_the_files_hold_the_same_sums_as_the_page(client: Client, lived: None, drive: Drive, now: datetime) -> None:
    close_drive(drive=drive, now=drive.ends_at)
    rows = list(csv.DictReader(io.StringIO(client.get(CSV).text)))
    figures = {row["figure"]: row for row in rows if not row["purpose"]}
    assert {row["schema"] for row in rows} == {"1"}
    assert (figures["gifts"]["amount"], figures["gifts"]["amount_minor"]) == ("100", "10000")
    assert figures["expenses"]["amount_minor"] == "6000"
    assert len(figures["raised_at_close"]["digest"]) == 64
    [pictures] = [row for row in rows if row["purpose"]]
    assert (pictures["figure"], pictures["purpose"]) == ("expenses_by_purpose", "Satellite pictures")

    answer = client.get(JSON)
    told = answer.json()
    assert (told["schema"], told["rehearsal"], answer["Access-Control-Allow-Origin"]) == (1, True, "*")
    [month] = told["books"][0]["months"]
    assert {name: month[name] for name in ("month", "gifts", "expenses", "raised", "goal")} == {
        "month": "2025-11",
        "gifts": 10000,
        "expenses": 6000,
        "raised": 10000,
        "goal": 500000,
    }
    assert month["balance"] == sum(month[f"held_{place}"] for place in ("provider", "bank", "cash"))
    assert told["expenses"] == [
        {
            "spent_on": "2025-11-14",
            "purpose": "Satellite pictures",
            "words": "Four scenes of the river.",
            "amount": 6000,
            "currency": "USD",
        }
    ]


def test_every_column_and_figure_is_explained(client: Client, lived: None, drive: Drive) -> None:
    close_drive(drive=drive, now=drive.ends_at)
    rows = list(csv.DictReader(io.StringIO(client.get(CSV).text)))
    words = DOCS.joinpath("giving.md").read_text(encoding="utf-8")
    for name in {*rows[0], *(row["figure"] for row in rows)}:
        assert f"`{name}`" in words, name


def test_a_purpose_is_not_run_by_a_spreadsheet_either(client: Client, drive: Drive, now: datetime) -> None:
    record_gift(money=dollars(9), occurred_at=now, now=now)
    record_expense(money=dollars(1), spent_on=now.date(), purpose="=1+1", now=now, key="two")
    assert "'=1+1" in client.get(CSV).text


def test_currencies_stand_apart_and_are_never_added(client: Client, drive: Drive, now: datetime) -> None:
    record_gift(money=dollars(100), occurred_at=now, now=now)
    record_gift(money=Money(700, "EUR"), occurred_at=now, now=now)
    page = client.get(BOOKS).text
    assert re.findall(r'<h2 class="books__name">(\w+)</h2>', page) == ["USD", "EUR"]
    assert "107" not in page
    assert [books["currency"] for books in client.get(JSON).json()["books"]] == ["USD", "EUR"]


def test_rehearsed_money_is_not_beside_real_money(
    client: Client, lived: None, settings: Settings, now: datetime
) -> None:
    settings.MODE = "production"
    assert client.get(JSON).json()["rehearsal"] is False
    page = client.get(BOOKS).text
    assert "100\xa0$" not in page
    assert "Satellite" not in page


def test_what_went_back_after_a_month_closed_stands_in_a_later_one(
    client: Client, lived: None, drive: Drive, now: datetime
) -> None:
    later = drive.ends_at + timedelta(days=1)
    turn_month(now=later)
    take_back(expense=Expense.objects.get(), now=later)
    november, december = books_of(mode=Mode.TEST, now=later)[0].months
    assert (november.spent, december.spent) == (dollars(60), dollars(-60))
    assert december.purposes == {"Satellite pictures": -6000}


@given(st.integers(1, 10**9), st.lists(st.integers(1, 10**12), min_size=1, max_size=20))
def test_a_gift_is_divided_to_the_last_cent(whole: int, weights: list[int]) -> None:
    parts = divided(whole, weights)
    assert sum(parts) == whole
    assert all(abs(part - whole * weight / sum(weights)) < 1 for part, weight in zip(parts, weights, strict=True))


def month(currency: str = "USD", purposes: dict[str, int] | None = None, **sums: int) -> Month:
    told = dict(purposes or {})
    return Month("2025-11", currency, {**sums, "expenses": sum(told.values())}, {}, told)


def test_what_ten_dollars_became(newsroom: object) -> None:
    found = became(month(gifts=-10000, fees=800, purposes={"Pictures": 6000}))
    assert found is not None
    assert [(share.words, share.money.plain) for share in found.shares] == [
        ("Pictures", "6"),
        ("fees of payment providers", "0.80"),
        ("kept for the months to come", "3.20"),
    ]
    assert (found.of, found.is_beyond) == (dollars(10), False)


def test_a_month_that_spent_more_than_came_divides_what_it_spent(newsroom: object) -> None:
    found = became(month(gifts=-1000, refunds=500, purposes={"Boots": 3500}))
    assert found is not None
    assert found.is_beyond
    assert [share.money.plain for share in found.shares] == ["8.75", "1.25"]
    assert became(month()) is None
    assert became(month(purposes={"Boots": -5})) is None


def test_a_currency_without_cents_is_divided_in_whole_units(newsroom: object) -> None:
    found = became(month("JPY", gifts=-3000, purposes={"Boots": 1000, "Maps": 1000}))
    assert found is not None
    assert sum(share.money.amount for share in found.shares) == found.of.amount == 1000
