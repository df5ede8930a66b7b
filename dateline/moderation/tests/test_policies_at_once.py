"""Who sets one thing waits for who sets another on the same page, and then leaves that as it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from wagtail.models import Page

from dateline.discussion.actions import set_mode
from dateline.discussion.models import Clauses, Edition, Mode, Policy
from dateline.moderation.actions import go_on_duty, hold_until_back, say_which_model
from dateline.people.models import User

pytestmark = pytest.mark.django_db
Verb = Callable[[Page, User, datetime], object]
HOUR = timedelta(hours=1)
VERBS: dict[str, Verb] = {
    "the switch": lambda page, mo, now: say_which_model(own=False, moderator=mo, now=now),
    "the mode": lambda page, mo, now: set_mode(page=page, mode=Mode.ALL, now=now),
    "the night": lambda page, mo, now: hold_until_back(page=page, until=now + HOUR, moderator=mo, now=now),
    "duty": lambda page, mo, now: go_on_duty(moderator=mo, until=now + HOUR, now=now),
}


@pytest.fixture
def somebody_else(flood: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """They hold the lock when it is asked for, and set something on the front page before they let go of it."""
    real = Edition.objects.update_or_create
    waiting = [flood.get_parent().pk]

    def after_them(**words: Any) -> tuple[Edition, bool]:
        while waiting:
            Policy.objects.update_or_create(page_id=waiting.pop(), defaults={"held_spam": 2.0})
        return real(**words)

    monkeypatch.setattr(Edition.objects, "update_or_create", after_them)


@pytest.mark.usefixtures("somebody_else")
@pytest.mark.parametrize("verb", VERBS)
def test_what_somebody_else_sets_at_the_same_time_stays(verb: str, flood: Page, mo: User, now: datetime):
    front = flood.get_parent()
    Policy.objects.create(page=front, night_until=now + 2 * HOUR, told_until=now)
    VERBS[verb](front, mo, now)
    assert Policy.objects.get(page=front).clauses.held_spam == 2.0


def test_the_switch_alone_changes_nothing_else(flood: Page, mo: User, now: datetime):
    say_which_model(own=False, moderator=mo, now=now)
    assert Policy.objects.get().clauses == Clauses(own_model=False)
    say_which_model(own=True, moderator=mo, now=now)
    assert not Policy.objects.exists()
