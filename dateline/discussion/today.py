"""What waits, as if it were sent today: whether its author may write there, and screening would publish it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from dateline.screening import screen

from .actions.post import STRANGER
from .authors import known_authors
from .entry import Entry, submission_of
from .grounds import Where, grounds_of
from .lists import lists_in_force
from .models import Comment
from .models.restriction import BARRING
from .writer import Writer


def welcome_today(comments: Sequence[Comment], now: datetime) -> Iterator[Comment]:
    """Yield those of ``comments`` that would be published if they were sent ``now``, in a few queries for all of them.

    Who is restricted by now, terms that have changed, an answered comment that is gone and lists that were switched on
    since count as they do for what is new. Limits do not, nor does what the author said otherwise: that they repeat
    themselves was looked at when they did. ``comments`` come with their threads and accounts.
    """
    writers = [_writer_of(comment) for comment in comments]
    grounds = grounds_of([_where(comment) for comment in comments], now) if comments else []
    known = known_authors(writers, now)
    lists = lists_in_force()
    for comment, writer, ground in zip(comments, writers, grounds, strict=True):
        author = known.get(writer.key, STRANGER)._replace(earlier=())
        if not BARRING.isdisjoint(author.restraints) or not ground.takes(writer, is_proven=author.counts):
            continue
        submission = submission_of(Entry(writer, comment.text), ground.terms, author, lists)
        if screen(submission).outcome == "publish":
            yield comment


def _writer_of(comment: Comment) -> Writer:
    return Writer(account=comment.account, device=comment.device, by_staff=comment.by_staff, name=comment.author_name)


def _where(comment: Comment) -> Where:
    page = comment.thread.page_id
    return Where(page, comment.parent_id, None if page else comment.thread_id)
