"""Reading what has changed since, exactly once and none left out, on either database.

SQLite commits one transaction at a time, so numbers come in order and "after the last one seen" misses nothing. On
PostgreSQL a transaction may take its number early and commit late; there a point in time is a snapshot, and what was
not visible in it is what has changed since.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from time import sleep
from typing import Any

from django.db import connection

QUIET = 1.0  # seconds between two looks when nobody sends word
LATEST = "SELECT coalesce(max(id), 0) FROM delivery_change"
OLDEST = "SELECT coalesce(min(id), 0) FROM delivery_change"


@dataclass(frozen=True, slots=True)
class Point:
    """A point in the order of changes: the highest number visible there, and on PostgreSQL the snapshot."""

    number: int
    snapshot: str = ""

    def __str__(self) -> str:
        return f"{self.number} {self.snapshot}".strip()

    @classmethod
    def parse(cls, text: str) -> Point:
        """Read what ``str`` wrote. Raises ValueError for anything else."""
        number, _blank, snapshot = text.partition(" ")
        return cls(int(number), snapshot)


@dataclass(frozen=True, slots=True)
class News:
    """What has changed between two points."""

    until: Point
    tags: frozenset[str]
    numbers: tuple[int, ...] = ()


class Changes(ABC):
    """The order of changes, as one connection sees it."""

    @abstractmethod
    def now(self) -> Point:
        """Return the present point. Whatever is rendered after this call reflects at least it."""

    @abstractmethod
    def since(self, point: Point) -> News:
        """Return what was not yet to be seen at ``point`` and is now."""

    @abstractmethod
    def wait(self, seconds: float) -> None:
        """Wait until something may have changed, or for as long as that."""

    def reaches(self, point: Point) -> bool:
        """Return whether all that came after ``point`` is still here to be told.

        It is not where old changes were forgotten meanwhile, or where the database is another one than it was.
        """
        with connection.cursor() as cursor:
            cursor.execute(OLDEST)
            oldest: int = cursor.fetchone()[0]
        return oldest - 1 <= point.number <= self.now().number


class InOrder(Changes):
    """On SQLite: by number."""

    def now(self) -> Point:
        with connection.cursor() as cursor:
            cursor.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'delivery_change'")
            return Point(cursor.fetchone()[0])

    def since(self, point: Point) -> News:
        with connection.cursor() as cursor:
            cursor.execute("SELECT id, tags FROM delivery_change WHERE id > %s ORDER BY id", [point.number])
            rows = cursor.fetchall()
        return _news(Point(rows[-1][0]) if rows else point, rows)

    def wait(self, seconds: float) -> None:
        sleep(seconds)


class BySnapshot(Changes):
    """On PostgreSQL: by what a snapshot shows."""

    listening: Any = None

    def wait(self, seconds: float) -> None:
        """Wait for the word that the trigger on changes sends as a transaction commits (LISTEN and NOTIFY)."""
        connection.ensure_connection()
        raw: Any = connection.connection
        if raw is not self.listening:
            with connection.cursor() as cursor:
                cursor.execute("LISTEN delivery_change")
            self.listening = raw
            return  # what committed between the last look and this word was told to nobody
        for _word in raw.notifies(timeout=max(seconds, QUIET), stop_after=1):
            pass

    def now(self) -> Point:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_current_snapshot()::text, ({LATEST})")
            snapshot, number = cursor.fetchone()
        return Point(number, snapshot)

    def since(self, point: Point) -> News:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_current_snapshot()::text, id, tags FROM (SELECT 1) AS one LEFT JOIN delivery_change ON"
                " xid >= pg_snapshot_xmin(%s::pg_snapshot) AND NOT pg_visible_in_snapshot(xid, %s::pg_snapshot)"
                " ORDER BY id",
                [point.snapshot, point.snapshot],
            )
            rows = cursor.fetchall()
        changed = [row[1:] for row in rows if row[1] is not None]
        number = max([point.number, *[row[0] for row in changed]])
        return _news(Point(number, rows[0][0]), changed)


def _news(until: Point, rows: list[tuple[int, str]]) -> News:
    tags = frozenset(tag for _number, tags in rows for tag in tags.split())
    return News(until, tags, tuple(number for number, _tags in rows))


def changes() -> Changes:
    """Return the order of changes of the database at hand."""
    return BySnapshot() if connection.vendor == "postgresql" else InOrder()
