"""A newsroom in New York with a drive, and the rehearsal provider on a free port."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from dateline.funding.actions import Wish, begin_gift, open_checkout, open_drive
from dateline.funding.bank.tests import bank
from dateline.funding.models import Drive, FundingTerms, GiftIntent
from dateline.funding.providers.rehearsal import Rehearsal
from dateline.funding.providers.rehearsal.service import RehearsalServer, serve_rehearsal
from dateline.lib.money import Money, whole
from dateline.people.models import Newsroom, User

from .transferring import euros

# Nobody listens on the discard port: a notice sent there never arrives.
NOWHERE = "http://127.0.0.1:9"
IBAN = "DE89 3704 0044 0532 0130 00"


def dollars(units: int) -> Money:
    """Whole dollars."""
    return whole(units, "USD")


@pytest.fixture
def newsroom(db: None) -> Newsroom:
    """The Ferry Street Courier, where midnight is at four or five o'clock UTC."""
    newsroom = Newsroom.load()
    newsroom.name, newsroom.time_zone, newsroom.currency = "The Courier", "America/New_York", "USD"
    newsroom.contact = "desk@courier.example"
    newsroom.save()
    return newsroom


@pytest.fixture
def treasurer(client: Client, db: None) -> Client:
    """Ada keeps the books today."""
    ada = User.objects.create_user("ada", "ada@courier.example", "words")
    ada.groups.add(Group.objects.get(name="Treasurer"))
    client.force_login(ada)
    return client


@pytest.fixture
def reporter(db: None) -> Client:
    """Ben may enter the editor, and no more."""
    ben = User.objects.create_user("ben", "ben@courier.example", "words")
    ben.groups.add(Group.objects.get(name="Reporter"))
    client = Client()
    client.force_login(ben)
    return client


@pytest.fixture
def drive(newsroom: Newsroom, now: datetime) -> Drive:
    """The drive of the month of now."""
    return open_drive(year=now.year, month=now.month, goal=dollars(5000), purpose="Gifts pay for the river desk.")


@pytest.fixture
def current(newsroom: Newsroom) -> Drive:
    """This very month's drive: views read the clock."""
    here = timezone.now().astimezone(newsroom.zone)
    return open_drive(year=here.year, month=here.month, goal=dollars(5000), purpose="Gifts pay for the river desk.")


@pytest.fixture
def account(newsroom: Newsroom) -> FundingTerms:
    """The newsroom takes transfers too."""
    terms = FundingTerms.load()
    terms.takes_bank, terms.bank_holder, terms.bank_iban = True, "The Courier", IBAN
    terms.full_clean()
    terms.save()
    return terms


@pytest.fixture
def service(settings: Settings, tmp_path: Path) -> Iterator[RehearsalServer]:
    """The provider's own HTTP service."""
    with serve_rehearsal(port=0, path=tmp_path / "till.sqlite3") as server:
        settings.REHEARSAL_PORT = server.server_port
        yield server


@pytest.fixture
def dee_wants(newsroom: Newsroom, service: RehearsalServer, now: datetime) -> Callable[..., GiftIntent]:
    """Dee the donor has filled the form and stands before the provider's page."""

    def want(money: Money | None = None, **wish: object) -> GiftIntent:
        told = Wish(money=money or dollars(10), **wish)  # type: ignore[arg-type]
        intent = begin_gift(wish=told, provider=Rehearsal(), language="en", now=now)
        open_checkout(intent=intent, provider=Rehearsal(), origin=NOWHERE, drive=None)
        return intent

    return want


@pytest.fixture
def dee_gave(
    dee_wants: Callable[..., GiftIntent], service: RehearsalServer, now: datetime
) -> Callable[..., GiftIntent]:
    """Dee has paid at the provider, which has told nobody yet."""

    def give(money: Money | None = None, at: datetime = now, **wish: object) -> GiftIntent:
        intent = dee_wants(money, **wish)
        service.till.settle(intent.provider_session, "paid", at.timestamp())
        return intent

    return give


@pytest.fixture
def terms(db: None) -> FundingTerms:
    """A newsroom in Berlin that keeps its books in euros, and its account."""
    newsroom = Newsroom.load()
    newsroom.name, newsroom.time_zone, newsroom.currency = "Der Bote", "Europe/Berlin", "EUR"
    newsroom.save()
    terms = FundingTerms.load()
    terms.takes_bank, terms.bank_holder, terms.bank_iban = True, "Der Bote e. V.", bank.IBAN
    terms.full_clean()
    terms.save()
    return terms


@pytest.fixture
def march(terms: FundingTerms) -> Drive:
    """The drive of March 2026."""
    return open_drive(year=2026, month=3, goal=euros(1000), purpose="Gifts pay for the river desk.")


@pytest.fixture
def at_desk(client: Client, terms: FundingTerms) -> Client:
    """Tess the treasurer, signed in to the editor."""
    tess = User.objects.create_user("tess", password="x" * 12)
    tess.groups.add(Group.objects.get(name="Treasurer"))
    client.force_login(tess)
    return client
