"""What a treasurer is told when a statement is brought: what was left out, and what is in another currency."""

from __future__ import annotations

from django.contrib.messages import WARNING
from django.test import Client
from django.utils import timezone

from dateline.funding.actions import Wish, begin_gift, look_at_lines
from dateline.funding.mode import current_mode
from dateline.funding.models import BankLine, Drive, GiftIntent
from dateline.funding.ways import TRANSFER

from .conftest import dollars
from .transferring import WHEN, announce, euros, named

DESK = "/newsroom/funding/statements/"
HEAD = "Date;Name;Text;Amount;Currency\n"


def warnings(desk: Client, table: str) -> list[str]:
    """Bring a table; returns what is said in the colour of warnings."""
    answer = desk.post(DESK, {"file": named((HEAD + table).encode(), "t.csv")}, follow=True)
    return [str(message) for message in answer.context["messages"] if message.level == WARNING]


def test_rows_that_cannot_be_read_are_told_as_a_warning(at_desk: Client, march: Drive) -> None:
    [said] = warnings(at_desk, "2026-03-02;A;x;5.00;EUR\n2026-13-45;B;<y>;abc;EUR\n")
    assert "left out: 1" in said
    assert "Line 3: “2026-13-45” is no date: 2026-13-45; B; &lt;y&gt;; abc; EUR" in said
    assert BankLine.objects.count() == 1


def test_a_statement_without_a_doubt_warns_of_nothing(at_desk: Client, march: Drive) -> None:
    assert warnings(at_desk, "2026-03-02;A;x;5.00;EUR\n") == []


def test_another_currency_is_told_before_anything_is_booked(at_desk: Client, march: Drive) -> None:
    intent = announce()
    GiftIntent.objects.update(currency="USD")
    [said] = warnings(at_desk, f"2026-03-02;A;{intent.reference};25.00;USD\n")
    assert "There are lines in USD, and the newsroom counts in EUR" in said
    [looked] = look_at_lines(BankLine.objects.waiting(current_mode()), now=WHEN)
    assert (looked.is_foreign, looked.is_sure) == (True, False)
    page = at_desk.get(DESK).text
    assert "This is in USD, and the newsroom counts in EUR." in page
    assert "Book the one" not in page


def test_a_practice_statement_is_in_the_newsroom_s_currency(treasurer: Client, current: Drive) -> None:
    assert ";EUR" not in treasurer.get(DESK + "rehearsed.csv").text
    assert treasurer.get(DESK + "rehearsed.csv").text.count(";USD") == 2
    begin_gift(wish=Wish(money=dollars(10)), provider=TRANSFER, language="en", now=timezone.now())
    begin_gift(wish=Wish(money=euros(10)), provider=TRANSFER, language="en", now=timezone.now())
    text = treasurer.get(DESK + "rehearsed.csv").text
    assert (text.count(";USD"), text.count(";EUR")) == (3, 1)
