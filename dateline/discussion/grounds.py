"""Where somebody wants to write, as it is now: the thread, and the comment that is answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

from .in_force import book_of
from .models import Status
from .paths import DEEPEST
from .statements import Row, ask, listed
from .terms import Terms
from .writer import Writer

EDITION = "(SELECT e.number FROM discussion_edition e WHERE e.id = 1)"
THREADS = f"""
    SELECT p.id, t.id, p.path, p.first_published_at, {EDITION}, COALESCE(t.comment_count, 0)
    FROM wagtailcore_page p LEFT JOIN discussion_thread t ON t.page_id = p.id
    WHERE p.id IN (SELECT CAST(asked.value AS bigint) FROM EACH(%s) AS asked)
"""  # noqa: S608
ELSEWHERE = f"""
    SELECT t.page_id, t.id, NULL, t.created_at, {EDITION}, t.comment_count FROM discussion_thread t
    WHERE t.id IN (SELECT CAST(asked.value AS bigint) FROM EACH(%s) AS asked)
"""  # noqa: S608
PARENTS = f"""
    SELECT c.id, c.path, c.depth, c.root_id, c.status, t.page_id, t.id, p.path,
        COALESCE(p.first_published_at, t.created_at), {EDITION}, t.comment_count
    FROM discussion_comment c JOIN discussion_thread t ON t.id = c.thread_id
        LEFT JOIN wagtailcore_page p ON p.id = t.page_id
    WHERE c.id IN (SELECT CAST(asked.value AS bigint) FROM EACH(%s) AS asked)
"""  # noqa: S608


class NotWelcome(Exception):
    """Nobody may write here now; trying again does not help."""


class MembersOnly(NotWelcome):
    """Only somebody known may write here; signing in helps."""

    def __str__(self) -> str:
        return _("Nothing was sent: only readers who are signed in, and have confirmed who they are, write here.")


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
    """``thread_id`` is None below a page where nobody has written yet, ``page_id`` below somebody else's page.

    ``size`` is how many published comments the thread holds.
    """

    page_id: int | None
    thread_id: int | None = None
    terms: Terms = Terms()
    size: int = 0
    parent: Parent | None = None
    is_gone: bool = False

    @property
    def place(self) -> tuple[int | None, int | None]:
        """What tells this thread from others, also one that nobody has written in yet."""
        return (self.thread_id, None) if self.thread_id else (None, self.page_id)

    def takes(self, writer: Writer, *, is_proven: bool) -> bool:
        """Whether ``writer`` may write here; ``is_proven`` says whether their account is verified."""
        try:
            self.check(writer, is_proven=is_proven)
            self.check_depth()
        except (NotWelcome, TooDeep):
            return False
        return True

    def check(self, writer: Writer, *, is_proven: bool) -> None:
        """Raise NotWelcome where ``writer`` may not write, nor anybody like them."""
        if self.terms.is_closed:
            raise NotWelcome(f"{self.terms.closed} {_('You can read it, and write below another report.')}")
        if self.terms.is_for_members and not (writer.by_staff or (writer.account and is_proven)):
            raise MembersOnly
        if self.is_gone or (self.parent and self.parent.status != Status.PUBLISHED):
            raise NotWelcome(_("The comment you answer is no longer public, so nobody could read your reply."))

    def check_depth(self) -> None:
        """Raise TooDeep below a comment that is as deep as one may be."""
        if self.parent and self.parent.depth >= DEEPEST:
            raise TooDeep


class Where(NamedTuple):
    """Below a page of ours, in answer to a comment, or in a thread below somebody else's page: one of them."""

    page_id: int | None = None
    parent_id: int | None = None
    thread_id: int | None = None


def grounds_of(places: Sequence[Where], now: datetime) -> list[Ground]:
    """Return the ground of each place, in one query for each kind of them; a parent decides where there is one."""
    answered = {each.parent_id for each in places if each.parent_id}
    pages = {each.page_id for each in places if each.page_id and not each.parent_id}
    outside = {each.thread_id for each in places if each.thread_id and not each.parent_id}
    below = {row[0]: _below(row, now) for row in ask(PARENTS, listed(answered))} if answered else {}
    threads = {row[0]: _upon(row, now) for row in ask(THREADS, listed(pages))} if pages else {}
    elsewhere = {row[1]: _upon(row, now) for row in ask(ELSEWHERE, listed(outside))} if outside else {}
    return [
        below.get(each.parent_id, Ground(each.page_id, is_gone=True))
        if each.parent_id
        else elsewhere.get(each.thread_id) or threads.get(each.page_id, Ground(each.page_id))
        for each in places
    ]


def _upon(row: Row, now: datetime) -> Ground:
    page, thread, path, began, edition, size = row
    return Ground(page, thread, book_of(edition, now).terms(path, thread, began, now), size)


def _below(row: Row, now: datetime) -> Ground:
    return _upon(row[5:], now)._replace(parent=Parent(*row[:5]))
