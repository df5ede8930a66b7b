"""Verbs about people."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.db import transaction

from .models import Newsroom, SharedKey, User
from .roles import EDITOR


@dataclass(frozen=True)
class FirstEditor:
    """The account that may do everything, and its password if it was made just now (it is kept nowhere else)."""

    user: User
    password: str | None


@transaction.atomic
def make_first_editor(*, mail: str, name: str, newsroom_name: str = "") -> FirstEditor:
    """Make the first account of a newsroom; whoever is in charge already stays so, with the password they have."""
    if newsroom_name:
        name_newsroom(name=newsroom_name)
    known = User.objects.in_charge().first()
    if known:
        return FirstEditor(user=known, password=None)
    password = secrets.token_urlsafe(12)
    user = User.objects.create_superuser(username=mail, email=mail, password=password, display_name=name)
    # Whoever sits at the machine says whose address this is: a code to sign in is enough, without another to prove it.
    if not EmailAddress.objects.is_verified(mail):  # a reader may have had it before
        EmailAddress.objects.create(user=user, email=mail.lower(), verified=True, primary=True)
    user.groups.add(Group.objects.get_or_create(name=EDITOR)[0])
    return FirstEditor(user=user, password=password)


def name_newsroom(*, name: str) -> Newsroom:
    """Give the newsroom its name if it still has the one it came with."""
    newsroom = Newsroom.load()
    if newsroom.is_unnamed:
        newsroom.name = name
        newsroom.save(update_fields=["name"])
    return newsroom


def present(*, user: User, display_name: str, shows_support: bool) -> None:
    """Keep what readers see of ``user`` beside their words; the name has been checked by the form."""
    user.display_name, user.shows_support = display_name, shows_support
    user.save(update_fields=["display_name", "shows_support"])


def forget_sessions(*, now: datetime) -> None:
    """Forget sessions that are over. Runs by the clock, so it looks before it takes the write lock."""
    if (over := Session.objects.filter(expire_date__lt=now)).exists():
        over.delete()


def share_key(*, own: str) -> str:
    """Return the key that all machines of this newsroom sign with: that of the first of them, which is ``own`` then."""
    return SharedKey.objects.get_or_create(pk=1, defaults={"key": own})[0].key
