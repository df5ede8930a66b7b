"""The flood, its report, and the people who write below it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Page, Site

from dateline.discussion.actions import record_comment, thread_of
from dateline.discussion.models import Comment, Thread
from dateline.discussion.writer import Writer
from dateline.people.models import User

FROM_OUR_PAGE = {"HTTP_SEC_FETCH_SITE": "same-origin"}
Say = Callable[..., Comment]


@pytest.fixture
def flood(db: None) -> Page:
    """The report on the flood: a live page of a site of ours."""
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root")
    front = root.add_child(instance=Page(title="Paper", slug="the-paper"))
    Site.objects.all().delete()  # migrations make one
    Site.objects.create(hostname="testserver", root_page=front, is_default_site=True)
    return front.add_child(instance=Page(title="The river rises", slug="flood"))


@pytest.fixture
def thread(flood: Page, now: datetime) -> Thread:
    """The discussion below it."""
    return thread_of(page=flood, now=now)


@pytest.fixture
def say(thread: Thread, now: datetime) -> Say:
    """Put a published comment into the thread."""

    def put(text: str = "The water is at the bridge.", parent: Comment | None = None, **more: Any) -> Comment:
        more.setdefault("author_name", "Ben")
        return record_comment(thread=thread, text=text, parent=parent, created_at=now, now=now, **more)

    return put


@pytest.fixture
def ben(db: None) -> User:
    """A reader with an account."""
    return User.objects.create_user("ben", "ben@example.org", "ben-reads-daily", display_name="Ben")


@pytest.fixture
def ada(db: None) -> User:
    """An editor."""
    ada = User.objects.create_user("ada", "ada@example.org", "ada-edits-daily", display_name="Ada Marsh")
    ada.groups.add(Group.objects.get_or_create(name="Editor")[0])
    return User.objects.get(pk=ada.pk)


@pytest.fixture
def cass() -> Writer:
    """The troll: a guest with a device."""
    return Writer(device="c" * 64, origin="o" * 32, name="Cass")


@pytest.fixture
def post(client: Client) -> Callable[..., Any]:
    """Send a form from our own page."""
    return partial(client.post, **FROM_OUR_PAGE)
