"""What keeps us from writing down or looking up just now: not a mistake of ours, and over by itself or by its host.

SQLite's result codes are told apart by their primary code (sqlite.org/rescode.html), PostgreSQL's errors by SQLSTATE
(PostgreSQL documentation, appendix A); an error of psycopg without one is a connection that could not be had or broke.
"""

from __future__ import annotations

import errno
import sqlite3
from enum import Enum

import psycopg
from django.db import Error
from django.db.transaction import TransactionManagementError


class Trouble(Enum):
    """What is wrong. Only ``BUSY`` is over in seconds; the others end when somebody has seen to them, or looked."""

    AWAY = "away"
    BUSY = "busy"
    READ_ONLY = "read only"
    FULL = "full"
    UNSURE = "unsure"


class Troubled(Exception):
    """The writer found ``trouble`` while it stored a form. ``UNSURE``: it may be stored all the same; looking tells."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


class StorageAway(Exception):
    """The storage of uploads does not answer, or not as it should. Trying again helps once it is back."""


SQLITE = {
    sqlite3.SQLITE_BUSY: Trouble.BUSY,
    sqlite3.SQLITE_LOCKED: Trouble.BUSY,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_IOERR: Trouble.AWAY,
    sqlite3.SQLITE_CANTOPEN: Trouble.AWAY,
}
# Beginnings of SQLSTATE, the more exact first.
POSTGRESQL = {
    "25006": Trouble.READ_ONLY,
    "53100": Trouble.FULL,
    "57014": Trouble.BUSY,  # statement_timeout
    "55P03": Trouble.BUSY,  # lock_timeout
    "53": Trouble.BUSY,  # too many connections, no memory
    "40": Trouble.BUSY,  # deadlock, serialization
    "08": Trouble.AWAY,
    "57P": Trouble.AWAY,  # shut down, crashed, starting
    "58": Trouble.AWAY,
}
SYSTEM = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EROFS: Trouble.READ_ONLY,
}


def trouble_of(error: BaseException | None) -> Trouble | None:
    """Return what ``error`` says is wrong with the database, the disk or the storage; None where it is about us."""
    if isinstance(error, TransactionManagementError):  # what came after the error that broke the transaction
        return trouble_of(error.__cause__ or error.__context__)
    if isinstance(error, Error):  # Django's own, around the driver's
        return trouble_of(error.__cause__)
    if isinstance(error, StorageAway):
        return Trouble.AWAY
    if isinstance(error, Troubled):
        return error.trouble
    if isinstance(error, sqlite3.Error):
        return SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    if isinstance(error, psycopg.Error):
        return _postgresql(error)
    return SYSTEM.get(error.errno or 0) if isinstance(error, OSError) else None


def _postgresql(error: psycopg.Error) -> Trouble | None:
    if error.sqlstate is None:
        return Trouble.AWAY if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError) else None
    return next((trouble for state, trouble in POSTGRESQL.items() if error.sqlstate.startswith(state)), None)
