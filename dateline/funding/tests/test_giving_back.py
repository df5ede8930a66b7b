"""A gift's own page: what moved of it, giving it back, and ending its promise in the same step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from wagtail.models import ModelLogEntry

from dateline.funding.actions import complaints, fulfil
from dateline.funding.meter import meter_of
from dateline.funding.models import Drive, Gift, GiftIntent, Posting, Recurring
from dateline.funding.providers.rehearsal import Rehearsal, faults
from dateline.funding.providers.rehearsal.service import RehearsalServer
from dateline.people.models import User

Giving = Callable[..., GiftIntent]
BOTH = {"deed": "both", "money": "10", "key": "one", "sure": "on"}


@pytest.fixture
def gift(drive: Drive, dee_gave: Giving, now: datetime) -> Gift:
    """The first month of Dee's promise."""
    fulfil(intent=dee_gave(frequency="monthly", email="dee@example.org", name="Dee"), provider=Rehearsal(), now=now)
    return Gift.objects.get()


@pytest.fixture
def url(gift: Gift) -> str:
    return f"/newsroom/funding/gifts/{gift.pk}/"


def refunds() -> int:
    return Posting.objects.filter(kind="refund").count()


def refunds_at(service: RehearsalServer, gift: Gift) -> int:
    """Return how much went back by the provider's own memory."""
    return int(service.till.things.get("charge", charge_of(service, gift))["amount_refunded"])  # type: ignore[index]


def charge_of(service: RehearsalServer, gift: Gift) -> str:
    charges = service.till.things.newest("charge", limit=10)[0]
    return next(str(charge["id"]) for charge in charges if charge["payment_intent"] == gift.payment_id)


def test_the_page_says_what_it_is_and_what_moved(treasurer: Client, url: str, gift: Gift, drive: Drive) -> None:
    page = treasurer.get(url).text
    for words in ("dee@example.org", "TEST-000001", gift.payment_id, "held by the provider", "counts on the meter"):
        assert words in page, words
    assert f"/newsroom/funding/drives/{drive.pk}/" in page
    assert "10\xa0$ every month: active." in page
    assert "cannot be called back" in page


def test_it_goes_back_and_its_promise_ends_in_one_step(
    treasurer: Client, url: str, gift: Gift, drive: Drive, now: datetime, service: RehearsalServer
) -> None:
    assert treasurer.post(url, BOTH).status_code == 302
    assert treasurer.post(url, BOTH).status_code == 302

    promise = Recurring.objects.get()
    assert (promise.standing, promise.stop_reason) == ("ended", "The newsroom ended it.")
    assert (refunds(), refunds_at(service, gift), meter_of(drive, now).raised.amount) == (1, 1000, 0)
    assert Posting.objects.get(kind="refund").actor == User.objects.get(username="ada")
    assert ModelLogEntry.objects.get(action="funding.end").user.username == "ada"
    page = treasurer.get(url).text
    assert "There is nothing left to do." in page
    assert "The newsroom ended it." in page
    assert not complaints(now=now)


