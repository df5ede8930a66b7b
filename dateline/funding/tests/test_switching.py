"""A monthly gift moves from one provider to another; the old one ends when the new one is paid, and not before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any
from unittest import mock

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from dateline.funding.actions import (
    NowhereToGo,
    ask_to_move,
    complaints,
    fulfil,
    look_at_words,
    tick,
    undo_look,
    waiting_words,
)
from dateline.funding.models import Drive, FundingTerms, GiftIntent, Recurring
from dateline.funding.models.gift import Frequency, Standing
from dateline.funding.providers import ProviderDown
from dateline.funding.providers.rehearsal import Rehearsal
from dateline.funding.providers.rehearsal.service import RehearsalServer
from dateline.people.models import Outbox, User

from .test_give import OURS

ASK = "/newsroom/funding/ways/ask/"


class Other(Rehearsal):
    """A second provider: the same service under another name."""

    name = "stripe"
    label = "Cards"


@pytest.fixture
def two(service: RehearsalServer) -> Iterator[None]:
    """Two providers side by side."""
    both = [Rehearsal(), Other()]
    rooms = ("dateline.funding.providers.configured", "dateline.funding.ways.configured")
    with mock.patch(rooms[0], return_value=both), mock.patch(rooms[1], return_value=both):
        yield


@pytest.fixture
def promise(dee_gave: Callable[..., GiftIntent], drive: Drive, now: datetime) -> Recurring:
    """Dee gives every month by the first of them."""
    intent = dee_gave(frequency=Frequency.MONTHLY, email="dee@example.org")
    fulfil(intent=intent, provider=Rehearsal(), now=now)
    return Recurring.objects.get()


def moved(client: Client, promise: Recurring) -> GiftIntent:
    """Dee chooses the other way."""
    page = client.get(f"/give/{promise.intent.token}/move/").content.decode()
    assert "by another way" in page
    answer = client.post(f"/give/{promise.intent.token}/move/", {"way": "stripe"}, headers=OURS)
    assert answer.status_code == 303
    return GiftIntent.objects.get(moves=promise)


def paid(client: Client, service: RehearsalServer, intent: GiftIntent, now: datetime) -> None:
    client.get(f"/give/{intent.token}/pay/", SERVER_NAME="127.0.0.1", SERVER_PORT="9")
    intent.refresh_from_db()
    service.till.settle(intent.provider_session, "paid", now.timestamp())
    fulfil(intent=intent, provider=Other(), now=now)


@pytest.mark.usefixtures("two")
def test_the_old_one_ends_when_the_new_one_is_paid(
    client: Client, promise: Recurring, service: RehearsalServer, now: datetime
) -> None:
    intent = moved(client, promise)
    promise.refresh_from_db()
    assert promise.standing == Standing.ACTIVE
    paid(client, service, intent, now)
    promise.refresh_from_db()
    assert (promise.standing, promise.stop_reason) == (Standing.ENDED, "It goes on in another way.")
    assert [new.standing for new in Recurring.objects.exclude(pk=promise.pk)] == [Standing.ACTIVE]
    assert complaints(now=now) == []


@pytest.fixture
def tess(db: None) -> User:
    """The treasurer."""
    return User.objects.create_user("tess")


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("lets_through", [True, False])
def test_what_was_decided_about_the_words_holds_for_the_new_one(
    client: Client,
    dee_gave: Callable[..., GiftIntent],
    drive: Drive,
    service: RehearsalServer,
    tess: User,
    now: datetime,
    lets_through: bool,
) -> None:
    intent = dee_gave(frequency=Frequency.MONTHLY, visibility="public", name="Dee", message="https://boats.example/")
    fulfil(intent=intent, provider=Rehearsal(), now=now)
    decided = look_at_words(intent=intent, lets_through=lets_through, by=tess, now=now)
    new = moved(client, Recurring.objects.get())
    paid(client, service, new, now + timedelta(hours=1))
    assert [gift.withheld for gift in new.gifts.all()] == [not lets_through]
    assert not waiting_words().exists()
    look = new.looks.get()
    assert (look.lets_through, look.by, look.at) == (lets_through, tess, decided.at)

    undo_look(look=look, by=tess, now=now)
    fulfil(intent=new, provider=Other(), now=now)
    assert list(waiting_words()) == [new]


@pytest.mark.usefixtures("two")
def test_words_that_wait_do_so_after_a_move_and_those_that_were_fine_stay_so(
    client: Client, promise: Recurring, service: RehearsalServer, now: datetime
) -> None:
    said = {"visibility": "public", "name": "Dee", "message": "https://boats.example/"}
    for withheld in (True, False):
        GiftIntent.objects.filter(moves=None).update(**said, withheld=withheld)
        promise.refresh_from_db()
        new = moved(client, promise)
        assert new.withheld == withheld
        new.delete()


@pytest.mark.usefixtures("two")
def test_where_the_old_provider_is_away_it_ends_later(
    client: Client, promise: Recurring, service: RehearsalServer, now: datetime
) -> None:
    intent = moved(client, promise)
    with mock.patch.object(Rehearsal, "end_promise", side_effect=ProviderDown("away")):
        paid(client, service, intent, now)
    promise.refresh_from_db()
    assert promise.standing == Standing.ACTIVE
    tick(now=now.replace(second=0) + timedelta(minutes=1))
    promise.refresh_from_db()
    assert promise.standing == Standing.ENDED


@pytest.mark.usefixtures("two")
def test_everybody_is_asked_once(client: Client, promise: Recurring, now: datetime) -> None:
    assert [ask_to_move(provider="rehearsal", now=now + timedelta(days=day)) for day in (0, 1, 40)] == [1, 0, 0]
    mail = Outbox.objects.filter(purpose="gift_move").first()
    assert mail
    assert mail.recipient == "dee@example.org"
    assert f"/give/{promise.intent.token}/move/" in mail.body
    assert ask_to_move(provider="stripe", now=now) == 0


@pytest.mark.usefixtures("two")
def test_one_that_has_ended_is_not_moved(client: Client, promise: Recurring) -> None:
    Recurring.objects.update(standing=Standing.ENDED)
    assert client.post(f"/give/{promise.intent.token}/move/", {"way": "stripe"}, headers=OURS).status_code == 409
    assert "It has ended" in client.get(f"/give/{promise.intent.token}/move/").content.decode()


def test_where_no_other_way_is_open_nothing_changes(client: Client, promise: Recurring) -> None:
    page = client.get(f"/give/{promise.intent.token}/move/").content.decode()
    assert "No other way is open" in page
    assert client.post(f"/give/{promise.intent.token}/move/", {}, headers=OURS).status_code == 422


def test_a_monthly_gift_moves_to_a_standing_order(client: Client, promise: Recurring, account: FundingTerms) -> None:
    answer = client.post(f"/give/{promise.intent.token}/move/", {"way": "bank"}, headers=OURS)
    assert "Set up a standing order" in client.get(answer.url).content.decode()


@pytest.mark.usefixtures("two")
def test_the_desk_shows_what_runs_where_and_asks(client: Client, promise: Recurring, tess: User) -> None:
    tess.groups.add(Group.objects.get(name="Treasurer"))
    client.force_login(tess)
    page = client.get("/newsroom/funding/ways/").content.decode()
    assert "1 · 10\xa0$" in page
    assert "No way had to rest so far." in page
    assert 'href="/newsroom/settings/funding/fundingterms/"' in page
    assert "Ask one giver by mail to move" in page
    page = client.get(ASK, {"provider": "rehearsal"}).text
    assert "One giver gets this mail." in page
    assert "Please move your monthly gift to The Courier" in page
    assert "You give 10\xa0$ to The Courier every month." in page
    assert promise.intent.token not in page
    assert not Outbox.objects.filter(purpose="gift_move").exists()
    page = client.post(ASK, {"provider": "rehearsal"}, follow=True).content.decode()
    assert "One giver is written to." in page
    assert "One giver was asked to move, on " in page
    assert "Ask one giver" not in page
    assert "Nobody is left to ask" in client.get(ASK, {"provider": "rehearsal"}).text
    assert client.get(ASK, {"provider": "nobody"}).status_code == 404


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("is_open", "says", "not_says"),
    [(True, "by another way from now on", "no new gifts"), (False, "takes no new gifts any more", "from now on")],
)
def test_the_mail_says_what_is_true_of_the_way(
    promise: Recurring, now: datetime, is_open: bool, says: str, not_says: str
) -> None:
    terms = FundingTerms.load()
    terms.takes_rehearsal = is_open
    terms.save()
    ask_to_move(provider="rehearsal", now=now)
    body = Outbox.objects.get(purpose="gift_move").body
    assert says in body
    assert not_says not in body
    assert "will close" not in body
    assert "ends by itself" in body


@pytest.mark.usefixtures("two")
def test_of_a_standing_order_the_mail_says_who_ends_it(promise: Recurring, now: datetime) -> None:
    Recurring.objects.update(provider="bank")
    ask_to_move(provider="bank", now=now)
    body = Outbox.objects.get(purpose="gift_move").body
    assert "end the standing order at your bank: only you can." in body
    assert "ends by itself" not in body


def test_where_nobody_could_move_nobody_is_asked(client: Client, promise: Recurring, now: datetime) -> None:
    with pytest.raises(NowhereToGo):
        ask_to_move(provider="rehearsal", now=now)
    tess = User.objects.create_user("tess")
    tess.groups.add(Group.objects.get(name="Treasurer"))
    client.force_login(tess)
    for answer in (client.get(ASK, {"provider": "rehearsal"}), client.post(ASK, {"provider": "rehearsal"})):
        assert "No other way is open" in answer.text
    assert not Outbox.objects.filter(purpose="gift_move").exists()


def test_only_who_keeps_the_books_asks(client: Client, promise: Recurring, newsroom: Any) -> None:
    rex = User.objects.create_user("rex")
    rex.groups.add(Group.objects.get(name="Editor"))
    client.force_login(rex)
    assert client.post("/newsroom/funding/ways/ask/", {"provider": "rehearsal"}).status_code in {302, 403}
    assert client.get("/newsroom/funding/ways/").status_code in {302, 403}
    assert not Outbox.objects.filter(purpose="gift_move").exists()
