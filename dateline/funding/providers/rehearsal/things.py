"""The rehearsal provider's own memory: things by kind and id, in an SQLite file of its own.

It is the provider's side of the table. We never read this file; we ask over HTTP, as we would ask anybody.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]
MOST = 100  # things in one answer


class Things:
    """Keeps things by kind and id. One connection and one lock: a rehearsal is no place to be fast."""

    def __init__(self, path: Path | None = None) -> None:
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
        self.lock = threading.RLock()
        self.database = sqlite3.connect(path or ":memory:", check_same_thread=False, isolation_level=None, timeout=20)
        self.database.execute("PRAGMA synchronous = OFF")
        self.database.execute(
            "CREATE TABLE IF NOT EXISTS stripe_things (kind, id, of, created, said, number INTEGER PRIMARY KEY)"
        )
        self.database.execute("CREATE UNIQUE INDEX IF NOT EXISTS one_thing ON stripe_things (kind, id)")
        self.database.execute("CREATE INDEX IF NOT EXISTS things_of ON stripe_things (kind, of, number)")

    def close(self) -> None:
        """Let the file go."""
        with self.lock:
            self.database.close()

    def get(self, kind: str, key: str) -> Row | None:
        """Return one thing."""
        with self.lock:
            row = self.database.execute(
                "SELECT said FROM stripe_things WHERE kind = ? AND id = ?", (kind, key)
            ).fetchone()
        return json.loads(row[0]) if row else None

    def put(self, kind: str, said: Row, of: str = "") -> Row:
        """Keep one thing, in place of what was there; ``of`` is what it is listed under."""
        with self.lock:
            self.database.execute(
                "INSERT INTO stripe_things (kind, id, of, created, said) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (kind, id) DO UPDATE SET said = excluded.said",
                (kind, said["id"], of, said.get("created", 0), json.dumps(said)),
            )
        return said

    def all_of(self, kind: str, of: str) -> list[Row]:
        """Return the things of a kind that are listed under ``of``, oldest first."""
        with self.lock:
            rows = self.database.execute(
                "SELECT said FROM stripe_things WHERE kind = ? AND of = ? ORDER BY number", (kind, of)
            ).fetchall()
        return [json.loads(said) for (said,) in rows]

    def newest(
        self, kind: str, *, since: float = 0, until: float = 1e12, after: str = "", limit: int = MOST
    ) -> tuple[list[Row], bool]:
        """Return a page of a kind, newest first, from behind the thing ``after``; and whether there is more."""
        with self.lock:
            last = self.database.execute(
                "SELECT number FROM stripe_things WHERE kind = ? AND id = ?", (kind, after)
            ).fetchone()
            rows = self.database.execute(
                "SELECT said FROM stripe_things WHERE kind = ? AND created >= ? AND created < ? AND number < ?"
                " ORDER BY number DESC LIMIT ?",
                (kind, since, until, last[0] if last else 1 << 60, min(limit, MOST) + 1),
            ).fetchall()
        things = [json.loads(said) for (said,) in rows]
        return things[:limit], len(things) > limit

    def every(self, kind: str) -> Iterator[Row]:
        """Yield all things of a kind, newest first, page by page."""
        found, more = self.newest(kind)
        yield from found
        while more:
            found, more = self.newest(kind, after=found[-1]["id"])
            yield from found

    def total(self, kind: str, part: str) -> dict[str, int]:
        """Return the sum of a part of all things of a kind, by currency."""
        with self.lock:
            rows = self.database.execute(
                "SELECT json_extract(said, '$.currency'), SUM(json_extract(said, ?)) FROM stripe_things"
                " WHERE kind = ? GROUP BY 1",
                (f"$.{part}", kind),
            ).fetchall()
        return dict(rows)
