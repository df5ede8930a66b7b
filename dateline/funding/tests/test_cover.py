"""Who covers the fee sees what it adds, and all of the gift arrives."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.funding.actions import Wish, begin_gift, open_drive
from dateline.funding.cover import Rule, cover_of, rule_for
from dateline.funding.models import Drive, FundingTerms, Gift, GiftIntent, Posting
from dateline.funding.models.terms import BASIS
from dateline.funding.providers.rehearsal import Rehearsal
from dateline.funding.providers.rehearsal.service import RehearsalServer
from dateline.lib.money import EXPONENTS, Money
from dateline.people.models import Newsroom

from .conftest import dollars

OURS = {"Sec-Fetch-Site": "same-origin"}
FORM = {"preset": "10", "frequency": "once", "visibility": "secret"}


@pytest.fixture
def current(newsroom: Newsroom) -> Drive:
    here = timezone.now().astimezone(newsroom.zone)
    return open_drive(year=here.year, month=here.month, goal=dollars(5000), purpose="Gifts pay for the river desk.")


def test_ten_dollars_arrive_where_ten_sixty_one_are_paid(newsroom: Newsroom) -> None:
    assert cover_of(dollars(10), "rehearsal") == Money(61, "USD")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    amount=st.integers(1, 10**9),
    share=st.integers(0, 2000),
    fixed=st.integers(0, 500),
    currency=st.sampled_from(sorted(EXPONENTS)),
)
def test_what_is_left_is_never_less_than_the_gift_and_no_step_less_would_do(
    amount: int, share: int, fixed: int, currency: str
) -> None:
    rule = Rule(share, Money(fixed, currency))
    whole = amount + rule.adds_to(Money(amount, currency)).amount

    def left(paid: int) -> int:
        return paid - -(-paid * share // BASIS) - fixed

    assert left(whole) >= amount
    assert left(whole - rule.step) < amount
    assert whole % rule.step == 0


def test_it_is_offered_where_a_fee_is_kept_and_can_be_told(newsroom: Newsroom) -> None:
    assert rule_for("USD") is not None
    assert rule_for("EUR") is None  # the fixed part is in dollars
    assert cover_of(dollars(10), "bank") == dollars(0)
    FundingTerms.objects.update_or_create(pk=FundingTerms.load().pk, defaults={"offers_cover": False})
    assert cover_of(dollars(10), "rehearsal") == dollars(0)


def test_the_box_is_never_ticked_beforehand_and_says_what_it_adds(client: Client, current: Drive) -> None:
    page = client.get("/give/").text
    [box] = [part for part in page.split("<input") if 'name="cover"' in part]
    assert "checked" not in box.split(">")[0]
    assert "Adds 0.61\xa0$, so that all 10\xa0$ arrive." in page
    assert "Adds about 2.9 % and 0.30\xa0$, so that all of your gift arrives." in page
    terms = FundingTerms.load()
    terms.offers_cover = False
    terms.save()
    assert 'name="cover"' not in client.get("/give/").text


def test_of_a_transfer_nothing_is_said_about_a_fee(client: Client, current: Drive, account: FundingTerms) -> None:
    page = client.get("/give/").text
    [bank] = [part for part in page.split("<input") if 'value="bank"' in part.split(">")[0]]
    assert 'name="way"' in bank.split(">")[0]
    assert re.search(r'<div class="[^"]*\bcover\b', page[page.index("<form") : page.index("</form>")])
    sheet = (Path(__file__).parents[1] / "static/funding/give.css").read_text()
    assert '.give__form:has([name="way"][value="bank"]:checked) .cover { display: none; }' in sheet
    terms = FundingTerms.load()
    terms.takes_rehearsal = False
    terms.save()
    assert 'name="cover"' not in client.get("/give/").text


def test_where_no_way_takes_a_fee_there_is_no_box(client: Client, current: Drive, settings: object) -> None:
    settings.MODE = "production"  # type: ignore[attr-defined]
    assert 'name="cover"' not in client.get("/give/").text


def test_each_page_and_the_receipt_say_what_is_for_the_fee_and_the_whole_gift_arrives(
    client: Client, current: Drive, service: RehearsalServer, django_capture_on_commit_callbacks: object
) -> None:
    address = client.post("/give/", FORM | {"cover": "on", "email": "dee@example.org"}, headers=OURS).url
    last_look = client.get(address).text
    assert "You give 10.61\xa0$ once" in last_look
    assert "0.61\xa0$ of it is meant for the payment’s fee." in last_look
    client.get(f"{address}pay/")
    intent = GiftIntent.objects.get()
    service.till.settle(intent.provider_session, "paid", timezone.now().timestamp())
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        thanks = client.get(f"{address}thanks/").text
    assert "Your 10.61\xa0$ has arrived" in thanks
    assert "0.61\xa0$ of it is meant for the payment’s fee." in thanks
    assert "Amount: 10.61\xa0$, of which 0.61\xa0$ for the payment’s fee" in mail.outbox[0].body
    fees = Posting.objects.filter(kind="fee", gift=Gift.objects.get()).values_list("legs__amount", flat=True)
    assert 1061 + min(fees) >= 1000


def test_without_the_tick_nothing_is_added(client: Client, current: Drive, service: RehearsalServer) -> None:
    address = client.post("/give/", FORM, headers=OURS).url
    assert "for the payment’s fee" not in client.get(address).text
    assert GiftIntent.objects.get().fee is None


def test_by_a_way_without_a_fee_nothing_is_added_whatever_was_ticked(newsroom: Newsroom, now: datetime) -> None:
    class Bank(Rehearsal):
        name = "bank"

    intent = begin_gift(wish=Wish(money=dollars(10), covers=True), provider=Bank(), language="en", now=now)
    assert (intent.amount, intent.cover) == (1000, 0)
