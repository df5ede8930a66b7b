"""Who gives every month pauses, changes and ends it from the link in any receipt."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from datetime import datetime

import pytest
from django.core import mail
from django.test import Client

from dateline.funding.actions import fulfil, refund
from dateline.funding.models import Drive, Gift, GiftIntent, Recurring
from dateline.funding.providers.rehearsal import Rehearsal, faults
from dateline.funding.providers.rehearsal.service import RehearsalServer

from .conftest import dollars

OURS = {"HTTP_SEC_FETCH_SITE": "same-origin"}
Giving = Callable[..., GiftIntent]


@pytest.fixture
def address(drive: Drive, dee_gave: Giving, now: datetime, django_capture_on_commit_callbacks: Callable) -> str:
    """The page of Dee's monthly gift, out of her receipt."""
    with django_capture_on_commit_callbacks(execute=True):
        fulfil(intent=dee_gave(frequency="monthly", email="dee@example.org"), provider=Rehearsal(), now=now)
    found = re.search(r"/give/[\w-]+/monthly/", mail.outbox[0].body)
    assert found
    return found.group()


def press(client: Client, address: str, deed: str, **more: object) -> int:
    told = {"deed": deed, "key": uuid.uuid4(), **more}
    return client.post(address, told, **OURS).status_code  # type: ignore[arg-type]


def standing() -> str:
    return Recurring.objects.get().standing


def test_opening_the_link_changes_nothing_and_says_all(client: Client, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 200
    assert "10\N{NO-BREAK SPACE}$ every month." in page.text
    assert "The next is taken on" in page.text
    assert "Receipt TEST-000001" in page.text
    assert "no-store" in page["Cache-Control"]
    assert standing() == "active"


def test_it_is_paused_and_goes_on(client: Client, address: str, service: RehearsalServer) -> None:
    assert press(client, address, "pause") == 303
    assert standing() == "paused"
    assert "nothing is taken until you let it go on" in client.get(address).text
    assert service.till.renew(Recurring.objects.get().subscription_id) == []
    assert press(client, address, "go_on") == 303
    assert standing() == "active"


def test_another_amount_is_taken_from_the_next_month_on(client: Client, address: str, service: RehearsalServer) -> None:
    assert press(client, address, "change", amount="7.50") == 303
    assert "7.50\N{NO-BREAK SPACE}$ every month." in client.get(address).text
    [told] = service.till.renew(Recurring.objects.get().subscription_id)
    assert told["data"]["object"]["amount_due"] == 750
    for wrong in ("", "none", "0.10", "99999999"):
        assert press(client, address, "change", amount=wrong) == 422
    assert Recurring.objects.get().money.plain == "7.50"


def test_before_it_ends_a_page_says_what_ends_and_when_and_asks(client: Client, address: str) -> None:
    page = client.get(address).text
    assert 'value="end"' not in page
    assert f'href="{address}end/"' in page
    asks = client.get(f"{address}end/")
    assert standing() == "active"
    assert "no-store" in asks["Cache-Control"]
    assert "10\N{NO-BREAK SPACE}$ every month." in asks.text
    assert re.search(r"what would be taken on <time [^>]+>[^<]+</time> is not taken any more", asks.text)
    key = re.search(r'name="key" value="([^"]+)"', asks.text)
    assert key
    assert f'action="{address}"' in asks.text
    assert press(client, address, "end", key=key.group(1)) == 303
    assert client.get(f"{address}end/").headers["Location"] == address
    assert client.get("/give/a-guess/monthly/end/").status_code == 404


def test_it_ends_at_once_and_stays_so(client: Client, address: str, service: RehearsalServer) -> None:
    key = uuid.uuid4()
    assert press(client, address, "end", key=key) == 303
    assert press(client, address, "end", key=key) == 303
    promise = Recurring.objects.get()
    assert (promise.standing, promise.stop_reason) == ("ended", "The giver ended it.")
    assert "Nothing more is taken" in client.get(address).text
    assert service.till.renew(promise.subscription_id) == []
    assert [press(client, address, deed, amount="5") for deed in ("pause", "go_on", "change")] == [409, 409, 409]
    assert Gift.objects.get().money == dollars(10)


def test_what_ended_at_the_provider_is_seen(client: Client, address: str, service: RehearsalServer) -> None:
    service.till.end(Recurring.objects.get().subscription_id)
    assert "It has ended" in client.get(address).text
    assert Recurring.objects.get().stop_reason == "It ended at the provider."


def test_a_provider_that_does_not_answer_changes_nothing(
    client: Client, address: str, service: RehearsalServer
) -> None:
    faults.keep(service.till.things, faults.Faults(down=True))
    page = client.get(address)
    assert (page.status_code, "does not answer" in page.text) == (200, True)
    assert press(client, address, "end") == 503
    assert standing() == "active"


def test_a_guess_opens_nothing_and_another_site_presses_nothing(client: Client, address: str) -> None:
    assert client.get("/give/a-guess/monthly/").status_code == 404
    told = {"deed": "end", "key": uuid.uuid4()}
    assert client.post(address, told, HTTP_SEC_FETCH_SITE="cross-site").status_code == 403
    assert press(client, address, "sell") == 422
    assert standing() == "active"


def test_what_went_back_stands_beside_the_month_and_the_thanks_say_that_it_ended(
    client: Client, address: str, service: RehearsalServer, now: datetime
) -> None:
    refund(gift=Gift.objects.get(), amount=dollars(4), by=None, now=now)
    assert "4\N{NO-BREAK SPACE}$ went back" in client.get(address).text
    thanks = address.replace("/monthly/", "/thanks/")
    assert address in client.get(thanks).text
    assert press(client, address, "end") == 303
    page = client.get(thanks).text
    assert ("It has ended" in page, address in page) == (True, False)


def test_a_monthly_gift_needs_the_address_that_its_link_goes_to(client: Client, drive: Drive) -> None:
    answer = client.post("/give/", {"preset": "10", "frequency": "monthly", "visibility": "secret"}, **OURS)
    assert answer.status_code == 422
    assert "each receipt holds the link that pauses or ends it" in answer.text
    assert not GiftIntent.objects.exists()
