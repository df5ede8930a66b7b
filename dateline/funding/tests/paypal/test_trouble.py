"""Whatever givers, banks, PayPal and the net do, in whatever order: meter, ledger and PayPal's balance agree."""

from __future__ import annotations

import json
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from unittest import mock

import pytest
from django.db import transaction
from django.test import override_settings
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
    fulfil,
    open_checkout,
    open_drive,
    process_event,
    reconcile,
    record_event,
    refund,
    tick,
)
from dateline.funding.mode import Mode
from dateline.funding.models import Drive, Gift, Leg
from dateline.funding.models.gift import Frequency
from dateline.funding.providers import BadNotice, ProviderDown, ProviderRefused
from dateline.funding.providers.paypal import PayPal
from dateline.funding.providers.paypal.wire import wire_to
from dateline.lib.money import Money
from dateline.people.models import Newsroom
from tests.loopback import listening

from ..lives import live_through
from . import shapes
from .service import CLIENT, SECRET, WEBHOOK, Desk, Handler
from .shapes import amount_of
from .till import No, Till

BEGIN = datetime(2020, 10, 20, 9, 30, tzinfo=UTC)
AMOUNTS = st.integers(100, 50_000)
RATES = [Fraction(1), Fraction(11, 10), Fraction(113, 97)]
OFFERED = "dateline.funding.providers.configured"


