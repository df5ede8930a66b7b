"""What can be wrong with an installation, each with an id (docs/settings.md) and what to do about it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

OLDEST_SQLITE = (3, 37, 0)  # the first with STRICT tables and without the WAL reset bug of 3.36 and before
LOCAL = {"127.0.0.1", "localhost", "::1"}


@register(Tags.files)
def home(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """The home folder can be written to."""
    if os.access(settings.HOME, os.W_OK):
        return []
    hint = "Make it yours, or set DATELINE_HOME to a folder that is."
    return [Error(f"{settings.HOME} cannot be written to.", hint=hint, id="dateline.E001")]


@register(Tags.database)
def sqlite(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """SQLite, where it is used, is new enough."""
    if not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3") or sqlite3.sqlite_version_info >= OLDEST_SQLITE:
        return []
    hint = "Use a newer Python build, or PostgreSQL through DATABASE_URL."
    found = f"SQLite {sqlite3.sqlite_version} is too old."
    return [Error(found, hint=hint, id="dateline.E002")]


@register(Tags.security)
def production(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """A newsroom that is open to the public has an address of its own, keeps its secrets and can send mail."""
    return [*address(), *secrets(), *mail()] if settings.PRODUCTION else []


def address() -> list[CheckMessage]:
    """The public address is real, encrypted and allowed."""
    parts = urlsplit(settings.BASE_URL)
    found: list[CheckMessage] = []
    if not parts.hostname or parts.hostname in LOCAL:
        hint = "Set DATELINE_BASE_URL, such as https://news.example: links in mails and feeds are made from it."
        found.append(Error("The newsroom has no public address.", hint=hint, id="dateline.E003"))
    elif parts.scheme != "https":
        hint = "Set DATELINE_BASE_URL to an https address: without TLS, passwords and gifts travel in the open."
        found.append(Error("The public address is not encrypted.", hint=hint, id="dateline.E004"))
    elif parts.hostname not in settings.ALLOWED_HOSTS and "*" not in settings.ALLOWED_HOSTS:
        hint = f"Add {parts.hostname} to DATELINE_ALLOWED_HOSTS."
        found.append(Error("The public address would be refused.", hint=hint, id="dateline.E005"))
    if "*" in settings.ALLOWED_HOSTS:
        hint = "Name the hosts in DATELINE_ALLOWED_HOSTS: with *, a forged Host header ends up in links we send."
        found.append(Error("Any host name is accepted.", hint=hint, id="dateline.E006"))
    return found


def secrets() -> list[CheckMessage]:
    """The signing key is the host's own, and mistakes are not shown to readers."""
    found: list[CheckMessage] = []
    if settings.DEBUG:
        hint = "Unset DATELINE_DEBUG: its error pages show settings and data to whoever causes one."
        found.append(Error("Debugging is on in production.", hint=hint, id="dateline.E007"))
    if not settings.SECRET_KEY_GIVEN:
        hint = "Set DATELINE_SECRET_KEY or DATELINE_SECRET_KEY_FILE, so that backups of the data do not hold the key."
        found.append(Warning("The signing key lies beside the data.", hint=hint, id="dateline.W001"))
    return found


def mail() -> list[CheckMessage]:
    """Receipts and sign-in codes reach people."""
    found: list[CheckMessage] = []
    if not settings.MAIL_URL:
        hint = "Set DATELINE_MAIL_URL, such as smtps://user:password@mail.example."
        found.append(Warning("Mail goes into files; nobody can sign in.", hint=hint, id="dateline.W002"))
    if settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        hint = "Set DATELINE_MAIL_FROM to an address of the newsroom."
        found.append(Warning("Mail comes from localhost.", hint=hint, id="dateline.W003"))
    return found
