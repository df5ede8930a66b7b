"""Telling a cache in front what has changed, off everybody's way.

What to tell stands in the store's index (``store.debts``), put there with the mark that made a page stale. Here a
thread looks for debts whose pages are right by now and tells them: at once, then no oftener than ``every`` seconds for
one address, and once more at the end. A cache that is away delays nobody; its debts wait, and are told when it is back,
also by the process after this one. What it would have thrown away by itself by then is not told.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, time, time_ns

from django.conf import settings

from dateline.lib.cdn_url import Cdn

from .cdn.asking import CdnAway
from .cdn.kinds import Backend, backend_of
from .store.address import target_of
from .store.debts import EVERYTHING, Debt
from .store.index import Index

log = logging.getLogger("dateline.cdn")
LOOK = 0.05  # seconds between two looks for debts
AT_ONCE = 100  # addresses told between two looks
MOST = 1_000  # that are due at once; beyond it, dropping everything is quicker said
AGAIN = (0.5, 30.0)  # seconds until a cache that does not answer is tried again: at first, and at most
PUT_OFF = 2.0  # seconds that those wait which it would not be told: they must not hold up the others
SPARE = 60  # seconds beside those that the cache may keep a page, after which we owe it nothing more
STUMBLE = 5.0  # seconds until we look again after a mistake of our own, or while the index cannot be written
PATIENCE = 2.0  # seconds that are waited for a word under way when we are told to stop


class Purger:
    """Pays the debts of the store in ``folder`` to ``backend``; ``base`` is our public address."""

    def __init__(self, folder: Path, cdn: Cdn, *, base: str, backend: Backend | None = None) -> None:
        self.index = Index(folder)
        self.debts = self.index.debts
        self.cdn = cdn
        self.base = base
        self.backend = backend or backend_of(cdn)
        self.failures = 0
        self.wait_until = 0.0
        self.stopped = threading.Event()
        self.forgive()

    def run(self) -> None:
        """Look for debts and pay them until we are stopped."""
        while not self.stopped.wait(LOOK):
            try:
                if self.debts.count() and monotonic() >= self.wait_until:
                    self.pay()
            except Exception:  # whatever it is, a thread that ends would leave the cache with old pages, in silence
                log.exception("What the cache in front is to be told could not be seen to; it is tried again.")
                self.stopped.wait(STUMBLE)

    def pay(self) -> None:
        """Tell what is due."""
        due = self.debts.due(time())
        is_all = any(debt.address == EVERYTHING for debt in due)
        try:
            if (is_all or len(due) > MOST) and self.backend.purge_everything():
                self.note_told(due)
                return
            if is_all:
                self.regret()
            singly = [debt for debt in due if debt.address != EVERYTHING][:AT_ONCE]
            for start in range(0, len(singly), self.backend.most):
                self.pay_some(singly[start : start + self.backend.most])
        except CdnAway as error:
            self.fail(error)

    def pay_some(self, some: list[Debt]) -> None:
        """Tell of some in one word. Raises CdnAway; then others have their turn before them."""
        try:
            self.backend.purge_batch([self.base + target_of(debt.address).decode("ascii") for debt in some])
        except CdnAway:
            with self.index.writing():
                self.debts.put_off(some, until=time() + PUT_OFF)
            raise
        self.note_told(some)

    def regret(self) -> None:
        """Say what comes of a cache that cannot be emptied."""
        log.warning("The cache in front cannot be emptied; it may show old pages for %d seconds.", self.cdn.keep)
        with self.index.writing():
            self.debts.forgive_everything()

    def note_told(self, debts: list[Debt]) -> None:
        """Remember that the cache knows."""
        if self.failures:
            log.warning("The cache in front answers again.")
        self.failures = 0
        with self.index.writing():
            self.debts.told(debts, next_at=time() + self.cdn.every)

    def fail(self, error: CdnAway) -> None:
        """Wait before the next try, the longer the oftener it failed."""
        self.failures += 1
        wait = min(AGAIN[0] * 2 ** min(self.failures - 1, 10), AGAIN[1])
        self.wait_until = monotonic() + wait
        log.warning("The cache in front could not be told what has changed: %s. Next try in %g s.", error, wait)
        self.forgive()

    def forgive(self) -> None:
        """Forget what the cache has thrown away by itself meanwhile."""
        with self.index.writing():
            self.debts.forgive(time_ns() - (self.cdn.keep + SPARE) * 10**9)


@contextmanager
def purging() -> Iterator[str | None]:
    """Tell the cache that settings name, if they do, while the block runs; gives a line about it."""
    cdn: Cdn | None = settings.DELIVERY_CDN
    if cdn is None or not settings.DELIVERY_FOLDER:
        yield None
        return
    folder = Path(settings.DELIVERY_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    purger = Purger(folder, cdn, base=settings.BASE_URL)
    thread = threading.Thread(target=purger.run, name="purging", daemon=True)
    thread.start()
    try:
        yield f"The cache     {cdn.kind} is told what has changed"
    finally:
        purger.stopped.set()
        thread.join(PATIENCE)
