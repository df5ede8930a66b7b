"""Who says to be PayPal is checked here as far as it can be, and only then asked about there."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler

import pytest
from django.utils import timezone
from pytest_django import Settings

from dateline.funding.models import Drive, Gift, InboundEvent
from dateline.funding.providers import BadNotice, ProviderDown
from dateline.funding.providers.paypal import PayPal
from dateline.funding.providers.paypal.notices import DECLINED, MOST_FORGED, about_what
from tests.loopback import listening

from .conftest import Bench
from .test_gifts import agree

VERIFY = "verify-webhook-signature"


@pytest.fixture
def body(bench: Bench, drive: Drive) -> bytes:
    """A notice as PayPal writes it: the order that Dee has agreed to."""
    bench.agrees()
    return json.dumps(bench.till.events[-1], ensure_ascii=False).encode()


def signed(bench: Bench, body: bytes, **later: float) -> dict[str, str]:
    return bench.desk.signed(body, (timezone.now() + timedelta(**later)).timestamp())


def test_a_good_notice_is_stored_as_it_came_and_books_the_gift(bench: Bench, body: bytes) -> None:
    assert bench.post(body) == 200
    event = InboundEvent.objects.get()
    assert (bytes(event.body), event.kind, event.error) == (body, "CHECKOUT.ORDER.APPROVED", "")
    assert Gift.objects.count() == 1


def test_what_paypal_signed_reaches_it_byte_for_byte(bench: Bench, body: bytes) -> None:
    odd = b" " + body.replace(b'": ', b'"  :\n').replace(b"}", b" }") + b"\n"
    assert json.loads(odd) == json.loads(body)
    assert bench.post(odd) == 200


def test_a_replayed_notice_does_no_harm(bench: Bench, drive: Drive, body: bytes) -> None:
    headers = signed(bench, body)
    assert [bench.post(body, headers) for _ in range(3)] == [200, 200, 200]
    assert (InboundEvent.objects.count(), Gift.objects.count()) == (1, 1)


def test_a_forged_notice_is_refused(bench: Bench, body: bytes) -> None:
    headers = signed(bench, body)
    assert bench.post(body.replace(b"Dee", b"Eve") + b" ", headers) == 400
    assert bench.post(body, headers | {"PayPal-Transmission-Sig": "Zm9yZ2Vk"}) == 400
    assert bench.post(body, bench.desk.signed(body, timezone.now().timestamp(), webhook="ANOTHER")) == 400
    assert (InboundEvent.objects.count(), Gift.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    "url",
    [
        "http://169.254.169.254/latest/meta-data/",
        "https://127.0.0.1/cert",
        "https://evil.example/cert.pem",
        "https://api.paypal.com.evil.example/cert",
        "https://evilpaypal.com/cert",
        "https://evil.example#.paypal.com",
        "https://api.paypal.com@evil.example/cert",
        "https://[::1]/cert",
        "file:///etc/passwd",
        "",
    ],
)
def test_cert_url_ssrf(bench: Bench, body: bytes, url: str) -> None:
    assert bench.post(body, signed(bench, body) | {"PayPal-Cert-Url": url}) == 400
    assert bench.desk.count(VERIFY) == 0


def test_cert_url_is_never_fetched_even_where_it_says_paypal(
    bench: Bench, body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *more, **told: asked.append(host) or real(host, *more, **told)
    )
    assert bench.post(body) == 200
    assert set(asked) == {"127.0.0.1"}


@pytest.mark.parametrize(
    ("seconds", "status"),
    [(-3 * 86_400 + 60, 200), (-3 * 86_400 - 60, 400), (240, 200), (360, 400), (10 * 365 * 86_400, 400)],
)
def test_a_notice_is_of_the_days_in_which_paypal_repeats_it(
    bench: Bench, body: bytes, seconds: int, status: int
) -> None:
    assert bench.post(body, signed(bench, body, seconds=seconds)) == status
    assert bench.desk.count(VERIFY) == (status == 200)


JUNK = [
    b"\xff\xfe",
    b"",
    b"[]",
    b"7",
    b'{"id": "WH-1"}',
    b'{"id": "WH-1", "event_type": "CUSTOMER.DISPUTE.CREATED", "resource": {}}',
    b'{"resource": null, "id": "1", "event_type": "PAYMENT.CAPTURE.DENIED"}',
    b"[" * 100_000,
]


@pytest.mark.parametrize("junk", JUNK, ids=range(len(JUNK)))
def test_junk_is_a_bad_notice_and_nobody_is_asked(bench: Bench, drive: Drive, junk: bytes) -> None:
    assert bench.post(junk, signed(bench, junk)) == 400
    assert bench.desk.asked == []


@pytest.mark.parametrize("name", ["Id", "Time", "Sig"])
@pytest.mark.parametrize("value", ["", "x" * 600, "12", "\N{SNOWMAN}", "not a time, nor anything"])
def test_headers_that_paypal_would_not_send_are_refused_and_nobody_is_asked(
    bench: Bench, body: bytes, name: str, value: str
) -> None:
    headers = signed(bench, body) | {f"PayPal-Transmission-{name}": value}
    if (name, value) == ("Sig", "12"):
        headers["PayPal-Auth-Algo"] = "no algorithm"
    with pytest.raises(BadNotice):
        PayPal().read_notice(body, headers, timezone.now())
    assert bench.desk.count(VERIFY) == 0


def test_a_flood_of_forgeries_makes_few_outward_calls(bench: Bench, body: bytes) -> None:
    headers = signed(bench, body) | {"PayPal-Transmission-Sig": "Zm9yZ2Vk"}
    assert {bench.post(body, headers) for _ in range(MOST_FORGED + 20)} == {400}
    assert bench.desk.count(VERIFY) == MOST_FORGED


def test_where_paypal_cannot_be_asked_it_is_told_to_send_again(bench: Bench, body: bytes) -> None:
    bench.desk.is_down = True
    with pytest.raises(ProviderDown):
        PayPal().read_notice(body, signed(bench, body), timezone.now())
    assert bench.post(body) == 503
    bench.desk.is_down = False
    assert bench.post(body) == 200


def test_a_kind_we_do_not_know_is_answered_with_200(bench: Bench, drive: Drive) -> None:
    assert (
        bench.post(json.dumps({"id": "WH-9", "event_type": "VAULT.SNEEZED", "resource": {"id": "9"}}).encode()) == 200
    )
    assert InboundEvent.objects.get().processed_at


def test_the_address_says_whether_money_is_real(settings: Settings, bench: Bench, body: bytes) -> None:
    assert not PayPal().live
    settings.PAYPAL_ADDRESS = "https://api-m.paypal.com"
    assert PayPal().live
    settings.PAYPAL_ADDRESS, settings.MODE = "", "production"
    assert PayPal().live
    settings.MODE = "rehearsal"
    assert not PayPal().live


def test_a_notice_of_the_other_mode_is_refused(settings: Settings, bench: Bench, body: bytes) -> None:
    settings.MODE = "production"  # the address is still no live one
    assert bench.post(body) == 400
    assert InboundEvent.objects.count() == 0


@pytest.mark.parametrize(
    ("kind", "thing", "asked"),
    [
        ("CHECKOUT.ORDER.APPROVED", {"id": "O"}, ("checkout", "O")),
        ("CHECKOUT.PAYMENT-APPROVAL.REVERSED", {"order_id": "O"}, ("checkout", "O")),
        ("PAYMENT.CAPTURE.COMPLETED", {"id": "C"}, ("payment", "C")),
        ("PAYMENT.CAPTURE.DENIED", {"id": "C"}, ("payment", "C")),
        ("PAYMENT.CAPTURE.REFUNDED", {"id": "R"}, ("payment", "refund:R")),
        ("PAYMENT.SALE.COMPLETED", {"id": "S"}, ("payment", "S")),
        ("PAYMENT.SALE.REVERSED", {"id": "R"}, ("payment", "refund:R")),
        ("BILLING.SUBSCRIPTION.CANCELLED", {"id": "I-1"}, ("promise", "I-1")),
        ("BILLING.SUBSCRIPTION.ACTIVATED", {"id": "I-1"}, ("checkout", "I-1")),
        (
            "CUSTOMER.DISPUTE.RESOLVED",
            {"dispute_id": "D", "disputed_transactions": [{"seller_transaction_id": "C"}]},
            ("payment", "C"),
        ),
        ("VAULT.SNEEZED", {}, ("", "")),
    ],
)
def test_each_kind_asks_for_its_object(kind: str, thing: dict, asked: tuple[str, str]) -> None:
    assert about_what(kind, thing) == asked


@pytest.mark.parametrize("kind", [*sorted(DECLINED), "PAYMENT.CAPTURE.COMPLETED"])
def test_a_declined_payment_is_recognisable(bench: Bench, kind: str) -> None:
    body = json.dumps({"id": "WH-1", "event_type": kind, "resource": {"id": "1", "order_id": "2"}}).encode()
    notice = PayPal().read_notice(body, signed(bench, body), timezone.now())
    assert notice.declined == (kind in DECLINED)


class Trap(BaseHTTPRequestHandler):
    """Writes down who came."""

    came: list[str]

    def do_GET(self) -> None:
        self.came.append(self.headers.get("Authorization", ""))
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    do_POST = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


@pytest.fixture
def trap() -> Iterator[tuple[str, list[str]]]:
    came: list[str] = []
    with listening(Trap, came=came) as address:
        yield address, came


def test_an_answer_that_leads_elsewhere_is_not_followed(
    bench: Bench, drive: Drive, trap: tuple[str, list[str]]
) -> None:
    bench.gives()
    bench.desk.elsewhere, came = trap
    payment = Gift.objects.get().payment_id
    with pytest.raises(Exception, match="302"):
        PayPal().fetch_payment(payment)
    bench.desk.elsewhere = ""
    assert came == []
    agree(bench, drive, Gift.objects.get().money)
