"""Putting a backup back. Everything is judged before anything is touched, and what was there is moved, not deleted."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import connection, connections
from django.db.migrations.loader import MigrationLoader

from dateline.delivery.keeping import store
from dateline.lib.alone import NotAlone, alone_in
from dateline.lib.landing import sync_folder

from . import postgresql, sqlite, uploads
from .archive import MEDIA, Progress, copy, unpacked, verify
from .making import KINDS, Tell
from .manifest import Broken, Manifest
from .survey import row_counts

NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


class NotRestored(Exception):
    """Nothing was changed, with a sentence why. Trying again helps once that is set right."""


@dataclass(slots=True)
class Restored:
    """What was done. ``aside`` names where what was there lies now; ``older`` says that tables have to be migrated."""

    manifest: Manifest
    aside: list[str]
    older: bool


def judge(path: Path, tell: Tell) -> Manifest:
    """Read the whole backup and return its manifest. Raises NotRestored."""
    try:
        return verify(path, tell("Checking (MiB)"))
    except Broken as error:
        raise NotRestored(f"{path} was refused. {error} Nothing was changed.") from error
    except OSError as error:
        raise NotRestored(f"{path} cannot be read: {error.strerror}. Nothing was changed.") from error


def restore(*, path: Path, force: bool, now: datetime, dry: bool = False, tell: Tell) -> Restored:
    """Put the backup at ``path`` where the newsroom lies. Raises NotRestored.

    With ``force`` also over something, which then lies aside under a name with the time of ``now`` in it; ``dry`` says
    what would be done.
    """
    manifest = judge(path, tell)
    older = check_kind(path, manifest)
    with alone(path):
        check_room_for(path, manifest, force=force)
        stamp = f"{now.astimezone(UTC):%Y%m%d-%H%M%S}"
        aside = sorted(dict.fromkeys(_standing(stamp)))
        if not dry:
            aside = _put_back(path, manifest, stamp, tell)
    return Restored(manifest, aside, older)


def check_kind(path: Path, manifest: Manifest) -> bool:
    """Return whether the backup is older than this Dateline; NotRestored if it is newer or of another database."""
    if manifest.database != connection.vendor:
        ours, theirs = (NAMES.get(kind, kind) for kind in (connection.vendor, manifest.database))
        raise NotRestored(
            f"{path} holds a database of {theirs}, and DATABASE_URL names one of {ours}. Nothing was changed."
        )
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    newer = sorted(set(manifest.migrations) - known)
    if newer:
        raise NotRestored(
            f"{path} was made by a newer Dateline ({manifest.dateline}): this one does not know {newer[0]}. "
            "Nothing was changed; bring the program up to date first."
        )
    return bool(known - set(manifest.migrations))


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep `dateline serve` from starting meanwhile. Raises NotRestored while one runs."""
    try:
        with alone_in(settings.HOME):
            yield
    except NotAlone as error:
        raise NotRestored(
            f"`dateline serve` (process {error.who}) runs on {settings.HOME}. Stop it, then restore {path.name}; "
            "nothing was changed."
        ) from error


def check_room_for(path: Path, manifest: Manifest, *, force: bool) -> None:
    """Raise NotRestored where something stands in the way, somebody else uses it, or the disk is too full."""
    if not force and (KINDS[connection.vendor].holds_something() or _has_uploads()):
        raise NotRestored(
            f"{settings.HOME} holds a newsroom already. Nothing was changed. --force puts it aside, under a name with "
            "today's date, and restores in its place."
        )
    if connection.vendor == "postgresql" and postgresql.others():
        raise NotRestored("Somebody else uses the database. Stop whatever it is first; nothing was changed.")
    needed, free = path.stat().st_size, shutil.disk_usage(settings.HOME).free
    if needed > free:
        raise NotRestored(f"{settings.HOME} has {free >> 20} MiB left of the {needed >> 20} that are needed.")


def _has_uploads() -> bool:
    return next(uploads.names(default_storage), None) is not None


def _standing(stamp: str) -> Iterator[str]:
    """Say where what stands there now would go."""
    if connection.vendor == "sqlite":
        yield from (
            str(to) for start, to in sqlite.moves(Path(), f".before-{stamp}") if start == sqlite.database_path()
        )
    elif postgresql.holds_something():
        yield f"{postgresql.ASIDE}{stamp}"
    if uploads.is_folder(default_storage) and _media().exists():
        yield str(_aside(_media(), stamp))


