"""The desk, who sits at it, and what lies on it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from pytest_django import Settings
from wagtail.models import Page, Site

from dateline.discussion import learned
from dateline.discussion.actions import post_comment
from dateline.discussion.models import Comment
from dateline.discussion.writer import Writer
from dateline.people.models import User


@pytest.fixture
def home(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder for models, of which none is known yet."""
    settings.HOME = tmp_path
    monkeypatch.setattr(learned._Kept, "version", "")
    monkeypatch.setattr(learned._Kept, "model", None)
    return tmp_path


@pytest.fixture
def flood(db: None) -> Page:
    """The report on the flood."""
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root")
    front = root.add_child(instance=Page(title="Paper", slug="the-paper"))
    Site.objects.all().delete()  # migrations make one
    Site.objects.create(hostname="testserver", root_page=front, is_default_site=True)
    return front.add_child(instance=Page(title="The river <rises>", slug="flood"))


def person(name: str, role: str = "") -> User:
    """Somebody with an account and perhaps a role."""
    user = User.objects.create_user(name.lower(), f"{name.lower()}@example.org", "daily-bread-7", display_name=name)
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture
def ada(db: None) -> User:
    """The editor."""
    return person("Ada", "Editor")


@pytest.fixture
def mo(db: None) -> User:
    """The moderator."""
    return person("Mo", "Moderator")


@pytest.fixture
def desk(client: Client, mo: User) -> Client:
    """The moderator's browser."""
    client.force_login(mo)
    return client


@pytest.fixture
def held(flood: Page, now: datetime) -> Comment:
    """Cass offers money."""
    cass = Writer(device="c" * 64, name="Cass")
    return post_comment(page=flood, writer=cass, text="Google is paying 97$ per hour <b>today</b>", now=now)
