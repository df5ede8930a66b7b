"""Which names a guest may write under."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.db.models import QuerySet

from dateline.people.models import Newsroom, User
from dateline.screening import skeleton

from .statements import Row, ask_again


def is_taken(name: str) -> bool:
    """Return whether ``name`` reads like the newsroom's or a member of staff's, however it is spelled."""
    return skeleton(name) in taken_names()


def taken_names() -> frozenset[str]:
    """Return the skeletons of all names that speak for the newsroom.

    The names are read each time, since nothing tells us when one changes; their skeletons are made when one has.
    """
    return _skeletons(tuple(ask_again(_newsrooms)), tuple(ask_again(_staff)))


def _newsrooms() -> QuerySet[Any, Any]:
    return Newsroom.objects.order_by("pk").values_list("name")[:1]


def _staff() -> QuerySet[Any, Any]:
    return User.objects.names_of_staff()


@lru_cache(maxsize=2)
def _skeletons(newsroom: tuple[Row, ...], staff: tuple[Row, ...]) -> frozenset[str]:
    names = [row[0] for row in newsroom] or [Newsroom().name]
    for row in staff:
        person = User(**dict(zip(User.NAMES, row, strict=True)))
        names += [person.display_name, person.get_full_name(), person.username]
    return frozenset(map(skeleton, names)) - {""}
