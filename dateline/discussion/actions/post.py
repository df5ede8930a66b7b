"""Readers write.

One policy for one comment and for a thousand. ``prepare`` reads and thinks: it may run while the batch before is on its
way to disk. ``store`` is one short transaction in which everything that could have changed meanwhile is decided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Page

from dateline.screening import Lists, Submission, Verdict
from dateline.screening import screen as screen_text
from dateline.screening.learning import to_keep
from dateline.screening.learning.authors import FEW

from .. import limits
from ..authors import Known, Recent, known_authors, recent_of
from ..badges import badge_of
from ..echoes import Ends, echoes_of, ends_of, file_published, with_numbers
from ..entry import Entry, is_shadowed, submission_of
from ..gate import NOBODY, Refusal, refusals_of
from ..grounds import Ground, grounds_of
from ..likeness import file_waiting
from ..lists import insert_catches, lists_behind, lists_in_force
from ..markup import render
from ..models import Comment, Status
from ..pace import TooSoon
from ..rows import insert_verdicts, moment
from ..rush import is_rush, is_stranger
from ..terms import Terms
from ..urgency import urgency_of
from ..writer import Writer
from .place import Placed, place_all

STRANGER = Known()


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry with its verdict and HTML, and with what they were made from.

    That is on what terms one writes there, the author's newest comment, whether the author is shadowed, and the
    newsroom's lists. ``kept`` is what stays of what was known of the author. ``ends`` are what it is filed under where
    it is published; ``is_led`` says that it was compared with others of its batch, which may be refused.
    """

    entry: Entry
    terms: Terms
    latest: int | None
    is_shadowed: bool
    lists: Lists
    kept: dict[str, int | None]
    verdict: Verdict
    html: str
    ends: Ends | None
    is_led: bool


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

    Raises NotWelcome in a closed thread, in one for members, or below a comment that is not public; ``limits.TooMuch``
    when too much came from one place, or too soon in a slow thread; and TooDeep.
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
    grounds = grounds or _grounds_of(entries, now)
    known = known_authors((entry.writer for entry in entries), now)
    lists, rush = lists_in_force(), is_rush(now)
    filed = [ends_of(entry.text) for entry in entries]
    echoes = echoes_of(filed)
    drafts: list[Draft] = []
    for place, (entry, ground, ends) in enumerate(zip(entries, grounds, filed, strict=True)):
        author = known.get(entry.writer.key, STRANGER)
        others = echoes.others_like(entry.writer.key, ends)
        unproven = rush and not entry.proven and is_stranger(entry.writer, author)
        submission = submission_of(entry, ground.terms, author, lists, others=others, unproven=unproven)
        draft = _draft(entry, ground.terms, author, submission, ends)
        drafts.append(draft)
        if not ground.takes(entry.writer, is_proven=author.counts):
            continue
        if draft.verdict.outcome == "publish":
            echoes.add(place, entry.writer.key, entry.text, ends)
        if entry.writer.key:
            stands = author.counts and draft.verdict.outcome == "publish"
            accepted = min(FEW, author.accepted + stands)
            earlier = (entry.text, *author.earlier)
            known[entry.writer.key] = author._replace(accepted=accepted, earlier=earlier)
    return drafts


def _draft(entry: Entry, terms: Terms, author: Known, submission: Submission, ends: Ends | None) -> Draft:
    is_led = any(other.number < 0 for other in submission.others)
    verdict = screen_text(submission)
    lists = submission.lists or Lists(())
    kept = to_keep(submission.known)
    html = render(entry.text)
    return Draft(entry, terms, author.latest, is_shadowed(author), lists, kept, verdict, html, ends, is_led)


