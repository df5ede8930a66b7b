"""The flood and its thread, Ben with an account, Dee and Cass as guests, and a clock that is turned by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

import psycopg
import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.core import mail
from django.core.mail import EmailMessage
from django.db import connection
from django.test import Client
from wagtail.models import Page, Site

from dateline.discussion.actions import post_comment, set_mode, thread_of
from dateline.discussion.models import Comment, Mode, Thread
from dateline.discussion.writer import Writer
from dateline.notices.actions import confirm, send_due, tell
from dateline.notices.actions.recipients import recipient_for
from dateline.notices.models import Recipient
from dateline.people.mailing import send_waiting
from dateline.people.models import User

Say = Callable[..., Comment]


@pytest.fixture
def flood(db: None) -> Page:
    """The report on the flood: a live page of a site of ours."""
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root")
    front = root.add_child(instance=Page(title="Paper", slug="the-paper"))
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=front, is_default_site=True)
    return front.add_child(instance=Page(title="The river rises", slug="flood"))


@pytest.fixture
def thread(flood: Page, now: datetime) -> Thread:
    """The discussion below it, in which nobody's first words wait."""
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    return thread_of(page=flood, now=now)


@pytest.fixture
def say(thread: Thread, flood: Page, now: datetime) -> Say:
    """Post a comment as readers do."""

    def put(writer: Writer, text: str = "The water is at the bridge.", parent: Comment | None = None, **more: Any):
        return post_comment(
            page=None if parent else flood, parent=parent, writer=writer, text=text, now=more.get("at", now)
        )

    return put


def account(name: str) -> User:
    """A reader with a proven address."""
    user = User.objects.create_user(name.lower(), f"{name.lower()}@example.org", "a-password", display_name=name)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@pytest.fixture
def ben(db: None) -> Writer:
    """A reader with an account."""
    user = account("Ben")
    return Writer(account=user, name="Ben", origin="b" * 32)


@pytest.fixture
def dee() -> Writer:
    """A guest."""
    return Writer(device="d" * 64, origin="d" * 32, name="Dee")


@pytest.fixture
def cass() -> Writer:
    """The troll: another guest."""
    return Writer(device="c" * 64, origin="c" * 32, name="Cass")


@pytest.fixture
def told_dee(dee: Writer, now: datetime) -> Recipient:
    """Dee, who has confirmed her address."""
    recipient = recipient_for(writer=dee, now=now)
    confirm(recipient=recipient, mail="dee@example.org", now=now)
    return Recipient.objects.get(pk=recipient.pk)


@pytest.fixture
def ada(db: None) -> User:
    """An editor."""
    ada = User.objects.create_user("ada", "ada@example.org", "ada-edits-daily", display_name="Ada Marsh")
    ada.groups.add(Group.objects.get_or_create(name="Editor")[0])
    return User.objects.get(pk=ada.pk)


def read(now: datetime) -> None:
    """Let the clock see to everything."""
    tell(now=now)


def mails(now: datetime) -> list[EmailMessage]:
    """Let the clock and the postman do their work; return what was sent since the last time."""
    before = len(mail.outbox)
    read(now)
    send_due(now=now)
    send_waiting(now=now)
    return list(mail.outbox[before:])


def another_connection(**more: Any) -> Any:
    """A connection of another process to the PostgreSQL database of these tests."""
    wanted = ("host", "port", "user", "dbname", "password")
    named = connection.get_connection_params()
    return psycopg.connect(**{name: named[name] for name in wanted if name in named}, **more)


@pytest.fixture
def post(client: Client) -> Callable[..., Any]:
    """Send a form from our own page."""
    return partial(client.post, HTTP_SEC_FETCH_SITE="same-origin")
