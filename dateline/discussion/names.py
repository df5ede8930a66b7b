"""Which names a guest may write under."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.db.models import QuerySet

from dateline.lib.skeleton import skeleton
from dateline.people.models import Newsroom, User
from dateline.people.proof import Ours, ours, verified_among

from .statements import Row, ask, ask_again, gathered, listed

# A subquery for each name is a look into the index for each; of a join PostgreSQL makes a scan of everybody.
HOLDERS = """
    SELECT asked.value, (SELECT GATHER(u.id) FROM people_user u WHERE u.name_skeleton = asked.value)
    FROM EACH(%s) AS asked
"""


def is_taken(name: str) -> bool:
    """Return whether ``name`` reads like the newsroom's or a member of staff's, however it is spelled."""
    return skeleton(name) in taken_names()


def is_readers(name: str) -> bool:
    """Return whether a verified reader has this name, or one that looks like it."""
    return bool(taken_by_readers({skeleton(name)}))


def taken_by_readers(skeletons: set[str]) -> set[str]:
    """Return which of these skeletons are those of verified readers' names: one query, by index.

    Nearly all names are nobody's. Only of accounts that have one is it asked whether they are verified.
    """
    rows = ask(HOLDERS, listed(skeletons - {""}))
    found: dict[int, str] = {account: row[0] for row in rows for account in gathered(row[1])}
    return {found[account] for account in verified_among(found)}


def taken_names() -> Ours:
    """Return all names that speak for the newsroom.

    The names are read each time, since nothing tells us when one changes; their skeletons are made when one has.
    """
    return _skeletons(tuple(ask_again(_newsrooms)), tuple(ask_again(_staff)))


def _newsrooms() -> QuerySet[Any, Any]:
    return Newsroom.objects.order_by("pk").values_list("name")[:1]


def _staff() -> QuerySet[Any, Any]:
    return User.objects.names_of_staff()


@lru_cache(maxsize=2)
def _skeletons(newsroom: tuple[Row, ...], staff: tuple[Row, ...]) -> Ours:
    return ours(newsroom[0][0] if newsroom else Newsroom().name, staff)
