"""What the counters say is what a recount gives."""

from __future__ import annotations

import pytest
from django.db.models import F

from dateline.discussion.actions import adrift, miscounted, misplaced, set_status
from dateline.discussion.models import Comment, Status, Thread

from .conftest import Say

pytestmark = pytest.mark.django_db


@pytest.fixture
def branch(say: Say) -> list[Comment]:
    """Four comments, each below the one before; the second hidden, and so an empty place that holds up two."""
    said = [say("The dyke is wet.")]
    for words in ("It is not.", "I was there.", "So was I."):
        said.append(say(words, parent=said[-1]))
    set_status(comment=said[1], status=Status.REJECTED)
    return said


def counters() -> list[tuple[object, ...]]:
    return list(Comment.objects.order_by("pk").values_list("reply_count", "descendant_count", "shown", "score"))


def test_what_the_actions_keep_is_what_a_recount_gives(branch: list[Comment]) -> None:
    assert miscounted() == []
    assert misplaced() == []


def test_counters_that_went_astray_are_told_and_set_right_when_asked(branch: list[Comment], thread: Thread) -> None:
    right = counters()
    Comment.objects.filter(pk=branch[0].pk).update(reply_count=7, descendant_count=F("descendant_count") + 1)
    Comment.objects.filter(pk=branch[2].pk).update(shown=False)
    Thread.objects.update(comment_count=99)
    told = [f"Thread {thread.pk}: 3 counters differ from a recount."]
    assert miscounted() == told
    assert counters() != right
    assert miscounted(fix=True) == told
    assert counters() == right
    assert Thread.objects.get().comment_count == 3
    assert miscounted() == []


def test_a_comment_out_of_place_is_told(branch: list[Comment]) -> None:
    Comment.objects.filter(pk=branch[3].pk).update(path="0000001")
    assert misplaced() == [f"Comment {branch[3].pk} does not stand below comment {branch[2].pk}."]


def test_a_thread_whose_page_was_deleted_is_told(branch: list[Comment], thread: Thread) -> None:
    assert adrift() == []
    thread.page.delete()
    assert adrift() == [f"Thread {thread.pk} has lost its page; its comments are kept."]
