"""Which names a guest may write under."""

from __future__ import annotations

import unicodedata

from dateline.people.models import Newsroom, User
from dateline.screening import skeleton

# Whitespace and what prints nothing or turns the writing direction of its surroundings.
UNPRINTED = {"Cc", "Cf", "Zl", "Zp", "Cs", "Co"}
JOINERS = {"\u200c", "\u200d"}  # part of Persian and Indic names, and of emoji


def tidy(name: str) -> str:
    """Return ``name`` on one line, without control characters, its letters untouched."""
    kept = (c if c in JOINERS or unicodedata.category(c) not in UNPRINTED else " " for c in name)
    return " ".join("".join(kept).split()).strip("\u200c\u200d")


def is_taken(name: str) -> bool:
    """Return whether ``name`` reads like the newsroom's or a member of staff's, however it is spelled."""
    wanted = skeleton(name)
    return any(wanted == skeleton(taken) for taken in _protected() if skeleton(taken))


def _protected() -> list[str]:
    """Names that speak for the newsroom."""
    staff = User.objects.staff()
    names = [each for user in staff for each in (user.display_name, user.get_full_name(), user.username)]
    return [Newsroom.load().name, *names]
