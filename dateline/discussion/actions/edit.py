"""An author changes what they said, or takes it back."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from dateline.screening import Submission, Verdict
from dateline.screening import screen as screen_text
from dateline.screening.learning import to_keep

from ..authors import Known, known_authors
from ..echoes import echoes_of, ends_of, file_published
from ..entry import Entry, submission_of
from ..grounds import Where, grounds_of
from ..likeness import file_waiting, unfile
from ..limits import CONTACT_KEPT, COUNTED
from ..lists import insert_catches, lists_behind, lists_in_force
from ..markup import render
from ..models import Comment, Edit, Status
from ..restraints import check_barred
from ..rows import insert_verdicts
from ..urgency import weigh
from ..writer import Writer
from .standing import set_status
from .telling import tell_readers

WINDOW = timedelta(minutes=15)  # to mend what one has just written
EDITS = 10  # of one comment
CHANGEABLE = {Status.PUBLISHED, Status.HELD}


FIXED = _lazy(
    "A comment can be changed for a quarter of an hour after it was sent, "
    "and not after a moderator has decided about it."
)


class NotChangeable(Exception):
    """The comment may not be changed by its author any more; trying again does not help. Its words are for them."""


def may_edit(comment: Comment, writer: Writer, now: datetime) -> bool:
    """Return whether ``writer`` may still change the words of ``comment``."""
    return may_withdraw(comment, writer) and now - comment.created_at < WINDOW


def may_withdraw(comment: Comment, writer: Writer) -> bool:
    """Return whether ``writer`` may take ``comment`` back."""
    return writer.wrote(comment) and comment.status in CHANGEABLE


def check_withdrawable(comment: Comment, writer: Writer) -> None:
    """Raise NotChangeable where ``writer`` cannot take ``comment`` back."""
    if not may_withdraw(comment, writer):
        raise NotChangeable(_("This comment is not public and does not wait any more, so there is nothing to delete."))


@transaction.atomic
def edit(*, comment: Comment, writer: Writer, text: str, now: datetime) -> Comment:
    """Give ``comment`` new words, screened as if they were sent now; the old ones are kept for moderators.

    What is published stays so only if screening would publish it; what waits for a moderator goes on waiting. Raises
    NotChangeable: somebody else's, too late, decided by a moderator, or changed too often; and Barred.
    """
    fresh = Comment.objects.select_for_update(of=("self",)).select_related("thread__page").get(pk=comment.pk)
    if not may_edit(fresh, writer, now):
        raise NotChangeable(FIXED)
    check_barred(writer.key, now)
    if text == fresh.text:
        return fresh
    if fresh.edits.filter(by_moderator=True).exists():
        raise NotChangeable(FIXED)
    if fresh.edits.count() >= EDITS:
        raise NotChangeable(_("This comment has been changed as often as a comment can be. You can still delete it."))
    submission = _submission(fresh, writer, text, now)
    verdict = screen_text(submission)
    Edit.objects.create(comment=fresh, text=fresh.text, since=fresh.edited_at, edited_at=now)
    fresh.text, fresh.html, fresh.edited_at = text, render(text), now
    fresh.save(update_fields=["text", "html", "edited_at"])
    _keep(verdict, to_keep(submission.known), fresh, now)
    if fresh.is_published and verdict.outcome == "hold":
        return set_status(comment=fresh, status=Status.HELD, settle_flags=False)
    unfile([fresh.pk])
    if fresh.is_held:
        file_waiting([(fresh.pk, text)])
    else:
        file_published([(fresh.pk, ends_of(text))])
    fresh.doubted_at = now if verdict.is_flagged else None
    fresh.urgency = weigh(fresh)
    fresh.save(update_fields=["doubted_at", "urgency"])
    tell_readers([fresh.thread.tag] if fresh.is_published else [])
    return fresh


@transaction.atomic
def withdraw(*, comment: Comment, writer: Writer, now: datetime) -> Comment:
    """Take ``comment`` out of readers' sight for its author; what answers it stays.

    Its mail goes at once. Moderators can read its words for ``CONTACT_KEPT`` more, and still find it where it was
    reported, because somebody may have been insulted; then they are forgotten, too. Raises NotChangeable.
    """
    fresh = Comment.objects.select_for_update().get(pk=comment.pk)
    check_withdrawable(fresh, writer)
    origin = fresh.origin if now - fresh.created_at < COUNTED else ""
    Comment.objects.filter(pk=fresh.pk).update(mail="", origin=origin, contact_expires_at=now + CONTACT_KEPT)
    return set_status(comment=fresh, status=Status.DELETED, settle_flags=False)


def _submission(comment: Comment, writer: Writer, text: str, now: datetime) -> Submission:
    """Return new words to be screened as new ones are, except that they may repeat the old."""
    known = known_authors([writer], now).get(writer.key, Known())
    known = known._replace(earlier=tuple(words for words in known.earlier if words != comment.text))
    page = comment.thread.page_id
    [ground] = grounds_of([Where(page, None, None if page else comment.thread_id)], now)
    entry = Entry(writer.named(comment.author_name), text)
    ends = ends_of(text)
    others = echoes_of([ends]).others_like(writer.key, ends)
    return submission_of(entry, ground.terms, known, lists_in_force(), others=others)


def _keep(verdict: Verdict, known: dict[str, int | None], comment: Comment, now: datetime) -> None:
    reasons = [reason.as_dict() for reason in verdict.reasons]
    row = {"comment_id": comment.pk, "outcome": verdict.outcome, "reasons": reasons, "version": verdict.version}
    insert_verdicts([row | known], now)
    insert_catches([(which, comment.pk) for which in lists_behind(verdict)])
