"""Learning that fails is tried again ever more seldom or when there is news, said once, and seen by who examines."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any, NoReturn

import pytest
from django.test import Client
from wagtail.models import Page

from dateline.discussion.models import Comment, Learned
from dateline.moderation.actions import decide, learn_anew, undo
from dateline.moderation.actions import learn as learn_module
from dateline.moderation.models import Action, Attempt, Decision
from dateline.people.models import User

from .test_learning import decided, many, said

pytestmark = pytest.mark.django_db
SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)
REAL = learn_module.learn
Break = Callable[[BaseException | None], None]


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """How often it was tried to learn."""
    return []


@pytest.fixture
def breaks(monkeypatch: pytest.MonkeyPatch, tried: list[object]) -> Break:
    """Have learning fail with this, or succeed."""

    def with_this(error: BaseException | None) -> None:
        def learn(*words: Any) -> Any:
            tried.append(error)
            return failing(error) if error else REAL(*words)

        monkeypatch.setattr(learn_module, "learn", learn)

    return with_this


def failing(error: BaseException) -> NoReturn:
    raise error


def failing_now() -> Attempt | None:
    return Attempt.objects.failing()


def turns(now: datetime, hours: float) -> list[datetime]:
    """The moments at which the clock calls."""
    return [now + timedelta(seconds=10 * number) for number in range(int(hours * 360))]


def test_it_waits_twice_as_long_each_time_and_an_hour_at_last(
    flood: Page, mo: User, now: datetime, breaks: Break, tried: list[object], caplog: pytest.LogCaptureFixture
):
    many(flood, mo, now)
    breaks(ValueError("no"))
    began = []
    for moment in turns(now, hours=6):
        before = len(tried)
        assert learn_anew(now=moment) is None
        began += [moment] if len(tried) > before else []
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(began)]
    assert gaps == [20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600, 3600]
    [told] = caplog.records
    assert told.levelno == logging.ERROR
    assert "hand on what stands below" in told.message
    assert told.exc_info


def test_it_is_tried_at_once_when_something_is_taken_back_or_much_was_decided(
    flood: Page, mo: User, now: datetime, breaks: Break, tried: list[object]
):
    many(flood, mo, now)
    breaks(ValueError("no"))
    learn_anew(now=now)
    undo(decision=Decision.objects.latest("pk"), moderator=mo, now=now)
    learn_anew(now=now + SECOND)
    many(flood, mo, now, start=30, pairs=12)
    learn_anew(now=now + SECOND)
    assert len(tried) == 2
    decided(said("One more.", flood, now), Action.APPROVE, mo, now)
    learn_anew(now=now + SECOND)
    assert len(tried) == 3


def test_what_ended_the_process_counts_and_is_told(
    flood: Page, mo: User, now: datetime, breaks: Break, tried: list[object], caplog: pytest.LogCaptureFixture
):
    many(flood, mo, now)
    breaks(SystemExit())
    with pytest.raises(SystemExit):
        learn_anew(now=now)
    assert failing_now() is None  # the first may be under way
    assert learn_anew(now=now + 10 * SECOND) is None
    assert len(tried) == 1
    assert not caplog.records
    with pytest.raises(SystemExit):
        learn_anew(now=now + 20 * SECOND)
    assert "give the machine more memory" in caplog.text
    attempt = failing_now()
    assert attempt is not None
    assert (attempt.tries, attempt.since, attempt.error) == (2, now, "")


def test_once_it_succeeds_nothing_is_left_of_it(flood: Page, mo: User, now: datetime, breaks: Break):
    many(flood, mo, now)
    breaks(ValueError("the words of a reader"))
    learn_anew(now=now)
    attempt = failing_now()
    assert attempt is not None
    assert attempt.error.startswith("ValueError in test_learning_fails.py, line ")
    assert (attempt.tries, attempt.next_at) == (1, now + 20 * SECOND)
    breaks(None)
    assert learn_anew(now=now + HOUR)
    assert not Attempt.objects.exists()
    assert failing_now() is None


def test_another_failure_is_told_anew_and_none_is_anybody_elses_concern(
    flood: Page, mo: User, now: datetime, breaks: Break, caplog: pytest.LogCaptureFixture
):
    many(flood, mo, now)
    for hours, error in enumerate([ValueError("no"), ValueError("no"), MemoryError()]):
        breaks(error)
        assert learn_anew(now=now + hours * HOUR) is None
    assert [type(record.exc_info[1]) for record in caplog.records if record.exc_info] == [ValueError, MemoryError]
    comment = said("Still moderated.", flood, now)
    decide(comment=comment, action=Action.APPROVE, moderator=mo, now=now)
    assert Comment.objects.get(pk=comment.pk).is_published


def test_of_two_who_try_the_one_that_fails_leaves_no_mark_on_what_the_other_has_done(
    flood: Page, mo: User, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    many(flood, mo, now)

    def beside_another(*words: Any) -> NoReturn:
        monkeypatch.setattr(learn_module, "learn", REAL)
        assert learn_anew(now=now + HOUR)
        raise ValueError

    monkeypatch.setattr(learn_module, "learn", beside_another)
    assert learn_anew(now=now) is None
    assert Learned.objects.in_force().count() == 1
    assert not Attempt.objects.exists()


def test_the_page_of_what_was_learned_says_that_it_fails(
    flood: Page, desk: Client, mo: User, now: datetime, breaks: Break
):
    many(flood, mo, now)
    assert "It does not learn at present" not in desk.get("/moderation/learned/").text
    breaks(ValueError("no"))
    learn_anew(now=now)
    learn_anew(now=now + 20 * SECOND)
    page = " ".join(desk.get("/moderation/learned/").text.split())
    assert "It does not learn at present." in page
    assert "has failed 2 times" in page
