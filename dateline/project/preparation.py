"""Everything between a fresh checkout and the first page: tables, static files, an editor, something to read.

Each step looks first and does nothing where nothing is missing, so that a start that needs none of it costs little.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command, get_commands
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from dateline.lib.secret import keep_secret
from dateline.people.actions import share_key
from dateline.people.models import User
from dateline.reports.models import ReportPage

from .turns import is_shared, preparing

Say = Callable[[str], None]
STAMP = ".collected"
BEGUN = ".sample-begun"


class CannotWrite(Exception):
    """The home folder cannot be written to. Trying again helps once its owner has been set right."""


def check_home() -> None:
    """Raise CannotWrite where the home folder or the database file may not be written to."""
    database = Path(str(settings.DATABASES["default"]["NAME"]))
    for path in (settings.HOME, database):
        if path.exists() and not os.access(path, os.W_OK):
            raise CannotWrite(f"{path} cannot be written to. Make it yours, or set DATELINE_HOME to a folder that is.")


def migrate(say: Say) -> None:
    """Bring the tables to the state of the code."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say("Preparing the database ...")
        call_command("migrate", interactive=False, verbosity=0)


def static_fingerprint() -> str:
    """Names, sizes and times of all static files: what collecting them depends on."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            stat = Path(storage.path(path)).stat()
            digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def collect_static(say: Say) -> None:
    """Gather, hash and compress the static files if any of them changed."""
    stamp = settings.STATIC_ROOT / STAMP
    fingerprint = static_fingerprint()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == fingerprint:
        return
    say("Gathering styles, scripts and pictures ...")
    call_command("collectstatic", interactive=False, verbosity=0, clear=False)
    stamp.write_text(fingerprint, encoding="ascii")


def fill(say: Say, *, sample: bool) -> None:
    """Give a newsroom without anybody in charge its sample content and its first editor."""
    if User.objects.in_charge().exists():
        return
    begun = settings.HOME / BEGUN
    if sample and "demo" in get_commands() and (begun.exists() or not ReportPage.objects.exists()):
        say("Loading the sample newsroom ...")
        begun.touch()  # whoever is stopped meanwhile goes on the next time
        call_command("demo", leave_sizes=True)  # a third of its time: the pages can be read meanwhile
        begun.unlink()
    call_command("init", mail="editor@localhost", name="Editor", newsroom="")


def sign_alike() -> None:
    """Sign with the key of the other machines of this newsroom: who signs in at one is known at all.

    A key that was given is left to who gave it.
    """
    if settings.SECRET_KEY_GIVEN or not is_shared():
        return
    key = share_key(own=settings.SECRET_KEY)
    if key != settings.SECRET_KEY:
        settings.SECRET_KEY = key
        keep_secret(settings.HOME / "secret_key", key)


def prepare(say: Say, *, sample: bool = True) -> None:
    """Do whatever is still missing before the first page can be served."""
    check_home()
    collect_static(say)
    with preparing(say):
        migrate(say)
        fill(say, sample=sample)
