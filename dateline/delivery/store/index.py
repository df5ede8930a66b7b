"""What the store knows of its pages: what each is made of, what it depends on, and whether it is still right.

Pages and parts depend on tags. The index is an SQLite file of its own beside the pages, shared by all processes of
one machine and worth nothing: whatever is wrong with it, it is emptied and filled again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import zstandard

from .debts import Debts
from .made import Made, Part, join

SCHEMA = """
CREATE TABLE IF NOT EXISTS page (
  address TEXT PRIMARY KEY, text BLOB NOT NULL, holes TEXT NOT NULL, made_from INTEGER NOT NULL,
  warm_until REAL NOT NULL, expires REAL, is_out INTEGER NOT NULL DEFAULT 1, stale_since REAL,
  must_render INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS page_stale ON page (stale_since) WHERE stale_since IS NOT NULL;
CREATE INDEX IF NOT EXISTS page_expires ON page (expires) WHERE expires IS NOT NULL;
CREATE TABLE IF NOT EXISTS page_tag (tag TEXT, address TEXT, PRIMARY KEY (tag, address)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tag_of_page ON page_tag (address);
CREATE TABLE IF NOT EXISTS hole (part TEXT, address TEXT, PRIMARY KEY (part, address)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS hole_of_page ON hole (address);
CREATE TABLE IF NOT EXISTS part (
  name TEXT PRIMARY KEY, content BLOB NOT NULL, made_from INTEGER NOT NULL, is_stale INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS part_tag (tag TEXT, name TEXT, PRIMARY KEY (tag, name)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
TABLES = ("page", "page_tag", "hole", "part", "part_tag", "note")
AMONG = "(SELECT value FROM json_each(?))"
CONCERNED = (  # by tags, told twice
    f"address IN (SELECT address FROM page_tag WHERE tag IN {AMONG} UNION SELECT address FROM hole WHERE part IN"
    f" (SELECT name FROM part_tag WHERE tag IN {AMONG}))"
)
BREAK = b"\0"


@dataclass(frozen=True, slots=True)
class Stale:
    """A page in readers' way that no longer says what the rows say: since when, and whether its text is concerned."""

    address: str
    since: float
    must_render: bool
    warm_until: float


class Index:
    """One connection to the index; each process opens its own, and a thread at a time uses it.

    ``owes`` says that a cache stands in front, which is to be told what has changed.
    """

    def __init__(self, folder: Path, *, owes: bool = False) -> None:
        self.db = sqlite3.connect(folder / "index.sqlite3", timeout=10, isolation_level=None, check_same_thread=False)
        self.db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;" + SCHEMA)
        self.debts = Debts(self.db)
        self.owes = owes

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Do everything inside at once; one process at a time."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.db.execute("COMMIT")
        except BaseException:
            if self.db.in_transaction:  # SQLite ends it itself where the disk is full, but not always
                self.db.execute("ROLLBACK")
            raise

    def empty(self) -> None:
        """Forget everything but what we owe. Inside ``writing``, as all that follows and changes something."""
        if self.owes:
            self.debts.owe_pages("true")
        for table in TABLES:
            self.db.execute(f"DELETE FROM {table}")

    def note(self, name: str, value: str) -> None:
        """Remember a word about the store itself."""
        self.db.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (name, value))

    def noted(self, name: str) -> str:
        """Return such a word, or nothing."""
        row = self.db.execute("SELECT value FROM note WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def keep_part(self, part: Part, made_from: int) -> None:
        """Keep ``part`` unless one made from later rows is here."""
        known = self.db.execute("SELECT made_from FROM part WHERE name = ?", (part.name,)).fetchone()
        if known and known[0] > made_from:
            return
        self.db.execute("INSERT OR REPLACE INTO part VALUES (?, ?, ?, 0)", (part.name, packed(part.content), made_from))
        self.db.executemany("INSERT OR IGNORE INTO part_tag VALUES (?, ?)", [(tag, part.name) for tag in part.tags])

    def announce(self, address: str, now: float) -> None:
        """Note, before a page is put in readers' way, that one is there and that it has to be rendered."""
        self.db.execute(
            "INSERT INTO page (address, text, holes, made_from, warm_until, stale_since, must_render)"
            " VALUES (?, ?, '[]', 0, 0, ?, 1) ON CONFLICT (address) DO UPDATE"
            " SET is_out = 1, must_render = 1, stale_since = coalesce(stale_since, excluded.stale_since)",
            (address, packed(b""), now),
        )

    def call_out(self, address: str, now: float) -> None:
        """Note, before a page that is known is joined, that it is in readers' way and has to be joined."""
        change = "UPDATE page SET is_out = 1, stale_since = coalesce(stale_since, ?) WHERE address = ?"
        self.db.execute(change, (now, address))

    def is_out(self, address: str) -> bool:
        """Return whether a page is in readers' way."""
        return self.db.execute("SELECT 1 FROM page WHERE address = ? AND is_out", (address,)).fetchone() is not None

    def is_right(self, address: str) -> bool:
        """Return whether a page is in readers' way and says what the rows say, as far as we know."""
        asked = "SELECT 1 FROM page WHERE address = ? AND is_out AND stale_since IS NULL"
        return self.db.execute(asked, (address,)).fetchone() is not None

    def keep_page(self, made: Made, *, warm_until: float) -> bool:
        """Keep a page and its parts as right and out; False, and nothing changed, where one from later rows is here."""
        known = self.db.execute("SELECT made_from, warm_until FROM page WHERE address = ?", (made.address,)).fetchone()
        if known and known[0] > made.made_from:
            return False
        warm = max(warm_until, known[1] if known else 0.0)
        text, holes = packed(BREAK.join(made.text)), json.dumps(made.holes)
        self.db.execute(
            "INSERT OR REPLACE INTO page (address, text, holes, made_from, warm_until, expires)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (made.address, text, holes, made.made_from, warm, made.expires),
        )
        for table, values in (("page_tag", made.tags), ("hole", frozenset(made.holes))):
            self.db.execute(f"DELETE FROM {table} WHERE address = ?", (made.address,))
            self.db.executemany(f"INSERT INTO {table} VALUES (?, ?)", [(value, made.address) for value in values])
        for part in made.parts:
            self.keep_part(part, made.made_from)
        return True

    def touch(self, tags: Iterable[str], now: float) -> None:
        """Note that what ``tags`` stand for has changed.

        Parts and pages that depend on it are stale from ``now`` on.
        """
        asked = json.dumps(sorted(tags))
        self.db.execute(
            f"UPDATE part SET is_stale = 1 WHERE name IN (SELECT name FROM part_tag WHERE tag IN {AMONG})",
            (asked,),
        )
        self.db.execute(
            "UPDATE page SET must_render = 1, stale_since = coalesce(stale_since, ?) WHERE address IN"
            f" (SELECT address FROM page_tag WHERE tag IN {AMONG})",
            (now, asked),
        )
        self.db.execute(
            "UPDATE page SET stale_since = coalesce(stale_since, ?) WHERE address IN (SELECT address FROM hole"
            f" WHERE part IN (SELECT name FROM part_tag WHERE tag IN {AMONG}))",
            (now, asked),
        )
        if self.owes:
            self.debts.owe_pages(CONCERNED, (asked, asked))

    def expire(self, now: float) -> bool:
        """Note which pages have become wrong by themselves; return whether any has."""
        if self.owes:
            self.debts.owe_pages("expires <= ?", (now,))
        change = (
            "UPDATE page SET must_render = 1, expires = NULL, stale_since = coalesce(stale_since, ?) WHERE expires <= ?"
        )
        return self.db.execute(change, (now, now)).rowcount > 0

    def concerned(self, tags: Iterable[str], now: float) -> list[str]:
        """Return the pages that depend on ``tags``, and those that have become wrong by themselves."""
        asked = json.dumps(sorted(tags))
        rows = self.db.execute(f"SELECT address FROM page WHERE expires <= ? OR {CONCERNED}", (now, asked, asked))
        return [address for (address,) in rows]

    def stale_pages(self) -> list[Stale]:
        """Pages in readers' way that are stale, those that were read last first."""
        rows = self.db.execute(
            "SELECT address, stale_since, must_render, warm_until FROM page WHERE stale_since IS NOT NULL AND is_out"
            " ORDER BY warm_until DESC"
        )
        return [Stale(address, since, bool(must), warm) for address, since, must, warm in rows]

    def stale_parts_of(self, addresses: Iterable[str]) -> list[str]:
        """Names of the parts that pages show and that are stale or not here."""
        rows = self.db.execute(
            "SELECT DISTINCT hole.part FROM hole LEFT JOIN part ON part.name = hole.part"
            f" WHERE address IN {AMONG} AND coalesce(is_stale, 1)",
            (json.dumps(list(addresses)),),
        )
        return [name for (name,) in rows]

    def joined(self, address: str) -> bytes | None:
        """Return a page made of its text and the parts that are here.

        None where its text is wrong or one is missing.
        """
        row = self.db.execute(
            "SELECT text, holes FROM page WHERE address = ? AND NOT must_render", (address,)
        ).fetchone()
        if row is None:
            return None
        holes = json.loads(row[1])
        found = dict(
            self.db.execute(f"SELECT name, content FROM part WHERE NOT is_stale AND name IN {AMONG}", (row[1],))
        )
        if len(found) < len(set(holes)):
            return None
        fill = {name: unpacked(content) for name, content in found.items()}
        return join(unpacked(row[0]).split(BREAK), [fill[name] for name in holes])

    def settle(self, addresses: Iterable[str], *, is_out: bool) -> None:
        """Note that pages are right again, or that they are out of readers' way until somebody asks for them."""
        addresses = list(addresses)
        if self.owes and not is_out:
            self.debts.owe(addresses)  # also of one that was right: while it is away, no change of it is told
        change = f"UPDATE page SET stale_since = NULL, is_out = ? WHERE address IN {AMONG}"
        self.db.execute(change, (is_out, json.dumps(addresses)))

    def settle_all(self) -> None:
        """Note that all pages are out of readers' way."""
        if self.owes:
            self.debts.owe_pages("true")
        self.db.execute("UPDATE page SET stale_since = NULL, is_out = 0 WHERE is_out")

    def warm(self, addresses: Iterable[str], until: float) -> None:
        """Note that pages are being read."""
        change = f"UPDATE page SET warm_until = max(warm_until, ?) WHERE address IN {AMONG}"
        self.db.execute(change, (until, json.dumps(list(addresses))))

    def forget(self, addresses: Iterable[str]) -> None:
        """Forget pages for good."""
        addresses = list(addresses)
        if self.owes:
            self.debts.owe(addresses)  # nothing will tell us any more when they change
        asked = json.dumps(addresses)
        for table in ("page", "page_tag", "hole"):
            self.db.execute(f"DELETE FROM {table} WHERE address IN {AMONG}", (asked,))

    def has(self, address: str) -> bool:
        """Return whether a page is known."""
        return self.db.execute("SELECT 1 FROM page WHERE address = ?", (address,)).fetchone() is not None

    def coldest_queries(self, beyond: int) -> list[str]:
        """Addresses with a query, but for the ``beyond`` that were read last: they could be without number."""
        rows = self.db.execute(
            "SELECT address FROM page WHERE instr(address, '?') ORDER BY warm_until DESC LIMIT -1 OFFSET ?", (beyond,)
        )
        return [address for (address,) in rows]

    def some(self, most: int, now: float) -> list[str]:
        """Addresses of pages that are out and right: half of them those read last, the others by chance."""
        right = "SELECT address FROM page WHERE is_out AND stale_since IS NULL AND coalesce(expires, ?) >= ? ORDER BY"
        read = self.db.execute(f"{right} warm_until DESC LIMIT ?", (now, now, most - most // 2)).fetchall()
        drawn = self.db.execute(f"{right} random() LIMIT ?", (now, now, most)).fetchall()
        return list(dict.fromkeys(address for (address,) in [*read, *drawn]))[:most]

    def count(self) -> int:
        """Return how many pages are out."""
        number: int = self.db.execute("SELECT count(*) FROM page WHERE is_out").fetchone()[0]
        return number


def packed(content: bytes) -> bytes:
    """Make small what only we read."""
    return zstandard.ZstdCompressor(level=1).compress(content)


def unpacked(content: bytes) -> bytes:
    """And back."""
    return zstandard.ZstdDecompressor().decompress(content)
