"""The shelf: what was asked for lately, in memory up to a set size; the rest is on disk behind it.

Nothing on it is believed for longer than the store stands still: after every change of a file each entry is compared
with its file before it is sent again.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from ..store.address import ASKS, FRAMED, Unstorable, file_of, join, path_of, query_of, target_of
from ..store.framed import ancestors_of, framed_by
from ..store.gauge import Gauge
from ..store.kinds import STATIC_KINDS, Kind, Leave, kind_of
from .ready import Ready, open_ready, stamp_of

STATIC = b"/static/"
MOST_ENTRIES = 20_000
TRIM_AFTER = 256  # files taken from disk, so that who asks for all of them at once does not fill the memory
Target = tuple[bytes, bytes]


class Shelf:
    """Ready answers by path and query as they stood in the request line."""

    def __init__(
        self,
        folder: Path,
        *,
        static: Path,
        most: int,
        common: Mapping[str, str] | None = None,
        policies: Mapping[str, str] | None = None,
        leave: Leave | None = None,
    ) -> None:
        self.folder = folder
        self.static = static
        self.most = most
        self.common = dict(common or {})
        self.policies = dict(policies or {})
        self.leave = leave
        self.gauge = Gauge(folder / "gauge")
        self.entries: OrderedDict[Target, Ready] = OrderedDict()
        self.fetched = 0
        self.read: set[str] = set()

    def find(self, path: bytes, query: bytes) -> Ready | None:
        """Return what lies ready for a path and what of its query makes another page; None where nothing does."""
        key = (path, query)
        ready = self.entries.get(key)
        now = self.gauge.published
        if ready is not None and ready.checked == now and not ready.is_young:
            return ready
        if ready is not None:
            self.entries.pop(key)
            if self.is_present(ready) and not ready.is_due():
                ready.checked = now
                self.entries[key] = ready
                return ready
        return self.fetch(key, now)

    def is_present(self, ready: Ready) -> bool:
        """Return whether the file is still the one that was read."""
        try:
            return stamp_of(os.stat(ready.path)) == ready.stamp
        except OSError:
            return False

    def fetch(self, key: Target, now: int) -> Ready | None:
        """Take a file from disk onto the shelf, once for all ways to write its address."""
        try:
            plain = target_of(path_of(key[0]))
            if plain != key[0]:
                return self.find(plain, key[1])
            ready = self.open_static(key[0], now) if key[0].startswith(STATIC) else self.open_page(key, now)
        except (OSError, Unstorable):
            return None
        if ready is not None:
            self.entries[key] = ready
            self.fetched += 1
            if self.fetched % TRIM_AFTER == 0:
                self.trim()
        return ready

    def open_page(self, key: Target, now: int) -> Ready | None:
        """Read a page of the store. Raises OSError or Unstorable where there is none."""
        address = join(path_of(key[0]), query_of(key[1]))
        place = file_of(address)
        kind = kind_of(place)
        if kind is None:
            return None
        ready = self.open_framed(place, kind, now) if place.parts[0] == FRAMED else self.open_plain(place, kind, now)
        if self.leave:
            ready.kept_as, ready.leave = self.leave.host + target_of(address), self.leave.lines
        self.read.add(address)
        return ready

    def open_plain(self, place: PurePosixPath, kind: Kind, now: int) -> Ready:
        """Open a page that nobody else frames."""
        return open_ready(self.folder / place, self.headers(place, kind), now)

    def open_framed(self, place: PurePosixPath, kind: Kind, now: int) -> Ready:
        """Open a page that says who may frame it. Raises OSError where another takes its place this very moment."""
        path = self.folder / place
        ancestors = ancestors_of(path)
        ready = open_ready(path, framed_by(self.headers(place, kind), ancestors), now)
        if ancestors_of(path) != ancestors:
            raise OSError(f"{path} has been replaced")
        return ready

    def open_static(self, raw: bytes, now: int) -> Ready | None:
        """Read a style, script or picture of the program itself: named by its hash, so it may be kept for a year."""
        name = PurePosixPath(path_of(raw)).relative_to("/static")
        kind = STATIC_KINDS.get(name.suffix)
        if kind is None or len(name.name.split(".")) < 3:
            return None
        return open_ready(self.static / name, {**kind.sent_with(), **self.common}, now)

    def headers(self, place: PurePosixPath, kind: Kind) -> dict[str, str]:
        """Return what a page is sent with, whichever form of it."""
        return {**kind.sent_with(self.policies.get(place.suffix, "")), **self.common}

    def aside(self, path: bytes, query: bytes) -> Ready | None:
        """Return the last good version of a page, for when nobody can make the present one."""
        try:
            place = file_of(join(path_of(path), query_of(query)))
            kind = kind_of(place)
            if kind is None:
                return None
            headers, kept = self.headers(place, kind), self.folder / "aside" / place
            headers = framed_by(headers, ancestors_of(kept)) if place.parts[0] == FRAMED else headers
            return open_ready(kept, headers, 0)
        except (OSError, Unstorable):
            return None

    def trim(self) -> None:
        """Put back what was not asked for lately, until the shelf holds no more than it may."""
        size = sum(ready.size for ready in self.entries.values())
        while self.entries and (size > self.most or len(self.entries) > MOST_ENTRIES):
            _key, ready = self.entries.popitem(last=False)
            size -= ready.size

    def lately_read(self) -> set[str]:
        """Return the addresses of pages that were asked for since this was last asked."""
        now = self.gauge.published
        for key, ready in self.entries.items():
            if ready.checked == now and not key[0].startswith(STATIC):
                self.read.add(join(path_of(key[0]), query_of(key[1])))
        read, self.read = self.read, set()
        return read


def meaning(query: bytes) -> bytes:
    """Return what of a query makes another page, in its one order; what no link of ours carries stays as it is."""
    try:
        return query_of(query).encode() if query and ASKS.search(query) else b""
    except Unstorable:
        return query
