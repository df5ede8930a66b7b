"""A newsroom's year of gifts, in one process: what a giver, a bank, the net and the provider may do, at their rates.

The provider is the rehearsal's own till without HTTP between; all else is what a newsroom runs. Twice for five days
nobody answers: once the provider, once we, and no notice of those days ever comes.
"""

from __future__ import annotations

import json
import random
import sys
from datetime import UTC, datetime, timedelta
from time import perf_counter, thread_time
from unittest import mock

from dateline.funding.actions import (
    TooManyGifts,
    Wish,
    begin_gift,
    complaints,
    open_checkout,
    open_drive,
    process_event,
    reconcile,
    record_event,
    refund,
    tick,
)
from dateline.funding.mode import Mode
from dateline.funding.models import Drive, Gift, Leg, Posting
from dateline.funding.models.gift import Frequency
from dateline.funding.providers import ProviderDown
from dateline.funding.providers.rehearsal import keys
from dateline.funding.providers.rehearsal.direct import Clock, InProcess
from dateline.funding.providers.signature import sign
from dateline.lib.money import Money
from dateline.people.models import Newsroom

BEGIN = datetime(2025, 1, 1, 6, tzinfo=UTC)
DAYS = 365
AMOUNTS = (500, 1000, 1000, 2500, 5000, 777, 10_000)
MONTHLY, BACK, DISPUTED, TWICE = 0.04, 0.03, 0.003, 0.2
AWAY = range(100, 105)  # days on which the provider does not answer
DEAF = range(220, 225)  # days on which no notice reaches us
ASKED = 500  # times that a meter is read


class Year:
    """What happens, day by day; all chance is of one seed."""

    def __init__(self, gifts: int, seed: int = 2025) -> None:
        self.dice = random.Random(seed)  # noqa: S311 - the same each time
        self.clock = Clock(BEGIN)
        self.provider = InProcess(self.clock)
        self.till = self.provider.till
        self.a_day = gifts / DAYS / 1.2  # a sixth of all are months of promises
        self.turned_away = self.found = 0
        self.due: dict[int, list[str]] = {}  # on which day which promise is paid again

    def live(self) -> None:
        """Let the year pass, and compare the books once more when it is over."""
        with mock.patch("dateline.funding.providers.configured", return_value=[self.provider]):
            for day in range(DAYS):
                self.provider.wire.is_cut = day in AWAY
                self.spend(day)
            self.clock.now = BEGIN + timedelta(days=DAYS)
            tick(now=self.clock.now)
            self.compare()

    def spend(self, day: int) -> None:
        """One day: gifts at any hour, months of promises, what goes back, and a look at the provider's books."""
        for hour in sorted(self.dice.uniform(0, 23.9) for _ in range(self.drawn(self.a_day))):
            self.clock.now = BEGIN + timedelta(days=day, hours=hour)
            self.give(day)
        self.clock.now = BEGIN + timedelta(days=day, hours=23.95)
        for promise in self.due.pop(day, []):
            self.hear(self.till.renew(promise), day)
            self.due.setdefault(day + 30, []).append(promise)
        self.trouble(day)
        tick(now=self.clock.now)
        self.compare()

    def give(self, day: int) -> None:
        """Somebody gives; where the provider is away, somebody is turned away."""
        monthly = self.dice.random() < MONTHLY
        wish = Wish(
            money=Money(self.dice.choice(AMOUNTS), "USD"),
            frequency=Frequency.MONTHLY if monthly else Frequency.ONCE,
        )
        try:
            intent = begin_gift(wish=wish, provider=self.provider, language="en", now=self.clock.now)
            open_checkout(intent=intent, provider=self.provider, origin="http://127.0.0.1:9", drive=None)
        except (ProviderDown, TooManyGifts):
            self.turned_away += 1
            return
        self.hear(self.till.settle(intent.provider_session, "paid"), day)
        if monthly:
            name = self.till.session(intent.provider_session)["subscription"]
            self.due.setdefault(day + 30, []).append(name)

    def trouble(self, day: int) -> None:
        """What goes back: by us, at the provider, by a bank; and what banks decide of it."""
        for charge in self.till.things.newest("charge", limit=100)[0][: self.drawn(self.a_day * BACK)]:
            left = charge["amount"] - charge["amount_refunded"]
            gift = Gift.objects.filter(payment_id=charge["payment_intent"]).first()
            if charge["disputed"] or not left:
                continue
            part = left if self.dice.random() < 0.7 else self.dice.randint(1, left)
            if gift and self.dice.random() < 0.5 and not self.provider.wire.is_cut:
                refund(gift=gift, amount=Money(part, "USD"), by=None, now=self.clock.now)
            else:
                self.hear(self.till.refund(charge["payment_intent"], part)[1], day)
        for charge in self.till.things.newest("charge", limit=100)[0][-self.drawn(self.a_day * DISPUTED) or 100 :]:
            self.hear(self.till.dispute(charge["payment_intent"]), day)
        for dispute in self.till.things.newest("dispute", limit=20)[0]:
            if self.dice.random() < 0.1:
                won = self.dice.random() < 0.3
                self.hear(self.till.close_dispute(dispute["payment_intent"], won=won), day)
        if day % 7 == 0:
            self.hear(self.till.pay_out(), day)

    def hear(self, events: list[dict[str, object]], day: int) -> None:
        """Let notices come: some twice, some not at all, and none on the days when we are deaf."""
        if day in DEAF:
            return
        for event in events:
            for _ in range(1 + (self.dice.random() < TWICE)):
                body = json.dumps(event).encode()
                headers = {"Stripe-Signature": sign(body, keys.hook_secret(), self.clock.now)}
                notice = self.provider.read_notice(body, headers, self.clock.now)
                stored = record_event(provider=self.provider, notice=notice, body=body, headers={}, now=self.clock.now)
                process_event(event=stored, now=self.clock.now)

    def compare(self) -> None:
        """Hold our books against the provider's."""
        self.found += reconcile(provider=self.provider, now=self.clock.now).found

    def drawn(self, mean: float) -> int:
        """A whole number of which ``mean`` is the mean."""
        whole = int(mean)
        return whole + (self.dice.random() < mean - whole)

    def truth(self) -> int:
        """What is left of all payments by the provider's own memory, in minor units."""
        left = 0
        for charge in self.till.things.every("charge"):
            left += charge["amount"] - charge["amount_refunded"]
            disputes = self.till.things.all_of("dispute", charge["payment_intent"])
            left -= sum(each["amount"] for each in disputes if each["status"] != "won")
        return left


