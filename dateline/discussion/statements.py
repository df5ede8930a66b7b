"""SQL of our own, for what is asked many times a second: on the way of a post, and nowhere else.

Django makes its SQL anew each time, which takes longer than the database takes to answer. Here the text is made once.
``EACH(%s)`` stands for the rows of a JSON list (their column is ``value``), ``GATHER(x)`` for a JSON list of rows.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

Row = tuple[Any, ...]
SQLITE = {"EACH(": "json_each(", "GATHER(": "json_group_array("}
WORDS = {
    "sqlite": SQLITE,
    "sqlite itself": {**SQLITE, "%s": "?"},
    "postgresql": {"EACH(": "jsonb_array_elements_text(", "GATHER(": "jsonb_agg("},
}


def ask(sql: str, *values: Any) -> list[Row]:
    """Return the rows that ``sql`` gives."""
    with _Cursor() as (cursor, dialect):
        cursor.execute(_in_dialect(sql, dialect), values)
        return cursor.fetchall()


def tell(sql: str, *values: Any) -> None:
    """Do what ``sql`` says, once."""
    with _Cursor() as (cursor, dialect):
        cursor.execute(_in_dialect(sql, dialect), values)


def tell_each(sql: str, rows: Sequence[Row]) -> None:
    """Do what ``sql`` says for each of ``rows``; nothing for none."""
    if rows:
        with _Cursor() as (cursor, dialect):
            cursor.executemany(_in_dialect(sql, dialect), rows)


class _Cursor:
    """A cursor and the dialect that it takes.

    On SQLite it is the driver's own: Django's wrappers around it take longer than most of our questions. They are there
    where somebody counts, times or explains statements, and errors are Django's in either case.
    """

    cursor: Any
    errors: Any

    def __enter__(self) -> tuple[Any, str]:
        database = connections[DEFAULT_DB_ALIAS]
        if database.vendor != "sqlite" or database.execute_wrappers or database.queries_logged:
            self.errors = None
            self.cursor = database.cursor()
            return self.cursor, database.vendor
        database.ensure_connection()
        self.errors = database.wrap_database_errors
        self.cursor = sqlite3.Connection.cursor(database.connection)
        return self.cursor, "sqlite itself"

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        self.cursor.close()
        if self.errors:
            self.errors.__exit__(kind, error, trace)


def ask_again(words: Callable[[], QuerySet[Any, Any]]) -> list[Row]:
    """Return the rows of ``words()``, a ``values_list`` that is the same each time, by SQL that is made once."""
    return ask(*_made_once(words, connections[DEFAULT_DB_ALIAS].vendor))


def listed(values: Collection[Any]) -> str:
    """Return ``values`` as EACH takes them."""
    return json.dumps(list(values))


def gathered(value: Any) -> list[Any]:
    """Return what GATHER made; the list of no rows is empty."""
    return json.loads(value) if isinstance(value, str) else value or []


def instant(value: Any) -> datetime | None:
    """Return a moment as a driver gave it: SQLite's gives a column without its zone, which is UTC, or as text."""
    at = datetime.fromisoformat(value) if isinstance(value, str) else value
    return at.replace(tzinfo=UTC) if at and at.tzinfo is None else at


@cache
def _in_dialect(sql: str, vendor: str) -> str:
    for ours, theirs in WORDS[vendor].items():
        sql = sql.replace(ours, theirs)
    return sql


@cache
def _made_once(words: Callable[[], QuerySet[Any, Any]], _vendor: str) -> tuple[Any, ...]:
    sql, values = words().query.sql_with_params()
    return (sql, *values)
