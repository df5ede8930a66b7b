"""Counters are right after any series of showing, hiding and answering."""

from __future__ import annotations

import random

import pytest

from dateline.discussion.actions import set_status
from dateline.discussion.models import Comment, Status, Thread

from .conftest import Say

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("seed", range(4))
def test_counters_equal_what_a_recount_finds(say: Say, seed: int):
    chance = random.Random(seed)
    comments: list[Comment] = []
    for _ in range(14):
        parent = Comment.objects.get(pk=chance.choice(comments).pk) if comments and chance.random() < 0.8 else None
        comments.append(say(parent=parent, status=chance.choice([Status.PUBLISHED, Status.HELD])))
    for _ in range(20):
        set_status(comment=chance.choice(comments), status=chance.choice(list(Status)))
    published = {comment.pk: comment for comment in Comment.objects.published()}
    for comment in Comment.objects.all():
        below = [
            other for other in published.values() if other.path.startswith(comment.path) and other.pk != comment.pk
        ]
        assert comment.descendant_count == len(below)
        assert comment.reply_count == sum(other.parent_id == comment.pk for other in below)
        assert comment.shown == (comment.is_published or bool(below))
    assert Thread.objects.get().comment_count == len(published)


def test_an_archive_is_recorded_once(say: Say):
    first = say("old words", source_key="dump:1", status=Status.SPAM)
    assert say("other words", source_key="dump:1") == first
    assert Comment.objects.get().text == "old words"
