"""What is known here of who writes: whether anything of theirs stands, and what they said before.

An author is an account, or else a device; a mail address that somebody wrote down proves nothing. What was accepted of
an account counts once it is verified (``people.proof``). What is asked is bounded, so that somebody who has written ten
thousand comments costs no more than somebody who has written twenty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db import connection

from dateline.people.proof import verified_among
from dateline.screening.learning.authors import FEW

from .statements import Row, ask, gathered, listed
from .writer import Writer

RESTRAINTS = """
    (SELECT GATHER(r.kind) FROM discussion_restriction r
        WHERE r.whose = PREFIX || asked.value AND r.lifted_at IS NULL AND (r.until IS NULL OR r.until > %s))
"""
BY_DEVICE = {
    "WHOSE": "c.device = asked.value AND c.account_id IS NULL",
    "RESTRAINTS": RESTRAINTS,
    "PREFIX": "'device:'",
}
BY_ACCOUNT = {
    "WHOSE": "c.account_id = CAST(asked.value AS bigint)",
    "RESTRAINTS": RESTRAINTS,
    "PREFIX": "'account:'",
}
FROM_ORIGIN = {"WHOSE": "c.origin = asked.value", "RESTRAINTS": "NULL"}
# CASE keeps the planner from an index of everything that is published.
KNOWN = """
    SELECT asked.value,
        (SELECT c.id FROM discussion_comment c WHERE WHOSE ORDER BY c.created_at DESC, c.id DESC LIMIT 1),
        (SELECT COUNT(*) FROM (
            SELECT 1 FROM discussion_comment c
            WHERE WHOSE AND CASE WHEN c.status = 'published' THEN 1 ELSE 0 END = 1 LIMIT %s
        ) AS accepted),
        (SELECT GATHER(latest.text) FROM (
            SELECT c.text FROM discussion_comment c WHERE WHOSE ORDER BY c.created_at DESC, c.id DESC LIMIT 20
        ) AS latest),
        RESTRAINTS
    FROM EACH(%s) AS asked
"""
RECENT = """
    SELECT asked.value,
        (SELECT c.id FROM discussion_comment c WHERE WHOSE ORDER BY c.created_at DESC, c.id DESC LIMIT 1),
        (SELECT COUNT(*) FROM (
            SELECT 1 FROM discussion_comment c WHERE WHOSE AND c.created_at >= %s LIMIT %s
        ) AS recent),
        RESTRAINTS
    FROM EACH(%s) AS asked
"""
# Of somebody who has written ten thousand comments, the latest say as much as all of them.
LATEST = 100
STANDINGS = """
    SELECT asked.value, (SELECT GATHER(latest.status) FROM (
        SELECT c.status FROM discussion_comment c WHERE WHOSE ORDER BY c.created_at DESC, c.id DESC LIMIT %s
    ) AS latest)
    FROM EACH(%s) AS asked
"""


class Known(NamedTuple):
    """``latest`` is the author's newest comment, ``earlier`` what they said before, newest first.

    ``accepted`` is how many comments stand, counted no further than makes a difference to what was learned here.
    ``restraints`` are the kinds of restriction that the author is under; ``counts`` says whether what is accepted
    speaks for the author at all.
    """

    latest: int | None = None
    accepted: int = 0
    earlier: tuple[str, ...] = ()
    restraints: frozenset[str] = frozenset()
    counts: bool = True


class Recent(NamedTuple):
    """The newest comment, how many came since a moment, counted no further than was asked, and what restrains."""

    latest: int | None = None
    number: int = 0
    restraints: frozenset[str] = frozenset()


def known_authors(writers: Iterable[Writer], now: datetime) -> dict[str, Known]:
    """Return what is known of each writer by ``Writer.key``, in two queries for accounts and one for devices."""
    moment = connection.ops.adapt_datetimefield_value(now)
    accounts, devices = _authors(writers)
    proven = verified_among(accounts)
    return {
        **{
            f"account:{row[0]}": _known(row, int(row[0]) in proven)
            for row in _asked(KNOWN, BY_ACCOUNT, accounts, FEW, moment)
        },
        **{f"device:{row[0]}": _known(row) for row in _asked(KNOWN, BY_DEVICE, devices, FEW, moment)},
    }


def recent_of(writers: Iterable[Writer], since: datetime, most: int, now: datetime) -> dict[str, Recent]:
    """Return by ``Writer.key`` what each has written since ``since``, counted up to ``most``."""
    accounts, devices = _authors(writers)
    adapt = connection.ops.adapt_datetimefield_value
    more = (adapt(since), most, adapt(now))
    return {
        **{f"account:{row[0]}": _recent(row) for row in _asked(RECENT, BY_ACCOUNT, accounts, *more)},
        **{f"device:{row[0]}": _recent(row) for row in _asked(RECENT, BY_DEVICE, devices, *more)},
    }


def recent_from(origins: set[str], since: datetime, most: int) -> dict[str, int]:
    """Return how many comments came from each origin since ``since``, counted up to ``most``."""
    moment = connection.ops.adapt_datetimefield_value(since)
    return {row[0]: row[2] for row in _asked(RECENT, FROM_ORIGIN, origins, moment, most)}


def standings_of(keys: Iterable[str]) -> dict[str, Counter[str]]:
    """Count the ``LATEST`` comments of each author by standing; authors are named by ``Writer.key``."""
    kinds: dict[str, set[str]] = {"account": set(), "device": set()}
    for kind, _colon, value in (key.partition(":") for key in keys if key):
        kinds[kind].add(value)
    return {
        f"{kind}:{row[0]}": Counter(gathered(row[1]))
        for kind, words in (("account", BY_ACCOUNT), ("device", BY_DEVICE))
        for row in _asked(STANDINGS, words, kinds[kind], LATEST)
    }


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


def _asked(sql: str, words: dict[str, str], values: set[int] | set[str], *more: object) -> list[Row]:
    if not values:
        return []
    for ours, theirs in words.items():
        sql = sql.replace(ours, theirs)
    return ask(sql, *more, listed(values))


def _known(row: Row, counts: bool = True) -> Known:
    accepted = row[2] if counts else 0
    return Known(row[1], accepted, tuple(gathered(row[3])), frozenset(gathered(row[4])), counts)


def _recent(row: Row) -> Recent:
    return Recent(row[1], row[2], frozenset(gathered(row[3])))
