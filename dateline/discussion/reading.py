"""One page of a thread, in three queries whatever its size."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import TextChoices
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from .models import Comment, Thread
from .models.comment import CommentQuerySet
from .paths import LONGEST
from .tree import Node, lay_out

ROOTS = 25  # on one page
REPLIES = 40  # printed below one root; the rest is one link away
BRANCH = 200  # comments on a page of one branch


class Sort(TextChoices):
    """How roots are ordered. Replies always stand in the order of the conversation."""

    NEWEST = "newest", _("Newest")
    OLDEST = "oldest", _("Oldest")
    BEST = "best", _("Best")


@dataclass(slots=True)
class ThreadPage:
    """What a template needs to print a thread or a branch."""

    page: Page | None
    thread: Thread | None
    nodes: list[Node] = field(default_factory=list)
    sort: str = Sort.NEWEST
    after: str = ""
    next_url: str = ""

    @property
    def count(self) -> int:
        """Published comments in the whole thread."""
        return self.thread.comment_count if self.thread else 0

    @property
    def is_closed(self) -> bool:
        """Whether nobody may write any more."""
        return bool(self.thread and self.thread.is_closed)

    @property
    def sorts(self) -> list[tuple[str, str, str, bool]]:
        """Value, name, address and whether it is the present one, of each order."""
        if self.page is None:
            return []
        return [(s.value, str(s.label), _address(self.page, s.value), s.value == self.sort) for s in Sort]


def read_thread(page: Page, sort: str = Sort.NEWEST, after: str = "") -> ThreadPage:
    """Return the roots after the place ``after`` in the order ``sort``, with the beginnings of their branches.

    An unknown order is the usual one and an unreadable place the beginning: addresses are typed and cut by people.
    """
    sort = sort if sort in Sort.values else Sort.NEWEST
    thread = Thread.objects.of_page(page).first()
    reading = ThreadPage(page=page, thread=thread, sort=sort, after=after)
    if thread is None:
        return reading
    roots = list(_roots(thread, sort, after)[: ROOTS + 1])
    if len(roots) > ROOTS:
        roots = roots[:ROOTS]
        reading.next_url = _address(page, sort, _place_of(roots[-1], sort))
    branches = _branches(roots)
    for root in roots:
        nodes = lay_out([root, *branches[root.pk]])
        nodes[-1].left_out = max(root.descendant_count - len(branches[root.pk]), 0)
        reading.nodes += nodes
    return reading


def read_branch(comment: Comment, after: str = "") -> ThreadPage:
    """Return ``comment`` with what it answers above it and a page of what answers it below."""
    below = Comment.objects.below(comment).shown().with_parent_name().in_thread_order()
    if after.isalnum() and len(after) <= LONGEST:
        below = below.beyond(after)
    replies = list(below[: BRANCH + 1])
    reading = ThreadPage(page=comment.thread.page, thread=comment.thread, after=after)
    if len(replies) > BRANCH:
        replies = replies[:BRANCH]
        reading.next_url = f"{comment.get_absolute_url()}?{urlencode({'after': replies[-1].path})}"
    reading.nodes = lay_out([comment, *replies], base=comment.depth)
    return reading


def _roots(thread: Thread, sort: str, after: str) -> CommentQuerySet:
    """Roots of ``thread`` in order, beyond the place ``after``."""
    roots = Comment.objects.filter(thread=thread).roots().shown()
    if sort == Sort.OLDEST:
        return (roots.beyond(after) if after.isalnum() else roots).in_thread_order()
    number, _dot, score = after.partition("_")
    known = number.isascii() and number.isdigit() and len(number) < 19
    if sort == Sort.BEST:
        return (roots.worse_than(_number(score), int(number)) if known else roots).best_first()
    return (roots.older_than(int(number)) if known else roots).newest_first()


def _branches(roots: list[Comment]) -> dict[int, list[Comment]]:
    """Return the first replies below each root, in one query."""
    branches: dict[int, list[Comment]] = defaultdict(list)
    if any(root.descendant_count for root in roots):
        for reply in Comment.objects.shown().with_parent_name().branches_of(roots, REPLIES):
            branches[reply.root_id or 0].append(reply)
    return branches


def _place_of(root: Comment, sort: str) -> str:
    """Where the next page begins, as it stands in an address."""
    if sort == Sort.OLDEST:
        return root.path
    return f"{root.pk}_{root.score!r}" if sort == Sort.BEST else str(root.pk)


def _number(text: str) -> float:
    """Read a score from an address; what is none counts as the best."""
    try:
        number = float(text)
    except ValueError:
        return 1.0
    return number if 0.0 <= number <= 1.0 else 1.0


def _address(page: Page, sort: str, after: str = "") -> str:
    query = {"sort": sort, "after": after} if after else {"sort": sort}
    return f"{reverse('discussion:thread', args=[page.pk])}?{urlencode(query)}"
