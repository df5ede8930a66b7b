"""Somebody tries stolen cards: thousands of times, from hundreds of addresses, with a browser that works out sums.

The short burst runs with every check, the long one with ``./check full``. The simulation has a clock of its own:
limits that are counted by the real clock only become stricter by that.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from unittest import mock

import pytest
from altcha import Challenge, Payload, solve_challenge
from django.test import Client
from django.test.client import ClientHandler
from django.utils import timezone

from dateline.funding.actions import fulfil
from dateline.funding.actions.giving import MOST_A_MINUTE, MOST_PAGES
from dateline.funding.actions.halting import MOST_DECLINES
from dateline.funding.limits import RUSH
from dateline.funding.mode import current_mode
from dateline.funding.models import Drive, FundingTerms, GiftIntent, Halt, Leg, Recurring
from dateline.funding.providers.hosted.words import is_renewal
from dateline.funding.providers.rehearsal import Rehearsal, keys
from dateline.funding.providers.rehearsal.service import RehearsalServer
from dateline.funding.providers.rehearsal.things import Row
from dateline.funding.providers.signature import sign

from .test_give import FORM as EMPTY
from .test_give import OURS

FORM = EMPTY | {"way": "rehearsal"}

ADDRESSES = 200
Giving = Callable[..., GiftIntent]

EASY = 50  # hashes; what a sum costs is not looked at here
APART = timedelta(milliseconds=120)  # between two tries: five thousand in ten minutes


@pytest.fixture(autouse=True)
def easy_sums() -> Iterator[None]:
    """Let sums be worked out at once: this attacker has as many machines as it takes."""
    with mock.patch("dateline.delivery.proof.MOST", EASY):
        yield


class Lean(Client):
    """Asks a process that has begun to serve, as all do, and keeps no copy of what templates were given.

    Another client begins a process for itself: it reads all middleware and the list of static files anew.
    """

    served = ClientHandler(enforce_csrf_checks=False)  # by all of them

    def __init__(self, **defaults: Any) -> None:
        super().__init__(**defaults)
        self.handler = self.served

    def request(self, **request: Any) -> Any:
        return self.handler(self._base_environ(**request))


@dataclass
class Burst:
    """What an attacker does, and what came of it."""

    service: RehearsalServer
    solves: bool
    tells: bool
    at: datetime = field(default_factory=timezone.now)
    answers: Counter[str] = field(default_factory=Counter)
    pages: int = 0
    known: dict[int, int] = field(default_factory=dict)

    def now(self) -> datetime:
        return self.at

    def run(self, tries: int) -> Iterator[int]:
        """Try, and give the floor to whoever watches after each hundred."""
        for number in range(tries):
            self.at += APART
            self._try(f"198.51.{100 + number % 2}.{number % ADDRESSES // 2 + 1}")
            if number % 100 == 99:
                yield number

    def _try(self, address: str) -> None:
        client = Lean(REMOTE_ADDR=address)
        proof = self._proof(client) if self.solves else ""
        answer = client.post("/give/", FORM | {"proof": proof}, headers=OURS)
        self.answers[f"form {answer.status_code}"] += 1
        if answer.status_code != 303:
            return
        paid = client.get(f"{answer.url}pay/")
        self.answers[f"pay {paid.status_code}"] += 1
        if paid.status_code == 302:
            self.pages += 1
            self._refuse(paid.url.rsplit("/", 1)[1])

    def _proof(self, client: Client) -> str:
        asked = json.loads(client.post("/give/check.json", headers=OURS).content)
        if not asked:
            return ""
        challenge = Challenge.from_dict(asked["challenge"])
        solution = solve_challenge(challenge)
        assert solution
        return Payload(challenge, solution).to_base64()

    def _refuse(self, session: str) -> None:
        """The card is refused, and the provider tells us, unless nothing gets through."""
        [event] = self.service.till.settle(session, "declined")
        if self.tells:
            tell(event, self.at)


def tell(event: Row, at: datetime) -> None:
    """Deliver one notice as the provider does."""
    body = json.dumps(event).encode()
    headers = {"Stripe-Signature": sign(body, keys.hook_secret(), at)}
    told = Client().post("/pay/hooks/rehearsal/", body, content_type="application/json", headers=headers)
    assert told.status_code == 200


def attack(service: RehearsalServer, drive: Drive, tries: int, **how: Any) -> Burst:
    """Run a burst; while it lasts, readers read and one giver in a hundred tries wants to give by transfer."""
    burst = Burst(service, **how)
    with mock.patch("django.utils.timezone.now", burst.now):
        for number in burst.run(tries):
            reader = Client(REMOTE_ADDR="203.0.113.5")
            assert reader.get(drive.get_absolute_url()).status_code == 200
            assert reader.get("/give/").status_code == 200
            honest = Client(REMOTE_ADDR=f"203.0.113.{number // 100 + 10}")
            given = honest.post("/give/", FORM | {"way": "bank"}, headers=OURS)
            assert given.status_code == 303
            assert b"Your transfer" in honest.get(given.url).content
    assert Leg.objects.raised(drive, current_mode()) == 0
    return burst


LONG = pytest.mark.thorough
SIZES = [pytest.param(150, id="short"), pytest.param(5000, id="long", marks=LONG)]


@pytest.mark.parametrize("tries", SIZES)
def test_a_plain_burst_ends_at_the_breaker(
    current: Drive,
    account: FundingTerms,
    service: RehearsalServer,
    tries: int,
) -> None:
    burst = attack(service, current, tries, solves=False, tells=True)
    assert burst.pages <= RUSH + MOST_DECLINES + 1
    assert burst.answers["form 303"] + burst.answers["form 429"] + burst.answers["form 503"] == tries
    assert burst.answers["form 503"]
    halt = Halt.objects.order_by("at").first()
    assert halt
    assert halt.provider == "rehearsal"


@pytest.mark.parametrize("tries", [pytest.param(150, id="short"), pytest.param(1000, id="long", marks=LONG)])
def test_where_no_word_comes_through_the_pages_are_counted(
    current: Drive,
    account: FundingTerms,
    service: RehearsalServer,
    tries: int,
) -> None:
    burst = attack(service, current, tries, solves=True, tells=False)
    opened = sum(1 for _ in service.till.things.every("session"))
    assert opened == burst.pages
    assert burst.pages <= MOST_PAGES
    assert not Halt.objects.exists()


def test_in_a_rush_a_giver_with_a_script_gets_through_and_one_without_is_told_what_else(
    client: Client,
    current: Drive,
    account: FundingTerms,
    service: RehearsalServer,
) -> None:
    burst = Burst(service, solves=True, tells=False)
    for number in range(RUSH):
        assert Client(REMOTE_ADDR=f"198.51.100.{number}").post("/give/", FORM, headers=OURS).status_code == 303
    answer = client.post("/give/", FORM | {"message": "For the boat."}, headers=OURS)
    page = answer.content.decode()
    assert answer.status_code == 429
    assert "For the boat." in page
    assert "choose bank transfer" in page
    proof = burst._proof(client)
    assert client.post("/give/", FORM | {"proof": proof}, headers=OURS).status_code == 303
    assert client.post("/give/", FORM | {"proof": proof}, headers=OURS).status_code == 429  # each is good for one


def test_everybody_together_begins_no_more_than_a_minute_s_share(
    current: Drive,
    account: FundingTerms,
    service: RehearsalServer,
    now: datetime,
) -> None:
    burst = Burst(service, solves=True, tells=False)
    taken = 0
    for number in range(MOST_A_MINUTE + 10):
        client = Client(REMOTE_ADDR=f"198.51.100.{number}")
        taken += client.post("/give/", FORM | {"proof": burst._proof(client)}, headers=OURS).status_code == 303
    assert taken == MOST_A_MINUTE == GiftIntent.objects.count()


def test_months_that_fail_by_themselves_are_nobodys_tries(
    drive: Drive, service: RehearsalServer, dee_gave: Giving, dee_wants: Giving
) -> None:
    at = timezone.now()
    fulfil(intent=dee_gave(frequency="monthly", email="dee@example.org"), provider=Rehearsal(), now=at)
    subscription = Recurring.objects.get().subscription_id
    for _month in range(2 * MOST_DECLINES):
        for event in service.till.fail(subscription):
            tell(event, at)
    assert Recurring.objects.get().standing == "late"
    assert not Halt.objects.exists()

    for number in range(MOST_DECLINES + 1):
        assert not Halt.objects.exists(), number
        [event] = service.till.settle(dee_wants().provider_session, "declined")
        tell(event, at)
    assert Halt.objects.get().declines == MOST_DECLINES + 1


@pytest.mark.parametrize("reason", ["subscription_create", "manual"])
def test_a_first_month_that_is_refused_is_a_try(reason: str) -> None:
    assert not is_renewal("invoice.payment_failed", {"billing_reason": reason})
