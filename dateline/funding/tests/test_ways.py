"""Which ways are open, who closes one, and what happens to who stands before a closed one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from unittest import mock

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from dateline.funding.actions import lift_halt, process_event, record_event
from dateline.funding.mode import current_mode
from dateline.funding.models import Drive, FundingTerms, GiftIntent, Halt, InboundEvent
from dateline.funding.providers import Notice, configured
from dateline.funding.providers.rehearsal import Rehearsal
from dateline.funding.providers.rehearsal.service import RehearsalServer
from dateline.funding.ways import open_ways
from dateline.people.models import Newsroom, Outbox, User

from .test_give import FORM, OURS


def names(now: datetime | None = None) -> list[str]:
    return [way.name for way in open_ways(now or timezone.now())]


def refuse(times: int, now: datetime) -> None:
    """Let the provider tell of refused cards."""
    for number in range(times):
        notice = Notice(f"evt_{now.timestamp()}_{number}", "payment_intent.payment_failed", "", "pi", False, True)
        event = record_event(provider=Rehearsal(), notice=notice, body=b"{}", headers={}, now=now)
        process_event(event=event, now=now)


def test_both_ways_stand_side_by_side_and_either_can_be_closed(account: FundingTerms) -> None:
    assert names() == ["rehearsal", "bank"]
    account.takes_rehearsal = False
    account.save()
    assert names() == ["bank"]
    FundingTerms.objects.update(takes_rehearsal=True, takes_bank=False)
    assert names() == ["rehearsal"]


def test_transfers_need_an_account(newsroom: Newsroom) -> None:
    terms = FundingTerms.load()
    terms.takes_bank = True
    with pytest.raises(ValidationError, match="write its holder and its IBAN"):
        terms.full_clean()
    terms.bank_iban, terms.bank_bic = "DE89 3704 0044 0532 0130 01", "NOBANK"
    with pytest.raises(ValidationError) as refused:
        terms.full_clean()
    assert set(refused.value.message_dict) == {"takes_bank", "bank_iban", "bank_bic"}


SETTINGS = "/newsroom/settings/funding/fundingterms/{}/"


def written(treasurer: Client, **fields: str) -> str:
    """Save the form of the ways as it stands but for these fields; returns the page that follows."""
    address = SETTINGS.format(FundingTerms.objects.get().pk)
    form = treasurer.get(address).context["form"]
    sent = {name: form[name].value() for name in form.fields} | fields
    return treasurer.post(address, {name: value for name, value in sent.items() if value}, follow=True).text


@pytest.mark.parametrize(
    ("share", "each", "kept"),
    [("2.9", "0.30", (290, 30)), ("1,25 %", "$ 1", (125, 100)), ("0", "0", (0, 0)), ("٢٫٩", "0,5", (290, 50))],
)
def test_fees_are_written_as_a_price_list_has_them(
    treasurer: Client, account: FundingTerms, share: str, each: str, kept: tuple[int, int]
) -> None:
    written(treasurer, fee_share=share, fee_each=each)
    terms = FundingTerms.objects.get()
    assert (terms.fee_basis_points, terms.fee_fixed) == kept


def test_the_form_of_fees_shows_what_it_takes(treasurer: Client, account: FundingTerms) -> None:
    form = treasurer.get(SETTINGS.format(account.pk)).context["form"]
    assert (form["fee_share"].value(), form["fee_each"].value()) == ("2.9", "0.30")
    written(treasurer)
    terms = FundingTerms.objects.get()
    assert (terms.fee_basis_points, terms.fee_fixed) == (290, 30)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"fee_share": "290"}, "20 per cent at most"),
        ({"fee_share": "2.905"}, "two decimals at most"),
        ({"fee_share": "x"}, "two decimals at most"),
        ({"fee_each": "-1"}, "Write an amount"),
        ({"bank_bic": "NONSENSE"}, "no country is “EN”"),
    ],
)
def test_what_is_no_fee_and_no_bic_is_said(
    treasurer: Client, account: FundingTerms, wrong: dict[str, str], words: str
) -> None:
    assert words in written(treasurer, **wrong)
    terms = FundingTerms.objects.get()
    assert (terms.fee_basis_points, terms.fee_fixed, terms.bank_bic) == (290, 30, "")


def test_a_form_offers_a_choice_as_soon_as_there_is_one(client: Client, current: Drive, account: FundingTerms) -> None:
    page = client.get("/give/").content.decode()
    assert "By which way" in page
    assert page.index('value="rehearsal"') < page.index('value="bank"')
    FundingTerms.objects.update(takes_bank=False)
    assert "By which way" not in client.get("/give/").content.decode()


def test_a_way_that_was_closed_meanwhile_is_told_and_nothing_is_lost(
    client: Client,
    current: Drive,
    account: FundingTerms,
) -> None:
    FundingTerms.objects.update(takes_bank=False)
    answer = client.post("/give/", FORM | {"way": "bank", "message": "For the boat."}, headers=OURS)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "This way is closed now." in page
    assert "For the boat." in page
    assert not GiftIntent.objects.exists()


def test_who_stands_before_a_way_that_was_closed_is_offered_a_transfer(
    client: Client,
    current: Drive,
    account: FundingTerms,
    service: RehearsalServer,
) -> None:
    answer = client.post("/give/", FORM, headers=OURS)
    FundingTerms.objects.update(takes_rehearsal=False)
    page = client.get(f"{answer.url}pay/")
    assert (page.status_code, page["Retry-After"]) == (503, "600")
    assert "Give by bank transfer instead" in page.content.decode()
    assert not service.till.things.newest("session", limit=1)[0]


def test_what_was_begun_is_booked_though_its_way_is_closed(
    client: Client,
    current: Drive,
    account: FundingTerms,
    service: RehearsalServer,
) -> None:
    answer = client.post("/give/", FORM, headers=OURS)
    client.get(f"{answer.url}pay/")
    FundingTerms.objects.update(takes_rehearsal=False)
    service.till.settle(GiftIntent.objects.get().provider_session, "paid", timezone.now().timestamp())
    assert "has arrived" in client.get(f"{answer.url}thanks/").content.decode()


def test_ten_refused_cards_are_life_and_eleven_are_an_attack(account: FundingTerms, now: datetime) -> None:
    refuse(10, now)
    assert names(now) == ["rehearsal", "bank"]
    refuse(1, now + timedelta(seconds=30))
    assert names(now + timedelta(seconds=31)) == ["bank"]
    halt = Halt.objects.get()
    assert (halt.provider, halt.declines) == ("rehearsal", 11)
    assert names(halt.until) == ["rehearsal", "bank"]


def test_refused_cards_of_a_whole_hour_are_no_attack(account: FundingTerms, now: datetime) -> None:
    for minute in range(60):
        refuse(1, now + timedelta(minutes=minute))
    assert not Halt.objects.exists()


def test_a_halt_lasts_as_long_as_the_attack_and_is_told_once(account: FundingTerms, now: datetime) -> None:
    refuse(11, now)
    refuse(11, now + timedelta(minutes=5))
    halt = Halt.objects.get()
    assert halt.until == now + timedelta(minutes=15)
    mail = Outbox.objects.get(purpose="halt")
    assert mail.recipient == "desk@courier.example"
    assert "11 cards were refused within a minute at rehearsal" in mail.body


def test_the_treasurer_opens_it_again(account: FundingTerms, now: datetime) -> None:
    refuse(11, now)
    lift_halt(halt=Halt.objects.get(), by=User.objects.create_user("tess"), now=now + timedelta(minutes=1))
    assert names(now + timedelta(minutes=2)) == ["rehearsal", "bank"]


def test_a_heap_of_notices_that_somebody_repeats_counts_once(account: FundingTerms, now: datetime) -> None:
    for _ in range(3):
        refuse(8, now)
    assert InboundEvent.objects.filter(mode=current_mode(), declined=True).count() == 8
    assert not Halt.objects.exists()


def test_the_rehearsal_provider_tells_of_a_declined_card(
    dee_wants: Callable[..., GiftIntent], service: RehearsalServer, now: datetime
) -> None:
    intent = dee_wants()
    with mock.patch.object(service, "tell") as told:
        service.tell(service.till.settle(intent.provider_session, "declined"))
    [event] = told.call_args[0][0]
    assert event["type"] == "payment_intent.payment_failed"


def test_the_form_says_that_cards_rest(client: Client, current: Drive, account: FundingTerms) -> None:
    refuse(11, timezone.now())
    page = client.get("/give/").content.decode()
    assert "Payments by card rest for some minutes" in page
    answer = client.post("/give/", FORM, headers=OURS)
    assert "Your transfer" in client.get(answer.url).content.decode()


def test_stripe_and_paypal_stand_side_by_side_and_the_rehearsal_stands_back(settings: Settings, db: None) -> None:
    settings.STRIPE_KEY, settings.STRIPE_HOOK_SECRET = "sk_test_1", "whsec_1"
    assert [provider.name for provider in configured()] == ["stripe"]
    settings.PAYPAL_CLIENT, settings.PAYPAL_SECRET, settings.PAYPAL_WEBHOOK = "one", "two", "three"
    assert [provider.name for provider in configured()] == ["stripe", "paypal"]
    settings.STRIPE_KEY = ""
    assert [provider.name for provider in configured()] == ["paypal"]
    settings.MODE = "production"
    settings.STRIPE_KEY = "sk_test_1"
    assert [provider.name for provider in configured()] == ["paypal"]


def test_in_the_editor_s_menu_no_two_entries_have_one_name(admin_client: Client, newsroom: Newsroom) -> None:
    page = admin_client.get("/newsroom/funding/ways/").text
    labels = re.findall(r'"label": "([^"]*[Ww]ays to give)"', page)
    assert sorted(labels) == ["State of ways to give", "Ways to give"]
