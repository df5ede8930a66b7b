"""What providers, and those who pretend to be one, may tell us."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from dateline.funding.models import Drive, Gift, GiftIntent, InboundEvent
from dateline.funding.providers.rehearsal import keys
from dateline.funding.providers.signature import BadSignature, check_signature, sign

HOOK = "/pay/hooks/rehearsal/"
Giving = Callable[..., GiftIntent]


def notice(
    about: str = "cs_1", kind: str = "checkout.session.completed", *, live: bool = False, event: str = "evt_1"
) -> bytes:
    """A notice as the provider writes it."""
    said = {"id": event, "type": kind, "data": {"object": {"id": about}}, "livemode": live, "created": 1}
    return json.dumps(said).encode()


def tell(client: Client, body: bytes, *, at: datetime | None = None, secret: str = "") -> int:
    """Send ``body`` signed, and return the status."""
    signature = sign(body, secret or keys.hook_secret(), at or timezone.now())
    headers = {"Stripe-Signature": signature}
    return client.post(HOOK, body, content_type="application/json", headers=headers).status_code


def test_a_good_notice_is_stored_as_it_came_and_books_the_gift(client: Client, drive: Drive, dee_gave: Giving) -> None:
    body = notice(dee_gave().provider_session)

    assert tell(client, body) == 200
    event = InboundEvent.objects.get()
    assert (bytes(event.body), event.signature_ok, event.error) == (body, True, "")
    assert event.processed_at
    assert Gift.objects.count() == 1


def test_a_replayed_notice_does_no_harm(client: Client, drive: Drive, dee_gave: Giving) -> None:
    body = notice(dee_gave().provider_session)

    assert [tell(client, body) for _ in range(3)] == [200, 200, 200]
    assert (InboundEvent.objects.count(), Gift.objects.count()) == (1, 1)


def test_a_kind_we_do_not_know_is_answered_with_200(client: Client, drive: Drive) -> None:
    assert tell(client, notice(kind="customer.sneezed")) == 200
    assert InboundEvent.objects.get().processed_at


def test_our_own_trouble_is_kept_on_the_row_and_answered_with_200(
    client: Client, drive: Drive, service: object
) -> None:
    assert tell(client, notice("cs_unknown")) == 200
    event = InboundEvent.objects.get()
    assert (event.processed_at, event.attempts) == (None, 1)
    assert "ProviderRefused" in event.error


@pytest.mark.parametrize(
    "body",
    [
        b"\xff\xfe",
        b"",
        b"[]",
        b"{",
        b'{"id": "x"}',
        b'"text"',
        b"null",
        b'{"id": "x", "type": "t", "data": {"object": "o"}}',
    ],
    ids=lambda body: repr(body),
)
def test_signed_nonsense_is_a_bad_request(client: Client, db: None, body: bytes) -> None:
    assert tell(client, body) == 400
    assert not InboundEvent.objects.exists()


def test_forged_old_and_future_notices_are_bad_requests(client: Client, db: None) -> None:
    now = timezone.now()
    assert tell(client, notice(), secret="guessed") == 400
    assert tell(client, notice(), at=now - timedelta(seconds=310)) == 400
    assert tell(client, notice(), at=now + timedelta(seconds=310)) == 400
    assert client.post(HOOK, notice(), content_type="application/json").status_code == 400
    assert not InboundEvent.objects.exists()


def test_a_live_notice_is_refused_in_a_rehearsal(client: Client, db: None) -> None:
    assert tell(client, notice(live=True)) == 400
    assert not InboundEvent.objects.exists()


def test_a_body_longer_than_any_notice_is_refused_unread(client: Client, db: None) -> None:
    assert tell(client, b"x" * (300 * 1024)) == 413


def test_an_unknown_provider_and_a_visit_lead_nowhere(client: Client, db: None) -> None:
    assert client.post("/pay/hooks/nobody/", b"{}", content_type="application/json").status_code == 404
    assert client.get(HOOK).status_code == 405


@pytest.mark.parametrize("seconds", [-301, 301, 10 * 365 * 86400])
def test_a_signature_is_of_now_on_both_sides(seconds: int) -> None:
    now = datetime(2025, 11, 14, tzinfo=UTC)
    header = sign(b"body", "secret", now + timedelta(seconds=seconds))
    with pytest.raises(BadSignature):
        check_signature(b"body", header, "secret", now)
    check_signature(b"body", header, "secret", now + timedelta(seconds=seconds))


def test_either_secret_is_good_while_it_changes() -> None:
    now = datetime(2025, 11, 14, tzinfo=UTC)
    old, new = sign(b"body", "old", now), sign(b"body", "new", now)
    check_signature(b"body", f"{new},{old.split(',')[1]}", "old", now)


@pytest.mark.parametrize(
    "header", ["", "t=1", "v1=x", "t=١٢,v1=x", "t=1,t=2,v1=x", "t=99999999999999,v1=x", "t=1,v1=\ud800"]
)
def test_a_malformed_header_is_no_signature(header: str) -> None:
    with pytest.raises(BadSignature):
        check_signature(b"body", header, "secret", datetime(2025, 11, 14, tzinfo=UTC))
