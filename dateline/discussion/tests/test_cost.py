"""The measure of a post posts."""

from __future__ import annotations

from datetime import datetime

import pytest
from wagtail.models import Page

from dateline.discussion.actions import set_mode
from dateline.discussion.cost import cost_of_posts
from dateline.discussion.models import Comment, Mode

pytestmark = pytest.mark.django_db


def test_what_is_measured_is_stored_and_published(flood: Page, now: datetime):
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    costs = cost_of_posts(flood, sizes=(1, 8), posts=16)
    assert [cost.size for cost in costs] == [1, 8]
    assert all(cost.prepare > 0 and cost.store > 0 and "batches of" in str(cost) for cost in costs)
    assert Comment.objects.published().count() == 1 + 16 + 16


def test_a_thread_that_takes_no_posts_has_no_cost(flood: Page, now: datetime):
    set_mode(page=flood, mode=Mode.CLOSED, now=now)
    with pytest.raises(ValueError, match="ordinary view"):
        cost_of_posts(flood)
