"""Which names a guest may write under."""

from __future__ import annotations

from dateline.people.models import Newsroom, User
from dateline.screening import skeleton


def is_taken(name: str) -> bool:
    """Return whether ``name`` reads like the newsroom's or a member of staff's, however it is spelled."""
    wanted = skeleton(name)
    return any(wanted == skeleton(taken) for taken in _protected() if skeleton(taken))


def _protected() -> list[str]:
    """Names that speak for the newsroom."""
    staff = User.objects.staff()
    names = [each for user in staff for each in (user.display_name, user.get_full_name(), user.username)]
    return [Newsroom.load().name, *names]
