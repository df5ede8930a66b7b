"""Comments that wait together: nearly the same words, or the same author."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.discussion.models import Comment, Likeness, latest_verdict
from dateline.discussion.models.comment import CommentQuerySet
from dateline.screening import ALIKE, gist_of, likeness

from .actions.batch import MOST
from .highlight import Piece
from .why import pieces_about

COUNTED = 4_000  # rows of likeness that are counted for a page of cards


@dataclass(frozen=True, slots=True)
class Member:
    """One comment of a cluster. ``alike`` says, in hundredths, how much of its words it shares with the first."""

    comment: Comment
    pieces: list[Piece]
    alike: int = 100

    @property
    def seen(self) -> str:
        """What a form sends back of it: that it was seen so."""
        return f"{self.comment.pk} {self.comment.status} {self.comment.edit_mark}".strip()

    @property
    def is_alike(self) -> bool:
        """Whether it is taken for a copy until somebody says otherwise."""
        return self.alike >= ALIKE * 100


def copies_of(comment: Comment) -> list[Member]:
    """Return ``comment`` and what waits with nearly its words, the likest first; no more than one may decide about."""
    filed = Likeness.objects.under(gist_of(comment.text)).values("comment")
    found = _shown(Comment.objects.held().with_ids(filed).besides(comment))
    members = [_member(each, round(100 * likeness(comment.text, each.text))) for each in found]
    return [_member(comment), *sorted(members, key=lambda member: -member.alike)]


def waiting_of_author(comment: Comment) -> list[Member]:
    """Return ``comment`` and whatever else of its author waits, at most as many as one may decide about."""
    found = Comment.objects.held().by_author(comment.account_id, comment.device).besides(comment)
    return [_member(comment), *map(_member, _shown(found))]


def numbers_of_copies(comments: Iterable[Comment]) -> dict[int, int]:
    """Return for each comment how many others wait that may be copies of it, in one query for all."""
    gists = {comment.pk: gist_of(comment.text) for comment in comments}
    filed: dict[int, set[int]] = defaultdict(set)
    under = Likeness.objects.under({number for gist in gists.values() for number in gist})
    for number, comment in under.values_list("number", "comment")[:COUNTED]:
        filed[number].add(comment)
    return {mine: len(set().union(*(filed[number] for number in gist)) - {mine}) for mine, gist in gists.items()}


def _shown(found: CommentQuerySet) -> list[Comment]:
    return list(found.oldest_first().select_related("thread__page").prefetch_related("verdicts")[: MOST - 1])


def _member(comment: Comment, alike: int = 100) -> Member:
    return Member(comment, pieces_about(comment, latest_verdict(comment)), alike)
