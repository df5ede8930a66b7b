"""What is known here of who writes: whether anything of theirs stands, and what they said before.

An author is an account, or else a device; a mail address proves nothing. What is asked is bounded, so that somebody who
has written ten thousand comments costs no more than somebody who has written twenty.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db import connection

from .statements import Row, ask, gathered, listed
from .writer import Writer

BY_DEVICE = "c.device = asked.value AND c.account_id IS NULL"
BY_ACCOUNT = "c.account_id = CAST(asked.value AS bigint)"
FROM_ORIGIN = "c.origin = asked.value"
# CASE keeps the planner from an index of everything that is published.
KNOWN = """
    SELECT asked.value,
        (SELECT c.id FROM discussion_comment c WHERE WHOSE ORDER BY c.created_at DESC, c.id DESC LIMIT 1),
        (SELECT 1 FROM discussion_comment c
            WHERE WHOSE AND CASE WHEN c.status = 'published' THEN 1 ELSE 0 END = 1 LIMIT 1),
        (SELECT GATHER(latest.text) FROM (
            SELECT c.text FROM discussion_comment c WHERE WHOSE ORDER BY c.created_at DESC, c.id DESC LIMIT 20
        ) AS latest)
    FROM EACH(%s) AS asked
"""
RECENT = """
    SELECT asked.value,
        (SELECT c.id FROM discussion_comment c WHERE WHOSE ORDER BY c.created_at DESC, c.id DESC LIMIT 1),
        (SELECT COUNT(*) FROM (
            SELECT 1 FROM discussion_comment c WHERE WHOSE AND c.created_at >= %s LIMIT %s
        ) AS recent)
    FROM EACH(%s) AS asked
"""


class Known(NamedTuple):
    """``latest`` is the author's newest comment, ``accepted`` 1 when anything stands, ``earlier`` newest first."""

    latest: int | None = None
    accepted: int = 0
    earlier: tuple[str, ...] = ()


class Recent(NamedTuple):
    """The newest comment, and how many came since a moment, counted no further than was asked."""

    latest: int | None = None
    number: int = 0


def known_authors(writers: Iterable[Writer]) -> dict[str, Known]:
    """Return what is known of each writer by ``Writer.key``, in a query for accounts and one for devices."""
    accounts, devices = _authors(writers)
    return {
        **{f"account:{row[0]}": _known(row) for row in _asked(KNOWN, BY_ACCOUNT, accounts)},
        **{f"device:{row[0]}": _known(row) for row in _asked(KNOWN, BY_DEVICE, devices)},
    }


def recent_of(writers: Iterable[Writer], since: datetime, most: int) -> dict[str, Recent]:
    """Return by ``Writer.key`` what each has written since ``since``, counted up to ``most``."""
    accounts, devices = _authors(writers)
    moment = connection.ops.adapt_datetimefield_value(since)
    return {
        **{f"account:{row[0]}": Recent(*row[1:]) for row in _asked(RECENT, BY_ACCOUNT, accounts, moment, most)},
        **{f"device:{row[0]}": Recent(*row[1:]) for row in _asked(RECENT, BY_DEVICE, devices, moment, most)},
    }


def recent_from(origins: set[str], since: datetime, most: int) -> dict[str, int]:
    """Return how many comments came from each origin since ``since``, counted up to ``most``."""
    moment = connection.ops.adapt_datetimefield_value(since)
    return {row[0]: row[2] for row in _asked(RECENT, FROM_ORIGIN, origins, moment, most)}


def _authors(writers: Iterable[Writer]) -> tuple[set[int], set[str]]:
    """Accounts and devices that may have written before; a device that was made just now has not."""
    accounts: set[int] = set()
    devices: set[str] = set()
    for writer in writers:
        if writer.account_id is not None:
            accounts.add(writer.account_id)
        elif writer.device and not writer.fresh:
            devices.add(writer.device)
    return accounts, devices


def _asked(sql: str, whose: str, values: set[int] | set[str], *more: object) -> list[Row]:
    return ask(sql.replace("WHOSE", whose), *more, listed(values)) if values else []


def _known(row: Row) -> Known:
    return Known(row[1], row[2] or 0, tuple(gathered(row[3])))
