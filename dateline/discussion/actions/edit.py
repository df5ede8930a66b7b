"""An author changes what they said, or takes it back."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from dateline.screening import Verdict
from dateline.screening import screen as screen_text

from ..authors import Known, known_authors
from ..limits import CONTACT_KEPT, WHILE
from ..markup import render
from ..models import Comment, Edit, Status
from ..restraints import check_barred
from ..rows import insert_verdicts
from ..writer import Writer
from .post import Entry, submission_of
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
    fresh = Comment.objects.select_for_update(of=("self",)).select_related("thread").get(pk=comment.pk)
    if not may_edit(fresh, writer, now):
        raise NotChangeable(FIXED)
    check_barred(writer.key, now)
    if text == fresh.text:
        return fresh
    if fresh.edits.count() >= EDITS:
        raise NotChangeable(_("This comment has been changed as often as a comment can be. You can still delete it."))
    verdict = _screen(fresh, writer, text, now)
    Edit.objects.create(comment=fresh, text=fresh.text, edited_at=now)
    fresh.text, fresh.html, fresh.edited_at = text, render(text), now
    fresh.save(update_fields=["text", "html", "edited_at"])
    _keep(verdict, fresh, now)
    if fresh.is_published and verdict.outcome == "hold":
        return set_status(comment=fresh, status=Status.HELD, settle_flags=False)
    tell_readers([fresh.thread.page_id] if fresh.is_published else [])
    return fresh


@transaction.atomic
def withdraw(*, comment: Comment, writer: Writer, now: datetime) -> Comment:
    """Take ``comment`` out of readers' sight for its author; what answers it stays.

    Its mail goes at once. Moderators can read its words for ``CONTACT_KEPT`` more, and still find it where it was
    reported, because somebody may have been insulted; then they are forgotten, too. Raises NotChangeable.
    """
    fresh = Comment.objects.select_for_update().get(pk=comment.pk)
    check_withdrawable(fresh, writer)
    origin = (
        fresh.origin if now - fresh.created_at < WHILE else ""
    )  # it still counts for what may be written from there
    Comment.objects.filter(pk=fresh.pk).update(mail="", origin=origin, contact_expires_at=now + CONTACT_KEPT)
    return set_status(comment=fresh, status=Status.DELETED, settle_flags=False)


def _screen(comment: Comment, writer: Writer, text: str, now: datetime) -> Verdict:
    """Screen new words as new ones, except that they may repeat the old."""
    known = known_authors([writer], now).get(writer.key, Known())
    known = known._replace(earlier=tuple(words for words in known.earlier if words != comment.text))
    return screen_text(submission_of(Entry(writer.named(comment.author_name), text), comment.thread.mode, known))


def _keep(verdict: Verdict, comment: Comment, now: datetime) -> None:
    reasons = [reason.as_dict() for reason in verdict.reasons]
    row = {"comment_id": comment.pk, "outcome": verdict.outcome, "reasons": reasons, "version": verdict.version}
    insert_verdicts([row], now)
