"""Slow discussions: how long ago each writer wrote in them last. Counted from rows, so that it holds across processes.

An account is told apart by itself. A guest is by their browser and by where they are, else a browser that throws its
cookie away would never have to wait; by the browser alone once something of theirs stands that is older than the wait,
for a school or an office shares an address. Words dropped elsewhere shorten no wait so: they count when it is over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from .grounds import Ground
from .limits import TooMuch
from .rows import moment
from .statements import ask, instant, listed
from .terms import lasting
from .writer import Writer

Place = tuple[int | None, int | None]
KINDS = {
    "account": "c.account_id = CAST(asked.value AS bigint)",
    "device": "c.device = asked.value AND c.account_id IS NULL",
    "origin": "c.origin = asked.value AND c.account_id IS NULL",
}
LAST = """
    SELECT asked.value, c.thread_id, MAX(c.created_at) FROM EACH(%s) AS asked JOIN discussion_comment c ON WHOSE
    WHERE c.created_at > %s AND c.thread_id IN (SELECT CAST(slow.value AS bigint) FROM EACH(%s) AS slow)
    GROUP BY asked.value, c.thread_id
"""
# CASE keeps the planner from an index of everything that is published.
STANDS = """
    SELECT asked.value, (SELECT c.created_at FROM discussion_comment c
        WHERE c.device = asked.value AND c.account_id IS NULL AND CASE WHEN c.status = 'published' THEN 1 ELSE 0 END = 1
        ORDER BY c.created_at, c.id LIMIT 1)
    FROM EACH(%s) AS asked
"""


class TooSoon(TooMuch):
    """The writer has just written in a slow discussion; trying again helps after ``seconds``."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds

    def __str__(self) -> str:
        return _("This discussion is slow. Your text is kept here; send it in %(time)s.") % {
            "time": lasting(self.seconds)
        }


@dataclass(slots=True)
class Pace:
    """When each writer wrote last in each slow thread, this batch included.

    ``stands`` is since when something of a guest's stands that others read.
    """

    stands: dict[str, datetime] = field(default_factory=dict)
    last: dict[tuple[str, Place], datetime] = field(default_factory=dict)

    def check(self, writer: Writer, ground: Ground, now: datetime) -> None:
        """Raise TooSoon where ``writer`` has to wait; staff never have to."""
        if not ground.terms.slow or writer.by_staff:
            return
        slow = timedelta(seconds=ground.terms.slow)
        stands = self.stands.get(writer.key)
        is_known = stands is not None and now - stands >= slow
        keys = [writer.key] if is_known else _keys(writer)
        last = max((at for key in keys if (at := self.last.get((key, ground.place)))), default=None)
        wait = slow - (now - last) if last else timedelta()
        if wait > timedelta():
            raise TooSoon(-(-wait // timedelta(seconds=1)))

    def add(self, writer: Writer, ground: Ground, now: datetime) -> None:
        """Note that ``writer`` wrote."""
        if ground.terms.slow:
            for key in _keys(writer):
                self.last[key, ground.place] = now


def pace_of(writers: Sequence[Writer], grounds: Sequence[Ground], now: datetime) -> Pace:
    """Return the pace of ``writers`` on their ``grounds``: four queries where any of these is slow, none else."""
    slow = [(writer, ground) for writer, ground in zip(writers, grounds, strict=True) if ground.terms.slow]
    pace = Pace()
    threads = {ground.thread_id for _writer, ground in slow if ground.thread_id}
    if not threads:
        return pace
    since = moment(now - timedelta(seconds=max(ground.terms.slow for _writer, ground in slow)))
    keys = {key for writer, _ground in slow for key in _keys(writer)}
    for kind, whose in KINDS.items():
        asked = [key.partition(":")[2] for key in keys if key.startswith(f"{kind}:")]
        rows = ask(LAST.replace("WHOSE", whose), listed(asked), since, listed(threads)) if asked else []
        pace.last |= {(f"{kind}:{value}", (thread, None)): last for value, thread, at in rows if (last := instant(at))}
    devices = [writer.device for writer, _ground in slow if writer.device and not writer.account]
    rows = ask(STANDS, listed(devices)) if devices else []
    pace.stands = {f"device:{value}": stands for value, at in rows if (stands := instant(at))}
    return pace


def _keys(writer: Writer) -> list[str]:
    """Return what ``writer`` is called: one who is not signed in also by where they are, where that is known."""
    origin = f"origin:{writer.origin}" if writer.origin and not writer.account else ""
    return [key for key in (writer.key, origin) if key]
