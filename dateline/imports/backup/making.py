"""Making a backup. The rows come first and the uploads after, so that every file a row names is in it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import DatabaseError, connection

from dateline import __version__
from dateline.lib.landing import land

from . import postgresql, sqlite
from .archive import Progress, new_archive, verify
from .keeping import workplace
from .manifest import Broken, Manifest, Survey
from .uploads import add_uploads

KINDS = {"sqlite": sqlite, "postgresql": postgresql}
Tell = Callable[[str], Progress]


class NotMade(Exception):
    """No backup was made, with a sentence why; nothing half made is left. Trying again helps once that is set right."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made and read back."""

    path: Path
    size: int
    manifest: Manifest


def make_backup(*, path: Path, now: datetime, tell: Tell = lambda _what: lambda *_: None) -> Made:
    """Write the newsroom as it is now into ``path``, which must not be there yet. Raises NotMade.

    ``tell`` is asked for a bar for each kind of work.
    """
    if path.exists():
        raise NotMade(f"{path} is there already. Nothing was made; name another file.")
    with told_in_a_sentence(path.parent), workplace(path.parent, now) as folder:
        draft = folder / path.name
        _write(draft, folder, now, tell)
        manifest = verify(draft, tell("Reading back (MiB)"))
        os.chmod(draft, 0o600)
        land(draft, path)
    return Made(path, path.stat().st_size, manifest)


def _write(draft: Path, folder: Path, now: datetime, tell: Tell) -> None:
    kind = KINDS[connection.vendor]
    with kind.copied(folder, tell("Database")) as (name, copy, found), new_archive(draft, now) as archive:
        archive.add_file(name, copy)
        copy.unlink()
        added = add_uploads(archive, default_storage, folder, tell("Uploads"))
        archive.close(described(found, now, missing=found.files - added))


def described(found: Survey, now: datetime, missing: set[str]) -> Manifest:
    """Return the manifest of what was found."""
    return Manifest(
        made_at=now.isoformat(),
        dateline=__version__,
        database=connection.vendor,
        migrations=found.migrations,
        settings=setting_names(),
        rows=found.rows,
        ledger=found.ledger,
        missing=sorted(missing),
    )


def setting_names() -> list[str]:
    """Return which settings are in force by their names. Their values may be secrets, and stay where they are."""
    return sorted(name for name in os.environ if name.startswith(("DATELINE_", "DATABASE_URL")))


@contextmanager
def told_in_a_sentence(folder: Path) -> Iterator[None]:
    """Turn what may happen on a disk, or in a database, into NotMade."""
    try:
        yield
    except OSError as error:
        raise NotMade(f"{folder} could not be written: {error.strerror or error}. No backup was made.") from error
    except (sqlite3.Error, DatabaseError) as error:
        raise NotMade(f"The database could not be copied: {error}. No backup was made.") from error
    except postgresql.ClientFailed as error:
        raise NotMade(f"{error} No backup was made.") from error
    except Broken as error:
        raise NotMade(f"What was written could not be read back. {error} No backup was made.") from error
