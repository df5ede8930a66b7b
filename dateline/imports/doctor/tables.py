"""The database by itself: whole, without loose ends, in step with the code."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from .answer import Answer, answer

MOST = 20  # complaints of one kind; a broken database has thousands
INVALID = """
    SELECT conrelid::regclass || ': ' || conname FROM pg_constraint WHERE NOT convalidated
    UNION ALL SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid
"""


def database(*, now: datetime, fix: bool) -> Answer:
    """Its pages, indexes and constraints."""
    if connection.vendor == "sqlite":
        said = [row[0] for row in rows(f"PRAGMA integrity_check({MOST})")]
        return answer("SQLite finds it whole", [] if said == ["ok"] else [f"SQLite: {words}." for words in said])
    return answer("every constraint and index is valid", [f"{row[0]} is not valid." for row in rows(INVALID)])


def references(*, now: datetime, fix: bool) -> Answer:
    """Rows that name a row which is not there. PostgreSQL lets none be, so there its constraints were the question."""
    if connection.vendor != "sqlite":
        return Answer("held by the database")
    loose = rows("PRAGMA foreign_key_check")
    return answer(
        "every row that is named is there",
        [f"{table} {row} names a row of {other} that is not there." for table, row, other, _key in loose[:MOST]],
    )


def migrations(*, now: datetime, fix: bool) -> Answer:
    """The tables are those that the code expects."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    known = executor.loader.disk_migrations
    newer = sorted(key for key in executor.loader.applied_migrations if key not in known and key[0] in apps_of(known))
    lacking = [f"{one.app_label}.{one.name} has not been applied: run `dateline prepare`." for one, _back in plan]
    return answer("in step with the code", lacking + [f"{app}.{name} is of a newer Dateline." for app, name in newer])


def apps_of(known: Iterable[tuple[str, str]]) -> set[str]:
    """Return the apps that have migrations; what an app that left once applied is nobody's concern."""
    return {app for app, _name in known}


def rows(sql: str) -> list[tuple[object, ...]]:
    """Return what the database answers."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())
