"""Which policies are in force: read anew for a page, kept in memory for those who post.

Posting asks on what terms thousands of times a second. Each question that it has to ask anyway brings the number of the
edition along; while that stays the same, so do the policies, and nothing more is asked. What moves without a new
edition (a page that is put elsewhere, the newsroom's zone) is seen after ``AGE``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic
from zoneinfo import ZoneInfo

from wagtail.models import Page, Site

from dateline.people.models import Newsroom

from .learned import look
from .models import Duty, Policy, Thread
from .models.policy import ancestors_of
from .statements import ask, gathered, instant, listed
from .terms import Inherited, Terms, Watch, inherited, terms_at

AGE = 5.0  # seconds
PATHS = 10_000  # of which a process remembers what they inherit
THREAD = """
    SELECT t.id, t.comment_count, t.created_at, (
        SELECT GATHER(o.id) FROM discussion_policy o JOIN wagtailcore_page a ON a.id = o.page_id
        WHERE a.path IN (SELECT asked.value FROM EACH(%s) AS asked)
    ) FROM wagtailcore_page p LEFT JOIN discussion_thread t ON t.page_id = p.id WHERE p.id = %s
"""
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
NOBODY = Watch(ZoneInfo("UTC"))
Began = datetime | str | None  # as a driver gives it


@dataclass(slots=True)
class Book:
    """All policies as they were when ``read_at``, by the path of their page or the number of their thread elsewhere.

    ``front`` is the front page's path.
    """

    policies: dict[str | int, Policy]
    front: str
    watch: Watch
    read_at: float
    known: dict[str | int | None, tuple[Inherited, Terms | None]] = field(default_factory=dict)

    def terms(self, path: str | None, thread: int | None, began: Began, now: datetime) -> Terms:
        """Return what holds on the page at ``path`` or, where that is None, in a thread on another site."""
        key = path or thread
        held, always = self.known.get(key) or self._learn(path, key)
        return always or terms_at(now, held, instant(began), self.watch)

    def _learn(self, path: str | None, key: str | int | None) -> tuple[Inherited, Terms | None]:
        """Work out what a page inherits, and its terms where no time changes them."""
        if len(self.known) >= PATHS:
            self.known.clear()
        above = [*ancestors_of(path)] if path else [*ancestors_of(self.front), key]
        held = inherited(self.policies[each] for each in above if each in self.policies)
        self.known[key] = (held, None if held.is_timed else terms_at(LONG_AGO, held, None, self.watch))
        return self.known[key]


_books: dict[int | None, Book] = {}  # at most one: that of the latest edition


def book_of(edition: int | None, now: datetime) -> Book:
    """Return the policies of an edition that was just read."""
    book = _books.get(edition)
    if book is None or monotonic() - book.read_at > AGE:
        read_at = monotonic()
        policies: dict[str | int, Policy] = {
            policy.page.path: policy for policy in Policy.objects.from_the_root_down() if policy.page
        }
        policies |= {policy.thread_id: policy for policy in Policy.objects.elsewhere() if policy.thread_id}
        look()
        book = Book(policies, front_path(), watch_at(now), read_at)
        _books.clear()
        _books[edition] = book
    return book


def forget() -> None:
    """Read the policies anew at the next question."""
    _books.clear()


def terms_of(page: Page | None, now: datetime, *, thread: Thread | None = None) -> Terms:
    """Return what holds below ``page``, or in ``thread`` at somebody else's address, read anew."""
    began = page.first_published_at if page else thread.created_at if thread else None
    return _terms(policies_above(page, thread), began, now)


def policies_above(page: Page | None, thread: Thread | None = None) -> list[Policy]:
    """Return what is set on ``page`` and above it, or for ``thread`` on another site, from the root down."""
    above = list(Policy.objects.upon(page.path if page else front_path()))
    return above if page or thread is None else [*above, *Policy.objects.of_thread(thread)]


def thread_and_terms(page: Page, now: datetime) -> tuple[Thread | None, Terms]:
    """Return the thread below ``page``, if there is one, and what holds there: one query where nothing is set."""
    for number, count, created_at, policies in ask(THREAD, listed(ancestors_of(page.path)), page.pk):
        found = Policy.objects.from_the_root_down().with_ids(numbers) if (numbers := gathered(policies)) else []
        terms = _terms(found, page.first_published_at, now)
        at = instant(created_at)
        return Thread(pk=number, page=page, comment_count=count, created_at=at) if at else None, terms
    return None, Terms()


def _terms(policies: Iterable[Policy], began: datetime | None, now: datetime) -> Terms:
    held = inherited(policies)
    return terms_at(now, held, began, watch_at(now) if held.has_nights else NOBODY)


def front_path() -> str:
    """Return the path of the newsroom's front page, where what is set holds everywhere; empty before there is one."""
    front = front_page()
    return front.path if front else ""


def front_page() -> Page | None:
    """Return the newsroom's front page."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    return site.root_page if site else None


def watch_at(now: datetime) -> Watch:
    """Return what terms depend on besides policies and the time."""
    duty, newsroom = Duty.objects.at(now).first(), Newsroom.load()
    return Watch(newsroom.zone, duty.until if duty else None, newsroom.language)
