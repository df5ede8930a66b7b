"""The page store: pages go in, become stale, are joined anew or taken out of readers' way."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from time import time

from .address import file_of
from .files import Files
from .index import Index, Stale
from .made import Made, Part

WARM_SECONDS = 600.0  # how long after somebody asked for a page it is made anew ahead of the next reader
MOST_QUERIES = 2_000  # pages with a query that are kept: their addresses could be without number
AT_ONCE = 100  # pages taken away in one go
SWEEP = 200  # pages between two looks at that

Changed = Callable[[], Iterable[str]]


class Store:
    """The pages of one machine. Several processes may hold a store on one folder; threads of one process take turns.

    ``owes`` says that a cache stands in front, which is to be told what has changed.
    """

    def __init__(self, folder: Path, *, owes: bool = False) -> None:
        self.files = Files(folder)
        self.index = Index(folder, owes=owes)
        self.turn = threading.RLock()
        self.puts = 0

    def put(self, made: Made, *, changed_since: Changed, warm: bool = True) -> bytes:
        """Keep a page that was just rendered and return its bytes.

        ``changed_since`` gives the tags that have changed since ``made.made_from``: asked while the index is ours, so
        that a change which came while we rendered is seen either here or by whoever marks what that change concerns.
        We may be killed at any moment: what lies in readers' way was announced before, and whoever tends the store
        makes it right.
        """
        whole = made.whole()
        forms = self.files.packed(made.address, whole)
        with self.putting_out(made.address):
            with self.index.writing():
                self.index.announce(made.address, time())
            with self.index.writing():
                if self.index.keep_page(made, warm_until=time() + WARM_SECONDS if warm else 0.0):
                    if late := set(changed_since()):
                        self.index.touch(late, time())
                    self.files.write(made.address, whole, forms)
        self.puts += 1
        if self.puts % SWEEP == 0:
            self.sweep()
        return whole

    def keep_parts(self, parts: Iterable[Part], *, made_from: int) -> None:
        """Keep parts that were just rendered."""
        with self.turn, self.index.writing():
            for part in parts:
                self.index.keep_part(part, made_from)

    def touch(self, tags: Iterable[str]) -> None:
        """Mark what depends on ``tags`` as stale."""
        with self.turn, self.index.writing():
            self.index.touch(tags, time())

    def join(self, address: str) -> bytes | None:
        """Make a page of its text and parts and put it out; None where the text or a part has to be rendered first."""
        whole = self.joined(address)
        forms = self.files.packed(address, whole) if whole is not None else {}
        with self.putting_out(address):
            if not self.index.is_out(address):
                with self.index.writing():
                    self.index.call_out(address, time())
            with self.index.writing():
                now = self.index.joined(address)  # others write here too: what was packed may not be it any more
                if now is not None:
                    self.files.write(address, now, forms if now == whole else self.files.packed(address, now))
                    self.index.settle([address], is_out=True)
        return now

    def joined(self, address: str) -> bytes | None:
        """Return what ``join`` would put out now."""
        with self.turn:
            return self.index.joined(address)

    @contextmanager
    def putting_out(self, address: str) -> Iterator[None]:
        """Write a page while the block runs; one that the index cannot tell of stays in nobody's way.

        It is packed before: that takes most of the time, and whoever else has to write would wait.
        """
        try:
            with self.turn:
                yield
        except (OSError, sqlite3.Error):
            self.withdraw([address])
            raise

    def withdraw(self, addresses: Iterable[str]) -> None:
        """Take pages out of readers' way and write nothing down: on a full disk no more can be done, and that can."""
        with self.turn:
            for address in addresses:
                with suppress(OSError):
                    self.files.remove(address)
        self.files.gauge.publish()

    def concerned(self, tags: Iterable[str]) -> list[str]:
        """Return the pages that depend on ``tags``, or that time alone has made wrong."""
        with self.turn:
            return self.index.concerned(tags, time())

    def drop(self, addresses: Iterable[str]) -> None:
        """Take pages out of readers' way; whoever asks next has one made. A few at a time: others write here too."""
        for some in batched(addresses, AT_ONCE):
            with self.turn, self.index.writing():
                for address in some:
                    self.files.remove(address)
                self.files.gauge.publish()  # first: whoever reads in the index that they are away may rely on it
                self.index.settle(some, is_out=False)

    def drop_all(self) -> None:
        """Take all pages out of readers' way, in the same moment whether they are ten or ten thousand."""
        with self.turn, self.index.writing():
            self.files.remove_all()
            self.index.settle_all()

    def tidy(self) -> bool:
        """Do a little of what ``drop_all`` left for later; return whether there was anything to do."""
        return self.files.tidy(AT_ONCE)

    def forget(self, addresses: Iterable[str]) -> None:
        """Take away for good pages that are no more, or that were one too many."""
        with self.turn, self.index.writing():
            addresses = list(addresses)
            for address in addresses:
                self.files.remove(address, keep_aside=False)
                self.files.aside(address).unlink(missing_ok=True)
            self.files.gauge.publish()
            self.index.forget(addresses)

    def owe(self, addresses: Iterable[str]) -> None:
        """Note that a cache in front, if there is one, may have other pages at these addresses than we."""
        if self.index.owes:
            with self.turn, self.index.writing():
                self.index.debts.owe(addresses)

    def knows(self, address: str) -> bool:
        """Return whether there is anything here of a page."""
        with self.turn:
            return self.index.has(address) or self.files.aside(address).exists()

    def is_right(self, address: str) -> bool:
        """Return whether a page lies ready, and right as far as we know."""
        with self.turn:
            return self.index.is_right(address) and (self.files.folder / file_of(address)).exists()

    def sweep(self) -> None:
        """Forget pages with queries beyond the most that are kept."""
        beyond = self.index.coldest_queries(MOST_QUERIES)
        if beyond:
            self.forget(beyond)

    def stale(self) -> list[Stale]:
        """Stale pages in readers' way, those read last first."""
        with self.turn:
            return self.index.stale_pages()

    def some(self, most: int) -> list[str]:
        """At most so many pages that are in readers' way and right, as far as we know."""
        with self.turn:
            return self.index.some(most, time())

    def stale_parts_of(self, addresses: Iterable[str]) -> list[str]:
        """Names of the parts that pages show and that have to be rendered before they can be joined."""
        with self.turn:
            return self.index.stale_parts_of(addresses)

    def expire(self) -> None:
        """Mark pages whose time is up."""
        with self.turn, self.index.writing():
            self.index.expire(time())

    def warm(self, addresses: Iterable[str]) -> None:
        """Note that somebody reads these pages, so that they are kept right ahead of the next reader."""
        with self.turn, self.index.writing():
            self.index.warm(addresses, time() + WARM_SECONDS)

    def note(self, name: str, value: str) -> None:
        """Remember a word about the store itself."""
        with self.turn, self.index.writing():
            self.index.note(name, value)

    def noted(self, name: str) -> str:
        """Return such a word, or nothing."""
        with self.turn:
            return self.index.noted(name)

    def clear(self) -> None:
        """Forget all pages.

        They were made by another program, from another database, or we no longer know from what.
        """
        with self.turn, self.index.writing():
            self.index.empty()
            self.files.clear()


def batched(items: Iterable[str], most: int) -> Iterator[list[str]]:
    """Give ``items`` in lists of at most so many."""
    left = iter(items)
    while some := list(islice(left, most)):
        yield some
