"""A giver who has to wait: a light page that loses nothing, says when to come back, and offers what works now."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from dateline.funding.actions import giving
from dateline.funding.limits import RUSH, SPANS
from dateline.funding.mode import current_mode
from dateline.funding.models import Drive, FundingTerms, GiftIntent, Halt
from dateline.funding.providers.rehearsal.service import RehearsalServer

from .test_give import OURS

WRITTEN = {
    "way": "rehearsal",
    "preset": "other",
    "amount": "12.50",
    "frequency": "monthly",
    "visibility": "name",
    "name": "Dee <Dune>",
    "message": "For “the boat” & crew.",
    "dedication": "In memory of Ada",
    "email": "dee@example.org",
    "page": "/flood/the-night/",
    "cover": "on",
}
LIGHT = 4_500  # bytes; the form has some 12,000
TRANSFER = "Give by bank transfer instead"
Answer = tuple[int, str]


def sent_again(page: str) -> dict[str, str]:
    """What the page's form sends when its first button is pressed."""
    inputs = re.findall(r"<input [^>]*?name=\"(\w+)\"[^>]*?value=\"([^\"]*)\"", page)
    ways = re.findall(r"<button [^>]*?name=\"(way)\" value=\"([^\"]*)\"", page)
    return {name: unescape(value) for name, value in [*inputs, *ways[:1]]}


def rush() -> None:
    """Let as many gifts be begun as make browsers work for theirs."""
    for number in range(RUSH):
        assert Client(REMOTE_ADDR=f"198.51.100.{number}").post("/give/", WRITTEN, headers=OURS).status_code == 303


def halt() -> None:
    """Too many cards were refused a moment ago."""
    now = timezone.now()
    until = now + timedelta(minutes=10)
    Halt.objects.create(provider="rehearsal", mode=current_mode(), at=now, until=until, declines=11)


def try_too_often() -> None:
    """Use up what the address of the test's own client may try in a minute."""
    for _ in range(SPANS[60]):
        Client().post("/give/", WRITTEN, headers=OURS)


CAUSES = [
    pytest.param(try_too_often, 429, 60, "Too many tries from your address.", 6, id="too often"),
    pytest.param(rush, 429, 60, "Very many gifts are begun at this moment.", 13, id="a rush"),
    pytest.param(halt, 503, 600, "Too much is tried at once with cards", 11, id="a halt"),
]


@pytest.mark.parametrize(("cause", "status", "seconds", "words", "queries"), CAUSES)
def test_who_has_to_wait_gets_a_light_page_that_loses_nothing(
    client: Client,
    current: Drive,
    account: FundingTerms,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    cause: Callable[[], None],
    status: int,
    seconds: int,
    words: str,
    queries: int,
) -> None:
    cause()
    begun = GiftIntent.objects.count()
    with django_assert_max_num_queries(queries):
        answer = client.post("/give/", WRITTEN, headers=OURS)
    page = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (status, str(seconds), "no-store")
    assert words in page
    assert WRITTEN.items() <= sent_again(page).items()
    assert "funding/give.html" not in [template.name for template in answer.templates]
    assert len(answer.content) < LIGHT < len(client.get("/give/").content)
    assert GiftIntent.objects.count() == begun


@pytest.mark.parametrize("cause", [rush, halt])
def test_one_button_makes_a_transfer_of_it(
    client: Client, current: Drive, account: FundingTerms, cause: Callable[[], None]
) -> None:
    cause()
    page = client.post("/give/", WRITTEN, headers=OURS).content.decode()
    assert TRANSFER in page
    answer = client.post("/give/", sent_again(page) | {"way": "bank"}, headers=OURS)
    assert answer.status_code == 303
    intent = GiftIntent.objects.get(provider="bank")
    assert (intent.amount, intent.message, intent.name) == (1250, WRITTEN["message"], WRITTEN["name"])


def test_after_the_rest_the_same_form_begins_the_gift(client: Client, current: Drive, account: FundingTerms) -> None:
    halt()
    page = client.post("/give/", WRITTEN, headers=OURS).content.decode()
    Halt.objects.update(lifted_at=timezone.now())
    assert client.post("/give/", sent_again(page), headers=OURS).status_code == 303
    intent = GiftIntent.objects.get()
    assert (intent.provider, intent.frequency, intent.page) == ("rehearsal", "monthly", "/flood/the-night/")


@pytest.mark.parametrize("cause", [rush, halt])
def test_no_transfer_is_offered_where_none_is_taken(
    client: Client, current: Drive, newsroom: object, cause: Callable[[], None]
) -> None:
    cause()
    answer = client.post("/give/", WRITTEN | {"way": ""}, headers=OURS)
    assert answer.status_code in {429, 503}
    assert TRANSFER not in answer.content.decode()


def test_who_tried_too_often_is_offered_nothing_that_would_be_refused_too(
    client: Client, current: Drive, account: FundingTerms
) -> None:
    try_too_often()
    assert TRANSFER not in client.post("/give/", WRITTEN, headers=OURS).content.decode()


@pytest.mark.parametrize(("way", "offered"), [("rehearsal", True), ("bank", False)])
def test_where_a_minute_s_share_is_taken_only_the_other_way_is_offered(
    client: Client,
    current: Drive,
    account: FundingTerms,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
    offered: bool,
) -> None:
    monkeypatch.setattr(giving, "MOST_A_MINUTE", 0)
    answer = client.post("/give/", WRITTEN | {"way": way}, headers=OURS)
    page = answer.content.decode()
    assert answer.status_code == 429
    assert "More gifts than we can take at once." in page
    assert (TRANSFER in page) is offered


def test_a_way_that_the_treasurer_closed_meanwhile_does_not_say_that_it_rests(
    client: Client, current: Drive, account: FundingTerms
) -> None:
    halt()
    FundingTerms.objects.update(takes_rehearsal=False)
    answer = client.post("/give/", WRITTEN, headers=OURS)
    assert answer.status_code == 422
    assert "This way is closed now." in answer.content.decode()


def test_what_fills_the_field_that_people_do_not_see_is_known_the_second_time_too(
    client: Client, current: Drive, account: FundingTerms
) -> None:
    halt()
    page = client.post("/give/", WRITTEN | {"website": "https://spam.example"}, headers=OURS).content.decode()
    assert client.post("/give/", sent_again(page) | {"way": "bank"}, headers=OURS).status_code == 422
    assert not GiftIntent.objects.exists()


def test_mistakes_are_still_marked_in_the_whole_form(client: Client, current: Drive, service: RehearsalServer) -> None:
    answer = client.post("/give/", WRITTEN | {"amount": "ten"}, headers=OURS)
    assert answer.status_code == 422
    assert "funding/give.html" in [template.name for template in answer.templates]
