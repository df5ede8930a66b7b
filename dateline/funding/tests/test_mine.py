"""My gifts: seen by whoever has proven the mail address they were given under, and by nobody else."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from dateline.funding.actions import fulfil, own_gifts
from dateline.funding.models import (
    BankFile,
    BankLine,
    Drive,
    Gift,
    GiftIntent,
    Look,
    Posting,
    Receipt,
    Recurring,
    Supporter,
)
from dateline.funding.providers.rehearsal import Rehearsal, faults
from dateline.funding.providers.rehearsal.service import RehearsalServer
from dateline.people.models import Outbox, User

OURS = {"HTTP_SEC_FETCH_SITE": "same-origin"}
CODE = re.compile(r"^    (\S+)$", re.MULTILINE)
Giving = Callable[..., GiftIntent]
Given = Callable[..., Gift]


@pytest.fixture
def gave(drive: Drive, dee_gave: Giving, now: datetime) -> Given:
    """Dee has given under her mail address."""

    def give(mail: str = "dee@example.org", **wish: Any) -> Gift:
        return fulfil(intent=dee_gave(email=mail, **wish), provider=Rehearsal(), now=now).gifts.get()

    return give


def reader(mail: str, *, verified: bool = True) -> User:
    user = User.objects.create_user(f"reader-{mail}", email=mail, display_name=mail.split("@")[0])
    EmailAddress.objects.create(user=user, email=mail, verified=verified, primary=True)
    return user


@pytest.fixture
def dee(client: Client, db: None) -> Client:
    """Dee is signed in."""
    client.force_login(reader("dee@example.org"))
    return client


def test_whoever_is_not_signed_in_is_led_to_a_code_and_back(client: Client, db: None) -> None:
    page = client.get("/give/mine/")
    assert page.status_code == 200
    assert "/account/login/?next=/give/mine/" in page.text
    assert "/account/signup/?next=/give/mine/" in page.text
    assert page["Cache-Control"] == "private, no-store"


def test_without_an_account_a_code_to_the_address_makes_one_and_shows_the_gifts(client: Client, gave: Given) -> None:
    gave()
    mail.outbox.clear()
    client.post("/account/signup/?next=/give/mine/", {"email": "dee@example.org", "display_name": "Dee"})
    [code] = CODE.findall(mail.outbox[-1].body)
    answer = client.post("/account/confirm-email/", {"code": code})
    assert answer.headers["Location"] == "/give/mine/"
    assert "Receipt TEST-000001" in client.get("/give/mine/").text


def test_until_the_code_is_entered_an_address_that_gave_and_one_that_did_not_are_alike(gave: Given) -> None:
    gave("dee@example.org")
    seen = []
    for address in ("dee@example.org", "eve@example.org"):
        client = Client()
        pages = [client.get("/give/mine/"), client.post("/account/login/?next=/give/mine/", {"login": address})]
        pages.append(client.get(pages[-1].headers["Location"]))
        pages.append(client.get("/give/mine/"))
        told = [(page.status_code, page.headers.get("Location"), page.text.replace(address, "")) for page in pages]
        seen.append([(code, where, re.sub(r'value="[\w-]{20,}"', "", text)) for code, where, text in told])
    assert seen[0] == seen[1]


def test_all_gifts_promises_receipts_and_years_are_there(dee: Client, gave: Given) -> None:
    gave(frequency="monthly", dedication="In memory of Ada", name="Dee", visibility="name")
    page = dee.get("/give/mine/")
    assert page["Cache-Control"] == "private, no-store"
    token = Recurring.objects.get().intent.token
    told = (
        "10\xa0$",
        "Receipt TEST-000001",
        f"/give/{token}/monthly/",
        "/give/mine/years/2025.pdf",
        "In memory of Ada",
    )
    assert [words for words in told if words not in page.text] == []
    assert "without the amount" in page.text


def test_only_addresses_that_were_proven_show_their_gifts(client: Client, gave: Given) -> None:
    gift = gave()
    user = reader("dee@example.org", verified=False)
    client.force_login(user)
    assert "TEST-000001" not in client.get("/give/mine/").text
    for path in paths(gift):
        assert client.get(path).status_code == 404
    EmailAddress.objects.filter(user=user).update(verified=True)
    assert "TEST-000001" in client.get("/give/mine/").text


def paths(gift: Gift) -> list[str]:
    number = gift.receipt.number
    return [f"/give/mine/receipts/{number}/", f"/give/mine/gifts/{gift.pk}/", "/give/mine/years/2025.pdf"]


def test_what_is_anothers_answers_as_what_is_not_there(client: Client, gave: Given) -> None:
    gift = gave()
    client.force_login(reader("eve@example.org"))
    for path, nowhere in zip(paths(gift), ["receipts/99/", "gifts/99/", "years/1999.pdf"], strict=True):
        theirs, none = client.get(path), client.get(f"/give/mine/{nowhere}")
        assert (theirs.status_code, none.status_code) == (404, 404)
        assert theirs.text == none.text
    shown = {"visibility": "public", "name": "Eve"}
    assert client.post(f"/give/mine/gifts/{gift.pk}/", shown, **OURS).status_code == 404  # type: ignore[arg-type]
    gift.refresh_from_db()
    assert gift.name == ""


def test_a_receipt_is_there_to_be_printed(dee: Client, gave: Given) -> None:
    gift = gave(dedication="In memory of Ada", name="Dee Mwangi")
    page = dee.get(f"/give/mine/receipts/{gift.receipt.number}/").text
    told = ("Receipt TEST-000001", "10\xa0$", "In memory of Ada", "Dee Mwangi", "dee@example.org", "rehearsal")
    assert [words for words in told if words not in page] == []


def test_what_readers_see_of_a_past_gift_is_changed_for_all_its_months(dee: Client, gave: Given) -> None:
    gift = gave(frequency="monthly", name="Dee", visibility="public")
    address = f"/give/mine/gifts/{gift.pk}/"
    assert f'<a href="{address}">Change name and visibility</a>' in dee.get("/give/mine/").text
    assert dee.post(address, {"visibility": "secret", "name": "Dee"}, **OURS).status_code == 303  # type: ignore[arg-type]
    assert "Dee" not in dee.get("/supporters/").text
    assert GiftIntent.objects.get().visibility == "secret"
    assert dee.post(address, {"visibility": "name", "name": ""}, **OURS).status_code == 422  # type: ignore[arg-type]
    dee.post(address, {"visibility": "name", "name": "Dee M."}, **OURS)  # type: ignore[arg-type]
    assert "Dee M." in dee.get("/supporters/").text


def test_a_new_name_is_screened_and_no_old_decision_lets_it_through(dee: Client, gave: Given, now: datetime) -> None:
    gift = gave(name="Dee", visibility="name")
    Look.objects.create(intent=gift.intent, lets_through=True, at=now)
    told = {"visibility": "name", "name": "www.pills.example"}
    dee.post(f"/give/mine/gifts/{gift.pk}/", told, **OURS)  # type: ignore[arg-type]
    gift.refresh_from_db()
    assert gift.withheld is True
    assert "pills" not in dee.get("/supporters/").text
    assert Look.objects.standing().count() == 0
    assert "Somebody here reads your words before others see them." in dee.get("/give/mine/").text


def test_erasing_takes_the_person_away_ends_what_is_monthly_and_leaves_the_books(
    dee: Client, gave: Given, now: datetime, service: RehearsalServer
) -> None:
    gift = gave(frequency="monthly", name="Dee", visibility="public", message="Hello", dedication="For Ada")
    line = bank_line(gift, now)
    page = dee.get("/give/mine/forget/").text
    assert "These monthly gifts end at once" in page
    assert dee.post("/give/mine/forget/", {}, **OURS).status_code == 422  # type: ignore[arg-type]
    assert Supporter.objects.get().email
    assert dee.post("/give/mine/forget/", {"sure": "on"}, **OURS).status_code == 303  # type: ignore[arg-type]
    assert Recurring.objects.get().standing == "ended"
    assert service.till.renew(Recurring.objects.get().subscription_id) == []
    for row in (Gift.objects.get(), GiftIntent.objects.get()):
        assert (row.name, row.message, row.dedication, row.visibility, row.withheld) == ("", "", "", "secret", False)
    line.refresh_from_db()
    assert (line.name, line.iban, line.remittance, line.end_to_end) == ("", "", "", "")
    assert (Supporter.objects.get().email, Outbox.objects.filter(purpose__startswith="gift").count()) == (None, 0)
    assert (Posting.objects.filter(kind="gift").count(), Receipt.objects.count(), Gift.objects.get().amount) == (
        1,
        1,
        1000,
    )
    assert "TEST-000001" not in dee.get("/give/mine/").text


def bank_line(gift: Gift, now: datetime) -> BankLine:
    """A transfer of Dee's, as her bank told of it."""
    brought = BankFile.objects.create(mode="test", name="may.xml", account="A", currency="USD", brought_at=now)
    told = {"name": "Dee Mwangi", "iban": "DE89370400440532013000", "remittance": "for you", "end_to_end": "E2E"}
    where = {"file": brought, "mode": "test", "account": "A", "key": "k", "amount": 1000, "currency": "USD"}
    return BankLine.objects.create(**where, **told, booked_on=now.date(), value_on=now.date(), gift=gift)


