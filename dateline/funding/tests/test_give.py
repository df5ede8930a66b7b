"""From the ask to the thanks, as a giver sees it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from dateline.funding.models import Drive, FundingTerms, GiftIntent
from dateline.funding.providers.rehearsal.service import NotInProduction, RehearsalServer, serve_rehearsal
from dateline.lib.mail_url import INTO_FILES
from dateline.people.models import Newsroom

OURS = {"Sec-Fetch-Site": "same-origin"}
FORM = {"preset": "10", "frequency": "once", "visibility": "secret"}


def send(client: Client, **changes: str) -> tuple[int, str]:
    """Send the form and return the status and the page."""
    answer = client.post("/give/", FORM | changes, headers=OURS)
    return answer.status_code, answer.content.decode()


def test_the_last_look_says_all_that_was_written(client: Client, current: Drive, service: RehearsalServer) -> None:
    told = {"visibility": "name", "name": "Dee <Dune>", "message": "For the boat.", "email": "dee@example.org"}
    page = client.get(client.post("/give/", FORM | told, headers=OURS).url).content.decode()
    assert "Dee &lt;Dune&gt;</bdi>, without the amount" in page
    assert "For the boat." in page
    assert "by mail to dee@example.org" in page
    secret = FORM | told | {"visibility": "secret", "email": ""}
    page = client.get(client.post("/give/", secret, headers=OURS).url).content.decode()
    assert "For the boat." not in page
    assert "none, as no mail address was given" in page


def test_in_rehearsal_whoever_is_promised_a_receipt_is_told_where_it_lies(
    client: Client, current: Drive, service: RehearsalServer, settings: Any, tmp_path: Path
) -> None:
    settings.EMAIL_BACKEND = INTO_FILES
    settings.MAIL_FOLDER = settings.EMAIL_FILE_PATH = tmp_path / "newsroom" / "mail"
    for mail, told in (("dee@example.org", True), ("", False)):
        answer = client.post("/give/", FORM | {"email": mail}, headers=OURS)
        client.get(f"{answer.url}pay/")
        intent = GiftIntent.objects.latest("pk")
        service.till.settle(intent.provider_session, "paid", timezone.now().timestamp())
        thanks = client.get(f"{answer.url}thanks/").content.decode()
        assert ("into a file in <code>newsroom/mail</code>" in thanks) is told


def test_giving_ten_dollars_moves_the_meter(client: Client, current: Drive, service: RehearsalServer) -> None:
    answer = client.post("/give/", FORM, headers=OURS)
    assert answer.status_code == 303
    confirm = client.get(answer.url)
    assert "You give 10\xa0$ once" in confirm.content.decode()
    assert "no-store" in confirm["Cache-Control"]
    assert client.get(f"{answer.url}pay/", SERVER_NAME="127.0.0.1", SERVER_PORT="9").url.startswith("http://127.0.0.1:")

    intent = GiftIntent.objects.get()
    service.till.settle(intent.provider_session, "paid", timezone.now().timestamp())
    thanks = client.get(f"{answer.url}thanks/").content.decode()

    assert "Your 10\xa0$ has arrived" in thanks
    assert "TEST-000001" in thanks
    assert client.get("/drives/meter.json").json()["raised"] == 1000
    assert "10\xa0$ of 5,000\xa0$" in client.get("/drives/meter.svg").content.decode()


def test_where_nobody_can_be_paid_the_form_says_so_at_once(client: Client, current: Drive, settings: Any) -> None:
    settings.MODE = "production"
    assert "We cannot take gifts here at the moment." in client.get("/give/").content.decode()


def test_monthly_is_said_twice_before_anything_happens(client: Client, current: Drive) -> None:
    answer = client.post("/give/", FORM | {"frequency": "monthly", "email": "dee@example.org"}, headers=OURS)
    page = client.get(answer.url).content.decode()

    assert "You give 10\xa0$ every month" in page
    assert "Go on: 10\xa0$ every month" in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"preset": "other"}, "Choose or write an amount."),
        ({"amount": "ten"}, "Write an amount, such as 10 or 10.50."),
        ({"amount": "0.5"}, "The smallest gift is 1\xa0$"),
        ({"amount": "20000"}, "For more than 10,000\xa0$ please write to us first."),
        ({"visibility": "public"}, "Write the name that may be shown"),
        ({"website": "http://spam.example"}, "We cannot take gifts here"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(
    client: Client, current: Drive, changes: dict[str, str], sentence: str
) -> None:
    status, page = send(client, **changes)

    assert status == 422
    assert sentence in page
    assert not GiftIntent.objects.exists()


def test_the_form_is_the_same_bytes_for_everyone_and_sets_no_cookie(client: Client, current: Drive) -> None:
    first, second = client.get("/give/"), Client().get("/give/")

    assert first.content == second.content
    assert not first.cookies


def test_a_form_from_another_site_is_refused(client: Client, current: Drive) -> None:
    assert client.post("/give/", FORM, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_one_household_cannot_try_from_ever_new_addresses(client: Client, current: Drive) -> None:
    tries = [client.post("/give/", FORM, headers=OURS, REMOTE_ADDR=f"2001:db8::{n}").status_code for n in range(1, 8)]
    assert tries == [303] * 6 + [429]


def test_the_seventh_try_within_a_minute_waits(client: Client, current: Drive) -> None:
    assert [send(client)[0] for _ in range(7)] == [303] * 6 + [429]


def test_only_a_plain_path_of_ours_is_kept_as_the_page_that_asked(client: Client, current: Drive) -> None:
    for page in ("/flood/the-night/", "//evil.example/", "https://evil.example/", "/a?b=c"):
        send(client, page=page)

    assert sorted(GiftIntent.objects.values_list("page", flat=True)) == ["", "", "", "/flood/the-night/"]


def test_nothing_invisible_gets_beside_a_name(client: Client, current: Drive) -> None:
    send(
        client, visibility="name", name="\u202eeeD\u2066 \n the\tdonor", message="For\u202e the \x07 river\r\nline two"
    )

    intent = GiftIntent.objects.get()
    assert (intent.name, intent.message) == ("eeD the donor", "For the river line two")


@pytest.mark.parametrize("name", ["\u202e", "\u200b \u2066"])
def test_a_name_that_nobody_can_see_is_no_name(client: Client, current: Drive, name: str) -> None:
    status, page = send(client, visibility="name", name=name)

    assert (status, "Write the name that may be shown" in page) == (422, True)


def test_a_provider_that_is_down_keeps_what_was_written(client: Client, current: Drive, settings: object) -> None:
    settings.REHEARSAL_PORT = 9  # type: ignore[attr-defined]
    answer = client.post("/give/", FORM, headers=OURS)
    page = client.get(f"{answer.url}pay/")

    assert page.status_code == 503
    assert "Nothing was paid" in page.content.decode()


def test_after_a_declined_card_the_page_says_so_keeps_all_and_tells_how_else_to_give(
    client: Client, current: Drive, account: FundingTerms, service: RehearsalServer
) -> None:
    address = client.post("/give/", FORM | {"way": "rehearsal", "dedication": "In memory of Ada"}, headers=OURS).url
    client.get(f"{address}pay/")
    assert "declined" not in client.get(address).text
    session = GiftIntent.objects.get().provider_session
    service.till.settle(session, "declined")
    back = service.till.session(session)["cancel_url"].removeprefix("http://testserver")
    for page in (client.get(back).text, client.get(address).text):
        assert "Your card was declined, and nothing was taken. What you wrote is kept" in page
        assert "Go on: 10\xa0$ once" in page
        assert "desk@courier.example" in page
    [other] = re.findall(r'href="([^"]*way=bank)"', page)
    form = client.get(other.replace("&amp;", "&")).text
    assert 'value="In memory of Ada"' in form
    assert re.search(r'<input[^>]*value="bank"[^>]*checked', form)
    service.till.settle(session, "paid", timezone.now().timestamp())
    assert client.get(address).headers["Location"] == f"{address}thanks/"


def test_who_comes_back_from_the_payment_of_a_monthly_gift_is_told_that_nothing_was_taken(
    client: Client, current: Drive, service: RehearsalServer
) -> None:
    address = client.post("/give/", FORM | {"frequency": "monthly", "email": "dee@example.org"}, headers=OURS).url
    client.get(f"{address}pay/")
    session = GiftIntent.objects.get().provider_session
    service.till.settle(session, "declined")  # of which nothing is told before a monthly gift is paid
    back = service.till.session(session)["cancel_url"].removeprefix("http://testserver")
    page = client.get(back).text
    assert "You came back without paying, and nothing was taken. What you wrote is kept." in page
    assert "Go on: 10\xa0$ every month" in page


def test_an_unknown_token_opens_nothing(client: Client, current: Drive) -> None:
    for path in ("/give/guess/", "/give/guess/pay/", "/give/guess/thanks/"):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/give/", "/drives/", "/supporters/"])
def test_before_the_first_drive_every_page_still_opens(client: Client, newsroom: Newsroom, path: str) -> None:
    assert client.get(path).status_code == 200


def test_a_future_or_unknown_month_has_no_page(client: Client, current: Drive) -> None:
    assert client.get(current.get_absolute_url()).status_code == 200
    assert client.get("/drives/2999-01/").status_code == 404
    assert client.get("/drives/2025-99/").status_code == 404


def test_the_rehearsal_provider_does_not_start_where_money_is_real(settings: object) -> None:
    settings.MODE = "production"  # type: ignore[attr-defined]
    with pytest.raises(NotInProduction):
        serve_rehearsal(port=0)
