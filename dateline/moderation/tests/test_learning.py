"""What people decided teaches the newsroom's own model; what they take back it forgets; and it can be left out."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings
from wagtail.models import Page

from dateline.discussion import learned
from dateline.discussion.actions import (
    edit,
    erase_own_data,
    flag,
    new_edition,
    post_comment,
    record_comment,
    set_mode,
    thread_of,
)
from dateline.discussion.models import Comment, Learned, Mode, Status
from dateline.discussion.writer import Writer
from dateline.moderation.actions import decide, decide_all, learn_anew, say_which_model, undo, undo_all
from dateline.moderation.actions.batch import Seen
from dateline.moderation.lessons import lessons
from dateline.moderation.models import About, Action, CannedReason, Decision
from dateline.people.models import User
from dateline.screening.learning import Learned as Model

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]
SPAM = "Cheap pills and casino bonus at number {} of our shop, order now"
CLEAN = "The water at gauge {} has fallen by a hand since the morning"


@pytest.fixture
def comment(flood: Page, now: datetime) -> Comment:
    """One that waits."""
    return said("It waits.", flood, now)


def said(text: str, flood: Page, now: datetime, key: str = "") -> Comment:
    thread = thread_of(page=flood, now=now)
    words: dict[str, Any] = {"author_name": "Kim", "created_at": now, "now": now, "source_key": key}
    return record_comment(thread=thread, text=text, status=Status.HELD, **words)


def taught() -> list[tuple[str, str]]:
    return [(lesson.kind if lesson.is_positive else "clean", lesson.text) for lesson in lessons()]


def decided(comment: Comment, action: Action, mo: User, now: datetime, **more: str) -> Decision:
    return decide(comment=comment, action=action, moderator=mo, now=now, **more)


def test_approving_spam_and_refusals_for_a_reason_teach_and_nothing_else_does(flood: Page, mo: User, now: datetime):
    CannedReason.objects.create(label="Nasty", words="It is nasty.", teaches="abuse")
    CannedReason.objects.create(label="Boring", words="It is boring.")
    wanted: list[tuple[Action, dict[str, str], str]] = [
        (Action.APPROVE, {}, "clean"),
        (Action.SPAM, {}, "spam"),
        (Action.REJECT, {"reason": "Nasty"}, "abuse"),
        (Action.REJECT, {"reason": "Beleidigt jemanden"}, "abuse"),
        (Action.REJECT, {"reason": "Advertising"}, "spam"),
        (Action.REJECT, {"reason": "Boring"}, ""),
        (Action.REJECT, {"reason": "Off the topic"}, ""),
        (Action.REJECT, {}, ""),
        (Action.HOLD, {}, ""),
    ]
    for number, (action, more, _kind) in enumerate(wanted):
        decided(said(f"Number {number}.", flood, now), action, mo, now, **more)
    assert taught() == [(kind, f"Number {number}.") for number, (_a, _m, kind) in enumerate(wanted) if kind]


def test_a_refusal_without_a_reason_is_what_screening_or_a_reader_took_it_for(flood: Page, mo: User, now: datetime):
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    insult = post_comment(page=flood, writer=Writer(device="c" * 64, name="Cass"), text="You idiot", now=now)
    decided(insult, Action.REJECT, mo, now)
    reported = said("Quite rude.", flood, now)
    flag(comment=reported, writer=Writer(device="d" * 64), reason="abuse", now=now)
    decided(reported, Action.REJECT, mo, now)
    assert taught() == [("abuse", "You idiot"), ("abuse", "Quite rude.")]


def test_what_is_taken_back_teaches_no_more_and_what_that_took_back_again_does(
    comment: Comment, mo: User, now: datetime
):
    decided(comment, Action.APPROVE, mo, now)
    spam = decided(Comment.objects.get(), Action.SPAM, mo, now)
    assert taught() == [("spam", "It waits.")]
    back = undo(decision=spam, moderator=mo, now=now)
    assert taught() == [("clean", "It waits.")]
    undo(decision=back, moderator=mo, now=now)
    assert taught() == [("spam", "It waits.")]


def test_what_somebody_ticked_teaches_and_what_a_program_chose_does_not(flood: Page, mo: User, now: datetime):
    for about in (About.COPIES, About.CHOSEN):
        seen = [Seen(said(f"{about} {number}", flood, now).pk, "held") for number in range(2)]
        batch = decide_all(seen=seen, action=Action.SPAM, about=about, moderator=mo, now=now)
    assert taught() == [("spam", "copies 0"), ("spam", "copies 1")]
    undo_all(batch=batch, moderator=mo, now=now)
    assert len(taught()) == 2


def test_it_learns_from_the_words_as_they_were_and_from_none_that_are_forgotten(flood: Page, mo: User, now: datetime):
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    cass = Writer(device="c" * 64, name="Cass")
    comment = post_comment(page=flood, writer=cass, text="The first words.", now=now)
    decided(comment, Action.APPROVE, mo, now + timedelta(minutes=1))
    edit(comment=comment, writer=cass, text="The second words.", now=now + timedelta(minutes=2))
    assert taught() == [("clean", "The first words.")]
    Comment.objects.update(text="")
    assert taught() == []


def test_of_more_decisions_than_it_learns_from_the_newest_count(
    flood: Page, mo: User, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("dateline.moderation.lessons.MOST", 2)
    older, newer = said("Older.", flood, now), said("Newer.", flood, now)
    for comment in (newer, older, newer):
        decided(comment, Action.APPROVE, mo, now)
    decided(older, Action.SPAM, mo, now)
    assert taught() == [("clean", "Newer."), ("spam", "Older.")]


def many(flood: Page, mo: User, now: datetime, start: int = 0, pairs: int = 30) -> None:
    for number in range(start, start + pairs):
        decided(said(SPAM.format(number), flood, now), Action.SPAM, mo, now)
        decided(said(CLEAN.format(number), flood, now), Action.APPROVE, mo, now)


def test_it_learns_after_twenty_five_decisions_and_after_each_that_is_taken_back(flood: Page, mo: User, now: datetime):
    many(flood, mo, now, pairs=12)
    assert learn_anew(now=now) is None
    many(flood, mo, now, start=12, pairs=18)
    first = learn_anew(now=now)
    assert first is not None
    assert (first.decisions, first.until) == (60, Decision.objects.latest("pk").pk)
    assert learn_anew(now=now) is None
    extra = decided(said("Cheap casino, one more", flood, now), Action.SPAM, mo, now)
    assert learn_anew(now=now) is None
    undo(decision=extra, moderator=mo, now=now)
    second = learn_anew(now=now)
    assert second is not None
    assert second.version == first.version  # as if it had never been
    assert list(Learned.objects.order_by("pk").values_list("in_force", flat=True)) == [False, True]
    assert bytes(Learned.objects.earliest("pk").model) == b""


def test_who_posts_is_judged_by_what_is_in_force_unless_it_is_switched_off(
    flood: Page, mo: User, now: datetime, home: Path, monkeypatch: pytest.MonkeyPatch
):
    many(flood, mo, now)
    made = learn_anew(now=now)
    assert made is not None
    seen: list[Model | None] = []
    plain = "dateline.discussion.entry.Submission"
    made_of = __import__("dateline.screening", fromlist=["Submission"]).Submission
    monkeypatch.setattr(plain, lambda **words: (seen.append(words["learned"]), made_of(**words))[1])
    cass = Writer(device="c" * 64, name="Cass")
    post_comment(page=flood, writer=cass, text="Good morning to you.", now=now)
    assert [path.name for path in (home / "learned").iterdir()] == [made.version]
    change = say_which_model(own=False, moderator=mo, now=now)
    post_comment(page=flood, writer=cass, text="Good evening to all.", now=now)
    assert change is not None
    assert [each is not None for each in seen] == [True, False]
    assert seen[0] is not None
    assert seen[0].to_bytes() == bytes(Learned.objects.in_force().get().model)
    counts = []
    for text in ("And good night.", "Sleep well, all."):
        with CaptureQueriesContext(connection) as queries:
            post_comment(page=flood, writer=cass, text=text, now=now)
        counts.append(sum("discussion_learned" in query["sql"] for query in queries.captured_queries))
    assert counts == [0, 0]


def test_a_model_that_cannot_be_read_is_as_none_and_one_that_cannot_be_kept_is_read_from_the_row(
    flood: Page, mo: User, now: datetime, settings: Settings, home: Path
):
    many(flood, mo, now)
    learn_anew(now=now)
    settings.HOME = home / "nowhere" / "at all"
    learned.look()
    assert learned.own_model() is not None
    Learned.objects.update(version="broken", model=b"x")
    settings.HOME = home
    learned.look()
    assert learned.own_model() is None
    Learned.objects.update(in_force=False)
    learned.look()
    new_edition()


def test_a_file_that_is_damaged_is_written_anew(flood: Page, mo: User, now: datetime, home: Path):
    many(flood, mo, now)
    row = learn_anew(now=now)
    assert row
    path = home / "learned" / row.version
    for damaged in (b"", b"dateline newsroom model 1", b"x" * 4_096):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(damaged)
        learned._Kept.version = ""
        learned.look()
        assert learned.own_model() is not None
        assert path.stat().st_size > 4_096


def test_it_is_learned_anew_without_words_that_their_author_erased(flood: Page, mo: User, now: datetime):
    many(flood, mo, now)
    first = learn_anew(now=now)
    assert first
    assert learn_anew(now=now) is None
    writer = Writer(device="w" * 64, name="Kim")
    comment = post_comment(page=flood, writer=writer, text=CLEAN.format("last"), now=now)
    decided(comment, Action.APPROVE, mo, now)
    erase_own_data(writer=writer, now=now)
    again = learn_anew(now=now)
    assert again
    assert again.decisions == first.decisions


def test_the_page_says_what_is_missing_then_who_judges_and_why_and_has_a_switch(
    flood: Page, desk: Client, mo: User, now: datetime
):
    decided(said("Fine.", flood, now), Action.APPROVE, mo, now)
    assert "24 more decisions, and it learns for the first time" in desk.get("/moderation/learned/").text
    many(flood, mo, now)
    learn_anew(now=now)
    page = " ".join(desk.get("/moderation/learned/").text.split())
    assert "<dt>Decisions learned from</dt><dd>61</dd>" in page
    assert "Advertising and fraud" in page
    assert "Log-loss" in page
    assert "Use only the model that Dateline comes with" in page
    assert desk.post("/moderation/learned/model/", {"own": "0", "note": "It is odd."}).status_code == 303
    page = " ".join(desk.get("/moderation/learned/").text.split())
    assert "Only the model that Dateline comes with judges." in page
    assert "It is odd." in page
    assert "What was learned from moderators: as above → is not used" in page
    assert desk.post("/moderation/learned/model/", {"own": "1"}).status_code == 303
    assert "What was learned here may be used" in desk.get("/moderation/learned/").text
