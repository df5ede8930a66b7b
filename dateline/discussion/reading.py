"""One page of a thread, in four queries whatever its size, and one more where policies hold."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import TextChoices
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from .in_force import terms_of, thread_and_terms
from .models import Comment, Thread
from .models.comment import CommentQuerySet
from .paths import LONGEST
from .said import Said, in_thread_order, said_by_itself, said_in
from .score import STEPS
from .statements import ask, gathered, listed
from .terms import Terms
from .tree import Node, fair_shares, lay_out

PAGE = 250  # comments on one page, however long the thread
ROOTS = 25  # of them on the page itself
REPLIES = 40  # printed below one root; the rest is one link away
BRANCH = 200  # comments on a page of one branch

# The first replies below each root, by index: as much work below a root with ten thousand as below one with forty.
FIRST_REPLIES = """
    SELECT asked.value, (SELECT GATHER(first.id) FROM (
        SELECT c.id FROM discussion_comment c
        WHERE c.root_id = CAST(asked.value AS bigint) AND c.shown = %s AND c.parent_id IS NOT NULL
        ORDER BY c.path LIMIT %s
    ) AS first) FROM EACH(%s) AS asked
"""


USUAL = Terms()
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
PLACE = re.compile(r"(\d{1,17})-(\d{1,18})", re.ASCII)


class Place(NamedTuple):
    """A place in an order: what is sorted by, and the comment that stands there."""

    key: int
    number: int


class Sort(TextChoices):
    """How roots are ordered. Replies always stand in the order of the conversation."""

    NEWEST = "newest", _("Newest")
    OLDEST = "oldest", _("Oldest")
    BEST = "best", _("Best")
    ANSWERED = "answered", _("Most answered")


@dataclass(slots=True)
class ThreadPage:
    """What a template needs to print a thread or a branch; ``address`` names the view of its pages, ``key`` theirs."""

    page: Page | None
    thread: Thread | None
    nodes: list[Node] = field(default_factory=list)
    sort: str = Sort.NEWEST
    after: str = ""
    next_url: str = ""
    address: str = "discussion:thread"
    key: int | None = None
    terms: Terms = USUAL

    @property
    def count(self) -> int:
        """Published comments in the whole thread."""
        return self.thread.comment_count if self.thread else 0

    @property
    def is_closed(self) -> bool:
        """Whether nobody may write any more."""
        return self.terms.is_closed

    @property
    def sorts(self) -> list[tuple[str, str, str, bool]]:
        """Value, name, address and whether it is the present one, of each order."""
        if self.key is None:
            return []
        return [(s.value, str(s.label), _address(self.address, self.key, s.value), s.value == self.sort) for s in Sort]


def read_thread(
    page: Page, sort: str = Sort.NEWEST, after: str = "", *, address: str = "discussion:thread"
) -> ThreadPage:
    """Return the roots after the place ``after`` in the order ``sort``, with the beginnings of their branches.

    ``address`` names the view whose pages are linked. An unknown order is the usual one and an unreadable place the
    beginning: addresses are typed and cut by people.
    """
    thread, terms = thread_and_terms(page, timezone.now())
    return _read(ThreadPage(page, thread, sort=_known(sort), after=after, address=address, key=page.pk, terms=terms))


def read_elsewhere(thread: Thread | None, sort: str = Sort.NEWEST, after: str = "") -> ThreadPage:
    """Return the same of a thread below somebody else's page; None where nobody has written there."""
    key, terms = thread.pk if thread else None, terms_of(None, timezone.now(), thread=thread)
    read = ThreadPage(None, thread, sort=_known(sort), after=after, address="discussion:embedded", key=key, terms=terms)
    return _read(read)


def _known(sort: str) -> str:
    return sort if sort in Sort.values else Sort.NEWEST


