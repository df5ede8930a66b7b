"""A line that was matched wrongly is undone: a mistake put right, in the books, the mails and whatever givers see."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from dateline.funding.actions import (
    AlreadyDecided,
    Letter,
    book_line,
    close_drive,
    complaints,
    letters_of_undoing,
    own_gifts,
    refund,
    undo_line,
    visible_supporters,
)
from dateline.funding.books import books_of
from dateline.funding.mode import Mode, current_mode
from dateline.funding.models import BankLine, Drive, Gift, GiftIntent, Leg, Receipt
from dateline.funding.models.gift import Visibility
from dateline.funding.yearly import statement_of
from dateline.people.models import Outbox, User

from .transferring import WHEN, announce, come, euros

DEE, BEN = "dee@example.org", "ben@example.org"


@pytest.fixture
def wrong(march: Drive) -> GiftIntent:
    """What Dee announced, and what a line of Ben's was taken for."""
    return announce(email=DEE, name="Dee", visibility=Visibility.PUBLIC)


@pytest.fixture
def right(march: Drive) -> GiftIntent:
    """What Ben announced, whose line it is."""
    return announce(email=BEN, name="Ben", visibility=Visibility.PUBLIC)


@pytest.fixture
def line(right: GiftIntent, wrong: GiftIntent) -> BankLine:
    """Ben's line, booked as Dee's."""
    line = come(right)
    book_line(line=line, intent=wrong, by=None, now=WHEN)
    return line


@pytest.fixture
def dee(client: Client) -> Client:
    """Dee, whose address is proven."""
    user = User.objects.create_user("dee", DEE)
    EmailAddress.objects.create(user=user, email=DEE, verified=True, primary=True)
    client.force_login(user)
    return client


def sent() -> None:
    """The postman has been."""
    Outbox.objects.filter(sent_at=None).update(sent_at=WHEN, attempts=1)


def letters() -> list[tuple[str, str]]:
    return list(Outbox.objects.order_by("pk").values_list("purpose", "recipient"))


def test_it_is_a_correction_and_no_refund(line: BankLine, march: Drive) -> None:
    undo_line(line=line, by=None, now=WHEN)
    [posting] = Gift.objects.get().postings.exclude(kind="gift")
    assert (posting.kind, posting.of_gift) == ("undone", -2500)
    assert {leg.account: leg.amount for leg in posting.legs.all()} == {"bank": -2500, "gifts": 2500}
    [books] = books_of(mode=current_mode(), now=WHEN)
    [month] = books.months
    assert (month.gifts, month.went_back, month.balance) == (euros(0), euros(0), euros(0))
    assert Leg.objects.raised(march, current_mode()) == 0
    assert complaints(now=WHEN) == []


def test_booked_anew_the_books_and_the_meter_count_it_once(line: BankLine, right: GiftIntent, march: Drive) -> None:
    undo_line(line=line, by=None, now=WHEN)
    book_line(line=line, intent=right, by=None, now=WHEN)
    [books] = books_of(mode=current_mode(), now=WHEN)
    assert (books.gifts, books.months[0].went_back) == (euros(25), euros(0))
    assert Leg.objects.by_account(march, current_mode()) == {"gifts": 2500}
    assert complaints(now=WHEN) == []


def test_after_the_month_has_closed_it_stands_in_the_present_books(line: BankLine, march: Drive) -> None:
    seal = close_drive(drive=march, now=march.ends_at).digest
    later = march.ends_at + timedelta(days=2)
    undo_line(line=line, by=None, now=later)
    assert Gift.objects.get().postings.get(kind="undone").book_month == "2026-04"
    assert (march.closings.get().digest, Leg.objects.raised(march, Mode.TEST)) == (seal, 0)
    assert complaints(now=later) == []


def test_a_thank_you_that_has_not_gone_out_is_held_back_and_nobody_is_written_to(line: BankLine) -> None:
    assert letters_of_undoing([line]) == {line.pk: Letter.HELD_BACK}
    assert undo_line(line=line, by=None, now=WHEN) is False
    assert letters() == []


def test_who_was_thanked_is_told_once_that_it_was_a_mistake(line: BankLine, right: GiftIntent) -> None:
    sent()
    assert letters_of_undoing([line]) == {line.pk: Letter.WRITTEN}
    assert undo_line(line=line, by=None, now=WHEN) is True
    assert letters() == [("receipt", DEE), ("gift_undone", DEE)]
    mail = Outbox.objects.get(purpose="gift_undone")
    assert "Receipt TEST-000001 from Der Bote is void" in mail.subject
    assert "No money has moved" in mail.body
    assert "went back" not in mail.body


