"""An account at PayPal on this machine, and Dee who gives through it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from unittest import mock

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from dateline.funding.actions import Wish, begin_gift, fulfil, open_checkout, tick
from dateline.funding.models import GiftIntent
from dateline.funding.models.gift import Frequency
from dateline.funding.providers.paypal import PayPal
from dateline.funding.providers.paypal.wire import wire_to
from dateline.lib.money import Money
from dateline.people.models import Newsroom
from tests.loopback import listening

from ..conftest import NOWHERE, dollars
from .service import CLIENT, SECRET, WEBHOOK, Desk, Handler
from .till import Till

HOOK = "/pay/hooks/paypal/"


@dataclass
class Bench:
    """The desk, the till behind it, and what Dee does there."""

    desk: Desk
    now: datetime

    @property
    def till(self) -> Till:
        return self.desk.till

    def wants(self, money: Money | None = None, **wish: object) -> GiftIntent:
        """Dee has filled the form and stands before PayPal's page."""
        told = Wish(money=money or dollars(10), **wish)  # type: ignore[arg-type]
        intent = begin_gift(wish=told, provider=PayPal(), language="en", now=self.now)
        open_checkout(intent=intent, provider=PayPal(), origin=NOWHERE, drive=None)
        return intent

    def agrees(self, money: Money | None = None, **wish: object) -> GiftIntent:
        """Dee has said yes there, and nobody has told us yet."""
        intent = self.wants(money, **wish)
        if intent.frequency == Frequency.MONTHLY:
            self.till.subscribe(intent.provider_session)
        else:
            self.till.approve(intent.provider_session)
        return intent

    def gives(self, money: Money | None = None, **wish: object) -> GiftIntent:
        """Dee has come back from there."""
        return fulfil(intent=self.agrees(money, **wish), provider=PayPal(), now=self.now)

    def tells(self, *, order: Callable[[list[dict]], list[dict]] = lambda events: [*reversed(events)]) -> list[int]:
        """Deliver all that has happened, newest first and twice, as it may be; return the statuses."""
        told = order(self.till.events)
        return [self.post(json.dumps(event).encode()) for event in [*told, *told]]

    def post(self, body: bytes, headers: dict[str, str] | None = None) -> int:
        """Deliver one notice, signed unless it comes with headers of its own."""
        headers = self.desk.signed(body, timezone.now().timestamp()) if headers is None else headers
        answer = Client().post(HOOK, body, content_type="application/json", headers=headers)
        return answer.status_code


@pytest.fixture
def desk(settings: Settings) -> Iterator[Desk]:
    """The service; the settings lead to it."""
    desk = Desk(Till())
    with listening(Handler, desk=desk) as address:
        settings.PAYPAL_ADDRESS, settings.PAYPAL_WEBHOOK = address, WEBHOOK
        settings.PAYPAL_CLIENT, settings.PAYPAL_SECRET = CLIENT, SECRET
        with mock.patch("dateline.funding.providers.configured", side_effect=lambda: [PayPal()]):
            yield desk
    wire_to.cache_clear()


@pytest.fixture
def bench(desk: Desk, newsroom: Newsroom, now: datetime) -> Bench:
    """PayPal's clock stands at now."""
    desk.till.clock = now.timestamp
    return Bench(desk, now)


@pytest.fixture
def soon(bench: Bench) -> Callable[[], None]:
    """What waits is processed."""
    return lambda: tick(now=bench.now)
