"""SQLite: copied page by page while others write, and moved into place.

The copy reads in one transaction. In WAL mode writers go on meanwhile; without the transaction SQLite would begin anew
after each of their commits (sqlite.org/backup.html), and under a steady stream of comments never end.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from django.db import connection, connections

from .archive import Progress
from .manifest import Survey
from .survey import survey

MEMBER = "database.sqlite3"
PAGES = 1000  # copied at a time; each is 4 KiB
COPY = "backup"  # what the copy is called among Django's connections
COMPANIONS = ("", "-wal", "-shm")


def database_path() -> Path:
    """Return where the database lies."""
    return Path(str(connection.settings_dict["NAME"]))


@contextmanager
def copied(folder: Path, progress: Progress) -> Iterator[tuple[str, Path, Survey]]:
    """Copy the database into ``folder``; give its name in the archive, the copy, and what stands in it."""
    path = folder / MEMBER
    copy_database(database_path(), path, progress)
    with opened(path) as using:
        found = survey(using)
    yield MEMBER, path, found


def copy_database(source: Path, target: Path, progress: Progress) -> None:
    """Copy ``source`` as it is at one moment to ``target``, a single file without a log beside it."""
    with closing(_reader(source)) as ours, closing(sqlite3.connect(target)) as theirs:
        ours.execute("BEGIN")
        ours.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()  # the moment: what is read from now on is of it
        ours.backup(theirs, pages=PAGES, progress=lambda _state, left, whole: progress(whole - left, whole))
        ours.execute("ROLLBACK")
        theirs.execute("PRAGMA journal_mode=DELETE").fetchone()


def _reader(source: Path) -> sqlite3.Connection:
    """Open ``source`` for reading alone. It is not made where it is not there."""
    return sqlite3.connect(f"file:{quote(str(source))}?mode=ro", uri=True, timeout=20, isolation_level=None)


@contextmanager
def opened(path: Path) -> Iterator[str]:
    """Let Django read the database at ``path``; give the name of the connection."""
    name = f"file:{quote(str(path))}?mode=ro"
    connections.settings[COPY] = {**connections.settings["default"], "NAME": name, "OPTIONS": {}}
    try:
        yield COPY
    finally:
        connections[COPY].close()
        del connections[COPY]
        del connections.settings[COPY]


def holds_something() -> bool:
    """Return whether there is a database with tables, without making one."""
    path = database_path()
    if not path.is_file() or not path.stat().st_size:
        return False
    try:
        with closing(_reader(path)) as ours:
            return bool(ours.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0])
    except sqlite3.DatabaseError:
        return True  # a broken one may be worth more than it seems


def moves(draft: Path, suffix: str) -> Iterator[tuple[Path, Path]]:
    """Say what has to be moved for ``draft`` to take the database's place, and the old one to stand under ``suffix``.

    A log that was not worked in yet goes along: SQLite looks for it under the name of its database.
    """
    path = database_path()
    aside = path.with_name(path.name + suffix)
    for companion in COMPANIONS:
        old = path.with_name(path.name + companion)
        if os.path.lexists(old):
            yield old, aside.with_name(aside.name + companion)
    yield draft, path
