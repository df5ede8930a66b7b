"""What was known of an author, as signals beside the words."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from dateline.lib.later import gettext_noop as _

SAID: dict[str, str] = {
    "stranger": _("an author without an accepted comment"),
    "newcomer": _("an author with fewer than five accepted comments"),
    "hasty": _("written in less than ten seconds"),
    "untimed": _("sent without saying when the form was opened"),
}
AUTHORS = tuple(SAID)
FEW = 5  # accepted comments
SOON = 10  # seconds
UNSAID = -1  # seconds, as kept of a form that did not say when it was opened


class Known(NamedTuple):
    """What is known of who wrote a comment; with nothing known there is no signal."""

    accepted: int | None = None
    seconds: float | None = inf


UNKNOWN = Known()


def places_of(known: Known) -> list[int]:
    """Return the places in ``AUTHORS`` of what holds."""
    found = []
    if known.accepted is not None and known.accepted < FEW:
        found.append(1 if known.accepted else 0)
    if known.seconds is None or known.seconds < SOON:
        found.append(3 if known.seconds is None else 2)
    return found


def to_keep(known: Known) -> dict[str, int | None]:
    """Return the columns of what was known, in whole numbers and no finer than ``places_of`` tells apart."""
    accepted = None if known.accepted is None else min(known.accepted, FEW)
    if known.seconds is None:
        return {"accepted": accepted, "seconds": UNSAID}
    return {"accepted": accepted, "seconds": None if known.seconds == inf else int(min(known.seconds, SOON))}


def as_kept(accepted: int | None, seconds: int | None) -> Known:
    """Return what was known, from the columns; its places are those of what ``to_keep`` was given."""
    if seconds == UNSAID:
        return Known(accepted, None)
    return Known(accepted, inf if seconds is None else seconds)
