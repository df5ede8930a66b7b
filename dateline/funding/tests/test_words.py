"""What givers say is read by screening first; what it would not publish waits for a person, and no gift is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from dateline.funding import wording
from dateline.funding.actions import fulfil, look_at_words, undo_look, waiting_words
from dateline.funding.actions.fulfilling import fulfil_payment
from dateline.funding.models import Drive, Gift, GiftIntent, Look, Recurring
from dateline.funding.providers.rehearsal import Rehearsal
from dateline.funding.providers.rehearsal.service import RehearsalServer
from dateline.people.models import User

Giving = Callable[..., GiftIntent]
SAID = {"visibility": "public", "name": "Dee", "dedication": "In memory of Ada"}
LINKED = {**SAID, "message": "Buy at https://pills.example/now"}


@pytest.fixture
def tess(db: None) -> User:
    """The treasurer, who owns the installation too."""
    return User.objects.create_superuser("tess", "tess@example.org", "a long password", display_name="Tess")


@pytest.fixture
def gave(drive: Drive, dee_gave: Giving, now: datetime) -> Callable[..., Gift]:
    """Dee has given and said something with it."""

    def give(**wish: Any) -> Gift:
        return fulfil(intent=dee_gave(**wish), provider=Rehearsal(), now=now).gifts.get()

    return give


def test_plain_words_and_a_dedication_stand_on_the_page(client: Client, gave: Callable[..., Gift]) -> None:
    assert gave(**SAID, message="For the boat.").withheld is False
    page = client.get("/supporters/").text
    assert all(words in page for words in ("Dee", "In memory of Ada", "For the boat.", "10\xa0$"))


def test_what_screening_would_not_publish_is_seen_by_nobody_and_the_gift_counts(
    client: Client, gave: Callable[..., Gift]
) -> None:
    gift = gave(**LINKED)
    page = client.get("/supporters/").text
    assert "Dee" not in page
    assert "pills" not in page
    assert gift.postings.filter(kind="gift").count() == 1
    thanks = client.get(f"/give/{gift.intent.token}/thanks/").text  # type: ignore[union-attr]
    assert "Somebody here reads your words before others see them. Your gift is not affected." in thanks


@pytest.mark.parametrize(
    "words",
    [
        {"name": "www.pills.example"},
        {"dedication": "In memory of https://pills.example"},
        {"message": "You are all filthy idiots, I hope you die, scum."},
        {"name": "The Courier"},
    ],
)
def test_name_message_and_dedication_are_all_looked_at(gave: Callable[..., Gift], words: dict[str, str]) -> None:
    assert gave(**{**SAID, **words}).withheld is True


def test_a_screening_that_breaks_withholds_and_loses_no_gift(
    gave: Callable[..., Gift], monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(wording, "screen", breaks)
    assert gave(**SAID).withheld is True


def test_nothing_said_is_nothing_to_look_at(gave: Callable[..., Gift]) -> None:
    assert gave().withheld is False
    assert list(waiting_words()) == []


def test_words_that_nobody_may_see_wait_for_nobody(client: Client, gave: Callable[..., Gift]) -> None:
    gift = gave(**{**LINKED, "visibility": "secret"})
    assert list(waiting_words()) == []
    assert "reads your words" not in client.get(f"/give/{gift.intent.token}/thanks/").text  # type: ignore[union-attr]


def test_the_treasurer_lets_them_through_with_one_press_and_takes_it_back(
    client: Client, gave: Callable[..., Gift], tess: User
) -> None:
    intent = gave(**LINKED).intent
    assert intent
    client.force_login(tess)
    page = client.get("/newsroom/funding/words/").text
    assert "A link. Readers follow one only after somebody here has looked." in page
    client.post(f"/newsroom/funding/words/{intent.pk}/", {"deed": "let_through"})
    assert "Dee" in client.get("/supporters/").text
    look = Look.objects.get()
    assert (look.lets_through, look.by) == (True, tess)
    assert list(waiting_words()) == []
    client.post(f"/newsroom/funding/words/undo/{look.pk}/")
    look.refresh_from_db()
    assert (look.undone_by, Gift.objects.get().withheld) == (tess, True)
    assert "Dee" not in client.get("/supporters/").text
    assert [each.pk for each in waiting_words()] == [intent.pk]
    assert "taken back by" in client.get("/newsroom/funding/words/").text


def test_what_is_kept_off_stays_off_and_does_not_wait(
    client: Client, gave: Callable[..., Gift], tess: User, now: datetime
) -> None:
    intent = gave(**LINKED).intent
    assert intent
    first = look_at_words(intent=intent, lets_through=False, by=tess, now=now)
    assert look_at_words(intent=intent, lets_through=True, by=tess, now=now) == first
    assert list(waiting_words()) == []
    assert "Dee" not in client.get("/supporters/").text
    undo_look(look=first, by=tess, now=now)
    undo_look(look=first, by=tess, now=now)
    assert [each.pk for each in waiting_words()] == [intent.pk]


@pytest.mark.parametrize("lets_through", [True, False])
def test_later_months_follow_what_was_decided(
    gave: Callable[..., Gift], service: RehearsalServer, tess: User, now: datetime, lets_through: bool
) -> None:
    intent = gave(**LINKED, frequency="monthly", email="dee@example.org").intent
    assert intent
    look_at_words(intent=intent, lets_through=lets_through, by=tess, now=now)
    later = now + timedelta(days=31)
    [told] = service.till.renew(Recurring.objects.get().subscription_id, later.timestamp())
    payment = Rehearsal().fetch_payment(told["data"]["object"]["id"])
    assert payment
    from_now_on = {"payment": payment, "provider": Rehearsal(), "now": later}
    fulfil_payment(**from_now_on)
    assert [gift.withheld for gift in Gift.objects.all()] == [not lets_through] * 2
    assert list(waiting_words()) == []


def test_only_who_may_hide_givers_decides(client: Client, gave: Callable[..., Gift]) -> None:
    intent = gave(**LINKED).intent
    assert intent
    client.force_login(User.objects.create_user("ben", "ben@example.org", "a long password"))
    client.post(f"/newsroom/funding/words/{intent.pk}/", {"deed": "let_through"})
    assert Look.objects.count() == 0
