"""What is asked, in this order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from django.db import DatabaseError

from . import files, machine, pages, rooms, tables
from .answer import Answer

Check = Callable[..., Answer]

FIRST: list[tuple[str, Check]] = [
    ("settings", machine.configuration),
    ("disk", machine.disk),
    ("database", tables.database),
    ("references", tables.references),
    ("migrations", tables.migrations),
]
# These read rows through models, and so only where tables are in step with the code.
THEN: list[tuple[str, Check]] = [
    ("uploads", files.uploads),
    ("sizes of pictures", files.sizes),
    ("ledger", rooms.ledger),
    ("providers", rooms.providers),
    ("counters", rooms.counters),
    ("places of comments", rooms.places),
    ("learning", rooms.learning),
    ("pages made ahead", pages.pages),
]


def examine(*, now: datetime, fix: bool = False) -> Iterator[tuple[str, Answer]]:
    """Ask everything; give (name, answer). ``fix`` repairs what can be recomputed."""
    in_step = True
    for name, check in FIRST:
        found = asked(check, now, fix)
        in_step = in_step and (name != "migrations" or found.is_sound)
        yield name, found
    for name, check in THEN:
        yield name, asked(check, now, fix) if in_step else Answer("not asked: the tables are not in step with the code")


def asked(check: Check, now: datetime, fix: bool) -> Answer:
    """Ask one; a database that cannot answer is something to see to, not the end of the examination."""
    try:
        return check(now=now, fix=fix)
    except DatabaseError as error:
        return Answer("could not be asked", [f"The database: {error}".strip()])
