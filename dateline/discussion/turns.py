"""Counting one after the other what a limit is about, so that two who come at once are not both the last one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.db import connection

from .statements import listed, tell

LOCK = "SELECT pg_advisory_xact_lock(CAST(asked.value AS bigint)) FROM EACH(%s) AS asked"


def take_turns(keys: Iterable[str]) -> None:
    """Wait until no other transaction counts for any of ``keys``, and keep others waiting until this one ends.

    Call it first in the transaction that counts and then writes. In one order everywhere, so that nobody waits for who
    waits for them. On SQLite one transaction writes at a time anyway.
    """
    if connection.vendor == "postgresql":
        numbers = sorted({_number(key) for key in keys if key})
        if numbers:
            tell(LOCK, listed(numbers))


def _number(key: str) -> int:
    digest = hashlib.sha256(f"dateline.limits:{key}".encode()).digest()
    return int.from_bytes(digest[:8], signed=True)