def store(drafts: Sequence[Draft], *, now: datetime) -> list[Placed | Refusal]:
    """Store what may be written; the answers stand in the order of ``drafts``. The transaction is the caller's."""
    writers = [draft.entry.writer for draft in drafts]
    limits.begin(writers)
    grounds = _grounds_of([draft.entry for draft in drafts], now)
    recent = recent_of(writers, now - limits.WHILE, limits.COMMENTS_BY_ONE, now)
    refusals = refusals_of(writers, grounds, recent, now)
    admitted = [each for each, refusal in zip(zip(drafts, grounds, strict=True), refusals, strict=True) if not refusal]
    may_be_led = any(draft.is_led for draft, _ in admitted)
    if may_be_led or not _are_still_true(admitted, recent) or _was_misled(writers, refusals):
        again = prepare([draft.entry for draft, _ in admitted], [ground for _, ground in admitted], now=now)
        admitted = [(draft, ground) for draft, (_, ground) in zip(again, admitted, strict=True)]
    times = {"created_at": moment(now), "contact_expires_at": moment(now + limits.CONTACT_KEPT)}
    urgencies = _urgencies(admitted, now)
    rows = [
        (_columns(draft, ground, now) | times | {"urgency": urgent}, ground)
        for (draft, ground), urgent in zip(admitted, urgencies, strict=True)
    ]
    placed = place_all(rows, now=now)
    stored = [(draft, each) for (draft, _), each in zip(admitted, placed, strict=True)]
    ids = [each.comment_id for each in placed]
    insert_verdicts([_verdict(draft, each, ids) for draft, each in stored], now)
    file_waiting((each.comment_id, draft.entry.text) for draft, each in stored if not each.is_published)
    file_published((each.comment_id, draft.ends) for draft, each in stored if each.is_published)
    insert_catches([(which, each.comment_id) for draft, each in stored for which in lists_behind(draft.verdict)])
    following = iter(placed)
    return [refusal or next(following) for refusal in refusals]


def _grounds_of(entries: Sequence[Entry], now: datetime) -> list[Ground]:
    return grounds_of([entry.where for entry in entries], now)


def _is_still_true(draft: Draft, ground: Ground, recent: Mapping[str, Recent]) -> bool:
    """Return whether the thread's terms and the author's standing are what ``draft`` was screened with."""
    author = recent.get(draft.entry.writer.key, NOBODY)
    was = (draft.terms.mode, draft.terms.is_night, draft.latest, draft.is_shadowed)
    return was == (ground.terms.mode, ground.terms.is_night, author.latest, is_shadowed(author))


def _are_still_true(admitted: Sequence[tuple[Draft, Ground]], recent: Mapping[str, Recent]) -> bool:
    """Return whether nothing that the drafts were screened with has changed."""
    return all(_is_still_true(*each, recent) for each in admitted) and not _outlived([draft for draft, _ in admitted])


def _was_misled(writers: Sequence[Writer], refusals: Sequence[Refusal | None]) -> bool:
    """Return whether anybody was screened as having said before what is refused, while other words of theirs are not.

    Only in slow threads one and the same writer is let in after being refused.
    """
    hasty = {writer.key for writer, refusal in zip(writers, refusals, strict=True) if isinstance(refusal, TooSoon)}
    return any(writer.key in hasty for writer, refusal in zip(writers, refusals, strict=True) if not refusal)


def _outlived(drafts: Sequence[Draft]) -> bool:
    """Return whether a list that found something was changed or withdrawn since: that would wait for nothing."""
    caught = [draft.lists for draft in drafts if lists_behind(draft.verdict)]
    return bool(caught) and any(lists is not lists_in_force(until_stored=True) for lists in caught)


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
        "doubted_at": moment(now) if draft.verdict.is_flagged else None,
    }


def _urgencies(admitted: Sequence[tuple[Draft, Ground]], now: datetime) -> list[int | None]:
    """Return the urgency of each that waits: its thread is as large as those before it in the batch have made it."""
    before: Counter[tuple[int | None, int | None]] = Counter()
    urgencies: list[int | None] = []
    for draft, ground in admitted:
        where = (ground.page_id, ground.thread_id)
        urgencies.append(urgency_of(draft.verdict, ground.size + before[where], now))
        before[where] += draft.verdict.outcome == "publish"
    return urgencies


def _verdict(draft: Draft, placed: Placed, ids: Sequence[int]) -> dict[str, Any]:
    return {
        "comment_id": placed.comment_id,
        "outcome": draft.verdict.outcome,
        "reasons": [reason.as_dict() for reason in with_numbers(draft.verdict.reasons, ids)],
        "version": draft.verdict.version,
        **draft.kept,
    }
