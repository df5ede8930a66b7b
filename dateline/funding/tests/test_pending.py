"""A direct debit: sent today, here in some days or never. Until it is here it is no money."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime

from django.test import Client

from dateline.funding.actions import complaints, fulfil, process_event, record_event
from dateline.funding.mode import current_mode
from dateline.funding.models import Drive, Gift, GiftIntent, Leg
from dateline.funding.models.gift import State
from dateline.funding.providers.rehearsal import Rehearsal, keys
from dateline.funding.providers.rehearsal.service import RehearsalServer
from dateline.funding.providers.rehearsal.things import Row
from dateline.funding.providers.signature import sign

Wants = Callable[..., GiftIntent]


def tell(events: list[Row], now: datetime) -> None:
    """Deliver the provider's notices."""
    for event in events:
        body = json.dumps(event).encode()
        headers = {"Stripe-Signature": sign(body, keys.hook_secret(), now)}
        notice = Rehearsal().read_notice(body, headers, now)
        stored = record_event(provider=Rehearsal(), notice=notice, body=body, headers={}, now=now)
        assert process_event(event=stored, now=now)


def test_what_was_sent_counts_when_it_is_here(
    client: Client, dee_wants: Wants, service: RehearsalServer, drive: Drive, now: datetime
) -> None:
    intent = dee_wants()
    tell(service.till.settle(intent.provider_session, "pending"), now)
    fulfil(intent=intent, provider=Rehearsal(), now=now)
    assert (intent.state, Gift.objects.count()) == (State.OPEN, 0)
    assert "Your gift is on its way" in client.get(f"/give/{intent.token}/thanks/").content.decode()

    service.till.clock = now.timestamp
    tell(service.till.arrive(intent.provider_session), now)
    intent.refresh_from_db()
    assert intent.state == State.PAID
    assert Leg.objects.raised(drive, current_mode()) == 1000
    assert complaints(now=now) == []


def test_what_the_giver_s_bank_refuses_was_never_money(
    client: Client, dee_wants: Wants, service: RehearsalServer, drive: Drive, now: datetime
) -> None:
    intent = dee_wants()
    tell(service.till.settle(intent.provider_session, "pending"), now)
    tell(service.till.arrive(intent.provider_session, refused=True), now)
    intent.refresh_from_db()
    assert (intent.state, Gift.objects.count()) == (State.DECLINED, 0)
    page = client.get(f"/give/{intent.token}/thanks/", follow=True).content.decode()
    assert "The payment did not go through" in page


def test_a_late_refusal_undoes_no_payment(
    dee_wants: Wants, service: RehearsalServer, drive: Drive, now: datetime
) -> None:
    intent = dee_wants()
    service.till.settle(intent.provider_session, "pending")
    tell(service.till.arrive(intent.provider_session), now)
    assert service.till.arrive(intent.provider_session, refused=True) == []
    GiftIntent.objects.filter(state=State.OPEN).update(state=State.DECLINED)
    intent.refresh_from_db()
    assert intent.state == State.PAID