def _read(reading: ThreadPage) -> ThreadPage:
    """Fill a page of a thread with its roots and the beginnings of their branches."""
    thread, sort, after = reading.thread, reading.sort, reading.after
    if thread is None or reading.key is None:
        return reading
    roots = said_in(_roots(thread, sort, after)[: ROOTS + 1])
    if len(roots) > ROOTS:
        roots = roots[:ROOTS]
        reading.next_url = _address(reading.address, reading.key, sort, _place_of(roots[-1], sort))
    branches = _branches(roots)
    for root in roots:
        nodes = lay_out([root, *branches[root.pk]])
        nodes[-1].left_out = max(root.descendant_count - len(branches[root.pk]), 0)
        reading.nodes += nodes
    return reading


def read_branch(comment: Comment, after: str = "", *, frame: str = "") -> ThreadPage:
    """Return ``comment`` with what it answers above it and a page of what answers it below.

    ``frame`` stands before the address of the next page.
    """
    below = Comment.objects.below(comment).shown().in_thread_order()
    if after.isalnum() and len(after) <= LONGEST:
        below = below.beyond(after)
    replies = said_in(below[: BRANCH + 1])
    thread = comment.thread
    terms = terms_of(thread.page, timezone.now(), thread=thread)
    reading = ThreadPage(page=thread.page, thread=thread, after=after, terms=terms)
    if len(replies) > BRANCH:
        replies = replies[:BRANCH]
        reading.next_url = f"{frame}{comment.get_absolute_url()}?{urlencode({'after': replies[-1].path})}"
    reading.nodes = lay_out([said_by_itself(comment), *replies], base=comment.depth)
    return reading


def _roots(thread: Thread, sort: str, after: str) -> CommentQuerySet:
    """Roots of ``thread`` in order, beyond the place ``after``."""
    roots = Comment.objects.filter(thread=thread).roots().shown()
    place = _read_place(after)
    if sort == Sort.BEST:
        return (roots.worse_than(place.key / STEPS, place.number) if place else roots).best_first()
    if sort == Sort.ANSWERED:
        return (roots.less_answered_than(place.key, place.number) if place else roots).most_answered_first()
    if place is None:
        return roots.oldest_first() if sort == Sort.OLDEST else roots.newest_first()
    moment = EPOCH + timedelta(microseconds=place.key)
    if sort == Sort.OLDEST:
        return roots.after(moment, place.number).oldest_first()
    return roots.before(moment, place.number).newest_first()


def _branches(roots: list[Said]) -> dict[int, list[Said]]:
    """Return the first replies below each root, in two queries: a connected piece of each branch, fairly cut."""
    branches: dict[int, list[Said]] = {root.pk: [] for root in roots}
    answered = [root for root in roots if root.descendant_count]
    if not answered:
        return branches
    rows = ask(FIRST_REPLIES, True, REPLIES, listed([root.pk for root in answered]))
    first = [gathered(row[1]) for row in rows]
    shares = fair_shares([len(numbers) for numbers in first], PAGE - len(roots))
    printed = [number for numbers, share in zip(first, shares, strict=True) for number in numbers[:share]]
    for reply in in_thread_order(said_in(Comment.objects.with_ids(printed))):
        branches[reply.root_id or 0].append(reply)
    return branches


def _place_of(root: Said, sort: str) -> str:
    """Where the next page begins, as it stands in an address: what is sorted by, as a whole number, and the id."""
    if sort == Sort.BEST:
        return f"{round(root.score * STEPS)}-{root.pk}"
    if sort == Sort.ANSWERED:
        return f"{root.descendant_count}-{root.pk}"
    return f"{(root.created_at - EPOCH) // timedelta(microseconds=1)}-{root.pk}"


def _read_place(after: str) -> Place | None:
    """Read such a place; None for whatever is none."""
    match = PLACE.fullmatch(after)
    return Place(int(match[1]), int(match[2])) if match else None


def _address(view: str, key: int, sort: str, after: str = "") -> str:
    query = {"sort": sort, "after": after} if after else {"sort": sort}
    return f"{reverse(view, args=[key])}?{urlencode(query)}"
