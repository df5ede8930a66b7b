"""A list is tried on past comments before it is switched on: what it finds, and what people had decided about it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from wagtail.models import Page

from dateline.discussion.actions import record_comment, thread_of
from dateline.discussion.models import Comment, ListKind, Status, WordList
from dateline.moderation import trying
from dateline.moderation.actions import decide, make_list, reword, switch
from dateline.moderation.models import Action, Decision, Find, Trial, Wording
from dateline.moderation.trying import begin_trial, step
from dateline.people.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def past(flood: Page, mo: User, now: datetime) -> dict[str, Comment]:
    """What was said: accepted, refused and undecided, long ago, by staff, and something harmless."""
    thread = thread_of(page=flood, now=now)

    def say(text: str, days: int = 1, **more: object) -> Comment:
        at = now - timedelta(days=days)
        return record_comment(thread=thread, author_name="Kim", text=text, created_at=at, now=now, **more)  # type: ignore[arg-type]

    said = {
        "accepted": say("The casino is closed.", status=Status.HELD),
        "refused": say("Win at my casino!", status=Status.HELD),
        "undecided": say("Casino or theatre, that is the question."),
        "old": say("The casino burned down.", days=90),
        "staff": say("We report on the casino.", by_staff=True),
        "harmless": say("The water is falling."),
        "pills": say("The pharmacy has no pills left."),
    }
    decide(comment=said["accepted"], action=Action.APPROVE, moderator=mo, now=now)
    decide(comment=said["refused"], action=Action.SPAM, moderator=mo, now=now)
    return said


@pytest.fixture
def house(mo: User, now: datetime) -> WordList:
    """A list that is not in force yet."""
    return make_list(name="House rules", kind=ListKind.WORDS, text="casino", holds=True, moderator=mo, now=now)


def tried(wordlist: WordList, mo: User, now: datetime, *, number: int = 1, days: int | None = None) -> Trial:
    """Try a version to its end."""
    wording = Wording.objects.of_list(wordlist).numbered(number)
    assert wording is not None
    trial = begin_trial(wording=wording, days=days, moderator=mo, now=now)
    while step(trial.pk, now):
        pass
    return Trial.objects.get(pk=trial.pk)


def test_a_trial_counts_what_people_had_decided_and_changes_nothing(
    past: dict[str, Comment], house: WordList, mo: User, now: datetime
):
    before = list(Comment.objects.order_by("pk").values("pk", "status"))
    trial = tried(house, mo, now)
    assert (trial.is_done, trial.percent, trial.looked, trial.found) == (True, 100, 6, 4)
    assert (trial.accepted, trial.refused, trial.public, trial.right) == (1, 1, 3, 50)
    assert list(Comment.objects.order_by("pk").values("pk", "status")) == before
    assert Decision.objects.count() == 2
    found = {find.comment_id: find for find in Find.objects.of_trial(trial)}
    assert set(found) == {past[name].pk for name in ("accepted", "refused", "undecided", "old")}
    assert found[past["refused"].pk].spans == [[10, 16]]


def test_a_trial_looks_back_thirty_days_or_at_all(past: dict[str, Comment], house: WordList, mo: User, now: datetime):
    assert tried(house, mo, now, days=30).found == 3
    assert tried(house, mo, now).found == 4
    assert Trial.objects.count() == 1


def test_a_changed_list_is_tried_against_the_version_in_force(
    past: dict[str, Comment], house: WordList, mo: User, now: datetime
):
    switch(wordlist=house, version=1, expected=0, moderator=mo, now=now)
    reword(wordlist=house, text="pills\nclosed", holds=True, moderator=mo, now=now, expected=1)
    trial = tried(house, mo, now, number=2)
    assert (trial.found, trial.more, trial.less) == (2, 1, 3)
    sides = dict(Find.objects.of_trial(trial).values_list("comment", "side"))
    assert sides[past["pills"].pk] == "more"
    assert sides[past["accepted"].pk] == "both"
    assert sides[past["undecided"].pk] == "less"


def test_slices_of_any_size_count_the_same(
    past: dict[str, Comment], house: WordList, mo: User, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    whole = tried(house, mo, now)
    monkeypatch.setattr(trying, "SLICE", 1)
    sliced = tried(house, mo, now)
    counts = ("looked", "found", "public", "accepted", "refused", "more")
    assert [getattr(whole, name) for name in counts] == [getattr(sliced, name) for name in counts]


def test_only_the_first_finds_are_kept_and_all_are_counted(
    past: dict[str, Comment], house: WordList, mo: User, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(trying, "KEPT", 2)
    trial = tried(house, mo, now)
    assert trial.found == 4
    assert Find.objects.count() == 2


def test_a_trial_of_nothing_is_done_at_once(flood: Page, house: WordList, mo: User, now: datetime):
    assert tried(house, mo, now).is_done


def test_the_desk_begins_a_trial_watches_it_and_reads_what_it_found(
    past: dict[str, Comment], house: WordList, desk: Client, django_capture_on_commit_callbacks: object
):
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        begun = desk.post(f"/moderation/lists/{house.pk}/try/", {"version": 1, "days": ""})
    page = desk.get(begun["Location"]).text
    assert "6 comments were looked at." in page
    assert "50 % were refused" in page
    assert "<mark>casino</mark>" in page
    assert 'data-trial=""' in page
    assert "What the trial of version 1 found" in desk.get(f"/moderation/lists/{house.pk}/").text


def test_a_trial_on_its_way_looks_again_by_itself_and_one_that_stands_still_can_be_pushed(
    past: dict[str, Comment], house: WordList, desk: Client
):
    begun = desk.post(f"/moderation/lists/{house.pk}/try/", {"version": 1, "days": "30"})
    assert 'data-trial="on"' in desk.get(begun["Location"]).text
    Trial.objects.update(moved_at=Trial.objects.get().moved_at - timedelta(minutes=5))
    page = desk.get(begun["Location"]).text
    assert "It stands still." in page
    assert 'data-trial=""' in page
    desk.post(begun["Location"])
    assert Trial.objects.get().is_done


@pytest.mark.parametrize("form", [{"version": "9"}, {"version": "x"}, {"version": "1", "days": "7"}, {}])
def test_what_no_page_of_ours_sends_begins_nothing(house: WordList, desk: Client, form: dict[str, str]):
    assert desk.post(f"/moderation/lists/{house.pk}/try/", form).status_code == 400
    assert not Trial.objects.exists()
