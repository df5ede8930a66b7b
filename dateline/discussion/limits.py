"""How much one person, or one address, may do in a while. Counted from rows, so that it holds across processes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from dateline.delivery.tries import count_try

from .authors import Recent, recent_from
from .models import Comment, Flag, Vote
from .turns import take_turns
from .writer import Writer

WHILE = timedelta(minutes=10)
SLOWEST = timedelta(hours=1)  # of the paces that a slow discussion may have
COUNTED = max(WHILE, SLOWEST)  # how long a comment counts for what may be written from where it came
COMMENTS_BY_ONE = 5
COMMENTS_FROM_ONE_PLACE = 20  # a school or an office shares an address
VOTES_FROM_ONE_PLACE = 5  # by guests on one comment: a fresh browser is free, a fresh address is not
FLAGS_FROM_ONE_PLACE = 20
STRANGERS = "discussion:strangers:"  # counted in the cache, of which the settings know the beginning
STRANGERS_WHILE = 3600
STRANGERS_FROM_ONE_PLACE = 30
CONTACT_KEPT = timedelta(days=30)


class TooMuch(Exception):
    """The limit is reached; trying again helps after a while. Its words are for the reader."""


@dataclass(slots=True)
class Tally:
    """How much each author (by ``Writer.key``) and each place has written in the last while, this batch included."""

    by_one: dict[str, int]
    from_place: dict[str, int]

    def check(self, writer: Writer) -> None:
        """Raise ``TooMuch`` when this person or place has just written a lot; staff may."""
        if writer.by_staff:
            return
        mine, here = self.by_one.get(writer.key, 0), self.from_place.get(writer.origin, 0)
        if mine >= COMMENTS_BY_ONE or here >= COMMENTS_FROM_ONE_PLACE:
            raise TooMuch(
                _("You have written a lot in the last minutes. Your text is kept here; send it in ten minutes.")
            )

    def add(self, writer: Writer) -> None:
        """Count one more; a stranger without device or address is nobody that could be counted."""
        for counts, key in ((self.by_one, writer.key), (self.from_place, writer.origin)):
            if key:
                counts[key] = counts.get(key, 0) + 1


def begin(writers: Iterable[Writer]) -> None:
    """Take turns with other processes that count for the same writers and places; before they are counted."""
    take_turns(key for writer in writers if not writer.by_staff for key in (writer.key, writer.origin))


def tally(recent: Mapping[str, Recent], writers: Iterable[Writer], now: datetime) -> Tally:
    """Return what was written in the while before ``now``: by ``writers``, as in ``recent``, and where they are."""
    origins = {writer.origin for writer in writers if writer.origin and not writer.by_staff}
    return Tally(
        by_one={key: each.number for key, each in recent.items()},
        from_place=recent_from(origins, now - WHILE, COMMENTS_FROM_ONE_PLACE),
    )


def check_vote(comment: Comment, writer: Writer) -> None:
    """Raise ``TooMuch`` when one address votes on a comment under ever new devices."""
    if writer.account or not writer.origin:
        return
    others = Vote.objects.filter(comment=comment, origin=writer.origin).exclude(voter=writer.key)
    if others.count() >= VOTES_FROM_ONE_PLACE:
        raise TooMuch(_("Several people at your address have voted on this comment. Sign in to add your vote."))


def check_stranger(writer: Writer) -> None:
    """Raise ``TooMuch`` where one address brings ever new browsers: each of them is a row that is kept for long."""
    if not writer.fresh or not writer.origin:
        return
    if count_try(f"{STRANGERS}{writer.origin}", STRANGERS_WHILE) > STRANGERS_FROM_ONE_PLACE:
        raise TooMuch(_("Many new browsers have come from your address in the last hour. Try again later."))


def check_flag(writer: Writer, now: datetime) -> None:
    """Raise ``TooMuch`` when one address reports everything in sight."""
    take_turns([f"flags:{writer.origin}" if writer.origin else ""])
    recent = Flag.objects.filter(origin=writer.origin, flagged_at__gte=now - WHILE)
    if writer.origin and recent.count() >= FLAGS_FROM_ONE_PLACE:
        raise TooMuch(_("You have reported a lot in the last minutes. A moderator will look; try again later."))
