"""Lists at the desk: put into force and withdrawn; what a list alone held goes with it and comes back with its undo."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from pytest_django import Settings
from wagtail.models import Page

from dateline.discussion.actions import post_comment, restrict, set_mode, thread_of
from dateline.discussion.models import Comment, ListKind, Mode, Restraint, WordList
from dateline.discussion.writer import Writer
from dateline.moderation.actions import Overtaken, decide, make_list, reword, switch, undo, undo_switch
from dateline.moderation.models import Action, Batch, Decision, Switch, Wording
from dateline.people.models import User
from dateline.screening import Unreadable

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(mo: User, now: datetime) -> WordList:
    """A list that is not in force yet."""
    return make_list(
        name="House rules", kind=ListKind.WORDS, text="casino\npills", holds=True, moderator=mo, now=now, note="spam"
    )


@pytest.fixture
def in_force(house: WordList, mo: User, now: datetime) -> WordList:
    """The same, switched on."""
    return switch(wordlist=house, version=1, expected=0, moderator=mo, now=now).wordlist


def say(page: Page, text: str, now: datetime, name: str = "Kim", device: str = "b") -> Comment:
    """Let somebody write in a thread that is open to all."""
    set_mode(page=page, mode=Mode.OPEN, now=now)
    return post_comment(page=page, writer=Writer(device=device * 64, name=name), text=text, now=now)


def status(comment: Comment) -> str:
    return Comment.objects.values_list("status", flat=True).get(pk=comment.pk)


def test_a_new_list_holds_nothing_until_it_is_switched_on(house: WordList, flood: Page, mo: User, now: datetime):
    assert status(say(flood, "A casino.", now)) == "published"
    change = switch(wordlist=house, version=1, expected=0, moderator=mo, now=now, note="tried")
    assert (change.previous, change.version, change.note, change.moderator) == (0, 1, "tried", mo)
    assert status(say(flood, "A casino, again and again.", now)) == "held"


def test_withdrawing_releases_what_it_alone_held_and_nobody_decided(
    in_force: WordList, flood: Page, mo: User, now: datetime
):
    alone = say(flood, "The casino downtown is closed.", now)
    doubly = say(flood, "You idiot, the casino is closed.", now)
    decided = say(flood, "Pills here.", now)
    decide(comment=decided, action=Action.HOLD, moderator=mo, now=now, note="wait")
    change = switch(wordlist=in_force, version=0, expected=1, moderator=mo, now=now, note="too much")
    assert [status(each) for each in (alone, doubly, decided)] == ["published", "held", "held"]
    assert change.sweep.ended_at
    assert change.sweep.released == 1
    assert Batch.objects.values_list("number", "action", "note").get() == (1, "release", "too much")
    assert thread_of(page=flood, now=now).comment_count == 1


def test_undoing_a_withdrawal_holds_again_what_nobody_decided_since(
    in_force: WordList, flood: Page, mo: User, ada: User, now: datetime
):
    first, second = say(flood, "The casino is closed.", now), say(flood, "They sell pills in town.", now)
    change = switch(wordlist=in_force, version=0, expected=1, moderator=mo, now=now)
    decide(comment=second, action=Action.REJECT, moderator=ada, now=now)
    back = undo_switch(change=change, moderator=mo, now=now)
    assert [status(first), status(second)] == ["held", "rejected"]
    assert (back.version, back.undoes) == (1, change)
    assert WordList.objects.get().in_force
    switch(wordlist=in_force, version=0, expected=1, moderator=mo, now=now)
    assert [status(first), status(second)] == ["published", "rejected"]


def test_undoing_a_switch_on_withdraws(in_force: WordList, flood: Page, mo: User, now: datetime):
    held = say(flood, "The casino is closed.", now)
    undo_switch(change=Switch.objects.get(), moderator=mo, now=now)
    assert status(held) == "published"
    assert not WordList.objects.get().in_force


def test_a_shorter_version_releases_what_only_its_missing_lines_held(
    in_force: WordList, flood: Page, mo: User, now: datetime
):
    casino, pills = say(flood, "The casino is closed.", now), say(flood, "They sell pills in town.", now)
    reword(wordlist=in_force, text="pills", holds=True, moderator=mo, now=now, expected=1)
    assert WordList.objects.get().text == "casino\npills"
    switch(wordlist=in_force, version=2, expected=1, moderator=mo, now=now)
    assert [status(casino), status(pills)] == ["published", "held"]


def test_a_version_that_only_marks_releases_too(in_force: WordList, flood: Page, mo: User, now: datetime):
    held = say(flood, "The casino is closed.", now)
    reword(wordlist=in_force, text="casino", holds=False, moderator=mo, now=now, expected=1)
    switch(wordlist=in_force, version=2, expected=1, moderator=mo, now=now)
    assert status(held) == "published"


def test_what_was_found_in_the_name_only_is_released_as_well(in_force: WordList, flood: Page, mo: User, now: datetime):
    held = say(flood, "Good morning.", now, name="Casino Royal")
    assert status(held) == "held"
    reword(wordlist=in_force, text="casino\nroyal", holds=True, moderator=mo, now=now, expected=1)
    switch(wordlist=in_force, version=2, expected=1, moderator=mo, now=now)
    assert status(held) == "held"
    switch(wordlist=in_force, version=0, expected=2, moderator=mo, now=now)
    assert status(held) == "published"


def test_another_list_that_found_something_too_goes_on_holding(
    in_force: WordList, flood: Page, mo: User, now: datetime
):
    other = make_list(name="Two", kind=ListKind.WORDS, text="downtown", holds=True, moderator=mo, now=now)
    switch(wordlist=other, version=1, expected=0, moderator=mo, now=now)
    held = say(flood, "The casino downtown is closed.", now)
    switch(wordlist=in_force, version=0, expected=1, moderator=mo, now=now)
    assert status(held) == "held"


def test_whose_author_was_restricted_since_goes_on_waiting(in_force: WordList, flood: Page, mo: User, now: datetime):
    held = {
        kind: say(flood, f"The casino is closed, {kind}.", now, device=f"{place}")
        for place, kind in enumerate(Restraint.values)
    }
    for kind, comment in held.items():
        restrict(author_of=comment, kind=Restraint(kind), until=now + timedelta(days=1), now=now)
    over = say(flood, "The casino was closed long ago.", now, device="o")
    restrict(author_of=over, kind=Restraint.BANNED, until=now, now=now - timedelta(days=1))
    switch(wordlist=in_force, version=0, expected=1, moderator=mo, now=now)
    assert {kind for kind, comment in held.items() if status(comment) == "published"} == {Restraint.WARNED}
    assert status(over) == "published"


@pytest.mark.parametrize("mode", [Mode.FIRST, Mode.ALL, Mode.MEMBERS, Mode.CLOSED])
def test_where_it_would_wait_or_be_refused_today_it_goes_on_waiting(
    in_force: WordList, flood: Page, mo: User, now: datetime, mode: Mode
):
    held = say(flood, "The casino is closed.", now)
    set_mode(page=flood, mode=mode, now=now)
    assert switch(wordlist=in_force, version=0, expected=1, moderator=mo, now=now).sweep.done == ""
    assert status(held) == "held"


def test_first_comments_wait_only_for_whom_nothing_was_accepted(
    in_force: WordList, flood: Page, mo: User, now: datetime
):
    say(flood, "Good morning.", now)
    known = say(flood, "The casino is closed.", now)
    set_mode(page=flood, mode=Mode.FIRST, now=now)
    switch(wordlist=in_force, version=0, expected=1, moderator=mo, now=now)
    assert status(known) == "published"


def test_an_answer_to_what_is_gone_goes_on_waiting(in_force: WordList, flood: Page, mo: User, now: datetime):
    top = say(flood, "Good morning.", now, device="t")
    answer = Writer(device="b" * 64, name="Kim")
    held = post_comment(parent=top, writer=answer, text="The casino is closed.", now=now)
    decide(comment=top, action=Action.REJECT, moderator=mo, now=now)
    switch(wordlist=in_force, version=0, expected=1, moderator=mo, now=now)
    assert status(held) == "held"


def test_what_another_list_finds_that_was_switched_on_since_goes_on_waiting(
    in_force: WordList, flood: Page, mo: User, now: datetime
):
    held = say(flood, "The casino downtown is closed.", now)
    other = make_list(name="Two", kind=ListKind.WORDS, text="downtown", holds=True, moderator=mo, now=now)
    switch(wordlist=other, version=1, expected=0, moderator=mo, now=now)
    switch(wordlist=in_force, version=0, expected=1, moderator=mo, now=now)
    assert status(held) == "held"


def test_one_released_comment_can_be_taken_back_alone(in_force: WordList, flood: Page, mo: User, now: datetime):
    held = say(flood, "The casino is closed.", now)
    switch(wordlist=in_force, version=0, expected=1, moderator=mo, now=now)
    undo(decision=Decision.objects.get(action=Action.RELEASE), moderator=mo, now=now)
    assert status(held) == "held"


def test_of_two_moderators_the_second_changes_nothing(in_force: WordList, mo: User, ada: User, now: datetime):
    reword(wordlist=in_force, text="casino", holds=True, moderator=ada, now=now, expected=1)
    with pytest.raises(Overtaken):
        reword(wordlist=in_force, text="pills", holds=True, moderator=mo, now=now, expected=1)
    change = switch(wordlist=in_force, version=2, expected=1, moderator=ada, now=now)
    with pytest.raises(Overtaken):
        switch(wordlist=in_force, version=0, expected=1, moderator=mo, now=now)
    undo_switch(change=change, moderator=ada, now=now)
    with pytest.raises(Overtaken):
        undo_switch(change=change, moderator=mo, now=now)
    assert Wording.objects.count() == 2


def test_lines_that_cannot_be_read_are_not_stored(house: WordList, mo: User, now: datetime):
    with pytest.raises(Unreadable):
        reword(wordlist=house, text="ok\n***", holds=True, moderator=mo, now=now, expected=1)
    assert Wording.objects.count() == 1


def test_the_database_keeps_versions_and_changes_as_they_were(in_force: WordList):
    for rows in (Wording.objects.all(), Switch.objects.all()):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(note="never said")
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.delete()


def test_a_list_is_made_switched_on_and_withdrawn_without_a_script(desk: Client, flood: Page, now: datetime):
    made = desk.post("/moderation/lists/", {"name": "Scams", "kind": "words", "text": "casino", "does": "hold"})
    address = made["Location"]
    assert "Not in force" in desk.get(address).text
    desk.post(f"{address}switch/", {"version": 1, "expected": 0, "note": ""})
    held = say(flood, "The casino is closed.", now)
    page = desk.get(address).text
    assert "Version 1 is in force: what it finds waits" in page
    assert "The casino is closed." in page
    queue = desk.get("/moderation/").text
    assert "<mark>casino</mark>" in queue
    assert "On the list “Scams”: casino." in queue
    desk.post(f"{address}switch/", {"version": 0, "expected": 1, "note": "no"})
    assert status(held) == "published"
    assert "1 comment was released." in desk.get(address).text
    desk.post(f"/moderation/switches/{Switch.objects.latest('pk').pk}/undo/")
    assert status(held) == "held"
    assert "in force: holds" in desk.get("/moderation/lists/").text


def test_a_changed_list_is_stored_beside_the_one_in_force(desk: Client, in_force: WordList):
    address = f"/moderation/lists/{in_force.pk}/"
    form = {"text": "casino\nroulette", "does": "hold", "expected": 1}
    assert desk.post(address, form).status_code == 303
    assert "Switch version 2 on" in desk.get(address).text
    assert desk.post(address, form).status_code == 409
    assert WordList.objects.get().version == 1


def test_lines_that_cannot_be_read_are_told_and_kept_in_the_form(desk: Client, house: WordList):
    for address in ("/moderation/lists/", f"/moderation/lists/{house.pk}/"):
        form = {"name": "X", "kind": "words", "text": "good\n<b>s*m</b>", "does": "mark", "expected": 1}
        answer = desk.post(address, form | {"note": "By the mayor's wish."})
        assert answer.status_code == 422
        assert "Line 2, “&lt;b&gt;s*m&lt;/b&gt;”: a star stands at the end of a word only." in answer.text
        assert "good\n&lt;b&gt;s*m" in answer.text
        assert 'value="By the mayor&#x27;s wish."' in answer.text
        assert '<option value="mark" selected>' in answer.text
    assert WordList.objects.count() == 1


@pytest.mark.parametrize("change", [{"kind": "regex"}, {"does": "delete"}, {"name": ""}, {"name": "x" * 81}])
def test_what_no_page_of_ours_sends_makes_no_list(desk: Client, change: dict[str, Any]):
    form = {"name": "X", "kind": "words", "text": "casino", "does": "hold", **change}
    assert desk.post("/moderation/lists/", form).status_code == 400
    assert not WordList.objects.exists()


def test_only_moderators_get_in(client: Client, house: WordList):
    one = f"/moderation/lists/{house.pk}/"
    for address in ("/moderation/lists/", one, f"{one}switch/", f"{one}try/"):
        assert client.post(address).status_code == 302
    assert not Switch.objects.exists()


def test_a_withdrawal_of_hundreds_takes_as_many_queries_as_of_ten(
    in_force: WordList, flood: Page, mo: User, now: datetime, django_assert_max_num_queries: Any, settings: Settings
):
    settings.DISCUSSION_RUSH = 0  # so many strangers at once are asked for a proof elsewhere
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    for number in range(120):
        guest = Writer(device=f"{number:064}", name="G")
        post_comment(page=flood, writer=guest, text="The casino is closed.", now=now)
    with django_assert_max_num_queries(36):
        change = switch(wordlist=in_force, version=0, expected=1, moderator=mo, now=now)
    assert change.sweep.released == 120
    assert Batch.objects.get().number == 120
