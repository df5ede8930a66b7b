"""Transfers in tests: announced, brought by a statement of a bank in Berlin, come."""

from __future__ import annotations

from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

from dateline.funding.actions import Wish, begin_gift, bring_statement
from dateline.funding.bank.reference import written
from dateline.funding.bank.tests import bank
from dateline.funding.mode import current_mode
from dateline.funding.models import BankLine, GiftIntent
from dateline.funding.ways import TRANSFER
from dateline.lib.money import Money

WHEN = datetime.fromisoformat("2026-03-02T15:00:00+00:00")


def euros(units: float) -> Money:
    return Money(round(units * 100), "EUR")


def announce(units: float = 25, **wish: Any) -> GiftIntent:
    """Dee announces a transfer."""
    return begin_gift(wish=Wish(money=euros(units), **wish), provider=TRANSFER, language="en", now=WHEN)


def bring(*lines: Any, opening: int = 100_000) -> list[BankLine]:
    """Bring a statement with these lines; returns what waits."""
    data = bank.camt(bank.statement(*lines, opening=opening))
    bring_statement(data=data, name="march.xml", answers={}, by=None, now=WHEN + timedelta(days=1))
    return list(BankLine.objects.waiting(current_mode()))


def come(intent: GiftIntent, cents: int = 2500, **told: Any) -> BankLine:
    """The announced money comes; returns its line."""
    number = f"B{intent.reference[4:8]}{cents}{told.get('day', 2)}"
    bring(bank.line(cents, reference=number, remittance=written(intent.reference), **told))
    return BankLine.objects.latest("pk")


def named(data: bytes, name: str) -> BytesIO:
    """A file as a browser sends it."""
    file = BytesIO(data)
    file.name = name
    return file