def _media() -> Path:
    return Path(default_storage.path(""))


def _aside(path: Path, stamp: str) -> Path:
    return path.with_name(f"{path.name}.before-{stamp}")


def _put_back(path: Path, manifest: Manifest, stamp: str, tell: Tell) -> list[str]:
    """Unpack beside, then move into place."""
    connections.close_all()
    media = _media() if uploads.is_folder(default_storage) else settings.HOME / "uploads"
    draft = media.with_name(f"{media.name}.restoring")
    rows = (sqlite.database_path() if connection.vendor == "sqlite" else settings.HOME / "rows").with_suffix(
        ".restoring"
    )
    try:
        shutil.rmtree(draft, ignore_errors=True)
        _unpack(path, manifest, rows, draft, tell("Unpacking"))
        aside = _switch(rows, draft, media, stamp, manifest, tell)
    except OSError as error:
        raise NotRestored(f"{error.filename or path}: {error.strerror}. What was there is as it was.") from error
    except (Broken, postgresql.ClientFailed) as error:
        raise NotRestored(f"{error} What was there is as it was.") from error
    finally:
        rows.unlink(missing_ok=True)
        shutil.rmtree(draft, ignore_errors=True)
    forget_what_was_made()
    return aside


def forget_what_was_made() -> None:
    """Forget what was remembered or made ahead from other rows."""
    cache.clear()
    if settings.DELIVERY_FOLDER and Path(settings.DELIVERY_FOLDER).is_dir():
        store().clear()


def _unpack(path: Path, manifest: Manifest, rows: Path, draft: Path, progress: Progress) -> None:
    """Write the members beside where they belong, each once more held against its sum. Raises Broken, or OSError."""
    draft.mkdir(parents=True)
    with unpacked(path) as members:
        for done, (name, file, _size) in enumerate(members, 1):
            if name not in manifest.members:
                continue
            if name.startswith(MEDIA):
                uploads.unpack(name.removeprefix(MEDIA), file, draft)
            else:
                with rows.open("wb") as to:
                    copy(file, to)
                    to.flush()
                    os.fsync(to.fileno())
            if file.sum.hexdigest() != manifest.members[name].sha256:
                raise Broken(f"{name} changed while it was read.")
            progress(done, len(manifest.members))


def _switch(rows: Path, draft: Path, media: Path, stamp: str, manifest: Manifest, tell: Tell) -> list[str]:
    """Put rows and uploads in their places; return where what was there went."""
    moves: list[tuple[Path, Path]] = []
    aside: list[str] = []
    if uploads.is_folder(default_storage):
        moves += [(media, _aside(media, stamp))] if media.exists() else []
        moves += [(draft, media)]
    else:
        uploads.put_into(default_storage, draft, f"before-{stamp}", tell("Uploads"))
    if connection.vendor == "sqlite":
        moves += sqlite.moves(rows, f".before-{stamp}")
    else:
        schema = f"{stamp}".replace("-", "_")
        aside += filter(None, [postgresql.put_back(rows, schema, len(manifest.rows), tell("Tables"))])
    move_all(moves)
    whole = [sqlite.database_path(), media]  # a database's log goes with it, and needs no line of its own
    return aside + [str(to) for start, to in moves if start in whole]


def move_all(moves: list[tuple[Path, Path]]) -> None:
    """Rename in this order, or where one of them fails, none."""
    done: list[tuple[Path, Path]] = []
    try:
        for start, end in moves:
            os.rename(start, end)
            done.append((start, end))
    except OSError:
        for start, end in reversed(done):
            with suppress(OSError):
                os.rename(end, start)
        raise
    for folder in {end.parent for _start, end in moves}:
        sync_folder(folder)


def differences(manifest: Manifest) -> list[str]:
    """Return a sentence for each table that has not as many rows now as the backup counted."""
    found = row_counts("default")
    return [
        f"{table} has {found.get(table, 0)} rows of {count}."
        for table, count in sorted(manifest.rows.items())
        if found.get(table, 0) != count
    ]
