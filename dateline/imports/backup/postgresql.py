"""PostgreSQL: its own clients do the work, pg_dump from a snapshot in which the rows are counted too."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.postgresql.client import DatabaseClient

from .archive import Progress
from .manifest import Survey
from .survey import survey

MEMBER = "database.dump"
ASIDE = "before_"
TABLE = re.compile(r"(?:dumping contents of|processing data for) table")


class ClientFailed(Exception):
    """A client of PostgreSQL is not there or gave up, with a sentence. Trying again helps once that is set right."""


@contextmanager
def copied(folder: Path, progress: Progress) -> Iterator[tuple[str, Path, Survey]]:
    """Dump the database into ``folder``; give its name in the archive, the dump, and what stands in it."""
    path = folder / MEMBER
    with snapshot() as name:
        options = [f"--snapshot={name}", "--format=custom", "--no-owner", "--no-privileges", "--verbose"]
        tables = len(connection.introspection.table_names())
        run("pg_dump", [*options, f"--exclude-schema={ASIDE}*", f"--file={path}"], tables, progress)
        found = survey("default")
    yield MEMBER, path, found


@contextmanager
def snapshot() -> Iterator[str]:
    """Hold one view of the database while the block runs; give its name, by which others may share it."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")  # pg_dump may take its time
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("SELECT pg_export_snapshot()")
        yield cursor.fetchone()[0]


def run(client: str, options: Sequence[str], tables: int = 0, progress: Progress = lambda *_: None) -> None:
    """Run a client of PostgreSQL on our database; raises ClientFailed with its last words."""
    said: list[str] = []
    command = [client, *options, "--no-password", f"--dbname={connection.settings_dict['NAME']}"]
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True}
    try:
        with subprocess.Popen(command, env=environment(), **pipes) as process:  # type: ignore[call-overload]  # noqa: S603
            done = 0
            for line in process.stderr:
                said.append(line.strip())
                done += bool(TABLE.search(line))
                progress(min(done, tables), tables)
    except FileNotFoundError as error:
        raise ClientFailed(f"{client} is not on this machine: install PostgreSQL's client programs.") from error
    if process.returncode:
        raise ClientFailed(f"{client} gave up: {last_words(said)}.")


def last_words(said: list[str]) -> str:
    """Return what a client complained of."""
    errors = [line for line in said if "error:" in line] or said or ["it said nothing"]
    return errors[0].removesuffix(".")


def environment() -> dict[str, str]:
    """Return what a client has to know to reach our database; a password is not for the list of processes."""
    database = connection.settings_dict
    _command, ours = DatabaseClient.settings_to_cmd_args_env(database, [])
    where = {"PGHOST": database["HOST"], "PGPORT": database["PORT"], "PGUSER": database["USER"]}
    told = {name: str(value) for name, value in where.items() if value}
    return {**os.environ, **told, **(ours or {}), "LC_ALL": "C"}


def holds_something() -> bool:
    """Return whether there is a table."""
    found = bool(connection.introspection.table_names())
    connection.close()
    return found


def others() -> int:
    """Return how many connections to our database there are beside this one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
            "AND backend_type = 'client backend'"
        )
        return int(cursor.fetchone()[0])


def put_back(dump: Path, stamp: str, tables: int, progress: Progress) -> str:
    """Load ``dump``; return the name of the schema that what was there now has, if there was anything.

    Raises ClientFailed, and then everything is as it was.
    """
    aside = f"{ASIDE}{stamp}" if holds_something() else ""
    schema = move_aside(aside) if aside else ""
    try:
        options = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", "--verbose"]
        run("pg_restore", [*options, str(dump)], tables, progress)
    except ClientFailed:
        if aside:
            move_back(aside, schema)
        raise
    return aside


def move_aside(aside: str) -> str:
    """Rename the schema of our tables, and make an empty one of its name; return the name."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        schema = str(cursor.fetchone()[0])
        cursor.execute(f"ALTER SCHEMA {quoted(schema)} RENAME TO {quoted(aside)}")
        cursor.execute(f"CREATE SCHEMA {quoted(schema)}")
    connection.close()
    return schema


def move_back(aside: str, schema: str) -> None:
    """Undo that."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA {quoted(schema)} CASCADE")
        cursor.execute(f"ALTER SCHEMA {quoted(aside)} RENAME TO {quoted(schema)}")


def quoted(name: str) -> str:
    """Return ``name`` as SQL writes it."""
    wrapper: BaseDatabaseWrapper = connection
    return str(wrapper.ops.quote_name(name))
