"""Marks by the database itself, for rows that others write: Wagtail's editor, its clock, the shell, a repair by hand.

A room lists the tables that its public pages are made of (``Watch``); settings gather the lists in
``DELIVERY_WATCHES``. The triggers are made anew after each migration, because SQLite loses them when a migration
rebuilds a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.module_loading import import_string

VERBS = ("INSERT", "UPDATE", "DELETE")

# On PostgreSQL a change carries the number of its transaction, for readers that must not miss one that commits late,
# and whoever listens is told when it commits.
POSTGRES_CHANGE = """
ALTER TABLE delivery_change ADD COLUMN IF NOT EXISTS xid xid8 DEFAULT pg_current_xact_id();
CREATE INDEX IF NOT EXISTS delivery_change_xid ON delivery_change (xid);
CREATE OR REPLACE FUNCTION delivery_tell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_notify('delivery_change', ''); RETURN NULL; END $$;
CREATE OR REPLACE TRIGGER delivery_change_told AFTER INSERT ON delivery_change
  FOR EACH STATEMENT EXECUTE FUNCTION delivery_tell();
"""


@dataclass(frozen=True)
class Watch:
    """A table whose rows stand on public pages.

    ``tags`` are marked on each change of a row; ``{column}`` in one is the row's own value of it. ``columns`` narrows
    updates to those that change one of them (all, where empty). ``condition`` is SQL of both databases that has to
    hold for the row, ``{row}``, as it was or as it is.
    """

    table: str
    tags: tuple[str, ...]
    columns: tuple[str, ...] = ()
    condition: str = ""
    verbs: tuple[str, ...] = VERBS
    name: str = "seen"


def watches() -> list[Watch]:
    """All watches of all rooms."""
    return [watch for name in settings.DELIVERY_WATCHES for watch in import_string(name)]


def set_up(using: str = "default", **_kwargs: Any) -> None:
    """Make the triggers of every table that is there. Safe to repeat."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    if "delivery_change" not in tables:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRES_CHANGE)
        for watch in watches():
            if watch.table in tables:
                for verb in watch.verbs:
                    for statement in statements(connection, watch, verb):
                        cursor.execute(statement)


def statements(connection: BaseDatabaseWrapper, watch: Watch, verb: str) -> list[str]:
    """Return what makes one trigger, in the words of the database at hand."""
    is_sqlite = connection.vendor == "sqlite"
    name = f"delivery_{watch.table}_{watch.name}_{verb.lower()}"
    head = f"TRIGGER {name} AFTER {verb} ON {watch.table}"
    when = _when(watch, "IS NOT" if is_sqlite else "IS DISTINCT FROM") if verb == "UPDATE" else ""
    insert = (
        f"INSERT INTO delivery_change (tags, at) SELECT {_tags(watch, verb)}, CURRENT_TIMESTAMP{_where(watch, verb)};"
    )
    if is_sqlite:
        return [f"DROP TRIGGER IF EXISTS {name}", f"CREATE {head} {when} BEGIN {insert} END"]
    function = f"FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {insert} RETURN NULL; END $$"
    return [
        f"CREATE OR REPLACE {function}",
        f"CREATE OR REPLACE {head} FOR EACH ROW {when} EXECUTE FUNCTION {name}()",
    ]


def _tags(watch: Watch, verb: str) -> str:
    """The tags as an expression of SQL: constant words, and words with the row's own values."""
    row = "OLD" if verb == "DELETE" else "NEW"
    pieces: list[str] = []
    for tag in watch.tags:
        word, brace, column = tag.partition("{")
        pieces.append(f"'{word}' || {row}.{column.rstrip('}')}" if brace else f"'{word}'")
    return " || ' ' || ".join(pieces)


def _when(watch: Watch, differs: str) -> str:
    """Which updates count."""
    terms = [f"OLD.{column} {differs} NEW.{column}" for column in watch.columns]
    return f"WHEN ({' OR '.join(terms)})" if terms else ""


def _where(watch: Watch, verb: str) -> str:
    """Which rows count."""
    if not watch.condition:
        return ""
    rows = {"INSERT": ("NEW",), "DELETE": ("OLD",), "UPDATE": ("OLD", "NEW")}[verb]
    return " WHERE " + " OR ".join(f"({watch.condition.format(row=row)})" for row in rows)
