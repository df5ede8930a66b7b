"""Two workers get the same notice at the same moment; there is one gift all the same."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from dateline.funding.actions import Wish, begin_gift, complaints, fulfil, open_checkout, open_drive
from dateline.funding.meter import meter_of
from dateline.funding.models import Drive, Gift, GiftIntent, Posting, Receipt
from dateline.funding.providers.rehearsal import Rehearsal
from dateline.funding.providers.rehearsal.service import RehearsalServer, serve_rehearsal

from .conftest import NOWHERE, dollars

WORKERS = 6


@pytest.fixture
def server(settings: Settings, tmp_path: Path) -> Iterator[RehearsalServer]:
    """The provider's own HTTP service."""
    with serve_rehearsal(port=0, path=tmp_path / "till.sqlite3") as running:
        settings.REHEARSAL_PORT = running.server_port
        yield running


def at_once(intents: list[GiftIntent], now: datetime) -> list[str]:
    """Fulfil every intention in several threads that start together; return what went wrong."""
    gate, errors = threading.Barrier(WORKERS), []

    def work() -> None:
        try:
            gate.wait(10)
            for intent in intents:
                fulfil(intent=intent, provider=Rehearsal(), now=now)
        except Exception as error:
            errors.append(repr(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return errors


@pytest.mark.django_db(transaction=True)
def test_many_workers_on_one_database_book_each_payment_once(server: RehearsalServer, now: datetime) -> None:
    drive: Drive = open_drive(year=2025, month=11, goal=dollars(5000), purpose="The boat.")
    intents = [begin_gift(wish=Wish(money=dollars(10)), provider=Rehearsal(), language="en", now=now) for _ in range(5)]
    for intent in intents:
        open_checkout(intent=intent, provider=Rehearsal(), origin=NOWHERE, drive=drive)
        server.till.settle(intent.provider_session, "paid", now.timestamp())

    assert at_once(intents, now) == []
    assert (Gift.objects.count(), Posting.objects.count()) == (5, 5)
    assert sorted(Receipt.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5]
    assert meter_of(drive, now).raised == dollars(50)
    assert complaints(now=now) == []
