"""What a cache in front has still to be told: addresses whose pages have changed since it may have taken them.

They are written down in the transaction that marks the pages as stale, so no kill loses one; and one row for each
address, however often its page changes, so that a burst neither fills anything nor tells the same thing twice.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from time import time_ns
from typing import NamedTuple

SCHEMA = """
CREATE TABLE IF NOT EXISTS debt (
  address TEXT PRIMARY KEY, changed INTEGER NOT NULL, due REAL NOT NULL DEFAULT 0, is_told INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
"""
EVERYTHING = "*"  # where an address would stand
AGAIN = "ON CONFLICT (address) DO UPDATE SET changed = excluded.changed, is_told = 0"
STALE = "coalesce(is_out, 0) AND stale_since IS NOT NULL"  # told now, the cache would ask for the old page once more
DUE = f"FROM debt LEFT JOIN page USING (address) WHERE due <= ? AND NOT ({STALE})"


class Debt(NamedTuple):
    """``changed`` (nanoseconds) tells one change of a page from the next; ``is_told`` says it was told once already."""

    address: str
    changed: int
    is_told: bool


class Debts:
    """The debts in an index. All that changes something stands inside its ``writing``."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        db.executescript(SCHEMA)

    def owe(self, addresses: Iterable[str]) -> None:
        """Note that these are not what they were."""
        self.db.execute(
            f"INSERT INTO debt (address, changed) SELECT value, ? FROM json_each(?) WHERE true {AGAIN}",
            (time_ns(), json.dumps(list(addresses))),
        )

    def owe_pages(self, which: str, values: tuple[object, ...] = ()) -> None:
        """Note so of those pages in readers' way of which ``which`` holds: a cache can have no others."""
        self.db.execute(
            f"INSERT INTO debt (address, changed) SELECT address, ? FROM page WHERE is_out AND {which} {AGAIN}",
            (time_ns(), *values),
        )

    def due(self, now: float) -> list[Debt]:
        """Return what may be told now (seconds since 1970): its page is right, or out of readers' way.

        What was never told stands first.
        """
        rows = self.db.execute(f"SELECT address, changed, is_told {DUE} ORDER BY is_told, due, changed", (now,))
        return [Debt(address, changed, bool(is_told)) for address, changed, is_told in rows]

    def told(self, debts: Iterable[Debt], *, next_at: float) -> None:
        """Note that the cache was told, and is told nothing more of these addresses before ``next_at``.

        Each is told twice: when the first word came, an answer with the old page may have been on its way to the cache.
        """
        for address, changed, is_told in debts:
            if is_told:
                self.db.execute("DELETE FROM debt WHERE address = ? AND changed = ?", (address, changed))
            self.db.execute(
                "UPDATE debt SET due = ?, is_told = (changed = ?) WHERE address = ?", (next_at, changed, address)
            )

    def put_off(self, debts: Iterable[Debt], *, until: float) -> None:
        """Note that the cache could not be told of these."""
        self.db.executemany("UPDATE debt SET due = ? WHERE address = ?", [(until, debt.address) for debt in debts])

    def forgive(self, before: int) -> None:
        """Forget what changed before a moment (nanoseconds): the cache has thrown that away by itself."""
        self.db.execute("DELETE FROM debt WHERE changed < ?", (before,))

    def forgive_everything(self) -> None:
        """Forget that the cache should drop all that it has: it knows no such word."""
        self.db.execute("DELETE FROM debt WHERE address = ?", (EVERYTHING,))

    def count(self) -> int:
        """Return how many there are."""
        number: int = self.db.execute("SELECT count(*) FROM debt").fetchone()[0]
        return number