def test_a_mail_that_somebody_had_begun_to_send_is_put_right_and_not_tried_again(line: BankLine) -> None:
    Outbox.objects.update(attempts=1)
    assert undo_line(line=line, by=None, now=WHEN) is True
    assert letters() == [("gift_undone", DEE)]


def test_a_gift_that_nobody_announced_writes_nothing(right: GiftIntent) -> None:
    line = come(right)
    book_line(line=line, intent=None, by=None, now=WHEN)
    assert letters_of_undoing([line]) == {line.pk: Letter.NONE}
    assert undo_line(line=line, by=None, now=WHEN) is False
    assert letters() == []


def test_givers_find_one_gift_and_one_statement_line(line: BankLine, dee: Client, wrong: GiftIntent) -> None:
    undo_line(line=line, by=None, now=WHEN)
    assert "Receipt TEST-000001" not in dee.get("/give/mine/").text
    assert statement_of([DEE], 2026, WHEN) is None
    assert visible_supporters(mails=[DEE], since=WHEN - timedelta(days=9)) == set()
    book_line(line=line, intent=wrong, by=None, now=WHEN)
    page = dee.get("/give/mine/").text
    assert "Receipt TEST-000002" in page
    assert "went back" not in page
    assert "Receipt TEST-000001" not in page
    told = statement_of([DEE], 2026, WHEN)
    assert told
    assert [(one.receipt, one.back) for one in told.lines] == [("TEST-000002", None)]
    assert dee.get("/supporters/").text.count("Dee") == 1
    assert [gift["booked_by_mistake"] for gift in own_gifts(mails=[DEE])] == [True, False]


def test_the_receipt_of_a_mistake_is_void_and_keeps_its_number(line: BankLine, dee: Client) -> None:
    assert "void" not in dee.get("/give/mine/receipts/1/").text
    undo_line(line=line, by=None, now=WHEN)
    assert "This receipt is void" in dee.get("/give/mine/receipts/1/").text
    assert Receipt.objects.count() == 1
    assert complaints(now=WHEN) == []


def test_the_page_of_the_transfer_waits_again(line: BankLine, client: Client, wrong: GiftIntent) -> None:
    address = f"/give/{wrong.token}/"
    assert "has arrived" in client.get(address).text
    undo_line(line=line, by=None, now=WHEN)
    assert "has arrived" not in client.get(address).text


def test_what_really_went_back_of_it_stays_a_refund(line: BankLine) -> None:
    gift = Gift.objects.get()
    refund(gift=gift, amount=euros(5), by=None, now=WHEN)
    undo_line(line=line, by=None, now=WHEN)
    found = Gift.objects.for_treasurer().get()
    assert (found.went_back, found.is_undone) == (euros(5), True)
    assert [Gift.objects.for_treasurer().gone_back(way).count() for way in ("nothing", "some", "all")] == [0, 1, 0]
    assert complaints(now=WHEN) == []


def test_undoing_twice_is_once(line: BankLine, right: GiftIntent) -> None:
    stale = BankLine.objects.get(pk=line.pk)
    undo_line(line=line, by=None, now=WHEN)
    with pytest.raises(AlreadyDecided):
        undo_line(line=stale, by=None, now=WHEN)
    book_line(line=line, intent=right, by=None, now=WHEN)
    assert Gift.objects.standing().count() == 1


@pytest.mark.parametrize(
    ("is_sent", "before", "after"),
    [
        (True, "Its giver was thanked already, so a mail says", "its giver is written to."),
        (False, "The thank-you mail has not gone out and is not sent.", "nobody is written to."),
    ],
)
def test_the_desk_says_before_and_after_who_is_written_to(
    line: BankLine, at_desk: Client, is_sent: bool, before: str, after: str
) -> None:
    if is_sent:
        sent()
    assert before in at_desk.get("/newsroom/funding/statements/").text
    assert after in at_desk.post(f"/newsroom/funding/statements/{line.pk}/", {"deed": "undo"}, follow=True).text


def test_the_treasurer_sees_that_it_was_a_mistake(line: BankLine, at_desk: Client) -> None:
    undo_line(line=line, by=None, now=WHEN)
    gift = Gift.objects.get()
    page = at_desk.get(f"/newsroom/funding/gifts/{gift.pk}/").text
    assert "it was booked by mistake" in page
    assert "TEST-000001 (void)" in page
    assert "There is nothing to give back" in page
    page = at_desk.get("/newsroom/snippets/funding/gift/").text
    assert "booking undone" in page
    assert "TEST-000001, void" in page
