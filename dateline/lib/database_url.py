"""Where the rows lie, in one line, and how long anybody waits for them.

A command may take its time; a request may not: behind it waits a person whose text is better off in a form that says so
than in a browser that turns. docs/decisions/0012-two-machines.md has the reasons for each number.
"""

from __future__ import annotations

from typing import Any

import dj_database_url

from .env import BadSetting

SQLITE, POSTGRESQL = "django.db.backends.sqlite3", "django.db.backends.postgresql"
COMMAND_SECONDS = 20  # that a command, a tick or a task waits for a lock
REQUEST_SECONDS = 4  # that a request does
STATEMENT_SECONDS = 8  # that one statement of a request may run
CONNECT_SECONDS = 3
# A connection to a machine that vanished is noticed in about ten seconds instead of two hours (tcp(7)).
ALIVE = {"keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3, "tcp_user_timeout": 10_000}
Database = dict[str, Any]


def database_settings(url: str) -> Database:
    """Return Django's settings of the database at ``url``, as patient as a command. Raises BadSetting."""
    try:
        database: Database = dict(dj_database_url.parse(url))
    except (dj_database_url.ParseError, dj_database_url.UnknownSchemeError, ValueError) as error:
        raise BadSetting("DATABASE_URL cannot be read. Write it as postgres://user:password@host/name.") from error
    if database["ENGINE"] not in {SQLITE, POSTGRESQL}:
        raise BadSetting("DATABASE_URL must begin with postgres:// or sqlite:///; Dateline keeps its rows in no other.")
    if database["ENGINE"] == POSTGRESQL and not database["NAME"]:
        raise BadSetting("DATABASE_URL names no database. Write it as postgres://user:password@host/name.")
    ours = _postgresql() if database["ENGINE"] == POSTGRESQL else _sqlite()
    database["OPTIONS"] = ours | database.get("OPTIONS", {})
    return database


def hurried(database: Database, lock: int = REQUEST_SECONDS) -> Database:
    """Return ``database`` with the patience of a request. What the installation chose itself stays."""
    options = dict(database["OPTIONS"])
    if database["ENGINE"] == SQLITE and options["timeout"] == COMMAND_SECONDS:
        options["timeout"] = lock
    elif database["ENGINE"] == POSTGRESQL and options["options"] == _waits(COMMAND_SECONDS):
        options["options"] = _waits(lock, STATEMENT_SECONDS)
    return database | {"OPTIONS": options}


def _sqlite() -> Database:
    """Measured with six writers: the defaults lose a thousand writes to "database is locked", these none.

    FULL, not NORMAL: a comment or a gift that was answered must survive a power cut.
    """
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": COMMAND_SECONDS,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }


def _postgresql() -> Database:
    return {
        "application_name": "dateline",
        "connect_timeout": CONNECT_SECONDS,
        "options": _waits(COMMAND_SECONDS),
        **ALIVE,
    }


def _waits(lock: int, statement: int = 0) -> str:
    """Say in seconds how long a session waits for a lock, and how long a statement may run (0: as long as it takes)."""
    return f"-c lock_timeout={lock}s -c statement_timeout={statement}s -c idle_in_transaction_session_timeout=60s"
