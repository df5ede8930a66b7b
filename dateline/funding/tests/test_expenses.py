"""What gifts were spent on: booked, told, taken back, and never changed."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from dateline.funding.actions import (
    StillToCome,
    books_digest,
    close_drive,
    complaints,
    record_expense,
    record_gift,
    take_back,
)
from dateline.funding.books import books_of
from dateline.funding.mode import Mode
from dateline.funding.models import Drive, Expense, Leg, Posting
from dateline.funding.models.ledger import Account
from dateline.lib.money import Money

from .conftest import dollars

LIST = "/newsroom/funding/expenses/"
PICTURES = {"purpose": "Satellite pictures", "words": "Four scenes of the river."}


@pytest.fixture
def pictures(drive: Drive, now: datetime) -> Expense:
    """Forty dollars for pictures, yesterday."""
    spent_on = (now - timedelta(days=1)).date()
    return record_expense(money=dollars(40), spent_on=spent_on, now=now, key="one", note="Bill 7", **PICTURES)


def test_an_expense_is_a_posting_whose_legs_balance(pictures: Expense, now: datetime) -> None:
    legs = {leg.account: leg.amount for leg in pictures.posting.legs.all()}
    assert legs == {Account.BANK: -4000, Account.EXPENSES: 4000}
    assert (pictures.posting.kind, pictures.posting.book_month) == ("expense", "2025-11")
    assert not complaints(now=now)


def test_a_form_that_is_sent_twice_is_one_expense(pictures: Expense, now: datetime) -> None:
    again = record_expense(money=dollars(40), spent_on=pictures.spent_on, now=now, key="one", **PICTURES)
    assert again == pictures
    assert (Expense.objects.count(), Posting.objects.count()) == (1, 1)


def test_cash_is_paid_out_of_the_till(drive: Drive, now: datetime) -> None:
    expense = record_expense(
        money=dollars(3), spent_on=now.date(), purpose="Stamps", now=now, key="two", account=Account.CASH
    )
    assert expense.posting.legs.get(account=Account.CASH).amount == -300


@pytest.mark.parametrize("wrong", [{"money": Money(0, "USD")}, {"account": "gifts"}, {"money": Money(-5, "USD")}])
def test_what_is_no_expense_is_refused(drive: Drive, now: datetime, wrong: dict[str, object]) -> None:
    told = {"money": dollars(3), "spent_on": now.date(), "purpose": "Stamps", "now": now, "key": "three"}
    with pytest.raises(ValueError, match="more than nothing"):
        record_expense(**(told | wrong))  # type: ignore[arg-type]
    assert not Posting.objects.exists()


def test_tomorrow_is_refused_by_the_newsrooms_clock(drive: Drive) -> None:
    late = datetime.fromisoformat("2025-11-15T03:00:00+00:00")  # still the fourteenth in New York
    told = {"money": dollars(3), "purpose": "Stamps", "now": late}
    with pytest.raises(StillToCome):
        record_expense(spent_on=date(2025, 11, 15), key="a", **told)  # type: ignore[arg-type]
    assert record_expense(spent_on=date(2025, 11, 14), key="b", **told).posting.occurred_at <= late  # type: ignore[arg-type]


def test_the_first_of_a_month_is_in_that_month_wherever_the_clock_stands(drive: Drive, now: datetime) -> None:
    first = record_expense(money=dollars(3), spent_on=date(2025, 11, 1), purpose="Stamps", now=now, key="c")
    assert first.posting.book_month == "2025-11"


def test_of_a_closed_month_it_stands_in_the_present_books_and_the_page_says_so(
    treasurer: Client, drive: Drive, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = drive.ends_at + timedelta(days=3)
    seal = close_drive(drive=drive, now=drive.ends_at)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    form = {"money": "12.50", "spent_on": "2025-11-20", "account": "bank", "purpose": "  River   gauge ", "key": "d"}
    record_gift(money=dollars(40), occurred_at=later, now=later)
    page = treasurer.post(LIST + "record/", form, follow=True).text
    assert "Its own month is closed, so 12.50\xa0$ is in the books of 2025-12." in page
    assert Expense.objects.get().purpose == "River gauge"
    assert seal.digest == books_digest("2025-11", Mode.TEST)
    assert not complaints(now=later)


def test_it_is_taken_back_by_the_same_money_the_other_way_about(pictures: Expense, now: datetime) -> None:
    for _ in range(2):
        take_back(expense=pictures, now=now)
    pictures.refresh_from_db()
    assert pictures.taken_back is not None
    assert {leg.account: leg.amount for leg in pictures.taken_back.legs.all()} == {
        Account.BANK: 4000,
        Account.EXPENSES: -4000,
    }
    assert Posting.objects.count() == 2
    assert not Expense.objects.in_mode(Mode.TEST)
    assert Expense.objects.recorded(Mode.TEST).get() == pictures
    assert not complaints(now=now)


def test_purposes_are_the_ledgers_sum_also_after_one_was_taken_back(pictures: Expense, drive: Drive) -> None:
    later = drive.ends_at + timedelta(days=1)
    close_drive(drive=drive, now=drive.ends_at)
    record_expense(money=dollars(9), spent_on=drive.ends_at.date(), purpose="Stamps", now=later, key="e")
    take_back(expense=pictures, now=later)
    [books] = books_of(mode=Mode.TEST, now=later)
    for month in books.months:
        assert sum(month.purposes.values()) == month.spent.amount
    assert books.purposes == [("Stamps", dollars(9))]
    assert sum(Leg.objects.filter(account=Account.EXPENSES).values_list("amount", flat=True)) == 900


def test_the_treasurer_records_lists_finds_and_takes_back(treasurer: Client, drive: Drive, now: datetime) -> None:
    assert "Here will be what gifts were spent on" in treasurer.get(LIST).text
    form = {
        "money": "40",
        "spent_on": "2025-11-13",
        "account": "bank",
        "purpose": "Satellite pictures",
        "words": "Four scenes.",
        "note": "Bill 7",
        "key": "f",
        "sure": "40",
    }
    for _ in range(2):
        assert treasurer.post(LIST + "record/", form).status_code == 302
    expense = Expense.objects.get()
    assert expense.recorded_by is not None
    assert '<option value="Satellite pictures">' in treasurer.get(LIST + "record/").text
    for typed, is_found in (("satel", True), ("bill 7", True), ("40", True), ("scenes", True), ("boots", False)):
        assert (f"/expenses/{expense.pk}/back/" in treasurer.get(LIST, {"q": typed}).text) == is_found
    back = f"{LIST}{expense.pk}/back/"
    assert "cannot be undone" in treasurer.get(back).text
    assert Expense.objects.in_mode(Mode.TEST).count() == 1
    assert "was taken back" in treasurer.post(back, follow=True).text
    assert "<del>40\xa0$</del>" in treasurer.get(LIST).text


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"spent_on": "2999-01-01"}, "still to come"),
        ({"money": "0"}, "more than nothing"),
        ({"money": "x"}, "Write an amount"),
        ({"purpose": "  "}, "required"),
        ({"account": "provider"}, "Select a valid choice"),
    ],
)
def test_a_slip_books_nothing(treasurer: Client, drive: Drive, wrong: dict[str, str], words: str) -> None:
    form = {"money": "4", "spent_on": "2025-11-13", "account": "bank", "purpose": "Stamps", "key": "g"} | wrong
    assert words in treasurer.post(LIST + "record/", form).text
    assert not Posting.objects.exists()


@pytest.mark.parametrize(
    ("there", "typed", "words"),
    [
        (100, "99,999,999", ["more than ten times the largest expense so far, 40", "more than is there: by the books"]),
        (9000, "400.01", ["more than ten times the largest expense so far, 40"]),
        (9000, "400", []),
        (100, "60.01", ["more than is there: by the books that is 60"]),
        (100, "60", []),
        (1, "40", []),  # books that tell of a part of the money alone are no reason to ask each time
    ],
)
def test_an_amount_that_looks_like_a_slip_is_asked_about_once_with_all_that_was_typed(
    treasurer: Client, pictures: Expense, now: datetime, there: int, typed: str, words: list[str]
) -> None:
    record_gift(money=dollars(there), occurred_at=now, now=now)
    form = {"money": typed, "spent_on": "2025-11-13", "account": "bank", "purpose": "Boats", "note": "B 9", "key": "h"}
    answer = treasurer.post(LIST + "record/", form)
    if words:
        assert Expense.objects.count() == 1
        text = answer.text.replace("\xa0", " ")
        assert all(each in text for each in words)
        assert f'value="{typed}"' in text
        assert 'value="B 9"' in text
        [sure] = re.findall(r'name="sure" value="([^"]+)"', text)
        assert treasurer.post(LIST + "record/", form | {"sure": sure + "0"}).status_code == 200
        answer = treasurer.post(LIST + "record/", form | {"sure": sure})
    assert answer.status_code == 302
    assert Expense.objects.count() == 2


def test_who_may_not_keep_the_books_reaches_no_expense(reporter: Client, pictures: Expense) -> None:
    for address in (LIST, LIST + "record/", f"{LIST}{pictures.pk}/back/"):
        assert reporter.get(address).status_code == 403
        assert reporter.post(address).status_code in {403, 405}
    pictures.refresh_from_db()
    assert pictures.taken_back is None


def test_rehearsed_expenses_are_not_beside_real_ones(pictures: Expense, now: datetime) -> None:
    record_gift(money=dollars(5), occurred_at=now, now=now)
    assert not Expense.objects.in_mode(Mode.LIVE)
    assert not Expense.objects.by_purpose(Mode.LIVE)
    assert not Expense.objects.purposes(Mode.LIVE)
