"""What waits for a moderator, as cards with all they need to decide."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.urls import reverse
from wagtail.models import Page

from dateline.discussion.authors import standings_of
from dateline.discussion.links import Link, links_in
from dateline.discussion.models import Comment, Flag, Restriction, Status, latest_verdict
from dateline.discussion.writer import key_of
from dateline.people.models import User

from .addresses import address
from .clusters import numbers_of_copies
from .highlight import Piece
from .models import Claim, Note
from .paging import page_of
from .why import Why, pieces_about, whys_of

CARDS = 20
PLACE = re.compile(r"(-?\d{1,15})-(\d{1,18})", re.ASCII)


@dataclass(slots=True)
class Card:
    """One comment on the desk. ``history`` counts the same author's latest comments by standing.

    ``claim`` says who looks at it just now, and ``is_mine`` that this is the moderator who is served. ``page_url`` is
    where it stands, ``tools`` the forms below it; see ``printing``.
    """

    comment: Comment
    pieces: list[Piece]
    whys: list[Why]
    flags: list[Flag] = field(default_factory=list)
    history: Counter[str] = field(default_factory=Counter)
    restrictions: list[Restriction] = field(default_factory=list)
    alike: int = 0  # how many others wait that say nearly the same
    notes: list[Note] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    claim: Claim | None = None
    is_mine: bool = False
    page_url: str = ""
    tools: str = ""

    @property
    def reasons(self) -> list[dict[str, Any]]:
        """What screening doubts, as it was kept."""
        return [why.reason for why in self.whys]

    @property
    def writer_key(self) -> str:
        """Who wrote it, as restrictions name a writer; empty where nobody is known."""
        return key_of(self.comment)

    @property
    def is_author_known(self) -> bool:
        """Whether anything ties this comment to others: an archive brings names only, and a name proves nothing."""
        return bool(self.writer_key)

    @property
    def is_restrainable(self) -> bool:
        """Whether there is somebody to restrict; who works here is not."""
        return self.is_author_known and not self.comment.by_staff

    @property
    def is_others(self) -> bool:
        """Whether somebody else looks at it just now."""
        return bool(self.claim) and not self.is_mine

    @property
    def accepted(self) -> int:
        """How many comments of this author stand."""
        return self.history[Status.PUBLISHED]

    @property
    def refused(self) -> int:
        """How many were rejected or spam."""
        return self.history[Status.REJECTED] + self.history[Status.SPAM]

    @property
    def address(self) -> str:
        """Its page on the desk."""
        return address("comment", self.comment.pk)

    @property
    def person_address(self) -> str:
        """The page of whoever wrote it."""
        return reverse("moderation:person", args=[self.writer_key]) if self.is_author_known else ""

    @property
    def parent_address(self) -> str:
        """The page on the desk of what it answers; empty where it answers nothing."""
        return address("comment", self.comment.parent_id) if self.comment.parent_id else ""

    @property
    def thread_address(self) -> str:
        """Where one says who may write in its thread; empty where nobody knows any more what it stood below."""
        thread = self.comment.thread
        if thread.page_id:
            return address("thread", thread.page_id)
        return address("embedded_thread", thread.pk) if thread.url else ""

    @property
    def strictness_address(self) -> str:
        """Where one says how strict the models are there."""
        return f"{self.thread_address}#strictness" if self.thread_address else ""


@dataclass(frozen=True, slots=True)
class QueuePage:
    """Cards in their order, and where the next page begins; empty on the last."""

    cards: list[Card]
    after: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many comments wait for a look: held ones, published ones that are doubted or reported, and deleted ones."""

    held: int = 0
    published: int = 0
    deleted: int = 0

    @property
    def all(self) -> int:
        """All of them."""
        return self.held + self.published + self.deleted


def waiting_count() -> int:
    """How many comments wait."""
    return Comment.objects.waiting().count()


def waiting_now() -> Waiting:
    """How many wait, by where they stand meanwhile. One query."""
    standing = Comment.objects.waiting().by_standing()
    return Waiting(*(standing.get(status, 0) for status in (Status.HELD, Status.PUBLISHED, Status.DELETED)))


def queue_page(*, now: datetime, moderator: User, after: str = "") -> QueuePage:
    """Return the cards beyond the place ``after``, the most urgent first; an unreadable place is the beginning.

    What other moderators look at sinks to the end of the page.
    """
    waiting = Comment.objects.waiting().for_the_desk().most_urgent_first()
    if place := PLACE.fullmatch(after):
        waiting = waiting.less_urgent_than(int(place[1]), int(place[2]))
    comments, last = page_of(waiting, CARDS)
    cards = sorted(_cards(comments, now, moderator), key=lambda card: card.is_others)
    return QueuePage(cards, f"{last.urgency}-{last.pk}" if last else "")


def card_of(comment: Comment, *, now: datetime, moderator: User) -> Card:
    """Return the card of one comment, wherever it stands."""
    return _cards([comment], now, moderator)[0]


def _cards(comments: list[Comment], now: datetime, moderator: User) -> list[Card]:
    keys = {key_of(comment) for comment in comments} - {""}
    histories, restrictions, notes = standings_of(keys), _restrictions(keys, now), _notes(keys)
    alike = numbers_of_copies(comments)
    claims = {each.comment_id: each for each in Claim.objects.live(now).of_any(comment.pk for comment in comments)}
    addresses = _addresses(comments)
    cards = []
    for comment in comments:
        verdict, key, claim = latest_verdict(comment), key_of(comment), claims.get(comment.pk)
        cards.append(
            Card(
                comment=comment,
                pieces=pieces_about(comment, verdict),
                whys=whys_of(comment, verdict),
                flags=list(comment.flags.all()),
                history=histories.get(key, Counter()),
                restrictions=restrictions.get(key, []),
                alike=alike.get(comment.pk, 0),
                notes=notes.get(key, []),
                links=links_in(comment.text),
                claim=claim,
                is_mine=bool(claim and claim.moderator_id == moderator.pk),
                page_url=addresses.get(comment.thread.page_id or 0, ""),
            )
        )
    return cards


def _addresses(comments: list[Comment]) -> dict[int, str]:
    """Where the pages are that the comments stand below, each looked up once."""
    pages: dict[int, Page] = {
        comment.thread.page.pk: comment.thread.page for comment in comments if comment.thread.page
    }
    return {number: page.url or "" for number, page in pages.items()}


def _restrictions(keys: set[str], now: datetime) -> dict[str, list[Restriction]]:
    """What the authors on the desk are under now, in one query."""
    found: dict[str, list[Restriction]] = {}
    for each in Restriction.objects.upon_any(keys).in_force(now):
        found.setdefault(each.whose, []).append(each)
    return found


def _notes(keys: set[str]) -> dict[str, list[Note]]:
    """What moderators noted about the authors on the desk, in one query."""
    found: dict[str, list[Note]] = {}
    for each in Note.objects.about_any(keys).with_all():
        found.setdefault(each.whose, []).append(each)
    return found
