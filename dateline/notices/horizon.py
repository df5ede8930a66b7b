"""How far rows can be read by their numbers without missing one that is not to be seen yet.

On PostgreSQL a transaction takes its number early and may commit late. Whoever takes one from a table's sequence holds
a lock on that sequence until the transaction ends, and gives it back only once its rows can be seen. So all rows up to
the highest number are there as soon as everybody who held such a lock when that was looked up has ended.
"""

from __future__ import annotations

from django.db import connection
from django.db.models import Max, Model

from .models import Reading

WRITERS = """
SELECT DISTINCT virtualtransaction FROM pg_locks
WHERE locktype = 'relation' AND mode = 'RowExclusiveLock' AND granted AND pid IS DISTINCT FROM pg_backend_pid()
AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
AND relation = CAST(pg_get_serial_sequence(%s, 'id') AS regclass)
"""


def readable_until(rows: type[Model], reading: Reading) -> int:
    """Return up to which number of ``rows`` nothing comes any more; notes in ``reading`` whom the rest waits for."""
    newest: int = rows._default_manager.aggregate(newest=Max("pk"))["newest"] or 0
    if connection.vendor == "sqlite":
        return newest  # one transaction writes at a time, so numbers come in order
    writers = _writers(rows)  # asked after ``newest``: who has ended in between can be seen by whoever reads now
    if not writers:
        return newest
    if writers & set(reading.waits_for.split()):
        return reading.until
    until, reading.newest, reading.waits_for = reading.newest, newest, " ".join(sorted(writers))
    reading.save(update_fields=["newest", "waits_for"])
    return until


def _writers(rows: type[Model]) -> set[str]:
    """Who else has taken a number for one of ``rows`` and has not ended yet."""
    with connection.cursor() as cursor:
        cursor.execute(WRITERS, [rows._meta.db_table])
        return {row[0] for row in cursor.fetchall()}
