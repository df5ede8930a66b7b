"""Posts are held against the newsroom's lists, and whoever stores them learns at once when a list changes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from wagtail.models import Page

from dateline.discussion.actions import edit, post_comment, set_status, set_statuses, withdraw
from dateline.discussion.actions.post import prepare, store
from dateline.discussion.entry import Entry
from dateline.discussion.lists import lists_in_force
from dateline.discussion.models import Catch, Comment, Likeness, Status, Thread, WordList, latest_verdict
from dateline.discussion.writer import Writer
from dateline.screening import gist_of

from .conftest import Say

pytestmark = pytest.mark.django_db


def listed(text: str, *, version: int = 1, in_force: bool = True, **more: Any) -> WordList:
    """Put a list into force."""
    found = WordList.objects.first() or WordList(name="House rules")
    found.in_force = in_force
    found.say(version=version, text=text, holds=more.get("holds", True))
    found.save()
    return found


@pytest.fixture
def known(say: Say) -> Writer:
    """A guest of whom something stands."""
    writer = Writer(device="k" * 64, name="Kim")
    Comment.objects.filter(pk=say("Good morning.").pk).update(device=writer.device)
    return writer


def test_a_listed_word_is_held_and_remembered_as_the_lists_catch(flood: Page, known: Writer, now: datetime):
    house = listed("casino")
    held = post_comment(page=flood, writer=known, text="Try this casino.", now=now)
    assert held.is_held
    verdict = latest_verdict(held)
    assert verdict is not None
    assert [(reason["list"], reason["list_version"]) for reason in verdict.reasons] == [(house.pk, 1)]
    assert Catch.objects.get().comment == held


def test_a_list_that_marks_lets_through_and_remembers(flood: Page, known: Writer, now: datetime):
    listed("casino", holds=False)
    assert post_comment(page=flood, writer=known, text="Try this casino.", now=now).is_published
    assert Catch.objects.count() == 1


def test_a_change_is_known_with_the_next_post_and_what_is_kept_is_kept(flood: Page, known: Writer, now: datetime):
    listed("casino")
    first = lists_in_force()
    assert lists_in_force() is first
    listed("pills", version=2)
    assert post_comment(page=flood, writer=known, text="Try this casino.", now=now).is_published
    listed("pills", version=2, in_force=False)
    assert not lists_in_force()


def test_a_list_that_is_withdrawn_while_a_batch_is_on_its_way_holds_nothing(flood: Page, known: Writer, now: datetime):
    listed("casino")
    drafts = prepare([Entry(known, "Try this casino.", flood.pk)], now=now)
    listed("casino", in_force=False)
    [placed] = store(drafts, now=now)
    assert not isinstance(placed, Exception)
    assert placed.is_published
    assert not Catch.objects.exists()


def test_an_edit_is_held_against_the_lists_too(flood: Page, known: Writer, now: datetime):
    listed("casino")
    said = post_comment(page=flood, writer=known, text="Hello.", now=now)
    assert edit(comment=said, writer=known, text="Casino!", now=now).is_held
    assert Catch.objects.count() == 1
    assert edit(comment=said, writer=known, text="Casino!!", now=now).is_held
    assert Catch.objects.count() == 1


def test_a_line_that_no_longer_means_anything_holds_up_nobody(flood: Page, known: Writer, now: datetime):
    listed("***\ncasino")
    assert post_comment(page=flood, writer=known, text="A casino.", now=now).is_held


def test_lists_cost_one_small_question_for_a_batch(
    flood: Page, known: Writer, now: datetime, django_assert_num_queries: Any
):
    listed("casino")
    lists_in_force()
    entries = [Entry(Writer(device=f"{number:064}", name="G"), "Hello there.", flood.pk) for number in range(5)]
    prepare(entries, now=now)  # what is set, and what was learned, is kept in memory for some seconds
    with django_assert_num_queries(5):  # threads, authors, lists, and two whether there is a rush
        prepare(entries, now=now)


def filed() -> set[int]:
    return set(Likeness.objects.values_list("comment", flat=True))


def test_copies_are_filed_while_they_wait_and_not_otherwise(flood: Page, known: Writer, now: datetime):
    published = post_comment(page=flood, writer=known, text="Good evening to all of you.", now=now)
    assert filed() == set()
    held = post_comment(page=flood, writer=Writer(device="n" * 64, name="N"), text=published.text, now=now)
    assert filed() == {held.pk}
    set_status(comment=published, status=Status.HELD)
    numbers = gist_of(held.text)
    assert set(Likeness.objects.under(numbers).values_list("comment", flat=True)) == {held.pk, published.pk}
    set_status(comment=held, status=Status.SPAM)
    assert filed() == {published.pk}


def test_an_edit_is_filed_anew_and_what_is_taken_back_is_filed_nowhere(flood: Page, now: datetime):
    cass = Writer(device="n" * 64, name="N")
    held = post_comment(page=flood, writer=cass, text="One two three.", now=now)
    edit(comment=held, writer=cass, text="Four five six.", now=now)
    assert set(Likeness.objects.values_list("number", flat=True)) == set(gist_of("Four five six."))
    withdraw(comment=held, writer=cass, now=now)
    assert filed() == set()


def test_many_standings_at_once_are_what_they_are_one_by_one(say: Say, thread: Thread):
    top = say("Top.")
    answers = [say(f"Answer {number}.", parent=top) for number in range(3)]
    below = say("Below.", parent=answers[0])
    wanted = {top.pk: Status.HELD, answers[0].pk: Status.REJECTED, below.pk: Status.SPAM, answers[1].pk: Status.HELD}

    def standing() -> list[Any]:
        thread.refresh_from_db()
        rows = Comment.objects.order_by("pk").values_list(
            "pk", "status", "shown", "reply_count", "descendant_count", "open_flags"
        )
        return [thread.comment_count, *rows, filed()]

    before = standing()
    for comment in (top, *answers, below):
        if comment.pk in wanted:
            set_status(comment=comment, status=wanted[comment.pk])
    one_by_one = standing()
    set_statuses(dict.fromkeys(wanted, Status.PUBLISHED))
    assert standing() == before
    set_statuses(wanted)
    assert standing() == one_by_one
