"""The list of gifts: found by whatever the treasurer has in hand, and taken away as it is shown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from dateline.funding.actions import fulfil, open_drive, record_gift, refund
from dateline.funding.gift_desk import GIFT_COLUMNS, chosen_gifts, rows_of
from dateline.funding.models import Drive, Gift, GiftIntent
from dateline.funding.providers.rehearsal import Rehearsal
from dateline.lib.cells import harmless
from dateline.lib.money import Money
from dateline.people.models import Newsroom

from .conftest import dollars

LIST = "/newsroom/snippets/funding/gift/"
CSV, JSON = "/newsroom/funding/gifts.csv", "/newsroom/funding/gifts.json"


@pytest.fixture
def gifts(drive: Drive, dee_gave: Callable[..., GiftIntent], now: datetime) -> dict[str, Gift]:
    """Dee's by card with a mail address and a reference, Eve's in cash, and an old one."""
    intent = dee_gave(dollars(25), name="Dee Dumont", email="dee@example.org", visibility="public")
    GiftIntent.objects.filter(pk=intent.pk).update(reference="RF58K7M2P4T8")
    fulfil(intent=intent, provider=Rehearsal(), now=now)
    Gift.objects.update(dedication="for the ferrymen")
    eve = record_gift(money=Money(2550, "USD"), occurred_at=now, now=now, name="Eve")
    old = record_gift(money=dollars(7), occurred_at=now - timedelta(days=40), now=now, name="Old Sam")
    return {"dee": Gift.objects.get(name="Dee Dumont"), "eve": eve, "sam": old}


def found(page: str, gifts: dict[str, Gift]) -> set[str]:
    """Return who stands in the list."""
    return {who for who, gift in gifts.items() if f"/newsroom/funding/gifts/{gift.pk}/" in page}


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("dumont", {"dee"}),
        ("dee@example", {"dee"}),
        ("25", {"dee"}),
        ("25,50", {"eve"}),
        ("$25.50", {"eve"}),
        ("TEST-000001", {"dee"}),
        ("000001", {"dee"}),
        ("RF58 K7M2 P4T8", {"dee"}),
        ("k7m2p4t8", {"dee"}),
        ("ferrymen", {"dee"}),
        ("7 $", {"sam"}),
        ("nobody", set()),
    ],
)
def test_a_gift_is_found_by_what_one_has_in_hand(
    treasurer: Client, gifts: dict[str, Gift], typed: str, who: set[str]
) -> None:
    page = treasurer.get(LIST, {"q": typed}).text
    assert found(page, gifts) >= who
    assert found(page, gifts) - who <= {name for name, gift in gifts.items() if typed in gift.payment_id}


def test_a_gift_is_found_by_its_payment(treasurer: Client, gifts: dict[str, Gift]) -> None:
    assert found(treasurer.get(LIST, {"q": gifts["dee"].payment_id}).text, gifts) == {"dee"}


@pytest.mark.parametrize("typed", ['"', "\x00", '"\x00"', "%", "\\", "9" * 400, "١٢", "' OR 1=1 --", "<script>"])
def test_whatever_is_pasted_into_the_search_is_answered(treasurer: Client, gifts: object, typed: str) -> None:
    for address in (LIST, LIST + "results/", CSV, JSON, "/newsroom/funding/expenses/"):
        assert treasurer.get(address, {"q": typed}).status_code == 200


def test_a_nul_within_a_name_still_finds_it(treasurer: Client, gifts: dict[str, Gift]) -> None:
    assert found(treasurer.get(LIST, {"q": "du\x00mont"}).text, gifts) == {"dee"}


def test_the_list_says_what_is_left_when_who_and_how_often(
    treasurer: Client, gifts: dict[str, Gift], now: datetime
) -> None:
    refund(gift=gifts["dee"], amount=dollars(5), by=None, now=now)
    page = treasurer.get(LIST).text
    for words in (
        "25\xa0$",
        "20\xa0$",
        "Dee Dumont",
        "TEST-000001",
        "November 2025",
        "once",
        "14 November 2025, 04:30",
    ):
        assert words in page, words


@pytest.mark.parametrize(
    ("asked", "who"),
    [
        ({"provider": "offline"}, {"eve", "sam"}),
        ({"repeated": "monthly"}, set()),
        ({"repeated": "once", "provider": "rehearsal"}, {"dee"}),
        ({"back": "all"}, {"eve"}),
        ({"back": "some"}, {"dee"}),
        ({"back": "nothing"}, {"sam"}),
        ({"mode": "live"}, set()),
        ({"mode": ""}, {"dee", "eve", "sam"}),
    ],
)
def test_the_list_is_narrowed(
    treasurer: Client, gifts: dict[str, Gift], now: datetime, asked: dict[str, str], who: set[str]
) -> None:
    refund(gift=gifts["dee"], amount=dollars(5), by=None, now=now)
    refund(gift=gifts["eve"], amount=gifts["eve"].money, by=None, now=now)
    assert found(treasurer.get(LIST, asked).text, gifts) == who


def test_the_list_is_narrowed_to_a_months_drive(treasurer: Client, gifts: dict[str, Gift], drive: Drive) -> None:
    other = open_drive(year=2024, month=1, goal=dollars(1), purpose="Boots.")
    assert found(treasurer.get(LIST, {"drive": drive.pk}).text, gifts) == {"dee", "eve"}
    assert found(treasurer.get(LIST, {"drive": other.pk}).text, gifts) == set()


def test_a_file_holds_exactly_what_the_list_shows(
    treasurer: Client, gifts: dict[str, Gift], drive: Drive, now: datetime
) -> None:
    refund(gift=gifts["dee"], amount=dollars(5), by=None, now=now)
    asked = {"drive": drive.pk, "q": "dee"}
    answer = treasurer.get(CSV, asked)
    [row] = csv.DictReader(io.StringIO(answer.getvalue().decode()))
    assert (row["amount"], row["amount_minor"], row["left"], row["left_minor"]) == ("25", "2500", "20", "2000")
    assert (row["email"], row["receipt"], row["reference"]) == ("dee@example.org", "TEST-000001", "RF58K7M2P4T8")
    assert row["received_at"] == "2025-11-14T04:30:00-05:00"
    assert 'filename="gifts.csv"' in answer["Content-Disposition"]
    assert "no-store" in answer["Cache-Control"]

    told = json.loads(treasurer.get(JSON, asked).getvalue())
    assert [(gift["amount"], gift["amount_minor"]) for gift in told["gifts"]] == [("25", 2500)]
    assert told["schema"] == 1
    assert json.loads(treasurer.get(JSON, {"q": "nobody"}).getvalue())["gifts"] == []


def test_every_file_that_is_taken_away_is_written_down(treasurer: Client, gifts: dict[str, Gift]) -> None:
    treasurer.get(CSV, {"q": "dee"})
    entry = ModelLogEntry.objects.get(action="funding.export")
    assert entry.user.username == "ada"
    assert entry.data == {"file": "gifts.csv", "rows": 1, "asked": "q=dee"}
    assert entry.message == "Took away: gifts.csv · 1 · q=dee"
    assert "Took away: gifts.csv" in str(entry.formatter.format_message(entry))


@pytest.mark.parametrize("name", ["=1+1", "+1", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_no_cell_of_a_table_is_run_by_a_spreadsheet(treasurer: Client, drive: Drive, now: datetime, name: str) -> None:
    record_gift(money=dollars(1), occurred_at=now, now=now, name=name)
    [row] = csv.DictReader(io.StringIO(treasurer.get(CSV).getvalue().decode(), newline=""))
    assert row["name"] == f"'{name}"


def test_figures_below_nothing_stay_figures() -> None:
    assert [harmless(cell) for cell in (-350, "-3.50", "-", "-1-1", "−1", None)] == [
        "-350",
        "-3.50",
        "'-",
        "'-1-1",
        "−1",
        "",
    ]


def test_who_may_not_see_gifts_takes_none_away(reporter: Client, client: Client, gifts: dict[str, Gift]) -> None:
    for address in (CSV, JSON, f"/newsroom/funding/gifts/{gifts['dee'].pk}/"):
        answer = reporter.get(address)
        assert answer.status_code == 403
        assert "no right to this part of the books" in answer.text
        assert client.get(address).status_code == 302
    assert not ModelLogEntry.objects.filter(action="funding.export").exists()


def test_a_long_list_costs_as_many_queries_as_a_short_one(
    treasurer: Client, gifts: dict[str, Gift], now: datetime
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            treasurer.get(LIST)
        return len(queries)

    treasurer.get(LIST)
    before = cost()
    for number in range(20):
        record_gift(money=dollars(3), occurred_at=now, now=now, name=f"Giver {number}")
    assert cost() == before


def test_the_rows_of_a_file_are_one_query_and_of_one_mode(gifts: dict[str, Gift], newsroom: Newsroom) -> None:
    chosen = chosen_gifts(QueryDict(""))
    with CaptureQueriesContext(connection) as queries:
        rows = list(rows_of(chosen, newsroom.zone))
    assert len(queries) == 1
    assert [row["mode"] for row in rows] == ["test"] * 3
    assert set(rows[0]) == set(GIFT_COLUMNS)
