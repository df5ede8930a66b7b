"""What surrounds the rows: settings and room on the disk."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core import checks
from django.db import connection

from .answer import Answer, answer

SPARE = 256 * 2**20  # bytes that an installation should have left beside room for a copy of its database


def configuration(*, now: datetime, fix: bool) -> Answer:
    """What `dateline check` says, in production with `--deploy`. A warning is a note."""
    said = checks.run_checks(include_deployment_checks=settings.PRODUCTION)
    found = answer("as they should be", [in_words(one) for one in said if one.level >= checks.ERROR])
    found.notes = [in_words(one) for one in said if checks.WARNING <= one.level < checks.ERROR]
    return found


def in_words(message: checks.CheckMessage) -> str:
    """Return a check's message in a line."""
    return " ".join(part for part in (f"{message.id}:", message.msg, message.hint) if part)


def disk(*, now: datetime, fix: bool) -> Answer:
    """There is room for a copy of the database, and some to spare."""
    free = shutil.disk_usage(settings.HOME).free
    wanted = database_size() + SPARE
    told = f"{settings.HOME} has {free >> 20} MiB left; {wanted >> 20} MiB are wanted."
    return answer(f"{free >> 20} MiB left", [told] if free < wanted else [])


def database_size() -> int:
    """Return the length of the database file in bytes; 0 where it lies elsewhere."""
    path = Path(str(connection.settings_dict["NAME"]))
    return path.stat().st_size if connection.vendor == "sqlite" and path.is_file() else 0
