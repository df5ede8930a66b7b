"""A list that had held much is let go a portion at a time: beside everything else, from where it stood still."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from dateline.discussion.actions import post_comment, set_mode
from dateline.discussion.models import Comment, ListKind, Mode, WordList
from dateline.discussion.writer import Writer
from dateline.moderation.actions import decide, make_list, reword, sweep, switch, take_up_sweeps, undo_switch
from dateline.moderation.actions.sweep import next_portion
from dateline.moderation.models import Action, Batch, Decision, Sweep, Switch
from dateline.people.models import User

pytestmark = pytest.mark.django_db
MANY, PORTION = 7, 2


@pytest.fixture
def house(flood: Page, mo: User, now: datetime, monkeypatch: pytest.MonkeyPatch) -> WordList:
    """A list in force that has held seven comments, of which two are done at a time."""
    monkeypatch.setattr(sweep, "PORTION", PORTION)
    wordlist = make_list(name="House", kind=ListKind.WORDS, text="casino", holds=True, moderator=mo, now=now)
    switch(wordlist=wordlist, version=1, expected=0, moderator=mo, now=now)
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    for number in range(MANY):
        guest = Writer(device=f"{number:064}", name="Kim")
        post_comment(page=flood, writer=guest, text="The casino is closed.", now=now)
    return wordlist


def withdraw(wordlist: WordList, mo: User, now: datetime) -> Switch:
    return switch(wordlist=wordlist, version=0, expected=1, moderator=mo, now=now)


def standings() -> list[str]:
    return sorted(Comment.objects.values_list("status", flat=True))


def to_the_end(change: Switch, now: datetime) -> Sweep:
    while next_portion(change.sweep.pk, now):
        pass
    return Sweep.objects.get(pk=change.sweep.pk)


def test_the_request_does_the_first_portion_and_puts_off_the_others(house: WordList, mo: User, now: datetime):
    begun = withdraw(house, mo, now).sweep
    assert standings().count("published") == PORTION
    assert not WordList.objects.get().in_force
    assert (begun.ended_at, begun.released, begun.looked, begun.todo, begun.percent) == (None, 2, 2, 7, 28)


def test_every_portion_is_a_batch_and_a_transaction(house: WordList, mo: User, now: datetime):
    ended = to_the_end(withdraw(house, mo, now), now)
    assert set(standings()) == {"published"}
    assert list(ended.batches.order_by("id").values_list("number", flat=True)) == [2, 2, 2, 1]
    assert (ended.ended_at, ended.percent, ended.done) == (now, 100, "7 comments were released.")


def test_what_was_put_off_is_done_after_the_commit(
    house: WordList, mo: User, now: datetime, django_capture_on_commit_callbacks: Any
):
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(house, mo, now)
    assert set(standings()) == {"published"}
    assert Sweep.objects.under_way().count() == 0


def test_the_clock_takes_up_what_stands_still_once_a_minute(
    house: WordList, mo: User, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    withdraw(house, mo, now)
    assert take_up_sweeps(now=now + timedelta(seconds=30)) == 0
    monkeypatch.setattr("dateline.moderation.actions.sweep.SPELL", 0.0)
    monkeypatch.setattr("dateline.moderation.actions.sweep.go_on_sweeping", NeverDone())
    later = now + timedelta(minutes=2)
    assert [take_up_sweeps(now=later), take_up_sweeps(now=later)] == [1, 0]
    monkeypatch.undo()
    assert take_up_sweeps(now=now + timedelta(minutes=4)) == 1
    assert set(standings()) == {"published"}


class NeverDone:
    """A worker that dies with whatever it is given."""

    def enqueue(self, number: int) -> None:
        """Lose it."""


def test_a_portion_that_fails_is_done_again_by_the_next(
    house: WordList, mo: User, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    change = withdraw(house, mo, now)
    monkeypatch.setattr("dateline.moderation.actions.sweep.carry_out", lambda batch, steps: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        next_portion(change.sweep.pk, now)
    monkeypatch.undo()
    assert to_the_end(change, now).released == MANY


def test_one_undo_holds_again_all_that_was_released_and_ends_what_was_under_way(
    house: WordList, mo: User, now: datetime
):
    change = withdraw(house, mo, now)
    decide(comment=Comment.objects.earliest("pk"), action=Action.SPAM, moderator=mo, now=now)
    back = undo_switch(change=change, moderator=mo, now=now)
    assert not next_portion(change.sweep.pk, now)
    assert to_the_end(back, now).done == "1 comment waits again."
    assert standings() == ["held"] * 6 + ["spam"]
    assert WordList.objects.get().in_force


def test_a_later_switch_goes_on_where_the_one_before_ends(house: WordList, mo: User, now: datetime):
    first = withdraw(house, mo, now)
    reword(wordlist=house, text="roulette", holds=True, moderator=mo, now=now, expected=1)
    second = switch(wordlist=house, version=2, expected=0, moderator=mo, now=now)
    assert not next_portion(first.sweep.pk, now)
    assert to_the_end(second, now).released == 5
    assert set(standings()) == {"published"}


@pytest.mark.parametrize(("text", "standing"), [("closed", "held"), ("roulette", "published")])
def test_what_an_undo_had_still_to_hold_again_the_next_switch_decides_about(
    house: WordList, mo: User, now: datetime, text: str, standing: str
):
    change = withdraw(house, mo, now)
    to_the_end(change, now)
    undo_switch(change=change, moderator=mo, now=now)
    assert standings().count("held") == PORTION
    reword(wordlist=house, text=text, holds=True, moderator=mo, now=now, expected=1)
    to_the_end(switch(wordlist=house, version=2, expected=1, moderator=mo, now=now), now)
    assert set(standings()) == {standing}


def test_undoing_an_undo_on_its_way_releases_all_again(house: WordList, mo: User, now: datetime):
    change = withdraw(house, mo, now)
    to_the_end(change, now)
    back = undo_switch(change=change, moderator=mo, now=now)
    to_the_end(undo_switch(change=back, moderator=mo, now=now), now)
    assert set(standings()) == {"published"}
    assert not WordList.objects.get().in_force


def test_a_moderator_who_decides_in_between_is_not_overruled(house: WordList, mo: User, now: datetime):
    change = withdraw(house, mo, now)
    decide(comment=Comment.objects.latest("pk"), action=Action.HOLD, moderator=mo, now=now, note="wait")
    assert to_the_end(change, now).released == 6
    assert Decision.objects.filter(action=Action.RELEASE).count() == 6
    assert standings() == ["held"] + ["published"] * 6


def test_the_page_of_the_list_says_how_far_it_is(house: WordList, desk: Client, now: datetime):
    address = f"/moderation/lists/{house.pk}/"
    desk.post(f"{address}switch/", {"version": 0, "expected": 1, "note": ""})
    page = desk.get(address).text
    assert 'data-trial="on"' in page
    assert 'value="28"' in page
    assert "2 comments were released." in page
    to_the_end(Switch.objects.latest("pk"), now)
    page = desk.get(address).text
    assert 'data-trial=""' in page
    assert "7 comments were released." in page
    assert Batch.objects.count() == 4