def year(gifts: int) -> None:
    """Live through a year and print what it came to, as JSON."""
    newsroom = Newsroom.load()
    newsroom.time_zone, newsroom.currency = "America/New_York", "USD"
    newsroom.save()
    open_drive(year=2025, month=1, goal=Money(500_000, "USD"), purpose="The river desk.")
    lived = Year(gifts)
    begun = perf_counter()
    lived.live()
    took = perf_counter() - begun
    meters = sum(Leg.objects.raised(drive, Mode.TEST) for drive in Drive.objects.all())
    ours, theirs = Leg.objects.held_by("rehearsal", Mode.TEST), lived.provider.balances()
    told = {
        "gifts": Gift.objects.count(),
        "postings": Posting.objects.count(),
        "meters, cents": meters,
        "provider's payments, cents": lived.truth(),
        "books less balance, cents": ours.get("USD", 0) - theirs.get("USD", 0),
        "broken rules": len(complaints(now=lived.clock.now)),
        "found by comparing": lived.found,
        "turned away": lived.turned_away,
        "ms a gift, all told": took * 1000 / max(Gift.objects.count(), 1),
        "meter p50 ms": reading(),
    }
    sys.stdout.write(json.dumps(told))


def reading() -> float:
    """Return the median of what reading the fullest meter takes of the processor, in milliseconds."""
    drive = max(Drive.objects.all(), key=lambda drive: drive.legs.count())
    took = []
    for _ in range(ASKED):
        begun = thread_time()
        Leg.objects.raised(drive, Mode.TEST)
        took.append((thread_time() - begun) * 1000)
    return sorted(took)[ASKED // 2]
