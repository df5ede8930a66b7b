"""A crowd that nobody was is as sound as one that wrote."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from dateline.discussion.actions import miscounted, misplaced, record_comment
from dateline.discussion.models import Comment, Status, Thread
from dateline.discussion.reading import read_thread

pytestmark = pytest.mark.django_db


def crowd(*more: str) -> None:
    call_command("crowd", "--long=120,40", "--others=10", "--held=7", *more)


def test_a_crowd_stands_as_if_it_had_written() -> None:
    crowd()
    assert sorted(Thread.objects.values_list("comment_count", flat=True)) == [10, 40, 120]
    assert Comment.objects.filter(status=Status.HELD).count() == 7
    assert (miscounted(), misplaced()) == ([], [])
    longest = Thread.objects.get(comment_count=120)
    assert {node.comment.depth for node in read_thread(longest.page).nodes} >= {0, 1, 2}
    ids = set(Comment.objects.values_list("pk", flat=True))
    made = record_comment(
        thread=longest, author_name="Ben", text="After them.", created_at=longest.created_at, now=longest.created_at
    )
    assert made.pk not in ids


def test_where_people_wrote_nobody_is_drowned_out() -> None:
    crowd()
    with pytest.raises(CommandError, match="Nothing was written"):
        crowd()


def test_lengths_are_numbers() -> None:
    with pytest.raises(CommandError, match="numbers with commas"):
        call_command("crowd", "--long=many")
