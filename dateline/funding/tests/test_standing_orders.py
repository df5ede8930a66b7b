"""A monthly gift by transfer is known as one, to its treasurer and its giver, until its bank sends no more."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.db import connection
from django.test import Client

from dateline.funding.actions import book_line, complaints, end_promises, forget_giver, remind_yearly, tick, undo_line
from dateline.funding.actions.standing_orders import end_silent_orders
from dateline.funding.actions.switching import finish_move
from dateline.funding.models import BankLine, Drive, Gift, GiftIntent, Recurring
from dateline.funding.models.gift import Frequency, Standing, State
from dateline.people.models import Outbox, User

from .test_give import OURS
from .transferring import WHEN, announce, come, euros

DEE = "dee@example.org"


@pytest.fixture
def intent(march: Drive) -> GiftIntent:
    """Dee has announced a standing order."""
    return announce(frequency=Frequency.MONTHLY, email=DEE)


@pytest.fixture
def line(intent: GiftIntent) -> BankLine:
    """Its first month, booked."""
    line = come(intent)
    book_line(line=line, intent=intent, by=None, now=WHEN)
    return line


@pytest.fixture
def dee(client: Client) -> Client:
    """Dee, whose address is proven."""
    user = User.objects.create_user("dee", DEE)
    EmailAddress.objects.create(user=user, email=DEE, verified=True, primary=True)
    client.force_login(user)
    return client


def test_its_months_are_one_promise_and_the_latest_says_how_much(line: BankLine, intent: GiftIntent) -> None:
    later = WHEN + timedelta(days=40)
    book_line(line=come(intent, 3000, day=30), intent=intent, by=None, now=later)
    book_line(line=come(intent, 2000, day=9), intent=intent, by=None, now=later)
    order = Recurring.objects.get()
    assert (order.provider, order.subscription_id, order.standing) == ("bank", intent.reference, Standing.ACTIVE)
    assert (order.money, order.gifts.count()) == (euros(30), 3)
    assert complaints(now=later) == []


def test_a_transfer_of_once_promises_nothing(march: Drive) -> None:
    intent = announce()
    book_line(line=come(intent), intent=intent, by=None, now=WHEN)
    assert not Recurring.objects.exists()


def test_the_treasurer_sees_it_as_monthly_and_can_end_nothing(line: BankLine, at_desk: Client) -> None:
    gift = Gift.objects.get()
    assert "every month" in at_desk.get("/newsroom/snippets/funding/gift/?repeated=monthly").text
    assert f"/funding/gifts/{gift.pk}/" in at_desk.get("/newsroom/snippets/funding/gift/?repeated=monthly").text
    page = at_desk.get(f"/newsroom/funding/gifts/{gift.pk}/").text
    assert "By standing order: its giver’s bank sends it" in page
    assert "end the monthly gift" not in page
    sent = {"deed": "end", "sure": "on", "key": "x"}
    assert at_desk.post(f"/newsroom/funding/gifts/{gift.pk}/", sent).status_code == 403
    assert "1 · 25\xa0€" in at_desk.get("/newsroom/funding/ways/").text


def test_the_giver_finds_it_under_every_month_and_is_told_where_it_ends(line: BankLine, dee: Client) -> None:
    page = dee.get("/give/mine/").text
    assert "Every month" in page
    assert "by standing order: your bank sends it; change it or end it there" in page
    assert "Pause it" not in page
    assert "every month, by standing order" in dee.get("/give/mine/receipts/1/").text
    assert "You give this every month by standing order." in Outbox.objects.get(purpose="receipt").body
    assert "Only you can end a standing order, at your bank" in dee.get("/give/mine/forget/").text


def test_its_page_says_so_and_changes_nothing(line: BankLine, client: Client, intent: GiftIntent) -> None:
    page = client.get(f"/give/{intent.token}/monthly/")
    assert (page.status_code, "by standing order." in page.text, "End it now" in page.text) == (200, True, False)
    assert "does not answer" not in page.text
    answer = client.post(f"/give/{intent.token}/monthly/", {"deed": "end", "key": "x"}, headers=OURS)
    assert (answer.status_code, "only you can change it or end it" in answer.text) == (409, True)
    assert Recurring.objects.get().standing == Standing.ACTIVE


def test_undone_it_is_no_promise(line: BankLine, intent: GiftIntent) -> None:
    undo_line(line=line, by=None, now=WHEN)
    assert not Recurring.objects.exists()
    book_line(line=line, intent=intent, by=None, now=WHEN)
    assert Recurring.objects.get().gifts.count() == 1


def test_one_that_comes_no_more_is_counted_on_no_more_until_it_comes_again(line: BankLine, intent: GiftIntent) -> None:
    assert end_silent_orders(now=WHEN + timedelta(days=69)) == 0
    later = (WHEN + timedelta(days=71)).replace(minute=7, second=0)
    tick(now=later)
    assert Recurring.objects.get().standing == Standing.ENDED
    assert not Outbox.objects.filter(purpose="gift_ended").exists()
    book_line(line=come(intent, day=30), intent=intent, by=None, now=later)
    order = Recurring.objects.get()
    assert (order.standing, order.stopped_at) == (Standing.ACTIVE, None)


def test_nobody_is_promised_that_it_goes_on(line: BankLine) -> None:
    assert remind_yearly(now=WHEN + timedelta(days=360)) == 0


def test_who_moved_it_is_asked_to_end_it_at_the_bank(line: BankLine, march: Drive) -> None:
    new = announce(email=DEE, frequency=Frequency.MONTHLY)
    GiftIntent.objects.filter(pk=new.pk).update(moves=Recurring.objects.get(), state=State.PAID)
    new.refresh_from_db()
    finish_move(intent=new, now=WHEN)
    assert Recurring.objects.get().standing == Standing.ENDED
    mail = Outbox.objects.get(purpose="gift_ended")
    assert "Please end the standing order at your bank now" in mail.body
    assert "Nothing is taken twice" not in mail.body


def test_who_is_forgotten_is_not_held_up_by_a_standing_order(line: BankLine) -> None:
    assert end_promises(mails=[DEE], now=WHEN) == 1
    forget_giver(mails=[DEE], now=WHEN)
    assert Gift.objects.get().supporter is not None
    assert not Outbox.objects.filter(recipient=DEE).exists()


def test_months_that_were_booked_as_once_are_gathered(line: BankLine, intent: GiftIntent) -> None:
    book_line(line=come(intent, 3000, day=30), intent=intent, by=None, now=WHEN + timedelta(days=40))
    Gift.objects.update(recurring=None)
    Recurring.objects.all().delete()
    gather = import_module("dateline.funding.migrations.0014_standing_orders").gather
    for _ in range(2):
        gather(apps, connection)
    order = Recurring.objects.get()
    assert (order.money, order.gifts.count()) == (euros(30), 2)