class Trouble(RuleBasedStateMachine):
    """A newsroom in New York, and its account, which takes euros and keeps dollars."""

    def __init__(self) -> None:
        super().__init__()
        self.now = BEGIN
        self.till = Till(lambda: self.now.timestamp())
        self.till.account, self.till.declines = ("USD", Fraction(11, 10)), 0.2
        self.desk = Desk(self.till)
        self.open = ExitStack()
        address = self.open.enter_context(listening(Handler, desk=self.desk))
        given = {"PAYPAL_CLIENT": CLIENT, "PAYPAL_SECRET": SECRET, "PAYPAL_WEBHOOK": WEBHOOK}
        self.open.enter_context(override_settings(PAYPAL_ADDRESS=address, **given))
        self.open.enter_context(mock.patch(OFFERED, side_effect=lambda: [PayPal()]))
        self.open.enter_context(transaction.atomic())

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.open.close()
        wire_to.cache_clear()

    def a_second_passes(self) -> None:
        """PayPal's times are whole seconds, and no two deeds are of one."""
        self.now += timedelta(seconds=1)

    @initialize()
    def begin(self) -> None:
        newsroom = Newsroom.load()
        newsroom.time_zone, newsroom.currency = "America/New_York", "USD"
        newsroom.save()
        open_drive(year=2020, month=10, goal=Money(500_000, "USD"), purpose="The river desk.")

    # What givers do

    @rule(amount=AMOUNTS, euros=st.booleans(), monthly=st.booleans(), agrees=st.booleans(), returns=st.booleans())
    def give(self, amount: int, euros: bool, monthly: bool, agrees: bool, returns: bool) -> None:
        self.a_second_passes()
        frequency = Frequency.MONTHLY if monthly else Frequency.ONCE
        wish = Wish(money=Money(amount, "EUR" if euros else "USD"), frequency=frequency)
        intent = begin_gift(wish=wish, provider=PayPal(), language="en", now=self.now)
        try:
            open_checkout(intent=intent, provider=PayPal(), origin="http://127.0.0.1:9", drive=None)
        except ProviderDown:
            return
        if agrees:
            (self.till.subscribe if monthly else self.till.approve)(intent.provider_session)
        if returns:
            try:
                fulfil(intent=intent, provider=PayPal(), now=self.now)
            except ProviderDown:
                return

    @rule(data=st.data(), deed=st.sampled_from(["renew", "renew", "fail", "suspend", "activate", "cancel"]))
    def something_happens_to_a_promise(self, data: st.DataObject, deed: str) -> None:
        self.a_second_passes()
        name = self.one("subscription", data)
        if not name:
            return
        try:
            {"renew": self.till.renew, "fail": self.till.fail}.get(deed, lambda it: self.till.turn(it, deed))(name)
        except No:
            return

    # What banks and PayPal do

    @rule(data=st.data(), deed=st.sampled_from(["part", "hold", "bank", "win", "lose"]))
    def something_happens_to_a_payment(self, data: st.DataObject, deed: str) -> None:
        self.a_second_passes()
        name = self.one("capture", data)
        if not name:
            return
        capture = self.till.things["capture"][name]
        left, currency = self.till.left_of(capture), amount_of(capture["amount"])[1]
        if deed == "part" and left:
            self.till.refund(name, {"amount": shapes.money(data.draw(st.integers(1, left)), currency)})
        elif deed in {"hold", "bank"}:
            self.till.dispute(name, "INQUIRY" if deed == "hold" else "CHARGEBACK")
        elif deed in {"win", "lose"}:
            self.till.resolve(name, won=deed == "win")

    @rule(rate=st.sampled_from(RATES))
    def rates_move(self, rate: Fraction) -> None:
        self.till.account = "USD", rate

    @rule()
    def all_is_withdrawn(self) -> None:
        self.till.withdraw()

    @rule(is_down=st.booleans())
    def the_line_is_cut_or_mended(self, is_down: bool) -> None:
        self.desk.is_down = is_down

    @rule()
    def tokens_run_out(self) -> None:
        self.desk.tokens.clear()

    # What the newsroom does

    @rule(data=st.data())
    def we_send_something_back(self, data: st.DataObject) -> None:
        self.a_second_passes()
        gifts = list(Gift.objects.order_by("pk"))
        if not gifts:
            return
        gift = data.draw(st.sampled_from(gifts))
        amount = Money(data.draw(st.integers(1, gift.amount)), gift.currency)
        try:
            refund(gift=gift, amount=amount, by=None, now=self.now)
        except (TooMuchBack, ProviderDown, ProviderRefused):
            return

    @rule(days=st.sampled_from([0.001, 0.5, 1, 3, 11, 12, 20]), ticks=st.booleans())
    def time_passes(self, days: float, ticks: bool) -> None:
        self.now += timedelta(days=days)
        if ticks:
            tick(now=self.now)

    # What arrives of it

    @rule(data=st.data(), days=st.sampled_from([0, 0, -2.9, -3.1, 0.003, 1]), how=st.sampled_from("...f"))
    def a_notice_arrives(self, data: st.DataObject, days: float, how: str) -> None:
        """Any of them, at any time after, as often as it likes, or none; forged (f)."""
        if not self.till.events:
            return
        body = json.dumps(data.draw(st.sampled_from(self.till.events[-20:]))).encode()
        headers = self.desk.signed(
            body, (self.now + timedelta(days=days)).timestamp(), "FORGED" if how == "f" else WEBHOOK
        )
        is_good = how != "f" and -3 <= days <= 0.0034
        try:
            notice = PayPal().read_notice(body, headers, self.now)
        except ProviderDown:
            assert self.desk.is_down
            return
        except BadNotice:
            assert not is_good
            return
        assert is_good
        stored = record_event(provider=PayPal(), notice=notice, body=body, headers={}, now=self.now)
        process_event(event=stored, now=self.now)

    @rule(late=st.sampled_from([0, 0, 3 * 3600]))
    @precondition(lambda self: not self.desk.is_down)
    def books_and_paypal_are_compared(self, late: int) -> None:
        self.desk.delay = late
        compared = reconcile(provider=PayPal(), now=self.now)
        assert (compared.error, compared.differences) == ("", {})
        if not late:
            assert self.meters() == self.truth()

    # What must hold

    @invariant()
    def the_nine_rules_hold(self) -> None:
        assert [each for each in complaints(now=self.now) if "has waited" not in each] == []

    def meters(self) -> dict[str, int]:
        """What each month stands at."""
        return {drive.key: Leg.objects.raised(drive, Mode.TEST) for drive in Drive.objects.all()}

    def truth(self) -> dict[str, int]:
        """What each month must stand at, from PayPal's own memory: at the gift's rate, nothing if disputed."""
        sums = {drive.key: 0 for drive in Drive.objects.all()}
        for name, capture in self.till.things["capture"].items():
            came = Drive.objects.at(datetime.fromisoformat(capture["create_time"]))
            assert came is not None
            left = 0 if self.till.dispute_of(name) else self.till.left_of(capture)
            sums[came.key] += capture["whole"] * left // amount_of(capture["amount"])[0]
        return sums

    def one(self, kind: str, data: st.DataObject) -> str:
        """Draw one of the latest things of a kind; none where there is none."""
        names = list(self.till.things[kind])[-20:]
        return data.draw(st.sampled_from(names)) if names else ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("lives", "steps"), [pytest.param(4, 30, id="short"), pytest.param(40, 60, id="long", marks=pytest.mark.thorough)]
)
def test_whatever_happens_meter_ledger_and_paypals_balance_agree(
    caplog: pytest.LogCaptureFixture, lives: int, steps: int
) -> None:
    live_through(Trouble, caplog, lives=lives, steps=steps)
