"""Months in the editor: figures, seals that fit, what is still open, and books to take away."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import groupby

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from dateline.funding.actions import (
    Movement,
    book,
    close_drive,
    fulfil,
    record_expense,
    record_gift,
    refund,
    turn_month,
)
from dateline.funding.books import books_of
from dateline.funding.mode import Mode
from dateline.funding.models import BankFile, BankLine, Closing, Drive, GiftIntent, InboundEvent, Reconciliation
from dateline.funding.models.ledger import Account, Kind
from dateline.funding.providers.rehearsal import Rehearsal
from dateline.lib.money import Money

from .conftest import dollars

MONTHS = "/newsroom/funding/months/"


@pytest.fixture
def lived(drive: Drive, dee_gave: Callable[..., GiftIntent], now: datetime) -> datetime:
    """November with a gift by card and one in cash, an expense, its end, and a refund in December. Returns December."""
    fulfil(intent=dee_gave(dollars(100)), provider=Rehearsal(), now=now)
    cash = record_gift(money=dollars(30), occurred_at=now, now=now, account=Account.CASH)
    record_expense(money=dollars(25), spent_on=now.date(), purpose="River gauge", now=now, key="one")
    later = drive.ends_at + timedelta(days=2)
    turn_month(now=later)
    refund(gift=cash, amount=dollars(10), by=None, now=later)
    return later


def test_each_month_has_its_own_and_carries_on_what_lies_where(lived: datetime) -> None:
    [books] = books_of(mode=Mode.TEST, now=lived)
    november, december = books.months
    fee = november.fees
    assert (november.gifts, november.refunds, november.spent) == (dollars(130), dollars(0), dollars(25))
    assert fee.amount > 0
    assert november.held == {"provider": 10000 - fee.amount, "bank": -2500, "cash": 3000}
    assert (december.gifts, december.refunds, december.balance) == (
        dollars(0),
        dollars(10),
        november.balance - dollars(10),
    )
    assert (november.at_close, november.raised_money, november.has_changed) == (dollars(130), dollars(120), True)
    for month in books.months:
        assert sum(month.sums.values()) == 0
    assert books.gifts - books.out == december.balance


def test_the_page_shows_all_months_at_one_look_at_the_legs(treasurer: Client, lived: datetime) -> None:
    def cost() -> list[str]:
        with CaptureQueriesContext(connection) as queries:
            page = treasurer.get(MONTHS).text
        assert "November 2025" in page
        return [query["sql"] for query in queries if 'FROM "funding_leg"' in query["sql"]]

    treasurer.get(MONTHS)
    assert len(cost()) == 1
    for month in range(1, 9):
        turn_month(now=lived + timedelta(days=31 * month))
        at = lived + timedelta(days=31 * month)
        record_gift(money=dollars(1), occurred_at=at, now=at)
    assert len(cost()) == 1


def test_a_closed_month_says_so_and_that_its_seal_fits(treasurer: Client, lived: datetime) -> None:
    page = treasurer.get(MONTHS + "2025-11/").text
    seal = Closing.objects.get()
    for words in (
        "by the clock",
        seal.digest,
        "It fits",
        "130\xa0$",
        "at 120\xa0$ after later refunds and corrections",
        "Day by day",
    ):
        assert words in page, words


def test_a_seal_that_does_not_fit_is_told(treasurer: Client, drive: Drive, now: datetime) -> None:
    record_gift(money=dollars(5), occurred_at=now, now=now)
    Closing.objects.create(
        drive=drive, mode=Mode.TEST, month="2025-11", closed_at=drive.ends_at, total=500, digest="0" * 64
    )
    page = treasurer.get(MONTHS + "2025-11/").text
    assert "It does not fit" in page
    assert "It fits" not in page


def test_the_digest_can_be_made_again_of_the_file_alone(treasurer: Client, lived: datetime) -> None:
    rows = json.loads(treasurer.get(MONTHS + "2025-11.json").getvalue())
    seal = hashlib.sha256()
    for _posting, legs in groupby(rows["legs"], key=lambda leg: leg["posting"]):
        told = list(legs)
        first = told[0]
        sides = [[leg["account"], leg["currency"], leg["amount_minor"]] for leg in told]
        line = [first["provider"], first["movement_id"], first["kind"], first["occurred_at"], sides]
        seal.update(json.dumps(line).encode() + b"\n")
    assert seal.hexdigest() == rows["digest"] == Closing.objects.get().digest
    assert rows["is_closed"]


def test_the_table_has_every_leg_and_sums_to_nothing(treasurer: Client, lived: datetime) -> None:
    answer = treasurer.get(MONTHS + "2025-11.csv")
    rows = list(csv.DictReader(io.StringIO(answer.getvalue().decode())))
    assert sum(int(row["amount_minor"]) for row in rows) == 0
    assert {row["account"] for row in rows} == {"provider", "cash", "bank", "gifts", "fees", "expenses"}
    assert ModelLogEntry.objects.get(action="funding.export").data == {"file": "books-2025-11.csv"}
    assert treasurer.get(MONTHS + "2020-01.csv").status_code == 404
    assert treasurer.get(MONTHS + "2020-01/").status_code == 404
    assert treasurer.get(MONTHS + "2025-13/").status_code == 404


def test_what_is_open_is_told_before_the_month_ends(treasurer: Client, drive: Drive, now: datetime) -> None:
    assert "Nothing is open" in treasurer.get(MONTHS).text
    file = BankFile.objects.create(mode=Mode.TEST, name="november.xml", account="DE1", currency="EUR", brought_at=now)
    line = {"file": file, "mode": Mode.TEST, "account": "DE1", "booked_on": now.date(), "value_on": now.date()}
    BankLine.objects.create(key="a", amount=500, currency="EUR", **line)
    event = {"provider": "rehearsal", "mode": Mode.TEST, "kind": "x", "body": b"", "signature_ok": True}
    InboundEvent.objects.create(event_id="a", received_at=now, **event)
    InboundEvent.objects.create(event_id="b", received_at=now, attempts=20, error="No.", **event)
    Reconciliation.objects.create(provider="rehearsal", mode=Mode.TEST, at=now, ours={"USD": 1}, theirs={"USD": 2})
    told = ("1 line of a bank statement", "1 notice of a provider is not", "could not be processed", "beyond our")
    for page in (treasurer.get(MONTHS).text, treasurer.get(MONTHS + "2025-11/").text):
        assert [words for words in told if words not in page] == []


def test_currencies_are_kept_apart(drive: Drive, now: datetime) -> None:
    record_gift(money=dollars(5), occurred_at=now, now=now)
    record_gift(money=Money(700, "EUR"), occurred_at=now, now=now)
    dollar, euro = books_of(mode=Mode.TEST, now=now)
    assert (dollar.currency, dollar.gifts, euro.currency, euro.gifts) == ("USD", dollars(5), "EUR", Money(700, "EUR"))
    assert (dollar.months[0].raised, euro.months[0].raised) == (500, 0)


def test_months_in_which_nothing_moved_are_there_all_the_same(newsroom: object, now: datetime) -> None:
    record_gift(money=dollars(5), occurred_at=now - timedelta(days=150), now=now - timedelta(days=150))
    record_gift(money=dollars(5), occurred_at=now, now=now)
    [books] = books_of(mode=Mode.TEST, now=now)
    assert [month.key for month in books.months] == [f"2025-{month:02d}" for month in range(6, 12)]
    assert [month.is_empty for month in books.months] == [False, True, True, True, True, False]
    assert books.months[3].balance == dollars(5)


def test_a_difference_of_rates_is_told_as_what_it_is(drive: Drive, now: datetime) -> None:
    gift = record_gift(money=dollars(10), occurred_at=now, now=now)
    book(
        movement=Movement(
            provider="offline",
            mode=Mode.TEST,
            movement_id="back",
            kind=Kind.REFUND,
            came=Money(-1100, "USD"),
            where=Account.BANK,
            why=Account.REFUNDS,
            occurred_at=now,
            gift=gift,
            of_gift=Money(-1000, "USD"),
            drive=drive,
            rates=-100,
        ),
        now=now,
    )
    [books] = books_of(mode=Mode.TEST, now=now)
    assert (books.latest.refunds, books.latest.rates, books.latest.balance) == (
        dollars(10),
        dollars(1),
        Money(-100, "USD"),
    )


def test_before_the_first_gift_there_is_a_word_of_what_will_be_here(treasurer: Client, newsroom: object) -> None:
    assert books_of(mode=Mode.TEST, now=datetime.fromisoformat("2025-11-14T00:00:00+00:00")) == []
    assert "Here will be every month’s books" in treasurer.get(MONTHS).text


def test_a_closed_month_of_the_other_mode_seals_nothing_here(treasurer: Client, drive: Drive, now: datetime) -> None:
    record_gift(money=dollars(5), occurred_at=now, now=now)
    close_drive(drive=drive, now=drive.ends_at, mode=Mode.LIVE)
    assert "Not closed." in treasurer.get(MONTHS + "2025-11/").text


def test_who_may_not_see_postings_sees_no_month(reporter: Client, lived: datetime) -> None:
    for address in ("", "2025-11/", "2025-11.csv", "2025-11.json"):
        assert reporter.get(MONTHS + address).status_code == 403, address
    for address in ("/newsroom/funding/postings/1/", "/newsroom/funding/drives/1/"):
        assert reporter.get(address).status_code == 403
    assert not ModelLogEntry.objects.filter(action="funding.export").exists()
