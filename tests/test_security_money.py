"""Dangers of a page that takes money, by name: SECURITY.md's rows C."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from unittest import mock
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from dateline.funding.actions import fulfil, open_drive
from dateline.funding.bank.rehearsal import HEADINGS
from dateline.funding.models import Drive, FundingTerms, Gift, GiftIntent, Recurring
from dateline.funding.providers.rehearsal.direct import Clock, InProcess
from dateline.lib.money import whole
from dateline.people.models import Newsroom, Outbox, User

OURS = {"Sec-Fetch-Site": "same-origin"}
FORM = {"preset": "10", "frequency": "once", "visibility": "secret"}
EVIL = ("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)")
CARD = "4242424242424242"
HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'


@pytest.fixture
def drive(db: None) -> Drive:
    """This month's drive, in euros."""
    newsroom = Newsroom.load()
    newsroom.currency, newsroom.contact = "EUR", "desk@courier.example"
    newsroom.save()
    now = timezone.now()
    return open_drive(year=now.year, month=now.month, goal=whole(1000, "EUR"), purpose="Gifts pay for the river desk.")


@pytest.fixture
def provider(drive: Drive) -> Iterator[InProcess]:
    """The rehearsal provider in this process, and an account for transfers."""
    FundingTerms.objects.update_or_create(
        pk=1, defaults={"takes_bank": True, "bank_holder": "The Courier", "bank_iban": "DE02120300000000202051"}
    )
    ours = [InProcess(Clock(datetime.now(UTC)))]
    rooms = ("dateline.funding.providers.configured", "dateline.funding.ways.configured")
    with mock.patch(rooms[0], return_value=ours), mock.patch(rooms[1], return_value=ours):
        yield ours[0]


def begun(client: Client, **changes: str) -> GiftIntent:
    """Somebody fills the form and stands before the last look."""
    answer = client.post("/give/", FORM | changes, headers=OURS)
    assert answer.status_code == 303, answer.content.decode()
    return GiftIntent.objects.get(token=answer.url.strip("/").split("/")[-1])


def given(client: Client, provider: InProcess, **changes: str) -> GiftIntent:
    """Somebody gives."""
    intent = begun(client, **changes)
    client.get(f"/give/{intent.token}/pay/")
    intent.refresh_from_db()
    provider.till.settle(intent.provider_session, "paid", timezone.now().timestamp())
    fulfil(intent=intent, provider=provider, now=timezone.now())
    return intent


@pytest.mark.parametrize("evil", EVIL)
def test_open_redirect_no_word_of_a_reader_leads_anywhere(client: Client, provider: InProcess, evil: str) -> None:
    intent = begun(client, page=evil)
    for name in ("next", "url", "return", "from", "success_url"):
        paid = client.get(f"/give/{intent.token}/pay/", {name: evil})
        assert urlsplit(paid.url).hostname == "till"  # where the provider's own page is
        for path in ("", "thanks/", "monthly/", "move/"):
            answer = client.get(f"/give/{intent.token}/{path}", {name: evil})
            assert answer.get("Location", "/give/").startswith("/give/")
    assert (intent.page, GiftIntent.objects.count()) == ("", 1)
    [session] = provider.till.things.newest("session", limit=5)[0]
    assert all(urlsplit(session[key]).hostname == "testserver" for key in ("success_url", "cancel_url"))


def test_ssrf_nothing_that_a_reader_writes_is_called(client: Client, provider: InProcess) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("Somebody was called.")

    with mock.patch.object(socket.socket, "connect", refuse):
        intent = given(
            client,
            provider,
            name="http://169.254.169.254/",
            message="http://127.0.0.1:6379/",
            visibility="public",
            page="http://10.0.0.1/",
            email="dee@[127.0.0.1]",
            website="",
        )
        client.get(f"/give/{intent.token}/thanks/")
        notice = (
            b'{"id":"evt_1","type":"charge.refunded","livemode":false,"data":{"object":{"url":"http://10.0.0.1/"}}}'
        )
        client.post("/pay/hooks/rehearsal/", notice, content_type="application/json")


def test_idor_a_gift_s_pages_open_by_its_word_alone(client: Client, provider: InProcess) -> None:
    intent = given(client, provider, email="dee@example.org")
    gift = intent.gifts.get()
    for guess in (
        str(gift.pk),
        str(intent.pk),
        intent.pk.hex,
        gift.payment_id,
        intent.provider_session,
        "1",
        "TEST-000001",
    ):
        for path in ("", "pay/", "thanks/", "monthly/", "monthly/end/", "move/"):
            assert client.get(f"/give/{guess}/{path}").status_code == 404
    assert len(intent.token) == 32  # 192 bits


def test_idor_the_word_of_a_gift_of_one_time_opens_no_promise(client: Client, provider: InProcess) -> None:
    once = given(client, provider)
    given(client, provider, frequency="monthly", email="ben@example.org")
    assert Recurring.objects.count() == 1
    for path in ("monthly/", "monthly/end/", "move/"):
        assert client.get(f"/give/{once.token}/{path}").status_code == 404


