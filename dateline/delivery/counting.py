"""What holds back who guesses and floods, counted in rows: by all processes together, over a restart, and for as long
as it was asked to be.

A memory would forget: Django's own holds three hundred entries, and whoever makes three hundred more is a stranger
again. Keys are hashed, since allauth's hold network addresses.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.db import connection

from .keyed import keyed_hash

SALT = "dateline.delivery.count"
FOR_GOOD = 2**62  # a second of the epoch that nobody will see
WRITE = """
    INSERT INTO delivery_count (key, value, ends) VALUES (%s, %s, %s)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, ends = excluded.ends
"""
WRITE_NEW = f"{WRITE} WHERE delivery_count.ends <= %s"
COUNT = """
    UPDATE delivery_count SET value = CAST(CAST(value AS bigint) + %s AS text) WHERE key = %s AND ends > %s
    RETURNING value
"""
READ = "SELECT value FROM delivery_count WHERE key = %s AND ends > %s"
FORGET = "DELETE FROM delivery_count WHERE key = %s AND ends > %s"
OVER = "SELECT 1 FROM delivery_count WHERE ends <= %s LIMIT 1"
FORGET_OVER = "DELETE FROM delivery_count WHERE ends <= %s"


class CountedRows(BaseCache):
    """Django's cache in rows: each verb is one statement, so that two who count at once count two.

    Values are what JSON can hold. Emptying it forgets nothing: an entry ends when its time is over.
    """

    def __init__(self) -> None:
        super().__init__({})

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return bool(_told(WRITE_NEW, _name(key), json.dumps(value), self._ends(timeout), _now()))

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        rows = _asked(READ, _name(key), _now())
        return json.loads(rows[0][0]) if rows else default

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        _told(WRITE, _name(key), json.dumps(value), self._ends(timeout))

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Let an entry end later."""
        found = self.get(key, self)
        if found is not self:
            self.set(key, found, timeout)
        return found is not self

    def delete(self, key: str, version: int | None = None) -> bool:
        return bool(_told(FORGET, _name(key), _now()))

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        """Raises ValueError for what is not there, as Django has it."""
        rows = _asked(COUNT, delta, _name(key), _now())
        if not rows:
            raise ValueError(f"Key '{key}' not found.")
        return int(rows[0][0])

    def clear(self) -> None:
        """Leave everything: what is counted is nothing that could be made anew."""

    def _ends(self, timeout: Any) -> int:
        seconds = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        return FOR_GOOD if seconds is None else int(_now() + seconds)


class OwnMemory(LocMemCache):
    """A process's own memory for what can be made anew, and rows for what is counted: newsrooms without Redis."""

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        options = dict(params.get("OPTIONS", {}))
        self.counts = tuple(options.pop("counts", ()))
        super().__init__(name, params | {"OPTIONS": options})
        self.rows = CountedRows()

    def _one(self, key: str) -> Any:
        return self.rows if key.startswith(self.counts) else super()

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return self._one(key).add(key, value, timeout, version)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return self._one(key).get(key, default, version)

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        self._one(key).set(key, value, timeout, version)

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return self._one(key).touch(key, timeout, version)

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        return self._one(key).incr(key, delta, version)

    def has_key(self, key: str, version: int | None = None) -> bool:
        return self._one(key).has_key(key, version)

    def delete(self, key: str, version: int | None = None) -> bool:
        return self._one(key).delete(key, version)


def forget_counts(*, now: datetime) -> None:
    """Forget what is over. Runs by the clock, so it looks before it takes the write lock."""
    second = int(now.timestamp())
    if _asked(OVER, second):
        _told(FORGET_OVER, second)


def _name(key: str) -> str:
    return keyed_hash(SALT, key)


def _now() -> int:
    return int(time.time())


def _asked(sql: str, *values: Any) -> Sequence[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def _told(sql: str, *values: Any) -> int:
    """Do what ``sql`` says; returns how many rows it changed."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.rowcount
