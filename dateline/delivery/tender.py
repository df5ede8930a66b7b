"""The tender: sees what has changed, and makes pages right before the next reader asks for them.

One per machine. It reads changes in their order, marks in the index what hangs on them, and then, page by page, those
read last first: parts that are stale are rendered, pages joined from them, and only what is itself concerned is
rendered whole. Pages that nobody has asked for lately are taken out of readers' way instead, and so is whatever could
not be made right in time: then the next reader waits for a rendering, but never sees an old page. It may be killed at
any moment: the point that it has come to is written down after what it means has been done.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from time import monotonic, sleep, time

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection

from .changes import Changes, Point, changes
from .joining import freshen, join_anew
from .renderer import renderer
from .store.debts import EVERYTHING
from .store.index import Stale
from .store.store import Store
from .telling import Teller

log = logging.getLogger("dateline.tender")
MANY = 200  # pages, of which taking away one by one takes longer than readers may see them
IN_TIME = 0.12  # seconds a page may be out of date in readers' way; half of what is promised
REST = 0.02  # between two looks at what has changed
BREATH = 0.06  # the longest rest after work: as long as it took, so that who writes has a processor too
CLOCK = 5.0  # between two looks at what time alone made wrong
PATIENCE = 0.5  # while the database does not answer
POINT, MAKER, MADE_FOR = "point", "made by", "made for"


class Tender:
    """Keeps the store on the way of the rows."""

    def __init__(self, store: Store, changes: Changes, *, maker: str) -> None:
        self.store = store
        self.changes = changes
        self.maker = maker
        self.point = Point(0)
        self.teller = Teller(store)
        self.owed: list[str] = []
        self.looked = 0.0

    def begin(self) -> None:
        """Go on where the last tender stopped; from nothing where what lies here was made by another program.

        ``maker`` names the program and its settings. The same where changes were forgotten meanwhile.
        """
        noted = self.store.noted(POINT)
        point = Point.parse(noted) if noted else None
        is_lost = point is None or self.store.noted(MAKER) != self.maker or not self.changes.reaches(point)
        if point is None or is_lost:
            point = self.changes.now()
            self.store.clear()
            self.store.note(MAKER, self.maker)
            self.store.note(MADE_FOR, settings.BASE_URL)
        self.point = point
        self.teller.begin(point.number, anew=is_lost)
        self.owed = renderer().first_addresses()
        if not noted:  # nobody knows any more which pages a cache in front has from us
            self.store.owe([EVERYTHING, *self.owed])

    def step(self) -> bool:
        """Do one round; return whether there was anything to do."""
        news = self.changes.since(self.point)
        stale = self.stale_after(news.tags)
        try:
            self.mend(stale)
        except (OSError, sqlite3.Error):
            self.store.withdraw(page.address for page in stale)
            raise
        self.store.files.gauge.write("settled", news.until.number)
        if news.tags:
            self.teller.tell(news.until.number, news.tags)  # now: whoever loads the page on this word sees the change
        if news.until != self.point:
            self.point = news.until
            self.store.note(POINT, str(self.point))
        if news.tags or stale:
            return True
        if self.owed:
            address = self.owed.pop(0)
            if not self.store.is_right(address):
                self.make_right(address)
            return True
        return self.store.tidy()

    def stale_after(self, tags: frozenset[str]) -> list[Stale]:
        """Mark what a change of ``tags``, or time, has made wrong; return all that is.

        Where that cannot be written down, what is concerned is taken out of readers' way all the same.
        """
        try:
            if tags:
                self.store.touch(tags)
            self.expire()
            return self.store.stale()
        except (OSError, sqlite3.Error):
            self.store.withdraw(self.store.concerned(tags))
            raise

    def expire(self) -> None:
        """Every few seconds, mark what time has made wrong."""
        if monotonic() - self.looked > CLOCK:
            self.looked = monotonic()
            self.store.expire()

    def mend(self, stale: list[Stale]) -> None:
        """Make stale pages right, or take them out of the way; where they are many, all pages at once.

        Then those that were read last are made again first, and the others for whoever asks.
        """
        now = time()
        if len(stale) > MANY:
            self.store.drop_all()
            self.owed = [page.address for page in stale[:MANY] if page.warm_until >= now]
            return
        cold = [page.address for page in stale if page.warm_until < now]
        warm = sorted((page for page in stale if page.warm_until >= now), key=lambda page: page.must_render)
        if cold:
            self.store.drop(cold)
        if warm:
            self.freshen([page.address for page in warm if not page.must_render])
        for place, page in enumerate(warm):
            if time() - page.since > IN_TIME:
                late = [page.address for page in warm[place:]]
                self.store.drop(late)
                self.owed += [address for address in late if address not in self.owed]
                return
            self.make_right(page.address)

    def freshen(self, addresses: list[str]) -> None:
        """Render what is stale of pages that are to be joined. What cannot be is told with its page."""
        try:
            freshen(self.store, self.changes, addresses)
        except (DatabaseError, InterfaceError, OSError, sqlite3.Error):
            raise
        except Exception:
            log.debug("Parts could not be made together", exc_info=True)

    def make_right(self, address: str) -> None:
        """Join a page from what is right of it, or render it whole.

        One that cannot be made is taken out of the way, and its next reader told why.
        """
        try:
            if join_anew(self.store, self.changes, address) is None:
                renderer().renew(address)
        except (DatabaseError, InterfaceError):
            raise
        except Exception as error:  # one page's mistake must not keep the others out of date
            log.error("%s could not be made ahead: %s", address, error, exc_info=settings.DEBUG)
            self.store.drop([address])


def tend(store: Store, *, maker: str, stopped: Callable[[], bool]) -> None:
    """Tend ``store`` until ``stopped``. While the database does not answer, what lies ready stays as it is."""
    begun = False
    tender = Tender(store, changes(), maker=maker)
    while not stopped():
        try:
            if not begun:
                tender.begin()
                begun = True
            began = monotonic()
            if tender.step():
                sleep(min(monotonic() - began, BREATH))
            else:
                tender.changes.wait(REST)
        except (DatabaseError, InterfaceError) as error:
            log.warning("The database does not answer (%s); pages stay as they are.", error)
            connection.close()
            sleep(PATIENCE)
        except (OSError, sqlite3.Error) as error:  # of the store, such as a full disk: what is wrong is out of the way
            log.warning("The page store cannot be written (%s); it is tried again.", error)
            sleep(PATIENCE)
