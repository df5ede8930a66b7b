"""Whatever givers, banks, providers and the net do, in whatever order: the nine rules hold, and the meter is the truth.

A machine does at random what may happen, and knows itself what every month must stand at. It asks after each step
whether the books are sound, and, whenever they were compared with the provider, whether all three agree to the cent.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from unittest import mock

import pytest
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from dateline.funding.actions import (
    TooMuchBack,
    Wish,
    begin_gift,
    complaints,
    open_checkout,
    open_drive,
    process_event,
    reconcile,
    record_event,
    record_gift,
    refund,
    tick,
)
from dateline.funding.mode import Mode
from dateline.funding.models import Drive, Gift, Leg
from dateline.funding.models.gift import Frequency
from dateline.funding.providers import BadNotice, ProviderDown, ProviderRefused
from dateline.funding.providers.rehearsal import keys
from dateline.funding.providers.rehearsal.direct import Clock, InProcess
from dateline.funding.providers.signature import sign
from dateline.lib.money import Money
from dateline.people.models import Newsroom

from .lives import live_through

BEGIN = datetime(2025, 10, 20, 9, 30, tzinfo=UTC)
OUTCOMES = st.sampled_from(["paid", "paid", "paid", "expired", "declined"])
AMOUNTS = st.integers(100, 50_000)


class Trouble(RuleBasedStateMachine):
    """A newsroom in New York, whose clocks are set back on the second of November, and its provider."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock(BEGIN)
        self.provider = InProcess(self.clock)
        self.till = self.provider.till
        self.offered = mock.patch("dateline.funding.providers.configured", return_value=[self.provider])
        self.offered.start()
        self.tries = transaction.atomic()
        self.tries.__enter__()
        self.cash: dict[int, int] = defaultdict(int)  # what came by hand, by drive

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.tries.__exit__(None, None, None)
        self.offered.stop()
        self.till.close()

    @property
    def now(self) -> datetime:
        return self.clock.now

    @initialize()
    def begin(self) -> None:
        newsroom = Newsroom.load()
        newsroom.time_zone, newsroom.currency = "America/New_York", "USD"
        newsroom.save()
        open_drive(year=2025, month=10, goal=Money(500_000, "USD"), purpose="The river desk.")

    # What givers do

    @rule(amount=AMOUNTS, monthly=st.booleans(), outcome=OUTCOMES)
    def give(self, amount: int, monthly: bool, outcome: str) -> None:
        wish = Wish(money=Money(amount, "USD"), frequency=Frequency.MONTHLY if monthly else Frequency.ONCE)
        intent = begin_gift(wish=wish, provider=self.provider, language="en", now=self.now)
        try:
            open_checkout(intent=intent, provider=self.provider, origin="http://127.0.0.1:9", drive=None)
        except ProviderDown:
            return
        self.till.settle(intent.provider_session, outcome)

    @rule(amount=AMOUNTS)
    def give_cash(self, amount: int) -> None:
        gift = record_gift(money=Money(amount, "USD"), occurred_at=self.now, now=self.now, account="cash")
        assert gift.drive_id
        self.cash[gift.drive_id] += amount

    @rule(data=st.data())
    def a_month_passes_for_a_promise(self, data: st.DataObject) -> None:
        if name := self.one("subscription", data):
            self.till.renew(name)

    @rule(data=st.data())
    def a_month_of_a_promise_fails(self, data: st.DataObject) -> None:
        if name := self.one("subscription", data):
            self.till.fail(name)

    @rule(data=st.data())
    def a_promise_ends(self, data: st.DataObject) -> None:
        name = self.one("subscription", data)
        if name and self.till.subscription(name)["status"] != "canceled":
            self.till.end(name)

    # What banks and the provider do

    @rule(data=st.data(), deed=st.sampled_from(["part", "fail_refund", "dispute", "win", "lose"]))
    def something_happens_to_a_payment(self, data: st.DataObject, deed: str) -> None:
        payment = self.one("intent", data)
        if not payment:
            return
        charge = self.till.charge_of(payment)
        left = charge["amount"] - charge["amount_refunded"]
        if deed == "part" and left and not charge["disputed"]:
            self.till.refund(payment, data.draw(st.integers(1, left)))
        elif deed == "fail_refund":
            self.till.fail_refund(payment)
        elif deed == "dispute":
            self.till.dispute(payment)
        elif deed in {"win", "lose"}:
            self.till.close_dispute(payment, won=deed == "win")

    @rule()
    def all_is_paid_out(self) -> None:
        self.till.pay_out()

    @rule(is_cut=st.booleans())
    def the_line_is_cut_or_mended(self, is_cut: bool) -> None:
        self.provider.wire.is_cut = is_cut

    # What the newsroom does

    @rule(data=st.data())
    def we_send_something_back(self, data: st.DataObject) -> None:
        gifts = list(Gift.objects.order_by("pk"))
        if not gifts:
            return
        gift = data.draw(st.sampled_from(gifts))
        amount = data.draw(st.integers(1, gift.amount))
        try:
            refund(gift=gift, amount=Money(amount, "USD"), by=None, now=self.now)
        except (TooMuchBack, ProviderDown, ProviderRefused):
            return
        if gift.provider == "offline" and gift.drive_id:
            self.cash[gift.drive_id] -= amount

    @rule(days=st.sampled_from([0.001, 0.5, 1, 3, 11, 12, 20]), ticks=st.booleans())
    def time_passes(self, days: float, ticks: bool) -> None:
        """With or without us: at the first of a month somebody may give before the clock has turned it."""
        self.clock.now += timedelta(days=days)
        if ticks:
            tick(now=self.now)

    # What arrives of it

    @rule(data=st.data(), skew=st.sampled_from([0, 0, 0, -299, 299, -301, 301, 86_400]), how=st.sampled_from("....fl"))
    def a_notice_arrives(self, data: st.DataObject, skew: int, how: str) -> None:
        """Any of them, at any time after, as often as it likes, or none; forged (f), of the other mode (l)."""
        name = self.one("event", data)
        if not name:
            return
        event = self.till.things.get("event", name) or {}
        body = json.dumps({**event, "livemode": how == "l"}).encode()
        secret = "guessed" if how == "f" else keys.hook_secret()
        headers = {"Stripe-Signature": sign(body, secret, self.now + timedelta(seconds=skew))}
        is_good = how != "f" and abs(skew) <= 300
        try:
            notice = self.provider.read_notice(body, headers, self.now)
        except BadNotice:
            assert not is_good
            return
        assert is_good
        if not notice.live:  # the view answers the others with 400 (test_hooks)
            stored = record_event(provider=self.provider, notice=notice, body=body, headers={}, now=self.now)
            process_event(event=stored, now=self.now)

    @rule()
    @precondition(lambda self: not self.provider.wire.is_cut)
    def books_and_provider_are_compared(self) -> None:
        compared = reconcile(provider=self.provider, now=self.now)
        assert compared.error == ""
        assert compared.differences == {}
        assert self.meters() == self.truth()

    # What must hold

    @invariant()
    def the_nine_rules_hold(self) -> None:
        assert [each for each in complaints(now=self.now) if "has waited" not in each] == []

    def meters(self) -> dict[str, int]:
        """What each month stands at."""
        return {drive.key: Leg.objects.raised(drive, Mode.TEST) for drive in Drive.objects.all()}

    def truth(self) -> dict[str, int]:
        """What each month must stand at, from the provider's own memory and from the cash box."""
        sums = {drive.key: self.cash[drive.pk] for drive in Drive.objects.all()}
        for charge in self.till.things.every("charge"):
            came = Drive.objects.at(datetime.fromtimestamp(charge["created"], UTC))
            assert came is not None
            sums[came.key] += self.left_of(charge)
        return sums

    def left_of(self, charge: dict[str, int | str]) -> int:
        payment = str(charge["payment_intent"])
        disputes = self.till.things.all_of("dispute", payment)
        taken = sum(each["amount"] for each in disputes if each["status"] != "won")
        return int(charge["amount"]) - int(charge["amount_refunded"]) - taken

    def one(self, kind: str, data: st.DataObject) -> str:
        """Draw one of the latest things of a kind; none where there is none."""
        things, _more = self.till.things.newest(kind, limit=20)
        paid = [each["id"] for each in things if kind != "intent" or each["status"] == "succeeded"]
        return data.draw(st.sampled_from(paid)) if paid else ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("lives", "steps"), [pytest.param(10, 40, id="short"), pytest.param(60, 60, id="long", marks=pytest.mark.thorough)]
)
def test_whatever_happens_the_rules_hold_and_the_meter_is_the_truth(
    caplog: pytest.LogCaptureFixture, lives: int, steps: int
) -> None:
    live_through(Trouble, caplog, lives=lives, steps=steps)
