"""A transfer from the wish to the books: told to its giver, brought by a statement, matched by a person, undone."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from dateline.funding.actions import (
    AlreadyDecided,
    AnotherAccount,
    NotThisLine,
    Wish,
    begin_gift,
    book_line,
    book_return,
    complaints,
    look_at_lines,
    set_aside,
    undo_line,
)
from dateline.funding.bank.matching import Kind as Guess
from dateline.funding.bank.reference import written
from dateline.funding.bank.tests import bank
from dateline.funding.mode import current_mode
from dateline.funding.models import BankFile, BankLine, Drive, FundingTerms, Gift, GiftIntent, Leg, Receipt
from dateline.funding.models.gift import Frequency, State, Visibility
from dateline.funding.models.statement import Fate
from dateline.funding.providers.rehearsal import Rehearsal
from dateline.funding.ways import TRANSFER
from dateline.people.models import Newsroom, Outbox, User

from .test_give import FORM, OURS
from .transferring import WHEN, announce, bring, come, euros, named

# The giver


def test_the_page_tells_what_to_write_and_draws_it(client: Client, march: Drive) -> None:
    answer = client.post("/give/", FORM | {"way": "bank", "email": "dee@example.org"}, headers=OURS)
    page = client.get(answer.url)
    intent = GiftIntent.objects.get()
    text = page.content.decode()
    for told in ("Der Bote e. V.", "DE02 1203 0000 0000 2020 51", written(intent.reference), "10\xa0€"):
        assert told in text
    assert '<svg role="img"' in text
    assert "transfer nothing" in text  # a rehearsal
    assert "no-store" in page["Cache-Control"]
    mail = Outbox.objects.get(purpose="transfer")
    assert written(intent.reference) in mail.body
    assert answer.url in mail.body
    assert "with a code for your bank’s program:" in mail.body


def test_nobody_floods_a_mailbox_with_transfers(march: Drive) -> None:
    for number in range(6):
        answer = Client(REMOTE_ADDR=f"198.51.100.{number}").post(
            "/give/", FORM | {"way": "bank", "email": "dee@example.org"}, headers=OURS
        )
        assert answer.status_code == 303
    assert Outbox.objects.filter(purpose="transfer").count() == 3
    Client().post("/give/", FORM | {"way": "bank", "email": "ben@example.org"}, headers=OURS)
    assert Outbox.objects.filter(purpose="transfer", recipient="ben@example.org").count() == 1


def test_in_a_currency_that_the_square_does_not_know_the_words_are_enough(client: Client, terms: FundingTerms) -> None:
    Newsroom.objects.update(currency="USD")
    answer = client.post("/give/", FORM | {"way": "bank", "email": "dee@example.org"}, headers=OURS)
    text = client.get(answer.url).content.decode()
    assert "DE02 1203" in text
    assert "transfer__square" not in text
    mail = Outbox.objects.get(purpose="transfer").body
    assert "a code for" not in mail
    assert answer.url in mail


def test_a_standing_order_needs_no_address_and_is_its_giver_s_to_end(client: Client, march: Drive) -> None:
    answer = client.post("/give/", FORM | {"way": "bank", "frequency": "monthly"}, headers=OURS)
    assert answer.status_code == 303
    assert "Set up a standing order" in client.get(answer.url).content.decode()


def test_an_announced_transfer_counts_nothing(march: Drive) -> None:
    announce()
    assert Leg.objects.raised(march, current_mode()) == 0


# The statement


def test_reference_and_amount_are_sure_and_still_a_person_books(march: Drive) -> None:
    intent = announce(name="Dee", visibility=Visibility.NAME, email="dee@example.org")
    line = come(intent)
    [looked] = look_at_lines([line], now=WHEN)
    assert looked.is_sure
    assert looked.intents == (intent,)
    assert Leg.objects.raised(march, current_mode()) == 0

    gift = book_line(line=line, intent=intent, by=None, now=WHEN + timedelta(days=1))

    assert Leg.objects.raised(march, current_mode()) == 2500
    assert (gift.name, gift.visibility, gift.drive) == ("Dee", Visibility.NAME, march)
    assert gift.received_at.isoformat() == "2026-03-02T12:00:00+01:00"
    assert Receipt.objects.of_gift(gift)
    assert Outbox.objects.filter(purpose="receipt", recipient="dee@example.org").exists()
    intent.refresh_from_db()
    assert intent.state == State.PAID
    assert complaints(now=WHEN) == []


def test_the_same_file_twice_and_a_longer_one_keep_each_line_once(march: Drive) -> None:
    first, second = bank.line(2500, 2, "B1"), bank.line(1000, 3, "B2")
    assert len(bring(first)) == 1
    assert len(bring(first)) == 1
    assert len(bring(first, second)) == 2
    assert BankFile.objects.count() == 2


def test_a_statement_of_another_account_is_refused_and_nothing_is_kept(march: Drive) -> None:
    FundingTerms.objects.update(bank_iban="AT483200000012345864")
    with pytest.raises(AnotherAccount, match="Nothing was kept"):
        bring(bank.line())
    assert not BankFile.objects.exists()


def test_another_amount_is_told_and_books_what_came(march: Drive) -> None:
    intent = announce(25)
    line = come(intent, 2000)
    [looked] = look_at_lines([line], now=WHEN)
    assert (looked.proposal.kind, looked.is_sure) == (Guess.WHO, False)
    book_line(line=line, intent=intent, by=None, now=WHEN)
    assert Leg.objects.raised(march, current_mode()) == 2000


def test_a_reference_with_a_slip_is_a_guess(march: Drive) -> None:
    intent = announce()
    last = intent.reference[-1]
    wrong = intent.reference[:-1] + ("3" if last != "3" else "4")
    [line] = bring(bank.line(remittance=wrong))
    [looked] = look_at_lines([line], now=WHEN)
    assert (looked.proposal.kind, looked.intents) == (Guess.GUESS, (intent,))


def test_the_second_gift_from_an_account_is_recognised_without_a_reference(march: Drive) -> None:
    first = announce(email="dee@example.org")
    book_line(line=come(first), intent=first, by=None, now=WHEN)
    second = announce(40, email="dee@example.org")
    bring(bank.line(4000, 5, "B9", remittance="for the boat"))
    [looked] = look_at_lines(BankLine.objects.waiting(current_mode()), now=WHEN)
    assert looked.intents == (second,)
    assert not looked.is_sure


def test_thousands_of_announcements_cost_no_more_than_one(
    march: Drive, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    intent = announce()
    line = come(intent)
    noise = [
        GiftIntent(amount=1000, currency="EUR", provider="bank", mode="test", created_at=WHEN) for _ in range(3000)
    ]
    for number, each in enumerate(noise):
        each.reference = f"RF00X{number:07}"
    GiftIntent.objects.bulk_create(noise)
    with django_assert_max_num_queries(8):
        [looked] = look_at_lines([line], now=WHEN)
    assert looked.intents == (intent,)


def test_every_month_of_a_standing_order_is_a_gift(march: Drive) -> None:
    intent = announce(frequency=Frequency.MONTHLY)
    for day in (2, 30):
        book_line(line=come(intent, day=day), intent=intent, by=None, now=WHEN + timedelta(days=40))
    assert intent.gifts.count() == 2
    assert Leg.objects.raised(march, current_mode()) == 5000


def test_two_people_decide_once(march: Drive) -> None:
    intent = announce()
    line = come(intent)
    same = BankLine.objects.get(pk=line.pk)
    book_line(line=line, intent=intent, by=None, now=WHEN)
    with pytest.raises(AlreadyDecided):
        book_line(line=same, intent=None, by=None, now=WHEN)
    with pytest.raises(AlreadyDecided):
        set_aside(line=same, fate=Fate.ASIDE, by=None, now=WHEN)
    assert Gift.objects.count() == 1


def test_a_wrong_match_is_taken_back_and_matched_anew(march: Drive) -> None:
    wrong, right = announce(), announce()
    line = come(right)
    book_line(line=line, intent=wrong, by=None, now=WHEN)
    undo_line(line=line, by=None, now=WHEN)
    assert Leg.objects.raised(march, current_mode()) == 0
    wrong.refresh_from_db()
    assert (line.fate, wrong.state) == (Fate.WAITING, State.OPEN)
    book_line(line=line, intent=right, by=None, now=WHEN)
    assert Leg.objects.raised(march, current_mode()) == 2500
    assert complaints(now=WHEN) == []


def test_what_the_bank_takes_back_goes_back_of_its_gift(march: Drive) -> None:
    intent = announce()
    gift = book_line(line=come(intent), intent=intent, by=None, now=WHEN)
    line = come(intent, -2500, day=9)
    [looked] = look_at_lines([line], now=WHEN)
    assert looked.gifts == (gift,)
    book_return(line=line, gift=gift, by=None, now=WHEN)
    assert Leg.objects.raised(march, current_mode()) == 0
    with pytest.raises(NotThisLine):
        undo_line(line=line, by=None, now=WHEN)


def test_money_that_went_out_is_no_gift(march: Drive) -> None:
    [line] = bring(bank.line(-1000))
    with pytest.raises(NotThisLine):
        book_line(line=line, intent=None, by=None, now=WHEN)


def test_a_payout_is_put_aside_and_books_nothing(march: Drive) -> None:
    [line] = bring(bank.line(90_000, remittance="STRIPE PAYOUT"))
    set_aside(line=line, fate=Fate.PAYOUT, by=None, now=WHEN)
    assert not Gift.objects.exists()
    undo_line(line=line, by=None, now=WHEN)
    assert BankLine.objects.waiting(current_mode()).count() == 1


# The desk


def test_the_desk_reads_a_file_and_books_what_is_sure(at_desk: Client, march: Drive) -> None:
    intent = announce(name="Dee")
    other = announce(30)
    data = bank.camt(
        bank.statement(
            bank.line(2500, 2, "B1", remittance=intent.reference),
            bank.line(1000, 2, "B2", remittance=other.reference),
        )
    )
    page = at_desk.post(
        "/newsroom/funding/statements/", {"file": named(data, "march.xml")}, follow=True
    ).content.decode()
    assert "2 lines are new, 0 were known." in page
    assert "Book the one whose reference and amount agree" in page
    assert "It is sure whose it is, not how much was meant: 30\xa0€ were promised, 10\xa0€ are here." in page
    shown = re.findall(r'name="line" value="(\d+)"', page)
    page = at_desk.post("/newsroom/funding/statements/sure/", {"line": shown}, follow=True).content.decode()
    assert "One gift is in the books." in page
    assert Leg.objects.raised(march, current_mode()) == 2500
    line = BankLine.objects.get(fate=Fate.GIFT)
    page = at_desk.post(f"/newsroom/funding/statements/{line.pk}/", {"deed": "undo"}, follow=True).content.decode()
    assert "The line waits again" in page
    assert Leg.objects.raised(march, current_mode()) == 0


def test_the_desk_asks_what_a_table_does_not_tell(at_desk: Client, march: Drive) -> None:
    intent = announce()
    table = f"Date;Name;Text;Amount;Currency\n03/04/2026;Dee;{intent.reference};25,00;EUR\n".encode()
    page = at_desk.post("/newsroom/funding/statements/", {"file": named(table, "t.csv")}).content.decode()
    assert "How are the dates to be read?" in page
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
    choice = re.findall(r'name="answer:date order" value="([^"]+)"', page)[0]
    sent = hidden | {"answered": "{}", "answer:date order": choice}
    page = at_desk.post("/newsroom/funding/statements/answer/", sent, follow=True).content.decode()
    assert "One line is new" in page
    assert BankLine.objects.get().booked_on.isoformat() in {"2026-04-03", "2026-03-04"}


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"<a>", b"\x00\xff" * 50, b"a;b\n1;2\n"])
def test_what_is_no_statement_is_told_in_a_sentence(at_desk: Client, march: Drive, data: bytes) -> None:
    answer = at_desk.post("/newsroom/funding/statements/", {"file": named(data, "x")})
    assert answer.status_code == 422
    assert not BankLine.objects.exists()


def test_the_practice_statement_can_be_read(at_desk: Client, march: Drive) -> None:
    GiftIntent.objects.update(created_at=timezone.now())
    for units in (10, 20, 30):
        begin_gift(wish=Wish(money=euros(units)), provider=TRANSFER, language="en", now=timezone.now())
    data = at_desk.get("/newsroom/funding/statements/rehearsed.csv").content
    at_desk.post("/newsroom/funding/statements/", {"file": named(data, "r.csv")})
    kinds = sorted(looked.proposal.kind for looked in look_at_lines(BankLine.objects.waiting(current_mode()), now=WHEN))
    assert kinds == sorted([Guess.SURE, Guess.GUESS, Guess.WHO, Guess.NONE, Guess.OUTGOING])


@pytest.mark.parametrize(
    "deed", ["gift:guess", "gift:", "return:x", "return:9999999999999999999999", "undo:all", "", "a:b:c"]
)
def test_what_no_button_says_changes_nothing(at_desk: Client, march: Drive, deed: str) -> None:
    [line] = bring(bank.line())
    answer = at_desk.post(f"/newsroom/funding/statements/{line.pk}/", {"deed": deed})
    assert answer.status_code in {302, 404}
    assert not Gift.objects.exists()


def test_a_line_keeps_no_gift_of_a_card(at_desk: Client, march: Drive) -> None:
    [line] = bring(bank.line())
    card = begin_gift(wish=Wish(money=euros(25)), provider=Rehearsal(), language="en", now=WHEN)
    page = at_desk.post(f"/newsroom/funding/statements/{line.pk}/", {"deed": f"gift:{card.pk}"}, follow=True)
    assert "This cannot be done with this line." in page.content.decode()
    assert not Gift.objects.exists()


def test_only_who_keeps_the_books_sees_statements(client: Client, march: Drive) -> None:
    rex = User.objects.create_user("rex", password="x" * 12)
    rex.groups.add(Group.objects.get(name="Editor"))
    client.force_login(rex)
    [line] = bring(bank.line())
    tries = [
        client.get("/newsroom/funding/statements/"),
        client.post("/newsroom/funding/statements/sure/", {"line": line.pk}),
        client.post(f"/newsroom/funding/statements/{line.pk}/", {"deed": "other"}),
        client.get("/newsroom/funding/statements/rehearsed.csv"),
    ]
    assert all(answer.status_code in {302, 403} for answer in tries)
    assert not Gift.objects.exists()