def test_enumeration_the_form_says_the_same_of_a_known_and_an_unknown_address(
    client: Client, provider: InProcess
) -> None:
    given(client, provider, email="dee@example.org")

    def page(email: str) -> str:
        intent = begun(client, email=email)
        text = client.get(f"/give/{intent.token}/").content.decode()
        return text.replace(email, "MAIL").replace(intent.token, "TOKEN")

    assert page("dee@example.org") == page("who@example.org")


def test_enumeration_a_reference_of_a_transfer_opens_no_page(client: Client, provider: InProcess) -> None:
    intent = begun(client, way="bank")
    assert client.get(f"/give/{intent.reference}/").status_code == 404
    assert intent.reference not in client.get("/drives/").content.decode()


def test_no_card_ever_touches_us(client: Client, provider: InProcess) -> None:
    page = client.get("/give/").content.decode()
    assert not re.search(r'autocomplete="cc-|name="[^"]*(card|cvc|cvv|expiry)', page, re.I)
    fields = {"card": CARD, "number": CARD, "cc-number": CARD, "cvc": "123"}
    intent = begun(client, **fields)
    stored = {field.attname: str(getattr(intent, field.attname)) for field in intent._meta.concrete_fields}
    assert not any(CARD in value for value in stored.values())


@pytest.mark.parametrize("path", ["/give/", "/give/{}/", "/give/{}/thanks/", "/drives/", "/supporters/"])
def test_no_provider_s_script_and_no_other_host_on_our_pages(client: Client, provider: InProcess, path: str) -> None:
    intent = given(client, provider, visibility="public", name="Dee")
    answer = client.get(path.format(intent.token), follow=True)
    page, policy = answer.content.decode(), answer["Content-Security-Policy"]
    loaded = re.findall(r'<(?:script|link|img|iframe|form)\b[^>]*?\b(?:src|href|action)="([^"]+)"', page)
    assert loaded
    assert {urlsplit(url).hostname for url in loaded} <= {None, "testserver", urlsplit(settings.BASE_URL).hostname}
    assert "unsafe" not in policy
    assert "http" not in policy.replace("https://testserver", "")
    assert "script-src 'self'" in policy
    assert "form-action 'self'" in policy


@pytest.mark.parametrize("path", ["pay/", "thanks/", ""])
def test_whoever_looks_at_a_gift_s_page_leaves_no_copy_and_no_trace(
    client: Client, provider: InProcess, path: str
) -> None:
    answer = client.get(f"/give/{begun(client).token}/{path}")
    assert {"private", "no-store"} <= {part.strip() for part in answer["Cache-Control"].split(",")}
    assert answer["Referrer-Policy"] == "same-origin"


def test_what_a_giver_writes_is_text_on_every_page(client: Client, provider: InProcess) -> None:
    words = {"name": HOSTILE[:80], "message": HOSTILE, "visibility": "public", "email": "dee@example.org"}
    intent = given(client, provider, **words)
    Gift.objects.update(withheld=False)
    for path in (
        f"/give/{intent.token}/thanks/",
        "/supporters/",
        "/drives/",
        "/drives/meter.svg",
        "/drives/meter.json",
    ):
        text = client.get(path).content.decode()
        assert "<script>alert" not in text
        assert "<img src=x" not in text
    for mail in Outbox.objects.filter(recipient="dee@example.org"):
        assert "\n" not in mail.subject


def test_what_a_stranger_writes_on_a_transfer_is_text_in_the_editor(client: Client, provider: InProcess) -> None:
    tess = User.objects.create_user("tess")
    tess.groups.add(Group.objects.get(name="Treasurer"))
    client.force_login(tess)
    quoted = HOSTILE.replace('"', '""')
    table = ";".join(HEADINGS) + f'\n2026-03-02;"{quoted}";"{quoted}";25.00;EUR\n'
    file = BytesIO(table.encode())
    file.name = f"{HOSTILE}.csv".replace("/", "")
    page = client.post("/newsroom/funding/statements/", {"file": file}, follow=True).content.decode()
    assert "&lt;script&gt;alert" in page
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_a_mail_program_that_opens_every_link_changes_nothing(client: Client, provider: InProcess) -> None:
    given(client, provider, frequency="monthly", email="dee@example.org")
    mail = Outbox.objects.get(purpose="receipt")
    links = re.findall(r"https?://[^/\s]+(/\S*)", mail.body)
    assert any("/monthly/" in link for link in links)
    for link in links:
        assert client.get(link).status_code == 200
        assert client.head(link).status_code == 200
    assert Recurring.objects.get().standing == "active"


@pytest.mark.parametrize("path", ["monthly/", "move/"])
def test_another_site_presses_no_button_of_a_gift(client: Client, provider: InProcess, path: str) -> None:
    intent = given(client, provider, frequency="monthly", email="dee@example.org")
    said = {"deed": "end", "key": "0" * 32, "way": "bank"}
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
        assert client.post(f"/give/{intent.token}/{path}", said, headers=headers).status_code == 403
    assert Recurring.objects.get().standing == "active"


def test_decline_codes_are_shown_to_nobody(client: Client, provider: InProcess) -> None:
    intent = begun(client)
    client.get(f"/give/{intent.token}/pay/")
    intent.refresh_from_db()
    provider.till.settle(intent.provider_session, "declined")
    page = client.get(f"/give/{intent.token}/").content.decode()
    assert not re.search(r"insufficient|stolen|do_not_honor|decline_code", page)
