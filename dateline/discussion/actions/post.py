"""A reader writes."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from dateline.screening import Submission
from dateline.screening import screen as screen_text

from .. import limits
from ..models import Comment, Mode, Status, Thread, Verdict
from ..writer import Writer
from .place import place
from .thread import thread_of


class NotWelcome(Exception):
    """Nobody may write here now; trying again does not help."""


@transaction.atomic
def post_comment(
    *,
    page: Page | None = None,
    parent: Comment | None = None,
    writer: Writer,
    text: str,
    trap: bool = False,
    now: datetime,
) -> Comment:
    """Screen and store a reader's comment: below ``page``, or in answer to ``parent``.

    Raises NotWelcome in a closed thread or below a comment that is not public, ``limits.TooMuch`` when too much came
    from one place, and ``place.TooDeep``.
    """
    thread = _open_thread(page, parent, now)
    limits.check_comment(writer, now)
    submission = _submission(thread, writer, text, trap)
    verdict = screen_text(submission)
    comment = place(
        Comment(
            thread=thread,
            status=Status.PUBLISHED if verdict.outcome == "publish" else Status.HELD,
            author_name=writer.name,
            account=writer.account,
            by_staff=writer.by_staff,
            device=writer.device,
            mail=writer.mail,
            origin=writer.origin,
            contact_expires_at=now + limits.CONTACT_KEPT,
            text=text,
            created_at=now,
        ),
        parent,
    )
    Verdict.objects.create(
        comment=comment,
        outcome=verdict.outcome,
        reasons=[reason.as_dict() for reason in verdict.reasons],
        version=verdict.version,
        screened_at=now,
    )
    return comment


def _open_thread(page: Page | None, parent: Comment | None, now: datetime) -> Thread:
    """Return the thread to write in; raises NotWelcome."""
    if parent is not None:
        thread = parent.thread
    elif page is not None:
        thread = thread_of(page=page, now=now)
    else:
        raise TypeError("post_comment() needs a page or a parent")
    if thread.is_closed:
        raise NotWelcome(_("This discussion is closed. You can read it, and write below another report."))
    if parent is not None and not parent.is_published:
        raise NotWelcome(_("The comment you answer is no longer public, so nobody could read your reply."))
    return thread


def _submission(thread: Thread, writer: Writer, text: str, trap: bool) -> Submission:
    """Gather what screening may know. Acceptance counts by account or device only: a mail address proves nothing."""
    own = Comment.objects.by_author(writer.account_id, writer.device)
    return Submission(
        text=text,
        author_name=writer.name,
        accepted=own.published().count(),
        trusted=writer.by_staff,
        trap=trap,
        hold_all=thread.mode == Mode.ALL,
        hold_first=thread.mode != Mode.OPEN,
        earlier=tuple(own.newest_first().values_list("text", flat=True)[:20]),
    )