def test_where_the_provider_is_away_nothing_is_erased(dee: Client, gave: Given, service: RehearsalServer) -> None:
    gave(frequency="monthly", name="Dee", visibility="public")
    faults.keep(service.till.things, faults.Faults(down=True))
    answer = dee.post("/give/mine/forget/", {"sure": "on"}, **OURS)  # type: ignore[arg-type]
    assert (answer.status_code, "Nothing was erased" in answer.text) == (503, True)
    assert (Supporter.objects.get().email, Gift.objects.get().name) == ("dee@example.org", "Dee")


def test_whoever_has_a_password_is_asked_for_it_before_anything_is_erased(client: Client, gave: Given) -> None:
    gave()
    user = reader("dee@example.org")
    user.set_password("a long password")
    user.save()
    client.force_login(user)
    answer = client.post("/give/mine/forget/", {"sure": "on"}, **OURS)  # type: ignore[arg-type]
    assert answer.headers["Location"].startswith("/account/again/")
    assert Supporter.objects.get().email


def test_another_site_changes_nothing(dee: Client, gave: Given) -> None:
    gift = gave(name="Dee", visibility="public")
    told = {"visibility": "secret", "name": ""}
    answer = dee.post(f"/give/mine/gifts/{gift.pk}/", told, HTTP_SEC_FETCH_SITE="cross-site")
    assert answer.status_code == 403
    assert Gift.objects.get().visibility == "public"


def test_the_copy_of_ones_own_data_tells_dedication_and_what_was_for_the_fee(gave: Given) -> None:
    gave(dedication="In memory of Ada", covers=True)
    [told] = own_gifts(mails=["dee@example.org"])
    assert (told["amount"], told["dedication"], told["for_the_fee"]) == ("10.61\xa0$", "In memory of Ada", "0.61\xa0$")


def test_whoever_deletes_the_account_ends_what_is_monthly(dee: Client, gave: Given, service: RehearsalServer) -> None:
    gave(frequency="monthly")
    faults.keep(service.till.things, faults.Faults(down=True))
    answer = dee.post("/account/leave/", {"words": "erase", "sure": "on"})
    assert (answer.status_code, "Nothing was deleted" in answer.text) == (422, True)
    assert User.objects.filter(email="dee@example.org").exists()
    faults.keep(service.till.things, faults.Faults())
    assert dee.post("/account/leave/", {"words": "erase", "sure": "on"}).status_code == 303
    assert Recurring.objects.get().standing == "ended"
    assert Supporter.objects.get().email is None
