"""Readers write.

One policy for one comment and for a thousand. ``prepare`` reads and thinks: it may run while the batch before is on its
way to disk. ``store`` is one short transaction in which everything that could have changed meanwhile is decided.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Page

from dateline.screening import Submission, Verdict
from dateline.screening import screen as screen_text

from .. import limits
from ..authors import Known, Recent, known_authors, recent_of
from ..badges import badge_of
from ..grounds import Ground, NotWelcome, TooDeep, grounds_of
from ..limits import TooMuch
from ..markup import render
from ..models import Comment, Mode, Restraint, Status
from ..models.restriction import BARRING
from ..restraints import Barred, check_barred
from ..rows import insert_verdicts, moment
from ..writer import Writer
from .place import Placed, place_all

Refusal = Barred | NotWelcome | TooDeep | TooMuch
STRANGER, NOBODY = Known(), Recent()


@dataclass(frozen=True, slots=True)
class Entry:
    """What one writer wants to say: below a page, or in answer to a comment."""

    writer: Writer
    text: str
    page_id: int | None = None
    parent_id: int | None = None
    trap: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry with its verdict and HTML, and with what they were made from.

    That is the thread's mode, the author's newest comment and whether the author is shadowed.
    """

    entry: Entry
    mode: str
    latest: int | None
    is_shadowed: bool
    verdict: Verdict
    html: str


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
    from one place, and TooDeep.
    """
    if page is None and parent is None:
        raise TypeError("post_comment() needs a page or a parent")
    entry = Entry(writer, text, page.pk if page else None, parent.pk if parent else None, trap)
    return Comment.objects.select_related("thread__page").get(pk=post_one(entry, now=now).comment_id)


def post_one(entry: Entry, *, now: datetime) -> Placed:
    """Post one entry; raises as ``post_comment`` does."""
    [placed] = post_comments([entry], now=now)
    if isinstance(placed, Exception):
        raise placed
    return placed


@transaction.atomic
def post_comments(entries: Sequence[Entry], *, now: datetime) -> list[Placed | Refusal]:
    """Post each entry by itself: one that is refused has its refusal in its place, and nothing of it is stored."""
    return store(prepare(entries, now=now), now=now)


def prepare(entries: Sequence[Entry], grounds: Sequence[Ground] | None = None, *, now: datetime) -> list[Draft]:
    """Screen ``entries`` in their order, each knowing of those before it. Writes nothing, refuses nothing.

    ``grounds`` are theirs, where the caller has looked them up already.
    """
    grounds = grounds or grounds_of([(entry.page_id, entry.parent_id) for entry in entries])
    known = known_authors((entry.writer for entry in entries), now)
    drafts: list[Draft] = []
    for entry, ground in zip(entries, grounds, strict=True):
        author = known.get(entry.writer.key, STRANGER)
        verdict = screen_text(submission_of(entry, ground.mode, author))
        drafts.append(Draft(entry, ground.mode, author.latest, _is_shadowed(author), verdict, render(entry.text)))
        if entry.writer.key and ground.is_open:
            accepted = author.accepted or int(author.counts and verdict.outcome == "publish")
            earlier = (entry.text, *author.earlier)
            known[entry.writer.key] = author._replace(accepted=accepted, earlier=earlier)
    return drafts


def store(drafts: Sequence[Draft], *, now: datetime) -> list[Placed | Refusal]:
    """Store what may be written; the answers stand in the order of ``drafts``. The transaction is the caller's."""
    grounds = grounds_of([(draft.entry.page_id, draft.entry.parent_id) for draft in drafts])
    writers = [draft.entry.writer for draft in drafts]
    recent = recent_of(writers, now - limits.WHILE, limits.COMMENTS_BY_ONE, now)
    if not all(_is_still_true(*each, recent) for each in zip(drafts, grounds, strict=True)):
        drafts = prepare([draft.entry for draft in drafts], now=now)
    refusals = _refusals(writers, grounds, recent, now)
    admitted = [each for each, refusal in zip(zip(drafts, grounds, strict=True), refusals, strict=True) if not refusal]
    times = {"created_at": moment(now), "contact_expires_at": moment(now + limits.CONTACT_KEPT)}
    placed = place_all([(_columns(draft, ground, now) | times, ground) for draft, ground in admitted], now=now)
    insert_verdicts([_verdict(draft, each) for (draft, _), each in zip(admitted, placed, strict=True)], now)
    following = iter(placed)
    return [refusal or next(following) for refusal in refusals]


def _refusals(
    writers: Sequence[Writer], grounds: Sequence[Ground], recent: Mapping[str, Recent], now: datetime
) -> list[Refusal | None]:
    """Return for each writer why they may not write here now, counting those who may."""
    tally = limits.tally(recent, writers, now)
    refusals: list[Refusal | None] = []
    for writer, ground in zip(writers, grounds, strict=True):
        try:
            ground.check()
            if not BARRING.isdisjoint(recent.get(writer.key, NOBODY).restraints):
                check_barred(writer.key, now)
            tally.check(writer)
            ground.check_depth()
        except (Barred, NotWelcome, TooDeep, TooMuch) as refusal:
            refusals.append(refusal)
        else:
            tally.add(writer)
            refusals.append(None)
    return refusals


def _is_still_true(draft: Draft, ground: Ground, recent: Mapping[str, Recent]) -> bool:
    """Return whether the thread's mode and the author's standing are what ``draft`` was screened with."""
    author = recent.get(draft.entry.writer.key, NOBODY)
    was = (draft.mode, draft.latest, draft.is_shadowed)
    return was == (ground.mode, author.latest, _is_shadowed(author))


def _is_shadowed(author: Known | Recent) -> bool:
    return Restraint.SHADOWED in author.restraints


def _columns(draft: Draft, ground: Ground, now: datetime) -> dict[str, Any]:
    """What a comment's row says besides its place and time."""
    writer = draft.entry.writer
    return {
        "status": Status.PUBLISHED.value if draft.verdict.outcome == "publish" else Status.HELD.value,
        "author_name": writer.name,
        "account_id": writer.account_id,
        "by_staff": writer.by_staff,
        "badge": badge_of(writer, ground.page_id, now),
        "device": writer.device,
        "mail": writer.mail,
        "origin": writer.origin,
        "text": draft.entry.text,
        "html": draft.html,
    }


def _verdict(draft: Draft, placed: Placed) -> dict[str, Any]:
    return {
        "comment_id": placed.comment_id,
        "outcome": draft.verdict.outcome,
        "reasons": [reason.as_dict() for reason in draft.verdict.reasons],
        "version": draft.verdict.version,
    }


def submission_of(entry: Entry, mode: str, known: Known) -> Submission:
    """Gather what screening may know."""
    return Submission(
        text=entry.text,
        author_name=entry.writer.name,
        accepted=known.accepted,
        trusted=entry.writer.by_staff,
        trap=entry.trap,
        hold_all=mode == Mode.ALL,
        hold_author=_is_shadowed(known),
        hold_first=mode != Mode.OPEN,
        earlier=known.earlier,
    )
