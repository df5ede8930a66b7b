"""Where somebody wants to write, as it is now: the thread, and the comment that is answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from .models import Mode, Status
from .paths import DEEPEST
from .statements import Row, ask, listed

THREADS = """
    SELECT t.page_id, t.id, t.mode FROM discussion_thread t
    WHERE t.page_id IN (SELECT CAST(asked.value AS bigint) FROM EACH(%s) AS asked)
"""
PARENTS = """
    SELECT c.id, c.path, c.depth, c.root_id, c.status, t.page_id, t.id, t.mode
    FROM discussion_comment c JOIN discussion_thread t ON t.id = c.thread_id
    WHERE c.id IN (SELECT CAST(asked.value AS bigint) FROM EACH(%s) AS asked)
"""


class NotWelcome(Exception):
    """Nobody may write here now; trying again does not help."""


class TooDeep(Exception):
    """The branch is as deep as it may get; an answer higher up helps."""

    def __str__(self) -> str:
        return _("This branch is as deep as it can get. Answer a comment higher up, or start a new one.")


class Parent(NamedTuple):
    """The comment that is answered."""

    comment_id: int
    path: str
    depth: int
    root_id: int
    status: str


class Ground(NamedTuple):
    """``thread_id`` is None below a page where nobody has written yet, ``page_id`` below somebody else's page."""

    page_id: int | None
    thread_id: int | None = None
    mode: str = Mode.FIRST
    parent: Parent | None = None
    is_gone: bool = False

    @property
    def is_open(self) -> bool:
        """Whether anybody may write here."""
        try:
            self.check()
            self.check_depth()
        except (NotWelcome, TooDeep):
            return False
        return True

    def check(self) -> None:
        """Raise NotWelcome or TooDeep where nobody may write."""
        if self.mode == Mode.CLOSED:
            raise NotWelcome(_("This discussion is closed. You can read it, and write below another report."))
        if self.is_gone or (self.parent and self.parent.status != Status.PUBLISHED):
            raise NotWelcome(_("The comment you answer is no longer public, so nobody could read your reply."))

    def check_depth(self) -> None:
        """Raise TooDeep below a comment that is as deep as one may be."""
        if self.parent and self.parent.depth >= DEEPEST:
            raise TooDeep


def grounds_of(places: Sequence[tuple[int | None, int | None]]) -> list[Ground]:
    """Return the ground of each (page id, parent's id), in two queries at most; a parent decides where it has one."""
    answered = {parent for _page, parent in places if parent}
    pages = {page for page, parent in places if page and not parent}
    below = {row[0]: _below(row) for row in ask(PARENTS, listed(answered))} if answered else {}
    threads = {row[0]: Ground(*row) for row in ask(THREADS, listed(pages))} if pages else {}
    return [
        below.get(parent, Ground(page, is_gone=True)) if parent else threads.get(page, Ground(page))
        for page, parent in places
    ]


def _below(row: Row) -> Ground:
    return Ground(page_id=row[5], thread_id=row[6], mode=row[7], parent=Parent(*row[:5]))
