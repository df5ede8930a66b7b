"""What only one may do at a time, of all the processes that serve one PostgreSQL from however many machines.

PostgreSQL's advisory locks belong to a session and end with it: nobody has to clear up after a machine that vanished.
On SQLite there is one machine, and `alone_in` has seen to it that one process serves its home.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from django.db import Error, connections
from django.db.backends.base.base import BaseDatabaseWrapper

log = logging.getLogger("dateline.turns")
OURS = 0x646C696E  # "dlin": the first half of the keys of our locks; others may use the same database
PREPARING, KEEPING_TIME, DOING_CHORES = 1, 2, 3
# The server notices in about ten seconds that we vanished, and gives the lock to another.
NOTICE = "SET tcp_keepalives_idle = 4; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3"
PATIENT = "SET lock_timeout = 0; SET statement_timeout = 0"


def session() -> BaseDatabaseWrapper:
    """Return a connection of its own, for a lock that is to outlast what else is done meanwhile."""
    own = connections.create_connection("default")
    with own.cursor() as cursor:
        cursor.execute(f"{NOTICE}; {PATIENT}")
    return own


def is_shared() -> bool:
    """Whether other machines may serve the same rows."""
    return connections["default"].vendor == "postgresql"


@contextmanager
def preparing(say: Callable[[str], None]) -> Iterator[None]:
    """Wait until nobody else makes tables, an editor or a sample in the same database, and keep others waiting."""
    if not is_shared():
        yield
        return
    own = session()
    try:
        with own.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [OURS, PREPARING])
            if not cursor.fetchone()[0]:
                say("Another machine prepares the same database; waiting for it ...")
                cursor.execute("SELECT pg_advisory_lock(%s, %s)", [OURS, PREPARING])
        yield
    finally:
        own.close()


class Turn:
    """The turn to do something, such as to keep time. Held by one server until it ends or vanishes."""

    def __init__(self, what: int) -> None:
        self.what = what
        self.own: BaseDatabaseWrapper | None = None

    @property
    def is_ours(self) -> bool:
        """Whether we had it when we last looked."""
        return self.own is not None or not is_shared()

    def look(self) -> bool:
        """Take the turn if it is free, make sure of it if it is ours; return whether it is. No word means no."""
        if not is_shared():
            return True
        try:
            return self._hold() if self.own else self._take()
        except Error as error:
            log.warning("Nobody can be asked whose turn it is: %s", " ".join(str(error).split()))
            self.end()
            return False

    def end(self) -> None:
        """Let somebody else have it."""
        own, self.own = self.own, None
        if own is not None:
            with suppress(Error):
                own.close()

    def _hold(self) -> bool:
        if self.own is not None:
            with self.own.cursor() as cursor:
                cursor.execute("SELECT 1")
        return True

    def _take(self) -> bool:
        own = session()
        with own.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [OURS, self.what])
            if cursor.fetchone()[0]:
                self.own = own
                return True
        own.close()
        return False


@contextmanager
def turn(what: int) -> Iterator[Turn]:
    """A turn that is let go in the end."""
    one = Turn(what)
    try:
        yield one
    finally:
        one.end()
