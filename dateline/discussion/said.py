"""Comments as they are printed: rows, not models, because a page prints hundreds of them.

A row holds all that is printed of a comment and nothing that is not its own, so a piece of HTML made from one is right
for as long as the row is the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import NamedTuple

from django.db.models import F
from django.urls import reverse

from .models import Comment, Status
from .models.comment import CommentQuerySet


class Said(NamedTuple):
    """One comment, under the names that it has as a model; ``parent_name`` is whom it answers, where that is told."""

    pk: int
    parent_id: int | None
    root_id: int | None
    depth: int
    path: str
    status: str
    author_name: str
    by_staff: bool
    badge: str
    created_at: datetime
    html: str
    up: int
    down: int
    score: float
    descendant_count: int
    edited_at: datetime | None = None
    parent_name: str | None = None
    parent_status: str | None = None

    @property
    def anchor(self) -> str:
        """Its place on any page that prints it."""
        return f"c{self.pk}"

    @property
    def get_absolute_url(self) -> str:
        """The permalink; a template asks for it as it does on a model."""
        return address_of_comment(self.pk)

    @property
    def address_of_root(self) -> str:
        """Where the whole branch stands."""
        return address_of_comment(self.root_id or self.pk)

    @property
    def is_published(self) -> bool:
        """Whether others may read it."""
        return self.status == Status.PUBLISHED

    @property
    def is_withdrawn(self) -> bool:
        """Whether its author took it back."""
        return self.status == Status.DELETED

    @property
    def answers(self) -> str:
        """Whom it answers, for the flat view; empty for roots and where the words answered are gone."""
        return self.parent_name if self.parent_name and self.parent_status == Status.PUBLISHED else ""


OWN = Said._fields[:-2]


def said_in(comments: CommentQuerySet) -> list[Said]:
    """Return ``comments`` as they are printed, each with whom it answers; one query."""
    named = comments.annotate(parent_name=F("parent__author_name"), parent_status=F("parent__status"))
    return [Said._make(row) for row in named.values_list(*Said._fields)]


def said_by_itself(comment: Comment) -> Said:
    """Return ``comment`` as it is printed where what it answers stands elsewhere."""
    return Said(*(getattr(comment, name) for name in OWN))


def in_thread_order(comments: Iterable[Said]) -> list[Said]:
    """Each comment before its replies, oldest first."""
    return sorted(comments, key=lambda said: said.path)


def address_of_comment(number: int) -> str:
    """Return the permalink of a comment by its number."""
    return _permalink().format(number)


@cache
def _permalink() -> str:
    """Any comment's, with a place for its number: Django takes long to find it anew each time."""
    return "/{}/".join(reverse("discussion:comment", args=[0]).rsplit("/0/", 1))
