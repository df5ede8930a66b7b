"""What readers said, what screening thought of it, and what a moderator did."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from dateline.discussion.actions import record_comment, thread_of, weigh_archive
from dateline.discussion.models import Comment, Status, Thread
from dateline.moderation.actions import decide
from dateline.moderation.models import Action
from dateline.people.models import User
from dateline.reports.models import ReportPage
from dateline.screening import Submission, screen

from ..diary import Diary
from ..threads import Remark
from .memory import Memory, Step

DECIDED = {"spam": Action.SPAM, "rejected": Action.REJECT, "approved": Action.APPROVE}
SOON = timedelta(minutes=35)


def steps(threads: dict[str, list[Remark]], diary: Diary) -> list[Step]:
    """One step for each discussion."""
    return [
        Step(f"thread:{slug}", partial(hold, slug=slug, remarks=said, diary=diary)) for slug, said in threads.items()
    ]


def hold(memory: Memory, *, slug: str, remarks: list[Remark], diary: Diary) -> Thread | None:
    """The discussion below one report, in the order of time: numbers of comments say who was first."""
    report: ReportPage | None = memory.thing(f"report:{slug}")
    if report is None or report.first_published_at is None:
        return None
    thread = thread_of(page=report, now=report.first_published_at)
    said: dict[int, Comment] = {}
    for place in sorted(range(len(remarks)), key=lambda place: remarks[place].after):
        remark = remarks[place]
        parent = None if remark.parent is None else said[remark.parent]
        at = report.first_published_at + remark.after
        said[place] = write(
            memory, thread=thread, remark=remark, parent=parent, at=at, key=f"sample:{place}", now=diary.now
        )
    weigh_archive(thread=thread)
    return thread


def write(
    memory: Memory, *, thread: Thread, remark: Remark, parent: Comment | None, at: datetime, key: str, now: datetime
) -> Comment:
    """One comment with its fate."""
    waited = remark.fate in ("held", *DECIDED)
    account = User.objects.filter(display_name=remark.name).first() if remark.fate == "staff" else None
    comment = record_comment(
        thread=thread,
        author_name=remark.name,
        text=remark.text,
        created_at=at,
        now=now,
        parent=parent,
        status=Status.HELD if waited else Status.PUBLISHED,
        verdict=screen(Submission(text=remark.text, author_name=remark.name)) if waited else None,
        account=account,
        by_staff=account is not None,
        source_key=key,
        up=remark.up,
        down=remark.down,
    )
    moderator = memory.thing("user:ada")
    if remark.fate in DECIDED and moderator:
        decide(comment=comment, action=DECIDED[remark.fate], moderator=moderator, now=at + SOON)
        comment.refresh_from_db()
    return comment
