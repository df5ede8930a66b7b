"""The news as it stands: the last piece of each kind on each channel, framed as it is sent."""

from __future__ import annotations

from collections.abc import Iterable

from ..store.wire import Heard, Line

# On PostgreSQL a change may commit after one with a higher number, and then goes by that number; another node may have
# seen the two the other way round. A page that comes from there is sent a little of what it may have heard.
OVERLAP = 64
Framed = dict[bytes, tuple[int, bytes]]


class Bulletin:
    """News by channel and kind."""

    def __init__(self) -> None:
        self.latest: dict[bytes, Framed] = {}
        self.floor = self.newest = 0

    def take(self, heard: Heard) -> dict[bytes, bytes]:
        """Take in what was heard; return what is to be sent, by channel: the last of each kind."""
        if heard.known is not None:
            self.latest.clear()
            self.keep(heard.known)
        self.floor = heard.floor
        self.newest = max(self.newest, heard.floor)
        fresh: dict[bytes, Framed] = {}
        for line in heard.fresh:
            fresh.setdefault(line.channel, {})[line.kind] = (line.number, line.framed())
        self.keep(heard.fresh if heard.known is None else ())
        return {channel: b"".join(frame for _number, frame in framed.values()) for channel, framed in fresh.items()}

    def keep(self, lines: Iterable[Line]) -> None:
        """Remember the last of each kind."""
        for line in lines:
            self.latest.setdefault(line.channel, {})[line.kind] = (line.number, line.framed())
            self.newest = max(self.newest, line.number)

    def since(self, last: int, channels: Iterable[bytes]) -> bytes:
        """Return what a page is sent that heard ``last`` last, or nothing yet.

        A page that has just been loaded hears how things stand: something may have changed while it was on its way.
        From one that has heard more than we have, nothing can be inferred, so it is told the same. One that was away
        for too long is told that, and then how things stand.
        """
        is_known = self.floor <= last <= self.newest
        after = last - OVERLAP if is_known else 0
        found = [each for one in channels for each in self.latest.get(one, {}).values() if each[0] > after]
        missed = self.resync() if 0 < last < self.floor else b""
        return missed + b"".join(frame for _number, frame in sorted(found))

    def resync(self) -> bytes:
        """Return the word that something was missed which nobody can tell any more."""
        return b"event: resync\ndata: {}\nid: %d\n\n" % self.newest
