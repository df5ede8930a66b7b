"""A database, and a place in Redis, for the processes of one newsroom that a test starts; gone when it ends.

As a program (``python -m tests.databases``) it says which of the two servers is missing, for ``./check``.
"""

from __future__ import annotations

import os
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import redis

from dateline.bench import own_database as made

POSTGRESQL = os.environ.get("DATELINE_TEST_DATABASE_URL", "")
REDIS = os.environ.get("DATELINE_TEST_REDIS_URL", "")


@contextmanager
def own_data(home: Path) -> Iterator[dict[str, str]]:
    """Give the variables of a newsroom in ``home`` with rows of its own, on the databases that this run tests."""
    with own_database(home) as database, own_redis() as memory:
        yield {"DATABASE_URL": database, "REDIS_URL": memory}


@contextmanager
def own_database(home: Path) -> Iterator[str]:
    """Give the address of an empty database: a file in ``home``, or one on the server that this run tests."""
    if not POSTGRESQL:
        yield f"sqlite:///{home / 'dateline.sqlite3'}"
        return
    with made.own_database(POSTGRESQL) as address:
        yield address


@contextmanager
def own_redis() -> Iterator[str]:
    """Give an address whose entries are nobody else's; empty where this run tests without Redis."""
    if not REDIS:
        yield ""
        return
    prefix = f"dateline-test-{uuid.uuid4().hex[:12]}"
    yield f"{REDIS}?prefix={prefix}"
    with redis.Redis.from_url(REDIS) as client:
        for key in client.scan_iter(match=f"{prefix}:*", count=1000):
            client.delete(key)


def missing() -> list[str]:
    """Say which of the two servers does not answer, or is not named."""
    said = []
    for name, url, error, ask in (
        ("PostgreSQL", POSTGRESQL, psycopg.Error, lambda: psycopg.connect(POSTGRESQL, connect_timeout=3).close()),
        ("Redis", REDIS, redis.RedisError, lambda: redis.Redis.from_url(REDIS, socket_timeout=3).ping()),
    ):
        try:
            ask()
        except (error, ValueError):
            said.append(f"no {name} at {urlsplit(url).hostname}:{urlsplit(url).port}")
    return said


if __name__ == "__main__":
    found = missing()
    print(", ".join(found))  # noqa: T201 - it is what this program is for
    sys.exit(bool(found))