def test_a_provider_that_dies_after_the_promise_ended_is_told_exactly_and_finished_later(
    treasurer: Client, url: str, gift: Gift, service: RehearsalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    truly = Rehearsal.end_promise

    def end_and_die(self: Rehearsal, *said: str) -> object:
        promise = truly(self, *said)
        faults.keep(service.till.things, faults.Faults(down=True))
        return promise

    monkeypatch.setattr(Rehearsal, "end_promise", end_and_die)
    page = treasurer.post(url, BOTH).text
    assert "The monthly gift has ended: nothing more is taken." in page
    assert "nothing of it is booked" in page
    assert (Recurring.objects.get().standing, refunds()) == ("ended", 0)
    assert 'value="one"' in page
    assert "Finish giving it back" in page

    faults.keep(service.till.things, faults.Faults())
    assert treasurer.post(url, BOTH).status_code == 302
    assert (refunds(), refunds_at(service, gift)) == (1, 1000)
    assert ModelLogEntry.objects.filter(action="funding.end").count() == 1


def test_a_refund_whose_answer_was_lost_is_sent_once(
    treasurer: Client, url: str, gift: Gift, service: RehearsalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    truly = Rehearsal.refund

    def refund_and_die(self: Rehearsal, *said: object) -> None:
        truly(self, *said)  # type: ignore[arg-type]
        faults.keep(service.till.things, faults.Faults(down=True))

    monkeypatch.setattr(Rehearsal, "refund", refund_and_die)
    part = BOTH | {"money": "4"}
    assert "did not say that 4\xa0$ went back" in treasurer.post(url, part).text
    faults.keep(service.till.things, faults.Faults())
    monkeypatch.setattr(Rehearsal, "refund", truly)
    assert treasurer.post(url, part).status_code == 302
    assert (refunds(), refunds_at(service, gift)) == (1, 400)


def test_what_went_back_at_the_provider_meanwhile_is_not_sent_again(
    treasurer: Client, url: str, gift: Gift, service: RehearsalServer, now: datetime
) -> None:
    service.till.refund(gift.payment_id, 1000)
    assert "The monthly gift has ended" in treasurer.post(url, BOTH).text
    fulfil(intent=gift.intent, provider=Rehearsal(), now=now)  # type: ignore[arg-type]
    assert treasurer.post(url, BOTH).status_code == 302
    assert (refunds(), refunds_at(service, gift)) == (1, 1000)


def test_a_provider_that_is_away_leaves_everything_as_it_was(
    treasurer: Client, url: str, service: RehearsalServer
) -> None:
    faults.keep(service.till.things, faults.Faults(down=True))
    assert "The monthly gift goes on, and nothing was given back." in treasurer.post(url, BOTH).text
    assert (Recurring.objects.get().standing, refunds()) == ("active", 0)


def test_the_promise_alone_ends_and_the_money_stays(treasurer: Client, url: str) -> None:
    assert treasurer.post(url, {"deed": "end", "key": "one", "sure": "on"}).status_code == 302
    assert (Recurring.objects.get().standing, refunds()) == ("ended", 0)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"sure": ""}, "This field is required."),
        ({"money": "11"}, "more than is left"),
        ({"money": ""}, "This field is required."),
        ({"money": "ten"}, "Write an amount"),
        ({"deed": "sell"}, "Choose one of the buttons"),
        ({"deed": ""}, "Choose one of the buttons"),
    ],
)
def test_nothing_is_done_by_a_slip(treasurer: Client, url: str, wrong: dict[str, str], words: str) -> None:
    assert words in treasurer.post(url, BOTH | wrong).text
    assert (Recurring.objects.get().standing, refunds()) == ("active", 0)


def test_who_may_only_look_gives_nothing_back(reporter: Client, treasurer: Client, url: str) -> None:
    assert reporter.post(url, BOTH).status_code == 403
    ada = User.objects.get(username="ada")
    ada.groups.get().permissions.filter(codename="change_recurring").delete()
    assert treasurer.post(url, BOTH).status_code == 403
    assert "and end the monthly gift" not in treasurer.get(url).text
    ada.groups.get().permissions.filter(codename="refund_gift").delete()
    assert treasurer.post(url, BOTH | {"deed": "back"}).status_code == 403
    assert (Recurring.objects.get().standing, refunds()) == ("active", 0)
    assert "Give it back" not in treasurer.get(url).text


def test_from_the_meter_to_every_posting_it_is_the_sum_of(
    treasurer: Client, url: str, gift: Gift, drive: Drive, now: datetime
) -> None:
    treasurer.post(url, BOTH | {"deed": "back", "money": "4"})
    edit = treasurer.get(f"/newsroom/snippets/funding/drive/edit/{drive.pk}/").text
    ledger = f"/newsroom/funding/drives/{drive.pk}/"
    assert ledger in edit
    assert "6\xa0$" in edit
    page = treasurer.get(ledger).text
    assert "The meter says 6\xa0$." in page
    counted = list(Posting.objects.counting_for(drive, "test"))  # type: ignore[arg-type]
    assert sum(posting.counts for posting in counted) == meter_of(drive, now).raised.amount == 600
    for posting in counted:
        assert f"/newsroom/funding/postings/{posting.pk}/" in page
        legs = treasurer.get(f"/newsroom/funding/postings/{posting.pk}/").text
        assert url in legs
        assert "counts on the meter" in legs
